"""The words that rules care about: what a disguised word may turn out to be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from app.checks.cutting import SHORTENED

STAR = "*"

_SHORTEST = 3


class Vocabulary:
    """Words by rank, the rudest first, and beginnings of words."""

    def __init__(self, ranks: Mapping[str, int], prefixes: Iterable[str] = ()) -> None:
        self._ranks = ranks
        self._prefixes = tuple(sorted(prefixes))
        self._by_shape: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in sorted(ranks, key=lambda word: (ranks[word], word)):
            if len(word) >= _SHORTEST and word.isalpha():
                self._by_shape[len(word), word[0]].append(word)
        self.starred = lru_cache(maxsize=4096)(self._starred)

    def has(self, word: str) -> bool:
        """Return whether *word* is among the words."""
        return len(word) >= _SHORTEST and word in self._ranks

    def knows(self, word: str) -> bool:
        """Return whether *word* is among the words, is written as one of them, or begins as some do."""
        return len(word) >= _SHORTEST and (word in self._ranks or word in SHORTENED or word.startswith(self._prefixes))

    def _starred(self, pattern: str) -> str | None:
        """Return the word that *pattern* may stand for, each ``*`` one letter; of several the rudest."""
        for word in self._by_shape.get((len(pattern), pattern[:1]), ()):
            if all(shown in (STAR, letter) for shown, letter in zip(pattern, word, strict=True)):
                return word
        return None


NO_WORDS = Vocabulary({})
"""Under which nothing is a disguise."""
