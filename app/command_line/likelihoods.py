"""What the second reader makes of a text, for ``twofold rules``: how likely each risk is, and what came of that."""

from collections.abc import Iterator

from app.command_line.answers import Answer
from app.command_line.terminal import SEVERITY_WORDS, printable
from app.model.finding import Risk
from app.reader.naming import is_readers
from app.reader.reading import Opinion, Reading
from app.reader.second_reader import SecondReader

_SHOWN = 5
"""So many risks that were not raised are shown, the likeliest first."""


def likelihoods(alone: Answer, joined: Answer, reader: SecondReader, took_ms: float) -> Iterator[str]:
    """Return what *reader* made of a text that rules *alone* have reviewed, and how both *joined*; ends with a gap."""
    reading = joined.reading
    if reading is None:
        return
    if not reading.understood:
        yield f"The second reader reads English only, and has left this alone ({took_ms:.2f} ms)."
        yield ""
        return
    yield f"The second reader took {took_ms:.2f} ms and finds likeliest:"
    for risk, likely in sorted(reading.likely.items(), key=lambda each: -each[1])[: _SHOWN + len(reading.opinions)]:
        yield f"    {likely:.3f}  {risk.value}  {_verdict(risk, reading, reader)}"
    for opinion in reading.opinions:
        yield from _about(opinion, joined)
    yield from _calmed(alone, joined)
    yield ""


def _verdict(risk: Risk, reading: Reading, reader: SecondReader) -> str:
    bounds = reader.bounds[risk]
    if reading.likely[risk] >= bounds.raised:
        return f"is over {bounds.raised:.3f} and raised"
    if risk in reading.ruled_out:
        return f"is under {bounds.ruled_out:.3f} and ruled out, would be raised from {bounds.raised:.3f} on"
    return f"would be raised from {bounds.raised:.3f} on"


def _about(opinion: Opinion, joined: Answer) -> Iterator[str]:
    """Return which words an opinion points at, and whether it has become a finding."""
    text = joined.report.text
    place = joined.cleaned.original_span(opinion.span)
    words = printable(text[opinion.span.start : opinion.span.end])
    yield f"    {opinion.risk.value} in “{words}”  {place.start}-{place.end}, {opinion.sureness.value} sure"
    weighty = ", ".join(f"“{printable(text[span.start : span.end])}”" for span in opinion.words)
    yield f"        weighs    {weighty}"
    found = [each for each in joined.report.findings if is_readers(each) and each.risk is opinion.risk]
    if found:
        yield f"        said      {SEVERITY_WORDS[max(each.severity for each in found)]}"
    else:
        yield "        not said  a rule has said as much, or the stance on it is off"


def _calmed(alone: Answer, joined: Answer) -> Iterator[str]:
    now = {(each.rule_id, each.span): each.severity for each in joined.report.findings}
    for finding in alone.report.findings:
        severity = now.get((finding.rule_id, finding.span), finding.severity)
        if severity < finding.severity:
            before, after = SEVERITY_WORDS[finding.severity], SEVERITY_WORDS[severity]
            yield f"    calmed    {finding.rule_id}: {before} is {after} now"
