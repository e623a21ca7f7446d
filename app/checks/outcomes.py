"""What came of a rule whose form stands in a sentence: whether it fired, and if not, what decided that."""

from collections.abc import Callable

from app.checks.audience import severity_for
from app.checks.explained import Outcome, TriedRule
from app.checks.guards import guarded_by
from app.checks.index import Hit
from app.checks.matching import Trial
from app.checks.passage import Passage
from app.checks.rule import Guard
from app.model.finding import Finding, Report, Severity, Span
from app.model.policy import Policy

_UNLESS, _NEEDS = "unless ", "needs "
_GUARDS = {
    Guard.NEGATED: Outcome.NEGATED,
    Guard.QUOTED: Outcome.QUOTED,
    Guard.HYPOTHETICAL: Outcome.IMAGINED,
}


class Outcomes:
    """Compares rules that were tried with what the review says in the end; *cues* are those of the whole draft."""

    def __init__(self, report: Report, policy: Policy, cues: Callable[[], frozenset[str]]) -> None:
        self._report = report
        self._policy = policy
        self._cues = cues

    def of(self, trial: Trial, passage: Passage, offset: int, microseconds: float) -> TriedRule:
        """Return what came of *trial* in *passage*, which begins at *offset*."""
        rule = trial.rule
        span = passage.span(trial.first, trial.last).shifted(offset)
        own = rule.severity.on(self._policy.side)
        outcome, because, by = self._decided(trial, passage, span, own)
        return TriedRule(
            rule.id, rule.risk, trial.form.source, span, own, outcome, because,
            None if by is None else by.shifted(offset), microseconds,
        )  # fmt: skip

    def _decided(
        self, trial: Trial, passage: Passage, span: Span, own: Severity | None
    ) -> tuple[Outcome, str, Span | None]:
        if trial.excuse:
            return _excused(trial, passage)
        if own is None:
            return Outcome.OTHER_SIDE, self._policy.side.other.value, None
        if severity_for(trial.rule.risk, own, self._policy) is None:
            return Outcome.OFF, trial.rule.risk.value, None
        return self._reported(trial, span)

    def _reported(self, trial: Trial, span: Span) -> tuple[Outcome, str, Span | None]:
        """Return what became of a rule that nothing kept quiet, by what stands in the report."""
        rule = trial.rule
        for finding in self._report.findings:
            if finding.rule_id == rule.id and _meet(finding, span):
                return Outcome.FIRED, "", None
        for finding in self._report.ignored:
            if finding.risk is rule.risk and _meet(finding, span):
                return Outcome.IGNORED, finding.rule_id, None
        for finding in self._report.findings:
            if finding.risk is rule.risk and _meet(finding, span):
                return Outcome.UNITED, finding.rule_id, None
        silencing = sorted(rule.silenced_by & self._cues()) if rule.silenced_by else []
        if silencing:
            return Outcome.EXCEPTED, silencing[0], None
        if rule.needs:
            return Outcome.NEEDS_CUE, " or ".join(sorted(rule.needs)), None
        return Outcome.CROWDED, "", None


def _excused(trial: Trial, passage: Passage) -> tuple[Outcome, str, Span | None]:
    if trial.excuse.startswith(_UNLESS):
        return Outcome.EXCEPTED, trial.excuse.removeprefix(_UNLESS), None
    if trial.excuse.startswith(_NEEDS):
        return Outcome.NEEDS_CUE, trial.excuse.removeprefix(_NEEDS), None
    hit = Hit(trial.first, trial.last, trial.rule, trial.form)
    kept = guarded_by(passage, hit, trial.rule.guards)
    assert kept is not None, trial.excuse
    guard, place = kept
    if place is None:
        return _GUARDS[guard], "", None
    return _GUARDS[guard], passage.words[place], passage.span(place, place + 1)


def _meet(finding: Finding, span: Span) -> bool:
    return finding.span.start <= span.end and span.start <= finding.span.end
