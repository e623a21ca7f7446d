"""The words that rules care about: what a disguised word may turn out to be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from app.checks.cutting import SHORTENED

STAR = "*"

_SHORTEST = 3


class Vocabulary:
    """Words, the one that comes to mind first first, and beginnings of words."""

    def __init__(self, words: Iterable[str], prefixes: Iterable[str] = ()) -> None:
        self._words = dict.fromkeys(words)
        self._prefixes = frozenset(prefixes)
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})
        self.starred = lru_cache(maxsize=4096)(self._starred)

    def joined_by(self, words: Iterable[str]) -> "Vocabulary":
        """Return a vocabulary that knows *words* as well, and thinks of them first."""
        more = tuple(words)
        return Vocabulary((*more, *self._words), self._prefixes) if more else self

    def has(self, word: str) -> bool:
        """Return whether *word* is among the words."""
        return len(word) > 1 and word in self._words

    def knows(self, word: str) -> bool:
        """Return whether *word* is among the words, is written as one of them, or begins as some do."""
        if len(word) < _SHORTEST:
            return False
        if word in self._words or word in SHORTENED:
            return True
        return any(word[:length] in self._prefixes for length in self._lengths)

    @cached_property
    def _by_shape(self) -> Mapping[tuple[int, str], list[str]]:
        shapes: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in self._words:
            if len(word) >= _SHORTEST and word.isalpha():
                shapes[len(word), word[0]].append(word)
        return shapes

    def _starred(self, pattern: str) -> str | None:
        """Return the word that *pattern* may stand for, each ``*`` one letter; of several the first."""
        for word in self._by_shape.get((len(pattern), pattern[:1]), ()):
            if all(shown in (STAR, letter) for shown, letter in zip(pattern, word, strict=True)):
                return word
        return None


NO_WORDS = Vocabulary(())
"""Under which nothing is a disguise."""
