"""Review a whole text: its lines, sentences across line breaks, and what only the whole draft can say."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain

from app.checks.checked import NOTHING, CheckedLine
from app.checks.dismissals import Answers
from app.checks.explaining import Explanation, explain
from app.checks.lines import LONGEST_LINE, stretches
from app.checks.matching import Matcher
from app.checks.memory import collector_at_rest
from app.checks.ranking import ranked_with
from app.checks.reviewer import Reviewer
from app.checks.rule import Packs
from app.checks.weighing import PlacedLine, added_up
from app.model.finding import Finding, Report
from app.model.policy import Dismissal, Policy

_REMEMBERED_POLICIES = 8
_BLANK = CheckedLine()


class Engine:
    """The rule packs, ready to review texts; not for two threads at once."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        with collector_at_rest():
            self._matcher = Matcher(packs)
        self._reviewers: dict[Policy, Reviewer] = {}
        self._latest: tuple[Policy, Reviewer] | None = None

    def review(
        self, text: str, policy: Policy, dismissals: Collection[Dismissal] = (), draft_id: str | None = None
    ) -> Report:
        """Return what there is to look at in *text* for the persona that *policy* describes.

        *dismissals* are what the writer has answered; those of one sentence count in the draft *draft_id* alone. Takes
        time in proportion to the length of *text*, and next to none for lines that it has met before.
        """
        reviewer = self._reviewer(policy)
        reviewer.make_room(len(text))
        read = _read_lines(text, reviewer)
        findings = read.findings()
        more = list(read.crossing)
        if read.speaking:
            said = frozenset([finding.risk for finding in findings])
            more += added_up(text, read.speaking, said, self._packs.risks, reviewer.speaker)
        if more:
            findings = ranked_with(findings, more)
        if not dismissals:
            return Report(text, findings)
        answers = Answers(dismissals, draft_id)
        return Report(
            text,
            tuple([finding for finding in findings if not answers.cover(finding)]),
            tuple([finding for finding in findings if answers.cover(finding)]),
        )

    def explain(self, text: str, policy: Policy) -> Explanation:
        """Return how the review of *text* comes about: what was tried, what fired, and what kept the rest quiet."""
        report = self.review(text, policy)
        return explain(report, self._matcher, policy.side)

    def _reviewer(self, policy: Policy) -> Reviewer:
        if self._latest is not None and self._latest[0] is policy:
            return self._latest[1]
        reviewer = self._reviewers.pop(policy, None)
        if reviewer is None:
            reviewer = Reviewer(self._packs, self._matcher, policy)
        self._reviewers[policy] = reviewer
        while len(self._reviewers) > _REMEMBERED_POLICIES:
            del self._reviewers[next(iter(self._reviewers))]
        self._latest = policy, reviewer
        return reviewer


@dataclass(slots=True)
class _Read:
    """What the lines of a text came to.

    ``parts`` are findings line by line; ``waiting`` names the parts that depend on cues elsewhere in the text.
    """

    parts: list[tuple[Finding, ...]] = field(default_factory=list)
    waiting: list[tuple[int, PlacedLine]] = field(default_factory=list)
    crossing: list[Finding] = field(default_factory=list)
    speaking: list[PlacedLine] = field(default_factory=list)

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of all lines in reading order, with those whose cues are somewhere in the text."""
        if self.waiting:
            present = frozenset[str]().union(*[checked.cue_ids for _, checked in self.speaking])
            for part, (offset, checked) in self.waiting:
                self.parts[part] = checked.findings_given(present, offset)
        return tuple(chain.from_iterable(self.parts))


def _read_lines(text: str, reviewer: Reviewer) -> _Read:
    read = _Read()
    above_offset = 0
    above = _BLANK
    for offset, checked, begins_line in _checked_parts(text, reviewer):
        if begins_line and above.tail and checked.head:
            crossing = above.crossing if above.follower is checked else reviewer.crossing(above, checked)
            if crossing is not NOTHING:
                read.crossing.extend(crossing.findings_at(above_offset + above.tail_start))
                read.speaking.append((above_offset + above.tail_start, crossing))
        if checked.waiting:
            read.waiting.append((len(read.parts), (offset, checked)))
            read.parts.append(())
        elif checked.findings:
            read.parts.append(checked.findings_at(offset))
        if checked.cue_ids:
            read.speaking.append((offset, checked))
        above, above_offset = checked, offset
    return read


def _checked_parts(text: str, reviewer: Reviewer) -> Iterator[tuple[int, CheckedLine, bool]]:
    """Yield every line, a long one in several parts, with where it begins and whether it begins a line."""
    known = reviewer.known_lines.get
    offset = 0
    for line in text.split("\n"):
        if not line:
            yield offset, _BLANK, True
        elif len(line) <= LONGEST_LINE:
            yield offset, known(line) or reviewer.checked(line), True
        else:
            for start, stretch in stretches(line):
                yield offset + start, reviewer.checked(stretch), start == 0
        offset += len(line) + 1
