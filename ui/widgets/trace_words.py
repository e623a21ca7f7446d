"""What came of each rule, in words that need no engineer; what the engineer wants stands beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.checks.explained import ExplainedSentence, Explanation, Outcome, TriedRule
from app.model.finding import Finding, Risk, Span
from app.model.persona import Side
from ui.widgets.finding_words import quoted
from ui.widgets.verdict import severity_word


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One line of the trace: in plain *words*, with the *detail* beside it, about *span* of the text."""

    words: str
    detail: str
    risk: Risk | None
    span: Span


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """One sentence with what was made of it."""

    heading: TraceRow
    rows: tuple[TraceRow, ...]


def traced(explanation: Explanation, risk_words: Mapping[Risk, str]) -> Iterator[TracedSentence]:
    """Yield every sentence of *explanation* in words, and at the end what weak signs come to together."""
    for sentence in explanation.sentences:
        yield _sentence(sentence, explanation, risk_words)
    if explanation.sums:
        yield _sums(explanation, risk_words)


def _sentence(sentence: ExplainedSentence, explanation: Explanation, risk_words: Mapping[Risk, str]) -> TracedSentence:
    say = QCoreApplication.translate
    text = explanation.report.text
    took = sentence.reading_microseconds + sentence.looking_up_microseconds
    read = say("Trace", "read as: {words}").format(words=" ".join(sentence.words))
    heading = TraceRow(quoted(_words(text, sentence.span)), f"{read} · {took:,.0f} µs", None, sentence.span)
    rows: list[TraceRow] = []
    for hidden in sentence.disguises:
        phrase = say("Trace", "{written} is read as {words}")
        words = phrase.format(written=quoted(_words(text, hidden.span)), words=quoted(" ".join(hidden.words)))
        rows.append(TraceRow(words, "", None, hidden.span))
    by_form = {one.rule_id for one in sentence.tried}
    rows += [
        TraceRow(_found_words(finding, text), finding.rule_id, finding.risk, finding.span)
        for finding in explanation.report.findings
        if finding.span.overlaps(sentence.span) and finding.rule_id not in by_form
    ]
    rows += [_tried(one, explanation) for one in sentence.tried if not one.outcome.is_near_miss]
    for cue in sentence.cues:
        risk = Risk(cue.risk) if cue.risk else None
        rows.append(TraceRow(_sign_words(_words(text, cue.span), risk, risk_words), cue.cue_id, risk, cue.span))
    rows += [_tried(one, explanation) for one in sentence.tried if one.outcome.is_near_miss]
    if sentence.unlisted:
        more = say("Trace", "Rules of which less is there: %n", "", sentence.unlisted)
        rows.append(TraceRow(more, "", None, sentence.span))
    return TracedSentence(heading, tuple(rows))


def _found_words(finding: Finding, text: str) -> str:
    phrase = QCoreApplication.translate("Trace", "Found, {severity}: {words}")
    return phrase.format(severity=severity_word(finding.severity), words=quoted(_words(text, finding.span)))


def _sign_words(words: str, risk: Risk | None, risk_words: Mapping[Risk, str]) -> str:
    say = QCoreApplication.translate
    if risk is None:
        return say("Trace", "Counts only together with other words: {words}").format(words=quoted(words))
    phrase = say("Trace", "Weak sign of “{risk}”: {words}")
    return phrase.format(risk=risk_words.get(risk, risk.value), words=quoted(words))


def _tried(one: TriedRule, explanation: Explanation) -> TraceRow:
    text = explanation.report.text
    reason = _form_words(one)
    parts = (one.rule_id, *([reason] if reason else ()), one.form, f"{one.microseconds:,.0f} µs")
    detail = " · ".join(parts)
    return TraceRow(_tried_words(one, explanation, quoted(_words(text, one.span))), detail, one.risk, one.span)


def _tried_words(one: TriedRule, explanation: Explanation, words: str) -> str:
    say = QCoreApplication.translate
    if one.outcome is Outcome.FIRED:
        finding = next(
            each
            for each in explanation.report.findings
            if each.rule_id == one.rule_id and each.span.start <= one.span.end and one.span.start <= each.span.end
        )
        return say("Trace", "Found, {severity}: {words}").format(severity=severity_word(finding.severity), words=words)
    phrase = {
        Outcome.IGNORED: say("Trace", "You ignore this: {words}"),
        Outcome.UNITED: say("Trace", "Said already by another rule: {words}"),
        Outcome.CROWDED: say("Trace", "Left out for weightier findings: {words}"),
        Outcome.OFF: say("Trace", "Switched off for this persona: {words}"),
        Outcome.OTHER_SIDE: _other_side_words(one.because),
        Outcome.EXCEPTED: say("Trace", "Left alone, as something else is meant: {words}"),
        Outcome.NEGATED: say("Trace", "Left alone because of “{because}”: {words}"),
        Outcome.QUOTED: say("Trace", "Left alone, somebody else's words (“{because}”): {words}")
        if one.because
        else say("Trace", "Left alone, in quotation marks: {words}"),
        Outcome.IMAGINED: say("Trace", "Left alone, only imagined (“{because}”): {words}"),
        Outcome.NEEDS_CUE: say("Trace", "Needs another sign beside it: {words}"),
        Outcome.NOT_THERE: say("Trace", "Not all of it is there: {words}"),
        Outcome.OUT_OF_REACH: say("Trace", "All of it is there, but too far apart: {words}"),
    }[one.outcome]
    return phrase.format(words=words, because=one.because)


def _form_words(one: TriedRule) -> str:
    """Return the part of a rule's data that decided, as it is written there."""
    say = QCoreApplication.translate
    phrase = {
        Outcome.UNITED: "{because}",
        Outcome.IGNORED: "{because}",
        Outcome.EXCEPTED: say("Trace", "unless {because}"),
        Outcome.NEEDS_CUE: say("Trace", "needs {because}"),
        Outcome.NOT_THERE: say("Trace", "without {because}"),
        Outcome.OUT_OF_REACH: say("Trace", "{because} too far away"),
    }.get(one.outcome, "")
    return phrase.format(because=one.because)


def _other_side_words(side: str) -> str:
    say = QCoreApplication.translate
    if side == Side.PERSONAL.value:
        return say("Trace", "Counts on a personal account only: {words}")
    return say("Trace", "Counts on a professional account only: {words}")


def _sums(explanation: Explanation, risk_words: Mapping[Risk, str]) -> TracedSentence:
    say = QCoreApplication.translate
    nowhere = Span(0, 0)
    rows = []
    for each in explanation.sums:
        if each.is_said:
            phrase = say("Trace", "{risk}: {total} of {threshold}, and a rule has said it already")
        elif each.is_reached:
            phrase = say("Trace", "{risk}: {total} of {threshold}, enough to be said")
        else:
            phrase = say("Trace", "{risk}: {total} of {threshold}, too little to be said")
        words = phrase.format(
            risk=risk_words.get(each.risk, each.risk.value), total=each.total, threshold=each.threshold
        )
        detail = " + ".join(f"{weight} {cue_id}" for cue_id, weight in each.weights)
        rows.append(TraceRow(words, detail, each.risk, nowhere))
    return TracedSentence(TraceRow(say("Trace", "Weak signs, added up"), "", None, nowhere), tuple(rows))


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]
