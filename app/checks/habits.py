"""How a persona usually writes: in how many of its drafts each word stands."""

import math
from collections import Counter
from collections.abc import Iterable

from app.checks.passage import Passage
from app.model.ids import DraftId

FEWEST_DRAFTS = 20
"""With fewer drafts of a persona nothing is said about how it usually writes."""

_MOST_READ = 4_000
_SHORTEST_WORD = 3
_SEEN_IN = 3
_USUAL = 0.1
_SHARED = 4.0
_TELLING_MOST = 2.0


class Habits:
    """The words of one persona's drafts, in memory alone."""

    def __init__(self) -> None:
        self._drafts: dict[DraftId, frozenset[str]] = {}
        self._counts: Counter[str] = Counter()

    def learn(self, draft_id: DraftId, text: str) -> None:
        """Take *text*, of which the beginning counts, for what stands in a draft, in place of what it was."""
        self.forget(draft_id)
        words = telling(Passage(text[:_MOST_READ], may_hide=False).words)
        self._drafts[draft_id] = words
        self._counts.update(words)

    def forget(self, draft_id: DraftId) -> None:
        """Let go of what stood in a draft."""
        for word in self._drafts.pop(draft_id, ()):
            self._counts[word] -= 1
            if not self._counts[word]:
                del self._counts[word]

    def count_drafts(self, without: DraftId) -> int:
        """Return how many drafts other than *without* are known."""
        return len(self._drafts) - (without in self._drafts)

    def count(self, word: str, without: DraftId) -> int:
        """Return in how many drafts other than *without* a word stands."""
        return self._counts[word] - (word in self._drafts.get(without, ()))

    def is_usual(self, word: str, without: DraftId) -> bool:
        """Return whether a word stands in every tenth draft other than *without*, if there are enough of them."""
        drafts = self.count_drafts(without)
        return drafts >= FEWEST_DRAFTS and self.count(word, without) >= _USUAL * drafts


def telling(words: Iterable[str]) -> frozenset[str]:
    """Return those of *words* that can be a habit: no numbers, no handles, nothing very short."""
    return frozenset(word for word in words if len(word) >= _SHORTEST_WORD and word.isalpha())


def leanings(words: Iterable[str], own: Habits, other: Habits, draft_id: DraftId) -> dict[str, float]:
    """Return how much each of *words* speaks for *other* (above 0) or for *own* (below), in log odds up to 2.

    What stands in *draft_id* does not count, nor a word in fewer than three drafts. Both are smoothed towards what the
    two have in common, so that a persona with few drafts says little; ``own`` with too few says nothing at all.
    """
    mine, theirs = own.count_drafts(draft_id), other.count_drafts(draft_id)
    if mine < FEWEST_DRAFTS:
        return {}
    found: dict[str, float] = {}
    for word in words:
        here, across = own.count(word, draft_id), other.count(word, draft_id)
        if here + across >= _SEEN_IN:
            shared = _SHARED * (here + across) / (mine + theirs)
            odds = math.log((across + shared) / (theirs + _SHARED)) - math.log((here + shared) / (mine + _SHARED))
            found[word] = max(-_TELLING_MOST, min(_TELLING_MOST, odds))
    return found
