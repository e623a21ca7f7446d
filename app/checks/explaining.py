"""Say why a text was judged as it was: every cue, every rule that was tried, what came of it and what decided that."""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from app.checks.coded import CodedChecks
from app.checks.explained import ExplainedSentence, Explanation, Outcome, RiskSum, SeenCue, SeenThrough, TriedRule
from app.checks.form import Form
from app.checks.guards import guarded_by
from app.checks.index import Hit
from app.checks.lines import is_open, sentences
from app.checks.matching import Matcher, Trial
from app.checks.near_misses import NearMiss, NearMisses
from app.checks.obfuscation import find_disguises
from app.checks.outcomes import Outcomes
from app.checks.passage import Passage
from app.checks.readypacks import ReadyPacks
from app.checks.vocabulary import Vocabulary
from app.checks.weighing import cue_rule
from app.model.finding import Report, Risk, Span
from app.model.persona import Side
from app.model.policy import Policy
from app.text.folding import INVISIBLE, LIGATURE, LOOK_ALIKE

_MARKS = frozenset((INVISIBLE, LIGATURE, LOOK_ALIKE))
_TIMED = 3
_ORDER = {outcome: number for number, outcome in enumerate(Outcome)}

Result = TypeVar("Result")


class Explainer:
    """Explains the reviews that are made with *packs* by *policy*."""

    def __init__(self, packs: ReadyPacks, matcher: Matcher, policy: Policy) -> None:
        self._packs = packs
        self._matcher = matcher
        self._policy = policy
        self._near_misses = NearMisses(packs)
        self._vocabulary = matcher.vocabulary.joined_by(CodedChecks(policy, packs.coded).vocabulary)

    def sentences(self, report: Report, within: Span | None = None) -> Iterator[ExplainedSentence]:
        """Yield how *report* came about one sentence after the other, of a long text those that touch *within*.

        A sentence takes a few milliseconds; whoever has other things to do can do them in between.
        """
        outcomes = Outcomes(report, self._policy, cache(lambda: self._cues(report.text)))
        for offset, sentence, line_break in _sentences_of(report.text):
            if within is None or (offset <= within.end and within.start <= offset + len(sentence)):
                yield self._sentence(offset, sentence, line_break, outcomes)

    def explained(self, report: Report, sentences: Iterable[ExplainedSentence]) -> Explanation:
        """Return what *sentences* are together; what cues add up to counts only these."""
        known = tuple(sentences)
        return Explanation(report, known, self._sums(report, known))

    def _sentence(self, offset: int, sentence: str, line_break: int | None, outcomes: Outcomes) -> ExplainedSentence:
        passage, reading = _timed(lambda: Passage(sentence, self._vocabulary))
        side = self._policy.side
        trials, looking_up = _timed(lambda: self._matcher.trials(passage, side))
        elsewhere = [trial for trial in self._matcher.trials(passage, side.other) if side not in trial.rule.sides]
        stood = [
            trial for trial in (*trials, *elsewhere) if _crosses(passage.span(trial.first, trial.last), line_break)
        ]
        near, more = list[NearMiss](), 0
        if line_break is None:
            near, more = self._near_misses.of(
                passage, side, frozenset(trial.rule.id for trial in (*trials, *elsewhere))
            )
        tried = [outcomes.of(trial, passage, offset, _walking(trial, passage)) for trial in stood]
        tried += [_nearly(one, passage, offset, side) for one in near]
        cues = tuple(
            SeenCue(hit.cue.id, hit.cue.risk or "", hit.cue.weight, passage.span(hit.first, hit.last).shifted(offset))
            for hit in self._matcher.matches(passage, side).cues
            if _crosses(passage.span(hit.first, hit.last), line_break)
        )
        return ExplainedSentence(
            Span(offset, offset + len(sentence)),
            tuple(passage.words),
            tuple(_seen_through(passage, offset, self._vocabulary)),
            tuple(sorted(_once(tried), key=lambda one: _ORDER[one.outcome])),
            more,
            cues,
            reading,
            looking_up,
        )

    def _cues(self, text: str) -> frozenset[str]:
        """Return the names of all cues in *text*."""
        side, found = self._policy.side, frozenset[str]()
        for _, sentence, _ in _sentences_of(text):
            matches = self._matcher.matches(Passage(sentence, self._vocabulary), side)
            found = found.union([hit.cue.id for hit in matches.cues])
        return found

    def _sums(self, report: Report, explained: tuple[ExplainedSentence, ...]) -> tuple[RiskSum, ...]:
        """Return what the cues of each risk add up to, the nearest to its threshold first."""
        weights: dict[Risk, dict[str, int]] = {}
        for sentence in explained:
            for cue in sentence.cues:
                if cue.risk:
                    weights.setdefault(Risk(cue.risk), {})[cue.cue_id] = cue.weight
        by_cues = {cue_rule(words).id for words in self._packs.risks.values()}
        said = {one.risk for one in (*report.findings, *report.ignored) if one.rule_id not in by_cues}
        sums = [
            RiskSum(risk, tuple(by_cue.items()), self._packs.risks[risk].threshold, risk in said)
            for risk, by_cue in weights.items()
            if risk in self._packs.risks
        ]
        return tuple(sorted(sums, key=lambda one: (one.threshold - one.total, one.risk)))


def _once(tried: list[TriedRule]) -> list[TriedRule]:
    """Return *tried* with each rule once for what came of it on the same words: the longest form stays."""
    kept: list[TriedRule] = []
    for one in sorted(tried, key=lambda one: one.span.start - one.span.end):
        if not any(
            (other.rule_id, other.outcome) == (one.rule_id, one.outcome) and other.span.overlaps(one.span)
            for other in kept
        ):
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)


def _nearly(one: NearMiss, passage: Passage, offset: int, side: Side) -> TriedRule:
    span = passage.span(one.first, one.last).shifted(offset)
    _, microseconds = _timed(lambda: _stands(one.form, passage), _TIMED)
    outcome = Outcome.OUT_OF_REACH if one.is_elsewhere else Outcome.NOT_THERE
    severity = one.rule.severity.on(side)
    return TriedRule(
        one.rule.id, one.rule.risk, one.form.source, span, severity, outcome, one.missing, None, microseconds
    )


def _walking(trial: Trial, passage: Passage) -> float:
    """Return how many microseconds it takes to find the form of *trial* and what keeps its rule quiet."""
    hit = Hit(trial.first, trial.last, trial.rule, trial.form)

    def look() -> None:
        _stands(trial.form, passage)
        if not any(_stands(form, passage) for form in trial.rule.unless):
            guarded_by(passage, hit, trial.rule.guards)

    return _timed(look, _TIMED)[1]


def _stands(form: Form, passage: Passage) -> bool:
    """Return whether *form* stands in *passage*, having walked it from every word at which it may begin."""
    if any(words.isdisjoint(passage.vocabulary) for words in form.needed):
        return False
    limit = len(passage.words)
    return any(form.end(passage, start, limit) is not None for start in form.starts(passage))


def _timed(work: Callable[[], Result], times: int = 1) -> tuple[Result, float]:
    """Return what *work* returns, and how many microseconds it takes at the best of so many *times*."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter_ns()
        result = work()
        best = min(best, (time.perf_counter_ns() - started) / 1_000)
    return result, best


def _seen_through(passage: Passage, offset: int, vocabulary: Vocabulary) -> Iterator[SeenThrough]:
    """Yield what is written otherwise than it is read, each stretch once with all words that it hides."""
    hidden = [Span(one.start, one.end) for one in find_disguises(passage.text, passage.folded, vocabulary)]
    found: dict[Span, list[str]] = {}
    for place, word in enumerate(passage.words):
        span = passage.span(place, place + 1)
        if any(span.overlaps(one) for one in hidden) or not _MARKS.isdisjoint(passage.folded[span.start : span.end]):
            found.setdefault(span, []).append(word)
    for span, words in found.items():
        yield SeenThrough(span.shifted(offset), tuple(words))


def _crosses(span: Span, line_break: int | None) -> bool:
    """Return whether *span* counts in a sentence: one that goes on behind a *line_break* only has what crosses it."""
    return line_break is None or span.start < line_break < span.end


def _sentences_of(text: str) -> Iterator[tuple[int, str, int | None]]:
    """Yield every sentence of every line with where it begins, and two that are one with the line break in them."""
    offset = 0
    tail: tuple[int, str] | None = None
    for line in text.split("\n"):
        found = sentences(line)
        if tail is not None and found:
            start, sentence = found[0]
            head = line[: start + len(sentence)]
            yield tail[0], f"{tail[1]}\n{head}", len(tail[1])
        for start, sentence in found:
            yield offset + start, sentence, None
        tail = (offset + found[-1][0], line[found[-1][0] :]) if found and is_open(found[-1][1]) else None
        offset += len(line) + 1
