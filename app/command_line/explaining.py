"""``twofold rules``: try one text against all rules and say what fired, on which words, and how long it took."""

import time
from collections.abc import Iterator

from app.checks.explaining import Explanation
from app.command_line import status
from app.command_line.answers import Answer, answer
from app.command_line.arguments import ExplainRules
from app.command_line.output import Output
from app.command_line.reading import STANDARD_INPUT, read_post
from app.command_line.terminal import SEVERITY_WORDS, printable
from app.model.finding import Span
from app.model.policy import default_policy
from app.studio.reviewing import shipped_engine


def explain(asked: ExplainRules, output: Output) -> int:
    """Print what each rule that fired saw; raise ``FileUnreadable`` when standard input cannot be read."""
    text = read_post(STANDARD_INPUT) if asked.text is None else asked.text
    policy = default_policy(asked.side)
    answer("", policy)  # so that the time below is that of a text, not of reading the rules
    started = time.perf_counter()
    answered = answer(text, policy)
    took_ms = (time.perf_counter() - started) * 1_000
    explanation = shipped_engine().explain(answered.cleaned.text, policy)
    lines = (*_lines(answered), *_quiet_lines(answered, explanation), *_cue_lines(answered, explanation))
    output.write("".join(f"{line}\n" for line in lines))
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
        yield f"    words     {_quoted(report.text, finding.span)}  {_place(answered, finding.span)}"
        if finding.evidence and finding.evidence != (finding.span,):
            yield f"    evidence  {', '.join(_quoted(report.text, span) for span in finding.evidence)}"
        yield f"    says      {printable(finding.message)}"
        yield f"    why       {printable(finding.why)}"
        yield f"    minds     {', '.join(sorted(group.value for group in finding.minds))}"
        for fix in finding.fixes:
            yield f"    write     “{printable(fix.replacement)}” for {_quoted(report.text, fix.span)}"


def _quiet_lines(answered: Answer, explanation: Explanation) -> Iterator[str]:
    """Yield the rules whose words stand there and which stayed quiet all the same, each with the reason."""
    quiet = [tried for tried in explanation.tried if tried.excuse or tried.severity is None]
    if quiet:
        yield "Stood there and stayed quiet:"
    for tried in quiet:
        reason = tried.excuse or "off on this side"
        yield f"    {tried.rule_id}  {_quoted(explanation.report.text, tried.span)}  {_place(answered, tried.span)}"
        yield f"        form      {printable(tried.form)}"
        yield f"        because   {printable(reason)}"


def _cue_lines(answered: Answer, explanation: Explanation) -> Iterator[str]:
    """Yield the weak signs that were seen, and what each weighs for its risk."""
    if explanation.cues:
        yield "Weak signs, which add up over the whole draft or serve other rules:"
    for cue in explanation.cues:
        weighs = f"weighs {cue.weight} for {cue.risk}" if cue.risk else "serves other rules"
        words, place = _quoted(explanation.report.text, cue.span), _place(answered, cue.span)
        yield f"    {cue.cue_id}  {words}  {place}  {weighs}"


def _place(answered: Answer, span: Span) -> str:
    original = answered.cleaned.original_span(span)
    return f"{original.start}-{original.end}"


def _quoted(text: str, span: Span) -> str:
    return f"“{printable(text[span.start : span.end])}”"
