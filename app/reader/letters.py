"""The second reader's quick ear: words, pairs of words and runs of letters, each with a weight for each risk.

It mixes with the encoder, which reads what is meant; a linear model made by ``make reader``.
"""

import io
from collections import Counter
from itertools import pairwise
from math import log

import numpy
from numpy.typing import NDArray

from app.reader.seen_text import seen

_RUNS = (3, 4, 5)
_WORD_KIND, _RUN_KIND = "w", "c"
_LONGEST_WORD = 300
"""Of a longer word, which is none, only so much is looked at: it would have as many runs as letters."""


def features(text: str, side: str) -> dict[str, dict[str, int]]:
    """Return how often each word, pair of words and run of letters stands in *text*, by kind; the side is a word."""
    words = [word[:_LONGEST_WORD] for word in seen(text).text.lower().split()]
    plain = ["".join(letter for letter in word if letter.isalnum() or letter in "'\u2019#@") for word in words]
    said = [word.replace("\u2019", "'") for word in plain if word]
    pairs = [f"{one} {other}" for one, other in pairwise(said)]
    runs: Counter[str] = Counter()
    for word in words:
        framed = f" {word} "
        for length in _RUNS:
            runs.update(framed[start : start + length] for start in range(len(framed) - length + 1))
    return {_WORD_KIND: Counter([*said, *pairs, f"side:{side}"]), _RUN_KIND: runs}


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

    def logits(self, text: str, side: str) -> NDArray[numpy.float32]:
        """Return a logit for each risk."""
        total: NDArray[numpy.float32] = self._start.copy()
        for kind, counts in features(text, side).items():
            known = [
                (place, 1 + log(count)) for name, count in counts.items() if (place := self._places.get(kind + name))
            ]
            if not known:
                continue
            places = numpy.fromiter((place for place, _ in known), dtype=numpy.int64, count=len(known))
            values = numpy.fromiter((value for _, value in known), dtype=numpy.float32, count=len(known))
            values *= self._rarity[places]
            values /= float(numpy.linalg.norm(values)) or 1.0
            total += (values @ self._weights[places].astype(numpy.float32)) * self._scale
        return total
