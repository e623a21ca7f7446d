"""Make findings: what a rule says, in the words of the persona, about these words of the text."""

from collections.abc import Iterable, Mapping

from app.checks.audience import severity_for
from app.checks.dismissals import prints
from app.checks.rule import CodedRule, RiskWords, Rule
from app.checks.wording import filled, fix
from app.model.finding import Finding, Risk, Span
from app.model.policy import Policy


class Speaker:
    """Speaks for one policy."""

    def __init__(self, risks: Mapping[Risk, RiskWords], policy: Policy) -> None:
        self._risks = risks
        self._policy = policy

    def finding(self, rule: Rule | CodedRule, text: str, span: Span, evidence: Iterable[Span] = ()) -> Finding | None:
        """Return what *rule* says about *span* of *text*; ``None`` where the persona wants nothing said."""
        severity = severity_for(rule.risk, rule.severity.on(self._policy.side), self._policy)
        if severity is None:
            return None
        words = text[span.start : span.end]
        sentence_print, phrase_print = prints(rule.id, text, span)
        return Finding(
            rule_id=rule.id,
            risk=rule.risk,
            span=span,
            evidence=tuple(sorted({span, *evidence})),
            severity=severity,
            title=self._filled(self._risks[rule.risk].title, words) if rule.risk in self._risks else rule.risk,
            message=self._filled(rule.wording.message, words),
            why=self._filled(rule.wording.why, words),
            minds=rule.wording.minds,
            guideline=rule.wording.guideline,
            instead=tuple(self._filled(advice, words) for advice in rule.wording.instead),
            fixes=tuple(fix(text, span, self._filled(wording, words)) for wording in rule.wording.fixes),
            sentence_print=sentence_print,
            phrase_print=phrase_print,
        )

    def _filled(self, template: str, words: str) -> str:
        return filled(template, self._policy.works_with, words)


def moved(finding: Finding, by: int) -> Finding:
    """Return the same finding, *by* characters further on."""
    if by == 0:
        return finding
    return Finding(
        rule_id=finding.rule_id,
        risk=finding.risk,
        span=finding.span.shifted(by),
        evidence=tuple([span.shifted(by) for span in finding.evidence]),
        severity=finding.severity,
        title=finding.title,
        message=finding.message,
        why=finding.why,
        minds=finding.minds,
        guideline=finding.guideline,
        instead=finding.instead,
        fixes=tuple([type(one)(one.span.shifted(by), one.replacement) for one in finding.fixes]),
        sentence_print=finding.sentence_print,
        phrase_print=finding.phrase_print,
    )
