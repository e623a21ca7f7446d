"""Hold rules to the sentences they bring along: those they must fire on, those they must leave alone, their fixes."""

from collections.abc import Iterator

from app.checks.engine import Engine
from app.checks.rule import Example, Rule
from app.errors import RuleProblem
from app.model.finding import Finding, Fix
from app.model.persona import Side
from app.model.policy import default_policy


def broken_promises(engine: Engine, rule: Rule) -> tuple[RuleProblem, ...]:
    """Return the sentences of *rule* that *engine* does not treat as it says, and the fixes that mend nothing."""
    return (*_silent(engine, rule), *_loud(engine, rule), *_poor_fixes(engine, rule))


def _silent(engine: Engine, rule: Rule) -> Iterator[RuleProblem]:
    for example, side in _on_each_side(rule, rule.fires):
        findings = engine.review(example, default_policy(side)).findings
        if not any(finding.risk is rule.risk for finding in findings):
            raised = ", ".join(finding.rule_id for finding in findings) or "nothing"
            yield RuleProblem(rule.file, rule.id, "fires", f'"{example}" raises {raised} on the {side} side')


def _loud(engine: Engine, rule: Rule) -> Iterator[RuleProblem]:
    for example, side in _on_each_side(rule, rule.quiet):
        for finding in _own_findings(engine, rule, example, side):
            words = example[finding.span.start : finding.span.end]
            yield RuleProblem(rule.file, rule.id, "quiet", f'"{example}" fires at "{words}" on the {side} side')


def _poor_fixes(engine: Engine, rule: Rule) -> Iterator[RuleProblem]:
    for example, side in _on_each_side(rule, rule.fires):
        for finding in _own_findings(engine, rule, example, side):
            for fix in finding.fixes:
                mended = _applied(example, fix)
                if any(left.risk is rule.risk for left in engine.review(mended, default_policy(side)).findings):
                    yield RuleProblem(rule.file, rule.id, "fixes", f'"{mended}" still raises {rule.risk}')


def _on_each_side(rule: Rule, examples: tuple[Example, ...]) -> Iterator[tuple[str, Side]]:
    for example in examples:
        for side in Side if example.side is None else (example.side,):
            if rule.severity.on(side) is not None:
                yield example.text, side


def _own_findings(engine: Engine, rule: Rule, text: str, side: Side) -> list[Finding]:
    return [finding for finding in engine.review(text, default_policy(side)).findings if finding.rule_id == rule.id]


def _applied(text: str, fix: Fix) -> str:
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]
