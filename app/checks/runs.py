"""Tell at a glance which words of a text can matter to any rule or check: most cannot, and most were met before."""

from collections.abc import Iterable

from app.checks.cutting import Piece, pieces
from app.checks.hints import hints_of_run
from app.checks.matching import Matcher
from app.checks.obfuscation import find_disguises, is_drawn_out
from app.checks.vocabulary import Vocabulary

_REMEMBERED_RUNS = 20_000

TELLING, ODD, NAMED, APART = 1, 2, 1 << 9, 1 << 10
"""What a run of folded characters may be, besides what :mod:`app.checks.hints` sees in it: a word by which something is
looked up, something that may hide one, a word of a name, a letter that may spell one with its neighbours. They are bits
of an integer, because every word is asked.
"""
TELLING_OR_ODD = TELLING | ODD


class Runs(dict[str, int]):
    """What each run of folded characters is; worked out once, for a text is mostly made of runs met before."""

    def __init__(self, matcher: Matcher, vocabulary: Vocabulary, names: frozenset[str]) -> None:
        super().__init__()
        self._matcher = matcher
        self._vocabulary = vocabulary
        self._names = names

    def __missing__(self, run: str) -> int:
        bits = self._bits(run) | hints_of_run(run)
        if len(self) >= _REMEMBERED_RUNS:
            self.clear()
        self[run] = bits
        return bits

    def of(self, runs: Iterable[str]) -> int:
        """Return what *runs* are together."""
        bits = 0
        for each in set(map(self.__getitem__, runs)):
            bits |= each
        return bits

    def _bits(self, run: str) -> int:
        if run.isdigit():
            return TELLING | NAMED if run in self._names else TELLING if self._matcher.has(run) else 0
        if len(run) == 1 and run.isalpha() and run not in "ai":
            return APART | self._named_or_telling(pieces(run))
        if self._may_hide(run) and find_disguises(run, run, self._vocabulary):
            return ODD
        return self._named_or_telling(pieces(run))

    def _named_or_telling(self, pieces_of_run: Iterable[Piece]) -> int:
        words = [word for word, _, _ in pieces_of_run]
        if not self._names.isdisjoint(words):
            return TELLING | NAMED
        return TELLING if any(map(self._matcher.has, words)) else 0

    def _may_hide(self, run: str) -> bool:
        """Return whether *run* has a letter drawn out, or digits that may stand for letters."""
        if run.isalpha():
            return len(set(run)) <= len(run) - 2 and is_drawn_out(run)
        return len(set(run)) <= len(run) - 2 or not run.isalnum() or self._vocabulary.may_know_behind(run)
