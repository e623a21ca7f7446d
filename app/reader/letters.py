"""The second reader's quick ear: words, pairs of words and runs of letters, each with a weight for each risk.

It mixes with the encoder, which reads what is meant; a linear model made by ``make reader``.
"""

import io
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

import numpy
from numpy.typing import NDArray

from app.reader.seen_text import seen

_RUNS = (3, 4, 5)
_WORD_KIND, _RUN_KIND = "w", "c"
_REMEMBERED_WORDS = 4_096
_LONGEST_WORD = 300
"""Of a longer word, which is none, only so much is looked at: it would have as many runs as letters."""


def features(text: str, side: str) -> dict[str, Counter[str]]:
    """Return how often each word, pair of words and run of letters stands in *text*, by kind; the side is a word."""
    words = _words(text)
    return {_WORD_KIND: _said(words, side), _RUN_KIND: Counter(run for word in words for run in _runs(word))}


def _words(text: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in seen(text).text.lower().split()]


def _said(words: list[str], side: str) -> Counter[str]:
    plain = ["".join(letter for letter in word if letter.isalnum() or letter in "'\u2019#@") for word in words]
    said = [word.replace("\u2019", "'") for word in plain if word]
    return Counter([*said, *(f"{one} {other}" for one, other in pairwise(said)), f"side:{side}"])


def _runs(word: str) -> Iterator[str]:
    """Yield the runs of letters of a word and of the blanks around it."""
    framed = f" {word} "
    for length in _RUNS:
        for start in range(len(framed) - length + 1):
            yield framed[start : start + length]


class Letters:
    """The weights of features; *content* is the file that ``make reader`` wrote."""

    def __init__(self, content: bytes) -> None:
        with numpy.load(io.BytesIO(content), allow_pickle=False) as held:
            names = held["names"].tobytes().decode().split("\n")
            self._rarity = held["rarity"].astype(numpy.float32)
            self._weights: NDArray[numpy.int8] = held["weights"]
            self._scale = held["scale"].astype(numpy.float32)
            self._start = held["start"].astype(numpy.float32)
        self._places = {name: place for place, name in enumerate(names)}
        self._known_runs = lru_cache(_REMEMBERED_WORDS)(self._look_up_runs)  # a draft is read again and again

    def logits(self, text: str, side: str) -> NDArray[numpy.float32]:
        """Return a logit for each risk."""
        words = _words(text)
        said = _said(words, side)
        known = {self._places.get(_WORD_KIND + name): count for name, count in said.items()}
        known.pop(None, None)
        runs = Counter(chain.from_iterable(map(self._known_runs, words)))
        total: NDArray[numpy.float32] = self._start.copy()
        for counts in (known, runs):
            if counts:
                total += self._weighed(numpy.array(list(counts)), numpy.array(list(counts.values())))
        return total

    def _look_up_runs(self, word: str) -> tuple[int, ...]:
        """Return the places of the runs of *word* that have weights, each as often as it stands there."""
        return tuple([place for run in _runs(word) if (place := self._places.get(_RUN_KIND + run)) is not None])

    def _weighed(self, places: NDArray[numpy.int64], counts: NDArray[numpy.int64]) -> NDArray[numpy.float32]:
        """Return what features of one kind, so often each, add to the logits: rare ones more, all together 1."""
        values = (1 + numpy.log(counts)).astype(numpy.float32) * self._rarity[places]
        values /= float(numpy.linalg.norm(values)) or 1.0
        added: NDArray[numpy.float32] = (values @ self._weights[places].astype(numpy.float32)) * self._scale
        return added
