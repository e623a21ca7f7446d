"""The second reader: says which risks a text reads like, and points at the words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock

import numpy

from app.model.finding import Risk, Span
from app.model.persona import Side
from app.reader.language import is_english
from app.reader.letters import Letters
from app.reader.network import Network, Numbers
from app.reader.pointing import pointed_at
from app.reader.reading import Opinion, Reading, Sureness, TaughtPost
from app.reader.taught_posts import TaughtPosts
from app.reader.windows import Window, windows
from app.reader.word_pieces import BEFORE_TEXT, WordPieces

RISKS = tuple(Risk)
"""The order of the answers."""

_REMEMBERED = 256
_FURTHEST_LOGIT = 30.0
"""Beyond it there is no difference that a likelihood could show."""


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
    """Reads texts, also on several threads at once. Windows of a text that have not changed are remembered.

    *bounds* holds those of every risk; the posts that *taught* returns are for whoever asks why.
    """

    def __init__(
        self,
        cutter: WordPieces,
        network: Network,
        letters: Letters,
        bounds: Mapping[Risk, Bounds],
        taught: Callable[[], TaughtPosts],
        share_of_letters: float,
    ) -> None:
        self.bounds = {risk: bounds[risk] for risk in RISKS}
        self._cutter = cutter
        self._network = network
        self._letters = letters
        self._taught = taught
        self._share_of_letters = share_of_letters
        self._heard: dict[tuple[Side, tuple[int, ...], bytes], _Heard] = {}  # what was needed last comes last
        self._lock = Lock()

    def read(self, text: str, side: Side) -> Reading:
        """Return what there is to say about *text* as a post of *side*; takes time in proportion to its length."""
        *_, whole = self.readings(text, side)
        return whole

    def readings(self, text: str, side: Side, near: int = 0) -> Iterator[Reading]:
        """Return a reading of *text* after each of its windows, each more complete than the one before.

        What stands nearest to *near* is read first. The last one is of the whole; there is always one.
        """
        if not is_english(text):
            yield Reading(text, side, understood=False)
            return
        cut = windows(self._cutter.pieces(text), text)
        if not cut:
            yield Reading(text, side)
        likely: Numbers = numpy.zeros(len(RISKS), dtype=numpy.float32)
        opinions: list[Opinion] = []
        for number, window in enumerate(sorted(cut, key=lambda each: _away(each.span, near)), start=1):
            heard = self._hear(window, text, side)
            likely = numpy.maximum(likely, heard.likely)
            opinions += self._opinions(text, window, heard)
            yield self._reading(text, side, likely, opinions, is_whole=number == len(cut))

    def likened(self, text: str, side: Side, opinion: Opinion, most: int = 2) -> tuple[TaughtPost, ...]:
        """Return the posts that the reader was taught with, for the same risk, which read most like *text*."""
        cut = windows(self._cutter.pieces(text), text)
        if not cut:
            return ()
        window = min(cut, key=lambda each: _away(each.span, opinion.span.start))
        return self._taught().nearest(self._hear(window, text, side).meaning, opinion.risk, most)

    def _hear(self, window: Window, text: str, side: Side) -> _Heard:
        words = text[window.span.start : window.span.end]
        name = blake2b(
            words.encode("utf-8", "surrogatepass"), digest_size=16
        ).digest()  # a window may be megabytes long
        key = side, tuple(piece.number for piece in window.pieces), name
        with self._lock:
            heard = self._heard.pop(key, None)
        if heard is None:
            heard = self._heard_anew(window, words, side)
        with self._lock:
            self._heard[key] = heard
            if len(self._heard) > _REMEMBERED:
                del self._heard[next(iter(self._heard))]
        return heard

    def _heard_anew(self, window: Window, words: str, side: Side) -> _Heard:
        answers = self._network.answers(self._cutter.post(side, window.pieces))
        share = self._share_of_letters
        logits = (1 - share) * answers.post + share * self._letters.logits(words, side.value)
        return _Heard(_likely(logits), _likely(answers.pieces[BEFORE_TEXT:-1]), answers.meaning)

    def _opinions(self, text: str, window: Window, heard: _Heard) -> Iterator[Opinion]:
        """Return what one window has raised."""
        for place, risk in enumerate(RISKS):
            likely = float(heard.likely[place])
            if likely < self.bounds[risk].raised:
                continue
            pointed = pointed_at(text, window, heard.weights[:, place].tolist())
            if pointed is not None:
                sureness = self.bounds[risk].sureness(likely)
                yield Opinion(risk, likely, sureness, pointed.span, pointed.words, pointed.sentences)

    def _reading(
        self, text: str, side: Side, likely: Numbers, opinions: Sequence[Opinion], *, is_whole: bool
    ) -> Reading:
        likelihoods = dict(zip(RISKS, likely.tolist(), strict=True))
        unlikely = (risk for risk, each in likelihoods.items() if each <= self.bounds[risk].ruled_out)
        return Reading(
            text,
            side,
            _without_repeats(opinions),
            likelihoods,
            frozenset(unlikely) if is_whole else frozenset(),  # the rest may still speak for it
            is_whole=is_whole,
        )


def _likely(logits: Numbers) -> Numbers:
    """Return logits as likelihoods between 0 and 1."""
    return (1 / (1 + numpy.exp(-numpy.clip(logits, -_FURTHEST_LOGIT, _FURTHEST_LOGIT)))).astype(numpy.float32)


def _away(span: Span, position: int) -> int:
    """Return how far *position* is from *span*, 0 inside it."""
    return max(span.start - position, position - span.end, 0)


def _without_repeats(opinions: Sequence[Opinion]) -> tuple[Opinion, ...]:
    """Return *opinions* in reading order; of those of one risk that meet, as where windows overlap, the likeliest."""
    kept: list[Opinion] = []
    for each in sorted(opinions, key=lambda each: (each.risk, each.span)):
        if kept and each.risk is kept[-1].risk and each.span.overlaps(kept[-1].span):
            kept[-1] = max(kept[-1], each, key=lambda opinion: opinion.likely)
        else:
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: (each.span, each.risk)))
