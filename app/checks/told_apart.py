"""Which words the rules tell apart: sentences that differ in other words alone are the same to them."""

from app.checks.cutting import SHORTENED, pieces
from app.checks.guards import GUARD_WORDS
from app.checks.readypacks import ReadyPacks
from app.text.folding import FOREIGN

_REMEMBERED_WORDS = 20_000
_WITH_DIGITS = f"{FOREIGN}0"


class ToldApart(dict[str, str]):
    """Each word as the rules see it: itself if any form or guard can tell it apart, else one that stands for the rest.

    Words with digits that nothing names have one of their own: some forms admit any of them.
    """

    def __init__(self, packs: ReadyPacks) -> None:
        super().__init__()
        self._names = packs.names
        self._prefixes = packs.prefixes
        self._lengths = sorted({len(prefix) for prefix in packs.prefixes})
        self._shortest = self._lengths[0] if self._lengths else 0
        self._beginnings = frozenset(prefix[: self._shortest] for prefix in packs.prefixes)

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        other = FOREIGN if word.isalpha() or not any(map(str.isdigit, word)) else _WITH_DIGITS
        self[word] = seen = word if self.tells(word) else other
        return seen

    def tells(self, word: str) -> bool:
        """Return whether any form or guard can tell *word* apart."""
        if self._names(word) or word in GUARD_WORDS:
            return True
        if word[: self._shortest] not in self._beginnings:
            return False
        return any(word[:length] in self._prefixes for length in self._lengths)


class Senses(dict[str, str]):
    """Each run of folded characters as the rules see it: the words in it as they are told apart."""

    def __init__(self, told: ToldApart) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, run: str) -> str:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        if run.isalnum() and run not in SHORTENED:
            self[run] = seen = self._told[run]
        else:
            self[run] = seen = " ".join([self._told[word] for word, _, _ in pieces(run)])
        return seen
