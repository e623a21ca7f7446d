"""Review a whole text: its lines, sentences across line breaks, and what only the whole draft can say."""

from collections import deque
from collections.abc import Collection, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from app.checks.checked import NOTHING
from app.checks.dismissals import Answers
from app.checks.matching import Matcher
from app.checks.memory import collector_at_rest
from app.checks.ranking import ranked_with
from app.checks.readypacks import ReadyPacks
from app.checks.reviewer import Reviewer
from app.checks.sections import Section, Sections
from app.checks.weighing import PlacedLine, added_up
from app.model.finding import Finding, Report, Risk, Span
from app.model.policy import Dismissal, Policy

if TYPE_CHECKING:
    from app.checks.explained import Explanation
    from app.checks.explaining import Explainer
    from app.checks.rewording import Rewordings
    from app.checks.rule import Packs, RiskWords

_REMEMBERED_POLICIES = 8
_ON_SHOW = 4


class Engine:
    """The rule packs, ready to review texts; not for two threads at once."""

    def __init__(self, packs: "Packs | ReadyPacks") -> None:
        self._packs = packs if isinstance(packs, ReadyPacks) else _made_ready(packs)
        self._matcher = Matcher(self._packs)
        self._reviewers: dict[Policy, tuple[Reviewer, Sections]] = {}
        self._rewordings: Rewordings | None = None
        self._lately: deque[tuple[Policy, tuple[Reviewer, Sections]]] = deque(maxlen=_ON_SHOW)

    @property
    def risks(self) -> "Mapping[Risk, RiskWords]":
        """What there is to say about each risk in general."""
        return self._packs.risks

    @property
    def knowing_rules(self) -> frozenset[str]:
        """The ids of the rules that are written in code: they know a name or a number, where others suspect."""
        return frozenset(self._packs.coded)

    def review(
        self, text: str, policy: Policy, dismissals: Collection[Dismissal] = (), draft_id: str | None = None
    ) -> Report:
        """Return what there is to look at in *text* for the persona that *policy* describes.

        *dismissals* are what the writer has answered; those of one sentence count in the draft *draft_id* alone. Takes
        time in proportion to the length of *text*, and next to none for lines that it has met before.
        """
        reviewer, sections = self._reviewer(policy)
        reviewer.make_room(len(text))
        findings, crossing, speaking = _read(sections.of(text), reviewer)
        if speaking:
            said = frozenset([finding.risk for finding in (*findings, *crossing)])
            crossing += added_up(text, speaking, said, self._packs.risks, reviewer.speaker)
        if crossing:
            findings = ranked_with(findings, crossing)
        if not dismissals:
            return Report(text, findings)
        answers = Answers(dismissals, draft_id)
        ignored = [finding for finding in findings if answers.cover(finding)]
        if ignored:
            findings = tuple([finding for finding in findings if not answers.cover(finding)])
        return Report(text, findings, tuple(ignored))

    def explain(
        self,
        text: str,
        policy: Policy,
        dismissals: Collection[Dismissal] = (),
        draft_id: str | None = None,
        within: Span | None = None,
    ) -> "Explanation":
        """Return how the review of *text* comes about: what was tried, what fired, and what kept the rest quiet.

        Of a long text only the sentences that touch *within* are explained.
        """
        report = self.review(text, policy, dismissals, draft_id)
        explainer = self.explainer(policy)
        return explainer.explained(report, explainer.sentences(report, within))

    def explainer(self, policy: Policy) -> "Explainer":
        """Return what explains, sentence by sentence, the reviews that are made by *policy*."""
        from app.checks.explaining import Explainer  # for whoever asks why; a start does without

        return Explainer(self._packs, self._matcher, policy)

    def rewordings(self) -> "Rewordings":
        """Return what finds other wordings; it reviews with a memory of its own, so a key costs what it did."""
        if self._rewordings is None:
            from app.checks.rewording import Rewordings  # for whoever looks at a finding; a start does without

            self._rewordings = Rewordings(
                Engine(self._packs).review, self._packs.risks, self._packs.coded.keys(), self._matcher.vocabulary
            )
        return self._rewordings

    def _reviewer(self, policy: Policy) -> tuple[Reviewer, Sections]:
        for known, found_lately in self._lately:  # hashing thousands of watch terms at each key would take longer
            if known is policy:
                return found_lately
        found = self._reviewers.pop(policy, None)
        if found is None:
            with collector_at_rest():  # thousands of watch terms make many small objects that all stay
                reviewer = Reviewer(self._packs, self._matcher, policy)
            found = reviewer, Sections(reviewer)
        self._reviewers[policy] = found
        while len(self._reviewers) > _REMEMBERED_POLICIES:
            del self._reviewers[next(iter(self._reviewers))]
        self._lately.appendleft((policy, found))
        return found


def _made_ready(packs: "Packs") -> ReadyPacks:
    from app.checks.packimage import made_ready  # for packs that come from no cache

    return made_ready(packs)


def _read(sections: list[Section], reviewer: Reviewer) -> tuple[tuple[Finding, ...], list[Finding], list[PlacedLine]]:
    """Return the findings of *sections*, what crosses from one to the next, and what the whole draft has to weigh."""
    speaking: list[PlacedLine] = []
    crossing: list[PlacedLine] = []
    cue_ids: set[str] = set()
    offset = 0
    above: Section | None = None
    for section in sections:
        if above is not None and above.last.tail and section.first.head:
            across = reviewer.crossing(above.last, section.first)
            start = offset - above.length + above.last_start + above.last.tail_start
            if across is not NOTHING:
                crossing.append((start, across))
                speaking.append((start, across))
                cue_ids |= across.cue_ids
        if section.cues is not NOTHING:
            speaking.append((offset, section.cues))
            cue_ids |= section.cues.cue_ids
        above = section
        offset += section.length
    findings: list[tuple[Finding, ...]] = []
    offset = 0
    for section in sections:
        findings.append(section.findings_given(cue_ids, offset))
        offset += section.length
    crossed = [finding for start, across in crossing for finding in across.findings_given(cue_ids, start)]
    return tuple(chain.from_iterable(findings)), crossed, speaking
