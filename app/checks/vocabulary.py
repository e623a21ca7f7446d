"""The words that rules care about: what a disguised word may turn out to be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from app.checks.cutting import SHORTENED

STAR = "*"

_SHORTEST = 3

SIGN_LETTERS = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g", "@": "a", "$": "s",
    "!": "i", "|": "li", "#": STAR, "*": STAR, "&": STAR, "%": STAR, "+": STAR,
}  # fmt: skip
"""The letters that digits and signs may stand for."""
_LOOKS = {
    ord(written): min(letters)
    for sign, letters in SIGN_LETTERS.items()
    if letters != STAR
    for written in (sign, *letters)
}
"""One letter for all that may stand for each other, so that a word and its disguises look the same."""


class Vocabulary:
    """Words, the one that comes to mind first first, and beginnings of words."""

    def __init__(self, words: Iterable[str], prefixes: Iterable[str] = ()) -> None:
        self._words = dict.fromkeys(words)
        self._prefixes = frozenset(prefixes)
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})
        self._shortest = self._lengths[0] if self._lengths else 0
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

    def may_know_behind(self, disguise: str) -> bool:
        """Return whether :meth:`knows` may be true of what *disguise* reads as with letters for digits and signs.

        One look-up for what would take up to eight readings.
        """
        look = disguise.translate(_LOOKS)
        words, beginnings, shortest = self._looks
        if look in words or look[: self._shortest] not in shortest:
            return look in words
        return any(look[:length] in beginnings for length in self._lengths)

    @cached_property
    def _looks(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        words = "\n".join((*self._words, *SHORTENED)).translate(_LOOKS).split("\n")
        beginnings = frozenset(prefix.translate(_LOOKS) for prefix in self._prefixes)
        return frozenset(words), beginnings, frozenset(each[: self._shortest] for each in beginnings)

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
