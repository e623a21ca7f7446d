"""A long draft in sections of several lines: those that an edit leaves alone are not read again."""

from collections.abc import Iterator, Set
from itertools import chain

from app.checks.checked import NOTHING, Checked, CheckedLine, cues_of
from app.checks.lines import LONGEST_LINE, stretches
from app.checks.ranking import ranked_with
from app.checks.reviewer import Reviewer
from app.model.finding import Finding

_LENGTH = 1_200
_SHORTEST = 400
_MANY_LINES = 10
_BLANK = CheckedLine()
_NO_CUES = frozenset[str]()


class Section:
    """Some whole lines of a draft and what they came to, counted from where they begin.

    ``cues`` is for the whole draft to weigh; ``first`` and ``last`` may go on across the edges.
    """

    __slots__ = (
        "_checked", "_crossing", "_heard", "_parts", "_waiting", "cues", "first", "last", "last_start", "length",
        "needs", "text",
    )  # fmt: skip

    def __init__(self, text: str, reviewer: Reviewer) -> None:
        self.text = text
        self.length = len(text)
        self.first = self.last = _BLANK
        self.last_start = 0
        self._parts: list[tuple[Finding, ...]] = []
        self._waiting: list[tuple[int, int, CheckedLine]] = []
        self._crossing: list[tuple[int, Checked]] = []
        self.cues = NOTHING
        self.needs = _NO_CUES
        self._heard: Set[str] | None = None
        self._checked = NOTHING
        self._read(reviewer)
        if self._waiting:
            self.needs = _NO_CUES.union(*[line.awaited for _, _, line in self._waiting])
        if self._crossing:
            self.needs = self.needs.union(*[crossing.awaited for _, crossing in self._crossing])

    def findings_given(self, present: Set[str], offset: int) -> tuple[Finding, ...]:
        """Return its findings in reading order when it begins at *offset* in a draft with the cues *present*."""
        heard = self.needs & present if self.needs else _NO_CUES
        if heard != self._heard:
            self._heard = heard
            for part, start, line in self._waiting:
                self._parts[part] = line.findings_given(heard, start)
            findings = tuple(chain.from_iterable(self._parts))
            if self._crossing:
                crossing = [one for start, across in self._crossing for one in across.findings_given(heard, start)]
                findings = ranked_with(findings, crossing)
            self._checked = Checked(findings) if findings else NOTHING
        return self._checked.findings_at(offset)

    def _read(self, reviewer: Reviewer) -> None:
        speaking: list[tuple[int, Checked]] = []
        above, above_start = _BLANK, 0
        for start, checked, begins_line in _checked_parts(self.text, reviewer):
            if start == 0:
                self.first = checked
            elif begins_line and above.tail and checked.head:
                crossing = reviewer.crossing(above, checked)
                if crossing is not NOTHING:
                    self._crossing.append((above_start + above.tail_start, crossing))
                    speaking.append((above_start + above.tail_start, crossing))
            if checked.waiting:
                self._waiting.append((len(self._parts), start, checked))
                self._parts.append(())
            elif checked.findings:
                self._parts.append(checked.findings_at(start))
            if checked.cue_ids:
                speaking.append((start, checked))
            above, above_start = checked, start
        self.last, self.last_start = above, above_start
        if speaking:
            self.cues = cues_of(speaking)


class Sections:
    """The sections of the draft that was reviewed last."""

    def __init__(self, reviewer: Reviewer) -> None:
        self._reviewer = reviewer
        self._latest: list[Section] = []

    def of(self, text: str) -> list[Section]:
        """Return the sections of *text*: at both ends the same ones as last time, as far as it is the same."""
        latest = self._latest
        first, start = 0, 0
        while first < len(latest) and text.startswith(latest[first].text, start):
            start += latest[first].length
            first += 1
        if first and start < len(text) and text[start - 1] != "\n":
            first -= 1
            start -= latest[first].length
        last, end = len(latest), len(text)
        while last > first and end - latest[last - 1].length >= start and _ends(text, latest[last - 1], end):
            last -= 1
            end -= latest[last].length
        if end - start < _SHORTEST and last < len(latest):
            end += latest[last].length
            last += 1
        latest[first:last] = [Section(part, self._reviewer) for part in _cut(text[start:end])]
        return latest


def _ends(text: str, section: Section, end: int) -> bool:
    """Return whether *section* stands in *text* before *end*, and begins a line there."""
    start = end - section.length
    return (not start or text[start - 1] == "\n") and text.startswith(section.text, start)


def _cut(text: str) -> Iterator[str]:
    """Yield *text* some whole lines at a time."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _LENGTH) + 1 or len(text)
        yield text[start:end]
        start = end


def _checked_parts(text: str, reviewer: Reviewer) -> Iterator[tuple[int, CheckedLine, bool]]:
    """Yield every line, a long one in several parts, with where it begins and whether it begins a line."""
    known = reviewer.known_lines.get
    offset = 0
    lines = text.removesuffix("\n").split("\n")
    if len(lines) > _MANY_LINES and known(lines[1]) is None and reviewer.is_silent(text):  # a list, just pasted
        yield 0, reviewer.checked(lines[0]), True
        offset = len(text.removesuffix("\n")) - len(lines[-1])
        lines = lines[-1:]
    for line in lines:
        if not line:
            yield offset, _BLANK, True
        elif len(line) <= LONGEST_LINE:
            yield offset, known(line) or reviewer.checked(line), True
        else:
            for start, stretch in stretches(line):
                yield offset + start, reviewer.checked(stretch), start == 0
        offset += len(line) + 1
