"""Make findings: what a rule says, in the words of the persona, about these words of the text."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.checks.audience import severity_for
from app.checks.dismissals import prints
from app.checks.rule import CodedRule, RiskWords, Rule
from app.checks.wording import filled, fix
from app.model.finding import Finding, Fix, Risk, Severity, Span
from app.model.policy import Policy

_REMEMBERED_WORDS = 2_048


@dataclass(frozen=True, slots=True)
class _Said:
    """What a rule says about certain words, wherever they stand; without a severity it says nothing."""

    severity: Severity | None
    title: str
    message: str
    why: str
    instead: tuple[str, ...]
    fixes: tuple[str, ...]


class Speaker:
    """Speaks for one policy."""

    def __init__(self, risks: Mapping[Risk, RiskWords], policy: Policy) -> None:
        self._risks = risks
        self._policy = policy
        self._said: dict[tuple[str, str], _Said] = {}

    def finding(self, rule: Rule | CodedRule, text: str, span: Span, evidence: Collection[Span] = ()) -> Finding | None:
        """Return what *rule* says about *span* of *text*; ``None`` where the persona wants nothing said."""
        words = text[span.start : span.end]
        said = self._said.get((rule.id, words))
        if said is None:
            if len(self._said) >= _REMEMBERED_WORDS:
                self._said.clear()
            said = self._said[rule.id, words] = self._say(rule, words)
        if said.severity is None:
            return None
        wording = rule.wording
        fixes = tuple([fix(text, span, each) for each in said.fixes]) if said.fixes else ()
        return Finding(
            rule.id, rule.risk, span, tuple(sorted({span, *evidence})) if evidence else (span,), said.severity,
            said.title, said.message, said.why, wording.minds, wording.guideline, said.instead, fixes,
            *prints(rule.id, text, span),
        )  # fmt: skip

    def _say(self, rule: Rule | CodedRule, words: str) -> _Said:
        wording = rule.wording
        return _Said(
            severity_for(rule.risk, rule.severity.on(self._policy.side), self._policy),
            self._filled(self._risks[rule.risk].title, words) if rule.risk in self._risks else rule.risk,
            self._filled(wording.message, words),
            self._filled(wording.why, words),
            tuple([self._filled(advice, words) for advice in wording.instead]),
            tuple([self._filled(better, words) for better in wording.fixes]),
        )

    def _filled(self, template: str, words: str) -> str:
        return filled(template, self._policy.works_with, words)


def moved(finding: Finding, by: int) -> Finding:
    """Return the same finding, *by* characters further on."""
    if by == 0:
        return finding
    span = finding.span.shifted(by)
    evidence = (span,) if len(finding.evidence) == 1 else tuple([one.shifted(by) for one in finding.evidence])
    fixes = tuple([Fix(fix.span.shifted(by), fix.replacement) for fix in finding.fixes]) if finding.fixes else ()
    return Finding(
        finding.rule_id, finding.risk, span, evidence, finding.severity, finding.title, finding.message, finding.why,
        finding.minds, finding.guideline, finding.instead, fixes, finding.sentence_print, finding.phrase_print,
    )  # fmt: skip
