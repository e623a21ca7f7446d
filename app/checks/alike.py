"""Sentences that are alike to every rule and check: they differ in words alone that nothing knows, and in numbers.

A list of thousands of short lines, or one sentence over and over with another number in it, is worked out once.
"""

import re

from app.checks.checked import UNTOLD, Checked
from app.checks.hints import DIGIT, Hints, hints_of
from app.checks.matching import Matcher
from app.checks.memory import Memory
from app.checks.runs import TELLING, Runs
from app.model.persona import Side
from app.text.folding import FOREIGN, count_digits, fold

_PLAIN = re.compile(r"(?:[A-Z]?[a-z]|[0-9])[a-z0-9 ,;'-]*(?:[A-Z][a-z][a-z0-9 ,;'-]*)*[.!?]?")
"""One sentence in ASCII, without quotation marks, links, signs inside of words, or words in capitals."""
_LONGEST = 80
_ROOM = 200_000
_REMEMBERED_RUNS = 20_000
_TELLS_MORE = "\0"


class Alike:
    """What came of short plain sentences by their words alone, and between which of them nothing goes on.

    A *kind* is the same for all that are alike, and empty for a sentence that has to be looked at by itself.
    """

    def __init__(self, matcher: Matcher, runs: Runs, side: Side, *, needs_every_sentence: bool) -> None:
        self._matcher = matcher
        self._side = side
        self._longest = 0 if needs_every_sentence else _LONGEST
        self._kinds = _Kinds(matcher, runs)
        self._met: Memory[tuple[Checked, Hints]] = Memory(_ROOM)
        self._apart: Memory[bool] = Memory(_ROOM)

    def kind(self, sentence: str) -> str:
        """Return the kind of *sentence*."""
        if len(sentence) > self._longest or _PLAIN.fullmatch(sentence) is None:
            return ""
        kind = " ".join(map(self._kinds.__getitem__, fold(sentence).split()))
        return "" if _TELLS_MORE in kind else kind

    def recall(self, kind: str) -> tuple[Checked, Hints] | None:
        """Return what sentences of this *kind* come to, and what they have for the checks that are written in code."""
        return self._met.recall(kind)

    def keep(self, kind: str, sentence: str, checked: Checked) -> None:
        """Remember what *sentence* of this *kind* came to if its words alone decide that."""
        if checked is UNTOLD or self._decide(sentence, checked):
            folded = fold(sentence)
            self._met.keep(kind, (checked, hints_of(sentence, folded, DIGIT if count_digits(folded) else 0)))

    def are_apart(self, upper: str, lower: str) -> bool:
        """Return whether nothing is known to go on from a sentence of one kind to one of the other."""
        return self._apart.recall(f"{upper}\n{lower}") is not None

    def keep_apart(self, upper: str, lower: str, both: str, checked: Checked) -> None:
        """Remember that nothing goes on between the two kinds if words alone decide what *both* together came to."""
        if self._decide(both, checked):
            self._apart.keep(f"{upper}\n{lower}", value=True)

    def _decide(self, sentence: str, checked: Checked) -> bool:
        sense = self._matcher.sense(fold(sentence).split(), self._side, has_quotes=False)
        remembered = self._matcher.remembered(sense)
        return remembered is not None and remembered.checked is checked and remembered.asked is None


class _Kinds(dict[str, str]):
    """Each run of folded characters as the rules see it, with the number of its digits, if there is no more to it."""

    def __init__(self, matcher: Matcher, runs: Runs) -> None:
        super().__init__()
        self._matcher = matcher
        self._runs = runs

    def __missing__(self, run: str) -> str:
        if len(self) >= _REMEMBERED_RUNS:
            self.clear()
        bits = self._runs[run]
        if bits == DIGIT and run.isdigit() and not self._matcher.tells(run):
            kind = f"{FOREIGN} {len(run)}"
        elif bits & ~(TELLING | DIGIT):
            kind = _TELLS_MORE
        else:
            kind = f"{self._matcher.seen(run)} {count_digits(run)}" if bits & DIGIT else self._matcher.seen(run)
        self[run] = kind
        return kind
