"""``twofold rules``: try one text against all rules and say what fired, on which words, and how long it took."""

import time
from collections.abc import Iterator

from app.command_line import status
from app.command_line.answers import Answer, answer
from app.command_line.arguments import ExplainRules
from app.command_line.output import Output
from app.command_line.reading import STANDARD_INPUT, read_post
from app.command_line.terminal import SEVERITY_WORDS, printable
from app.model.finding import Finding, Span
from app.model.policy import default_policy


def explain(asked: ExplainRules, output: Output) -> int:
    """Print what each rule that fired saw; raise ``FileUnreadable`` when standard input cannot be read."""
    text = read_post(STANDARD_INPUT) if asked.text is None else asked.text
    policy = default_policy(asked.side)
    answer("", policy)  # so that the time below is that of a text, not of reading the rules
    started = time.perf_counter()
    answered = answer(text, policy)
    took_ms = (time.perf_counter() - started) * 1_000
    output.write("".join(f"{line}\n" for line in _lines(answered)))
    output.write(f"{len(answered.report.text):,} characters as {asked.side.value}: {took_ms:.2f} ms\n")
    return status.NOTHING_OR_NOTES


def _lines(answered: Answer) -> Iterator[str]:
    report = answered.report
    if not report.findings:
        yield "No rule fired."
    for name in report.skipped:
        yield f"Could not run: {printable(name)}"
    for finding in report.findings:
        yield f"{finding.rule_id}  {SEVERITY_WORDS[finding.severity]}  {finding.risk.value}  ({finding.guideline})"
        yield f"    words     {_quoted(report.text, finding.span)}  {_at(answered, finding)}"
        if finding.evidence and finding.evidence != (finding.span,):
            yield f"    evidence  {', '.join(_quoted(report.text, span) for span in finding.evidence)}"
        yield f"    says      {printable(finding.message)}"
        yield f"    why       {printable(finding.why)}"
        yield f"    minds     {', '.join(sorted(group.value for group in finding.minds))}"
        for fix in finding.fixes:
            yield f"    write     “{printable(fix.replacement)}” for {_quoted(report.text, fix.span)}"


def _at(answered: Answer, finding: Finding) -> str:
    span = answered.span(finding)
    return f"{span.start}-{span.end}"


def _quoted(text: str, span: Span) -> str:
    return f"“{printable(text[span.start : span.end])}”"
