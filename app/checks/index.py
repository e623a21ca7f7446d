"""Find the forms that stand in a sentence: each is filed under the two rarest words that it cannot do without.

Cost follows what stands in the text, not the number of forms: a word under which nothing is filed costs one look-up,
and of the forms filed under a word only those are walked whose second word stands where it has to.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.checks.form import Form
from app.checks.passage import Passage
from app.checks.readypacks import Posting, ReadyPacks
from app.checks.rule import Cue, Rule
from app.checks.shelves import Shelf
from app.model.persona import Side

Owner = Rule | Cue

_REMEMBERED_WORDS = 20_000
_LEAST_WALKS = 40
_WALKS_PER_WORD = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of *owner* that stands at the words *first* up to and without *last*."""

    first: int
    last: int
    owner: Owner
    form: Form


@dataclass(frozen=True, slots=True)
class _Near:
    """Words one of which stands *low* to *high* words behind the element of the anchor; before it, if negative."""

    words: frozenset[str]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class _Filed:
    """A form under one of its words, the anchor, which is the word number *inside* of its element.

    It begins *nearest* to *furthest* words before the anchor; *others* are all the other words that it needs.
    """

    owner: Owner
    form: Form
    nearest: int
    furthest: int
    inside: int
    others: tuple[_Near, ...]

    def can_stand(self, passage: Passage, place: int) -> bool:
        """Return whether the words that the form needs besides its anchor at *place* are where they have to be."""
        vocabulary = passage.vocabulary
        for near in self.others:
            if near.words.isdisjoint(vocabulary):
                return False
        start = place - self.inside
        for near in self.others:
            low, high = start + near.low, start + near.high
            for word in near.words & vocabulary:
                if _stands_between(passage.places(word), low, high):
                    break
            else:
                return False
        return True


class Index:
    """The forms of many owners."""

    def __init__(self, packs: ReadyPacks) -> None:
        self._packs = packs
        self._filed: Shelf[_Filed] = Shelf(packs.filed, self._read)
        self._known = _Known(packs)

    def hits(self, passage: Passage, side: Side) -> list[Hit]:
        """Return the forms of *side* that stand in *passage*, each place once, within what a sentence can need."""
        seen: set[tuple[int, int, int]] = set()
        hits: list[Hit] = []
        most = _LEAST_WALKS + _WALKS_PER_WORD * len(passage.words)
        for place, filed in islice(self._candidates(passage, side), most):
            hit = _walk(passage, filed, place)
            if hit is not None and (id(hit.form), hit.first, hit.last) not in seen:
                seen.add((id(hit.form), hit.first, hit.last))
                hits.append(hit)
        return hits

    def has(self, word: str) -> bool:
        """Return whether anything is filed under *word*."""
        return self._packs.under_word.get(word, 0) > 0 if word.isdigit() else bool(self._known[word])

    def _candidates(self, passage: Passage, side: Side) -> Iterator[tuple[int, _Filed]]:
        """Yield the forms whose words are there, with the place of the word they are filed under."""
        vocabulary = passage.vocabulary
        for place, postings in enumerate(map(self._known.__getitem__, passage.words)):
            for second, numbers in postings:
                if not second or not second.isdisjoint(vocabulary):
                    for one in map(self._filed.__getitem__, numbers):
                        if side in one.owner.sides and one.can_stand(passage, place):
                            yield place, one

    def _read(self, plain: Any) -> _Filed:
        packs = self._packs
        owner, form, nearest, furthest, inside, others = plain
        near = [_Near(packs.sets[words], low, high) for words, low, high in others]
        return _Filed(packs.owners[owner], packs.forms[form], nearest, furthest, inside, tuple(near))


class _Known(dict[str, list[Posting]]):
    """What is filed under a word, prefixes included; each distinct word is worked out once."""

    def __init__(self, packs: ReadyPacks) -> None:
        super().__init__()
        self._packs = packs
        self._lengths = sorted({len(prefix) for prefix in packs.under_prefix})

    def __missing__(self, word: str) -> list[Posting]:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        packs = self._packs
        begins = [word[:length] for length in self._lengths if length <= len(word)]
        numbers = [packs.under_word.get(word), *map(packs.under_prefix.get, begins)]
        self[word] = postings = [posting for at in numbers if at for posting in packs.postings[at]]
        return postings


def _stands_between(places: list[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] <= high


def _walk(passage: Passage, filed: _Filed, place: int) -> Hit | None:
    """Return where the form stands around the word at *place*, beginning as near to it as it can."""
    words, firsts = passage.words, filed.form.firsts
    limit = len(words)
    for first in range(place - filed.nearest, max(0, place - filed.furthest) - 1, -1):
        if firsts and words[first] not in firsts:
            continue
        last = filed.form.end(passage, first, limit)
        if last is not None and place < last:
            return Hit(first, last, filed.owner, filed.form)
    return None
