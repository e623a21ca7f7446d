"""The second reader: says which risks a text reads like, and points at the words."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy

from app.model.finding import Risk, Span
from app.model.persona import Side
from app.reader.language import is_english
from app.reader.letters import Letters
from app.reader.network import Answers, Network, Numbers
from app.reader.reading import Opinion, Reading, Sureness, TaughtPost
from app.reader.taught_posts import TaughtPosts
from app.reader.windows import Window, windows
from app.reader.word_pieces import END, START, WordPieces
from app.text.words import sentence_spans, word_spans

RISKS = tuple(Risk)
"""The order of the answers."""

_REMEMBERED = 256
_WORDS_POINTED_AT = 5
_SPEAKS = 0.5
"""A sentence speaks for a risk whose weightiest piece has this share of the weight of the weightiest of all."""
_STRETCH = 0.4
_WORD = 0.6
_LONGEST_GAP = 2
"""Words between two weighty ones that still belong to one stretch."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From which likelihood on a risk is raised, said to be quite and very sure, and below which it is ruled out."""

    raised: float
    quite: float
    very: float
    ruled_out: float

    def sureness(self, likely: float) -> Sureness:
        """Return how sure that is."""
        if likely >= self.very:
            return Sureness.VERY
        return Sureness.QUITE if likely >= self.quite else Sureness.FAIRLY


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one window came to: how likely each risk is, and the weight of each piece (pieces x risks)."""

    likely: Numbers
    weights: Numbers
    meaning: Numbers


class SecondReader:
    """Reads texts; not for two threads at once. Windows of a text that have not changed are remembered."""

    def __init__(
        self,
        cutter: WordPieces,
        network: Network,
        letters: Letters,
        bounds: Mapping[Risk, Bounds],
        taught: Callable[[], TaughtPosts],
        share_of_letters: float,
    ) -> None:
        self._cutter = cutter
        self._network = network
        self._letters = letters
        self._bounds = bounds
        self._taught = taught
        self._share_of_letters = share_of_letters
        self._heard: OrderedDict[tuple[Side, tuple[int, ...], str], _Heard] = OrderedDict()

    def read(self, text: str, side: Side) -> Reading:
        """Return what there is to say about *text* as a post of *side*; takes time in proportion to its length."""
        reading = Reading(text, side)
        for reading in self.readings(text, side):  # noqa: B007 - the last one is the whole
            pass
        return reading

    def readings(self, text: str, side: Side, near: int = 0) -> Iterator[Reading]:
        """Return readings of *text*, each more complete than the one before, the first of what stands at *near*."""
        if not is_english(text):
            yield Reading(text, side, understood=False)
            return
        cut = windows(self._cutter.pieces(text), text)
        if not cut:
            yield Reading(text, side)
            return
        read: list[tuple[Window, _Heard]] = []
        last = len(cut) - 1
        for number, window in enumerate(sorted(cut, key=lambda each: _away(each.span, near))):
            read.append((window, self._hear(window, text, side)))
            if number in (0, last):
                yield self._reading(text, side, read, is_whole=number == last)

    def likened(self, text: str, side: Side, opinion: Opinion, most: int = 2) -> tuple[TaughtPost, ...]:
        """Return the posts that the reader was taught with, for the same risk, which read most like *text*."""
        cut = windows(self._cutter.pieces(text), text)
        if not cut:
            return ()
        window = min(cut, key=lambda each: _away(each.span, opinion.span.start))
        return self._taught().nearest(self._hear(window, text, side).meaning, opinion.risk, most)

    def _hear(self, window: Window, text: str, side: Side) -> _Heard:
        words = text[window.span.start : window.span.end]
        key = side, tuple(piece.number for piece in window.pieces), words
        heard = self._heard.get(key)
        if heard is None:
            heard = self._heard_anew(window, words, side)
            self._heard[key] = heard
            if len(self._heard) > _REMEMBERED:
                self._heard.popitem(last=False)
        else:
            self._heard.move_to_end(key)
        return heard

    def _heard_anew(self, window: Window, words: str, side: Side) -> _Heard:
        head = [self._cutter.number(START), self._cutter.number(side.value), self._cutter.number(END)]
        numbers = [*head, *(piece.number for piece in window.pieces), self._cutter.number(END)]
        answers: Answers = self._network.answers(numbers)
        share = self._share_of_letters
        logits = (1 - share) * answers.post + share * self._letters.logits(words, side.value)
        return _Heard(_likely(logits), _likely(answers.pieces[len(head) : -1]), answers.meaning)

    def _reading(self, text: str, side: Side, read: Sequence[tuple[Window, _Heard]], *, is_whole: bool) -> Reading:
        likely = numpy.max([heard.likely for _, heard in read], axis=0)
        opinions = [
            opinion
            for window, heard in read
            for place, risk in enumerate(RISKS)
            if heard.likely[place] >= self._bounds[risk].raised
            and (opinion := self._opinion(text, window, heard, place)) is not None
        ]
        return Reading(
            text,
            side,
            _without_repeats(opinions),
            {risk: float(likely[place]) for place, risk in enumerate(RISKS)},
            frozenset(risk for place, risk in enumerate(RISKS) if likely[place] <= self._bounds[risk].ruled_out),
            is_whole=is_whole,
        )

    def _opinion(self, text: str, window: Window, heard: _Heard, place: int) -> Opinion | None:
        offset = window.span.start
        words = [span.shifted(offset) for span in word_spans(text[offset : window.span.end])]
        if not words:
            return None
        weights = _word_weights(words, window, heard.weights[:, place])
        peak = max(range(len(words)), key=weights.__getitem__)
        sentences = [span.shifted(offset) for span in sentence_spans(text[offset : window.span.end])]
        sentence = next((each for each in sentences if each.overlaps(words[peak])), window.span)
        speaking = [
            each
            for each in sentences
            if max((w for word, w in zip(words, weights, strict=True) if each.overlaps(word)), default=0.0)
            >= _SPEAKS * weights[peak]
        ]
        likely = float(heard.likely[place])
        risk = RISKS[place]
        return Opinion(
            risk,
            likely,
            self._bounds[risk].sureness(likely),
            _stretch(words, weights, peak, sentence),
            _weightiest(words, weights),
            tuple(speaking) or (sentence,),
        )


def _likely(logits: Numbers) -> Numbers:
    """Return logits as likelihoods between 0 and 1."""
    return (1 / (1 + numpy.exp(-logits))).astype(numpy.float32)


def _away(span: Span, position: int) -> int:
    """Return how far *position* is from *span*, 0 inside it."""
    return max(span.start - position, position - span.end, 0)


def _word_weights(words: Sequence[Span], window: Window, weights: Numbers) -> list[float]:
    """Return for each word the weight of its weightiest piece."""
    found = [0.0] * len(words)
    number = 0
    for piece, weight in zip(window.pieces, weights, strict=True):
        while number + 1 < len(words) and words[number].end <= piece.span.start:
            number += 1
        if words[number].overlaps(piece.span):
            found[number] = max(found[number], float(weight))
    return found


def _stretch(words: Sequence[Span], weights: Sequence[float], peak: int, sentence: Span) -> Span:
    """Return the words around the weightiest that weigh nearly as much, within their sentence."""
    enough = _STRETCH * weights[peak]
    first = last = peak
    for step in (-1, 1):
        place, gap = peak + step, 0
        while 0 <= place < len(words) and words[place].overlaps(sentence) and gap <= _LONGEST_GAP:
            if weights[place] >= enough:
                gap = 0
                first, last = min(first, place), max(last, place)
            else:
                gap += 1
            place += step
    return Span(words[first].start, words[last].end)


def _weightiest(words: Sequence[Span], weights: Sequence[float]) -> tuple[Span, ...]:
    """Return the weightiest words, neighbours joined, in reading order."""
    most = max(weights)
    ranked = sorted(range(len(words)), key=lambda place: -weights[place])
    chosen = sorted(place for place in ranked[: 3 * _WORDS_POINTED_AT] if weights[place] >= _WORD * most)
    joined: list[list[int]] = []
    for place in chosen:
        if joined and place - joined[-1][1] <= 1:
            joined[-1][1] = place
        else:
            joined.append([place, place])
    best = sorted(joined, key=lambda run: -max(weights[run[0] : run[1] + 1]))[:_WORDS_POINTED_AT]
    return tuple(Span(words[first].start, words[last].end) for first, last in sorted(best))


def _without_repeats(opinions: Sequence[Opinion]) -> tuple[Opinion, ...]:
    """Return *opinions* in reading order; of those of one risk that meet, as where windows overlap, the likeliest."""
    ordered = sorted(opinions, key=lambda each: (each.risk, each.span))
    kept = ordered[:1]
    for before, each in pairwise(ordered):
        if each.risk is before.risk and each.span.overlaps(kept[-1].span):
            if each.likely > kept[-1].likely:
                kept[-1] = each
        else:
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: (each.span, each.risk)))
