"""Wordings for the findings of a review, tried before they are offered and remembered while a draft is written."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from heapq import nsmallest

from app.checks.rewording import Rewordings
from app.checks.stretches import sentence_around
from app.model.finding import Finding, Fix, Report, Span
from app.model.policy import Policy

MOST_TRIED = 24
"""So many findings of a report get wordings, the worst first: more than anybody looks at."""

_REMEMBERED_POLICIES = 2
_MOST_REMEMBERED = 2_000

_Sentence = tuple[str, str, int, int]
"""The rule of a finding, the sentence that it stands in, and where in it."""

_Placed = tuple[int, int, str]
"""A wording, and between which characters of a sentence it goes."""


class Wordings:
    """What can be offered for findings; *rewordings* says what holds, which takes about a millisecond a finding."""

    def __init__(self, rewordings: Callable[[], Rewordings]) -> None:
        self._rewordings = rewordings
        self._known: list[tuple[Policy, dict[_Sentence, tuple[_Placed, ...]]]] = []

    def worded(self, report: Report, policy: Policy) -> Report:
        """Return *report* with the wordings that hold; what is not known yet is tried now."""
        while (finding := self.untried(report, policy)) is not None:
            self.find(report.text, finding, policy)
        return self.known(report, policy)

    def known(self, report: Report, policy: Policy) -> Report:
        """Return *report* with the wordings that are known to hold; a finding that was not tried keeps its rule's."""
        return self.looked_up(report, policy)[0]

    def untried(self, report: Report, policy: Policy) -> Finding | None:
        """Return the worst finding of *report* that has not been tried yet, of those that get wordings."""
        return self.looked_up(report, policy)[1]

    def looked_up(self, report: Report, policy: Policy) -> tuple[Report, Finding | None]:
        """Return what :meth:`known` and :meth:`untried` do, for the price of one."""
        known = self._known_for(policy)
        untried: Finding | None = None
        worded: dict[int, Finding] = {}
        for finding in _looked_at(report):
            start, place = _place(report.text, finding)
            fixes = known.get(place)
            if fixes is None:
                untried = untried or finding
            else:
                offered = tuple(Fix(Span(start + a, start + b), words) for a, b, words in fixes)
                if offered != finding.fixes:
                    worded[id(finding)] = replace(finding, fixes=offered)
        if not worded:
            return report, untried
        findings = tuple([worded.get(id(finding), finding) for finding in report.findings])
        return replace(report, findings=findings), untried

    def find(self, text: str, finding: Finding, policy: Policy) -> tuple[Fix, ...]:
        """Return the wordings for *finding* that hold, and remember them."""
        known = self._known_for(policy)
        start, place = _place(text, finding)
        fixes = self._rewordings().of(text, finding, policy)
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        known[place] = tuple((each.span.start - start, each.span.end - start, each.replacement) for each in fixes)
        return fixes

    def _known_for(self, policy: Policy) -> dict[_Sentence, tuple[_Placed, ...]]:
        for one, known in self._known:
            if one is policy or one == policy:
                return known
        self._known = [(policy, {}), *self._known[: _REMEMBERED_POLICIES - 1]]
        return self._known[0][1]


def _looked_at(report: Report) -> Iterable[Finding]:
    """Return the findings that get wordings, as the list of findings has them: high before low, in reading order."""
    if len(report.findings) <= MOST_TRIED:
        return report.worst_first()
    return nsmallest(MOST_TRIED, report.findings, key=lambda finding: (-finding.severity, finding.span))


def _place(text: str, finding: Finding) -> tuple[int, _Sentence]:
    """Return where the sentence of *finding* begins, and by what its wordings are remembered."""
    sentence = sentence_around(text, finding)
    start = sentence.start
    words = text[start : sentence.end]
    return start, (finding.rule_id, words, finding.span.start - start, finding.span.end - start)
