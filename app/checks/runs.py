"""Tell at a glance which words of a text can matter to any rule: most cannot, and most were met before."""

from enum import IntEnum, auto

from app.checks.cutting import pieces
from app.checks.matching import Matcher
from app.checks.obfuscation import find_disguises
from app.checks.vocabulary import Vocabulary

_REMEMBERED_RUNS = 20_000


class Run(IntEnum):
    """What a run of folded characters may be to the rules."""

    SILENT = auto()
    TELLING = auto()
    ODD = auto()


SILENT_ONLY = frozenset((Run.SILENT,))
ANY_RUN = frozenset(Run)


class Runs(dict[str, Run]):
    """What each run of folded characters is; worked out once, for a text is mostly made of runs met before."""

    def __init__(self, matcher: Matcher, vocabulary: Vocabulary, names: frozenset[str]) -> None:
        super().__init__()
        self._matcher = matcher
        self._vocabulary = vocabulary
        self._names = names

    def __missing__(self, run: str) -> Run:
        if run.isdigit():
            return Run.TELLING if self._matcher.has(run) or run in self._names else Run.SILENT
        if len(self) >= _REMEMBERED_RUNS:
            self.clear()
        self[run] = kind = self._kind(run)
        return kind

    def _kind(self, run: str) -> Run:
        if len(run) == 1 and run.isalpha() and run not in "ai":
            return Run.ODD
        if _may_hide(run) and find_disguises(run, run, self._vocabulary):
            return Run.ODD
        is_telling = any(word in self._names or self._matcher.has(word) for word, _, _ in pieces(run))
        return Run.TELLING if is_telling else Run.SILENT


def _may_hide(run: str) -> bool:
    """Return whether *run* has digits among its letters, or letters often enough for one to be drawn out."""
    return not run.isdigit() and (not run.isalpha() or len(set(run)) <= len(run) - 2)
