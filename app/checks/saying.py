"""Make findings: what a rule says, in the words of the persona, about these words of the text."""

from collections.abc import Collection, Mapping
from functools import lru_cache

from app.checks.audience import severity_for
from app.checks.dismissals import prints
from app.checks.rule import CodedRule, RiskWords, Rule, Wording
from app.checks.wording import filled, fix
from app.model.finding import Finding, Fix, Risk, Span
from app.model.policy import Policy


class Speaker:
    """Speaks for one policy."""

    def __init__(self, risks: Mapping[Risk, RiskWords], policy: Policy) -> None:
        self._risks = risks
        self._policy = policy
        self._severity = lru_cache(maxsize=256)(lambda risk, own: severity_for(risk, own, policy))
        self._said = lru_cache(maxsize=2048)(self._say)

    def finding(self, rule: Rule | CodedRule, text: str, span: Span, evidence: Collection[Span] = ()) -> Finding | None:
        """Return what *rule* says about *span* of *text*; ``None`` where the persona wants nothing said."""
        severity = self._severity(rule.risk, rule.severity.on(self._policy.side))
        if severity is None:
            return None
        words = text[span.start : span.end]
        sentence_print, phrase_print = prints(rule.id, text, span)
        message, why, instead = self._said(rule.wording, words)
        return Finding(
            rule_id=rule.id,
            risk=rule.risk,
            span=span,
            evidence=tuple(sorted({span, *evidence})) if evidence else (span,),
            severity=severity,
            title=self._filled(self._risks[rule.risk].title, words) if rule.risk in self._risks else rule.risk,
            message=message,
            why=why,
            minds=rule.wording.minds,
            guideline=rule.wording.guideline,
            instead=instead,
            fixes=tuple(fix(text, span, self._filled(wording, words)) for wording in rule.wording.fixes),
            sentence_print=sentence_print,
            phrase_print=phrase_print,
        )

    def _say(self, wording: Wording, words: str) -> tuple[str, str, tuple[str, ...]]:
        """Return message, reason and advice about *words*."""
        advice = tuple(self._filled(advice, words) for advice in wording.instead)
        return self._filled(wording.message, words), self._filled(wording.why, words), advice

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
