"""Underlines carried over from one text to the next: new are only lines that an edit or another finding has reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.model.finding import Finding
from app.reader.naming import is_readers
from app.text.rebase import common_end, common_length
from ui.bridge.underlines import Underline, Underlines, underlines_of

_FEW = 12
"""So many findings are underlined from scratch in less time than it takes to see what has changed."""


@dataclass(frozen=True, slots=True)
class Underlined:
    """A text, what was found in it, and the underlines that come of that.

    ``line`` and ``line_start`` are where the lines that were new in it begin: the next edit is seldom far away.
    """

    text: str
    findings: tuple[Finding, ...]
    lines: Underlines
    line: int = 0
    line_start: int = 0

    @classmethod
    def of(cls, text: str, findings: tuple[Finding, ...]) -> "Underlined":
        """Return the underlines of a text of which nothing is known yet."""
        return cls(text, findings, underlines_of(text, findings))

    def then(self, text: str, findings: tuple[Finding, ...]) -> "Underlined":
        """Return what :meth:`of` would for the text that comes after this one."""
        if len(findings) <= _FEW:
            return Underlined.of(text, findings)
        stretch = _changed(self.text, text, self.findings, findings)
        top, end = stretch.top, stretch.end
        between = self.text.count("\n", min(top, self.line_start), max(top, self.line_start))
        first = self.line + between if top >= self.line_start else self.line - between
        gone = self.text.count("\n", top, end - len(text) + len(self.text)) + (end > len(text))
        come = text.count("\n", top, end) + (end > len(text))
        lines = _without(self.lines, first, gone, come - gone)
        lines.update(underlines_of(text, findings[stretch.before : len(findings) - stretch.after], first, top))
        return Underlined(text, findings, lines, first, top)


class _Stretch(NamedTuple):
    """Whole lines of a text from *top* to *end*, past the text where its last line is one of them.

    The lines around it are those of the text before, with the same words found in them: ``before`` findings above it,
    ``after`` below.
    """

    top: int
    end: int
    before: int
    after: int


def _changed(old_text: str, text: str, old: Sequence[Finding], new: Sequence[Finding]) -> _Stretch:
    """Return the lines of *text* that are not as they were, or in which not the same is found.

    What is found in the changed lines may go on beyond them, and so on.
    """
    shift = len(text) - len(old_text)
    same = common_length(old_text, text)
    top = text.rfind("\n", 0, same) + 1
    end = _next_line(text, len(text) - common_end(old_text, text, same))
    while True:
        before = _same_above(old, new, top)
        after = _same_below(old[before:], new[before:], end, shift)
        others = [each.span for each in old[before : len(old) - after]]
        found = [each.span for each in new[before : len(new) - after]]
        first = min([top, *[span.start for span in others], *[span.start for span in found]])
        last = max([end, *[span.end for span in found], *[span.end + shift for span in others]])
        if first == top and last == end:
            return _Stretch(top, end, before, after)
        top = text.rfind("\n", 0, first) + 1
        end = last if last == end else _next_line(text, last - 1)


def _next_line(text: str, position: int) -> int:
    """Return where the next line after the one at *position* begins, past the text if there is none."""
    return text.find("\n", max(0, position)) + 1 or len(text) + 1


def _same_above(old: Sequence[Finding], new: Sequence[Finding], top: int) -> int:
    """Return how many findings at the beginning are the same and end above *top*."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if other.span.end > top or (one is not other and (one.span != other.span or not _look_alike(one, other))):
            break
        count += 1
    return count


def _same_below(old: Sequence[Finding], new: Sequence[Finding], end: int, shift: int) -> int:
    """Return how many findings at the end are the same but for their *shift*, and begin at *end* or below."""
    count = 0
    for one, other in zip(reversed(old), reversed(new), strict=False):
        was, now = one.span, other.span
        if now.start < end or was.start + shift != now.start or was.end + shift != now.end:
            break
        if not _look_alike(one, other):
            break
        count += 1
    return count


def _look_alike(one: Finding, other: Finding) -> bool:
    return one.severity == other.severity and (one.rule_id == other.rule_id or is_readers(one) == is_readers(other))


def _without(lines: Underlines, first: int, gone: int, grown: int) -> dict[int, tuple[Underline, ...]]:
    """Return *lines* but for those *gone* from the *first* on, the numbers of those below them *grown*."""
    below = first + gone
    if grown:
        return {
            line if line < first else line + grown: found
            for line, found in lines.items()
            if line < first or line >= below
        }
    kept = dict(lines)
    for line in range(first, below):
        kept.pop(line, None)
    return kept
