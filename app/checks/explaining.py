"""Say why a text was judged as it was: every cue, every rule whose form stands there, and what kept it quiet."""

import time
from dataclasses import dataclass

from app.checks.lines import sentences
from app.checks.matching import Matcher
from app.checks.passage import Passage
from app.model.finding import Report, Severity, Span
from app.model.persona import Side


@dataclass(frozen=True, slots=True)
class TriedRule:
    """A rule whose *form* stands at *span*; *excuse* says what kept it quiet and is empty when it fired.

    *severity* is the rule's own on this side, before readers and stances.
    """

    rule_id: str
    form: str
    span: Span
    severity: Severity | None
    excuse: str


@dataclass(frozen=True, slots=True)
class SeenCue:
    """A cue at *span* and what it adds to its risk; *risk* is empty for a cue that only serves rules."""

    cue_id: str
    risk: str
    weight: int
    span: Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the review of a text came about, and how long it takes from scratch.

    ``words`` are the words as the rules read them, disguises seen through.
    """

    report: Report
    words: tuple[str, ...]
    tried: tuple[TriedRule, ...]
    cues: tuple[SeenCue, ...]
    microseconds: float


def explain(report: Report, matcher: Matcher, side: Side) -> Explanation:
    """Return how *report* came about with the rules of *matcher* on *side*, sentence by sentence."""
    words: list[str] = []
    tried: list[TriedRule] = []
    cues: list[SeenCue] = []
    started = time.perf_counter()
    for offset, sentence in _sentences_of(report.text):
        passage = Passage(sentence, matcher.vocabulary)
        words += passage.words
        for trial in matcher.trials(passage, side):
            span = passage.span(trial.first, trial.last).shifted(offset)
            severity = trial.rule.severity.on(side)
            tried.append(TriedRule(trial.rule.id, trial.form.source, span, severity, trial.excuse))
        for hit in matcher.matches(passage, side).cues:
            span = passage.span(hit.first, hit.last).shifted(offset)
            cues.append(SeenCue(hit.cue.id, hit.cue.risk or "", hit.cue.weight, span))
    microseconds = (time.perf_counter() - started) * 1e6
    return Explanation(report, tuple(words), tuple(tried), tuple(cues), microseconds)


def _sentences_of(text: str) -> list[tuple[int, str]]:
    """Return every sentence of every line, each with where it begins."""
    found: list[tuple[int, str]] = []
    offset = 0
    for line in text.split("\n"):
        found += [(offset + start, sentence) for start, sentence in sentences(line)]
        offset += len(line) + 1
    return found
