"""``twofold rules``: try one text against all rules, and say what came of each, on which words, and in what time."""

import time
from collections.abc import Iterator
from datetime import date

from app.checks.explained import ExplainedSentence, Explanation, Outcome, RiskSum, TriedRule
from app.command_line import status
from app.command_line.answers import Answer, answer, worded
from app.command_line.arguments import ExplainRules
from app.command_line.likelihoods import likelihoods
from app.command_line.output import Output
from app.command_line.policy_file import read_policy
from app.command_line.reading import STANDARD_INPUT, read_post
from app.command_line.second_opinions import SecondOpinions
from app.command_line.terminal import SEVERITY_WORDS, printable
from app.model.finding import Span
from app.model.policy import default_policy
from app.reader.naming import is_readers
from app.studio.reviewing import shipped_engine

_GROUPS = (
    ("fired", frozenset((Outcome.FIRED,))),
    ("stood there and stayed quiet", frozenset(one for one in Outcome if not one.is_near_miss) - {Outcome.FIRED}),
    ("not all there", frozenset(one for one in Outcome if one.is_near_miss)),
)


def explain(asked: ExplainRules, output: Output, today: date, opinions: SecondOpinions) -> int:
    """Print how the review of a text came about, sentence by sentence, and what the second reader makes of it.

    Raises ``FileUnreadable`` when standard input cannot be read, and ``BadPolicy`` for the file that says whom to
    review as.
    """
    policy = default_policy(asked.side)
    if asked.policy_file is not None:
        policy = read_policy(asked.policy_file, asked.side, today)
    text = read_post(STANDARD_INPUT) if asked.text is None else asked.text
    answer("", policy)  # so that the time below is that of a text, not of reading the rules
    started = time.perf_counter()
    answered = answer(text, policy)
    took_ms = (time.perf_counter() - started) * 1_000
    explanation = shipped_engine().explain(answered.cleaned.text, policy)
    started = time.perf_counter()
    joined = opinions.joined(answered, policy)
    reading_took_ms = (time.perf_counter() - started) * 1_000
    shown = opinions.tried(worded(joined, policy))
    output.write("".join(f"{line}\n" for line in (*_lines(shown), *_trace(answered, explanation))))
    if opinions.reader is not None:
        output.write("".join(f"{line}\n" for line in likelihoods(answered, joined, opinions.reader, reading_took_ms)))
    output.write(
        f"{len(answered.report.text):,} characters as {policy.side.value}: {took_ms:.2f} ms, of which words are read"
        f" and rules looked up in {_time(explanation.microseconds)}\n"
    )
    return status.NOTHING_OR_NOTES


def _lines(answered: Answer) -> Iterator[str]:
    report = answered.report
    if all(is_readers(finding) for finding in report.findings):
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


def _trace(answered: Answer, explanation: Explanation) -> Iterator[str]:
    for sentence in explanation.sentences:
        yield ""
        yield from _about(answered, sentence)
    if explanation.sums:
        yield ""
        yield "Weak signs add up over the whole text, each counted once:"
        yield from (f"    {_sum(each)}" for each in explanation.sums)
    if explanation.sentences:
        yield ""


def _about(answered: Answer, sentence: ExplainedSentence) -> Iterator[str]:
    text = answered.report.text
    yield f"{_quoted(text, sentence.span)}  {_place(answered, sentence.span)}"
    reading, looking_up = _time(sentence.reading_microseconds), _time(sentence.looking_up_microseconds)
    yield f"    read as   {printable(' '.join(sentence.words))}"
    yield f"    took      {reading} to read, {looking_up} to look rules up"
    for hidden in sentence.disguises:
        written, place = _quoted(text, hidden.span), _place(answered, hidden.span)
        yield f"    disguise  {written}  {place}  is {' '.join(hidden.words)}"
    for cue in sentence.cues:
        weighs = f"weighs {cue.weight} for {cue.risk}" if cue.risk else "serves other rules"
        yield f"    sign      {cue.cue_id}  {_quoted(text, cue.span)}  {_place(answered, cue.span)}  {weighs}"
    for title, outcomes in _GROUPS:
        tried = [one for one in sentence.tried if one.outcome in outcomes]
        if tried:
            yield f"    {title}:"
        for one in tried:
            yield f"        {one.rule_id}  {_quoted(text, one.span)}  {_place(answered, one.span)}"
            yield f"            form      {printable(one.form)}"
            yield f"            because   {printable(_reason(one))}"
            yield f"            took      {_time(one.microseconds)}"
    if sentence.unlisted:
        yield f"        and {sentence.unlisted} more of which less is there"


def _reason(one: TriedRule) -> str:
    """Return what decided about a rule, in words."""
    return {
        Outcome.FIRED: "its form stands there and nothing keeps it quiet",
        Outcome.IGNORED: f"ignored: {one.because}",
        Outcome.UNITED: f"{one.because} speaks about the same words",
        Outcome.CROWDED: "weightier findings of this sentence are shown instead",
        Outcome.OFF: f"the stance on {one.because} is off",
        Outcome.OTHER_SIDE: f"counts on the {one.because} side only",
        Outcome.EXCEPTED: f"unless {one.because}",
        Outcome.NEGATED: f"negated by “{one.because}”",
        Outcome.QUOTED: f"reported by “{one.because}”" if one.because else "quoted",
        Outcome.IMAGINED: f"only imagined: “{one.because}”",
        Outcome.NEEDS_CUE: f"needs {one.because}",
        Outcome.NOT_THERE: f"not there: {one.because}",
        Outcome.OUT_OF_REACH: f"there, but not in this order or this near: {one.because}",
    }[one.outcome]


def _sum(each: RiskSum) -> str:
    parts = " + ".join(f"{weight} {cue_id}" for cue_id, weight in each.weights)
    if each.is_said:
        verdict = "a rule has said it already"
    else:
        verdict = "enough to be said" if each.is_reached else "too little to be said"
    return f"{each.risk.value}  {parts} = {each.total} of {each.threshold}: {verdict}"


def _time(microseconds: float) -> str:
    return f"{microseconds:,.1f} µs"


def _place(answered: Answer, span: Span) -> str:
    original = answered.cleaned.original_span(span)
    return f"{original.start}-{original.end}"


def _quoted(text: str, span: Span) -> str:
    return f"“{printable(text[span.start : span.end])}”"
