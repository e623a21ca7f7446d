"""Find the forms that stand in a sentence: each is filed under the two rarest words that it cannot do without.

Cost follows what stands in the text, not the number of forms: a word under which nothing is filed costs one look-up,
and of the forms filed under a word only those are walked whose second word stands where it has to.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from app.checks.form import Form
from app.checks.passage import Passage
from app.checks.readypacks import NO_WORDS, ReadyPacks
from app.checks.rule import Cue, Rule
from app.checks.shelves import Shelf
from app.model.persona import Side

Owner = Rule | Cue

_REMEMBERED_WORDS = 20_000
_LEAST_WALKS = 40
_WALKS_PER_WORD = 3
_NO_OTHER = 1 << NO_WORDS


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of *owner* that stands at the words *first* up to and without *last*."""

    first: int
    last: int
    owner: Owner
    form: Form


@dataclass(frozen=True, slots=True)
class _Filed:
    """A form under one of its words, the anchor, which is the word number *inside* of its element.

    It begins *nearest* to *furthest* words before the anchor; *others* are all the other words that it needs, each time
    the number of a set, and how many words behind the element of the anchor they stand; before it, if negative.
    """

    owner: int
    form: int
    nearest: int
    furthest: int
    inside: int
    others: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """What there is about one word: the sets *within* which it is, and those *wanted* by what is *filed* under it.

    Sets are bits here: the words of a sentence are in hundreds of them, and bits come together at no cost.
    """

    within: int
    wanted: int
    filed: tuple[tuple[int, tuple[int, ...]], ...]


class Index:
    """The forms of many owners."""

    def __init__(self, packs: ReadyPacks) -> None:
        self._packs = packs
        self._filed: Shelf[_Filed] = Shelf(packs.filed, lambda plain: _Filed(*plain))
        self._known = _Known(packs)

    def hits(self, passage: Passage, side: Side) -> list[Hit]:
        """Return the forms of *side* that stand in *passage*, each place once, within what a sentence can need."""
        seen: set[tuple[int, int, int]] = set()
        hits: list[Hit] = []
        most = _LEAST_WALKS + _WALKS_PER_WORD * len(passage.words)
        for place, filed in islice(self._candidates(passage, side), most):
            hit = self._walk(passage, filed, place)
            if hit is not None and (id(hit.form), hit.first, hit.last) not in seen:
                seen.add((id(hit.form), hit.first, hit.last))
                hits.append(hit)
        return hits

    def has(self, word: str) -> bool:
        """Return whether anything is filed under *word*."""
        listed = self._packs.listed[self._packs.under_word.get(word, 0)] if word.isdigit() else self._known[word]
        return bool(listed.filed)

    def _candidates(self, passage: Passage, side: Side) -> Iterator[tuple[int, _Filed]]:
        """Yield the forms whose words are there, with the place of the word they are filed under."""
        sides = self._packs.sides
        words = list(map(self._known.__getitem__, passage.words))
        places = _Places(passage, self._packs.sets)
        present = _NO_OTHER
        for word in words:
            present |= word.within
        for place, word in enumerate(words):
            if not word.wanted & present:
                continue
            for second, numbers in word.filed:
                if present >> second & 1:
                    for one in map(self._filed.__getitem__, numbers):
                        if side in sides[one.owner] and _can_stand(one, place, present, places):
                            yield place, one

    def _walk(self, passage: Passage, filed: _Filed, place: int) -> Hit | None:
        """Return where the form stands around the word at *place*, beginning as near to it as it can."""
        form = self._packs.forms[filed.form]
        words, firsts = passage.words, form.firsts
        limit = len(words)
        for first in range(place - filed.nearest, max(0, place - filed.furthest) - 1, -1):
            if firsts and words[first] not in firsts:
                continue
            last = form.end(passage, first, limit)
            if last is not None and place < last:
                return Hit(first, last, self._packs.owners[filed.owner], form)
        return None


class _Known(dict[str, _Word]):
    """What there is about a word, prefixes included; each distinct word is worked out once."""

    def __init__(self, packs: ReadyPacks) -> None:
        super().__init__()
        self._packs = packs
        self._lengths = sorted({len(prefix) for prefix in packs.under_prefix})
        self._shortest = self._lengths[0] if self._lengths else 0
        self._beginnings = frozenset(prefix[: self._shortest] for prefix in packs.under_prefix)
        unknown = packs.listed[0]
        self._unknown = _word(unknown.within, unknown.filed)

    def __missing__(self, word: str) -> _Word:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        packs = self._packs
        is_begun = word[: self._shortest] in self._beginnings
        if not is_begun and word not in packs.under_word:
            self[word] = self._unknown
            return self._unknown
        listed = packs.listed[packs.under_word.get(word, 0)]
        filed = listed.filed
        for length in self._lengths if is_begun else ():
            number = packs.under_prefix.get(word[:length], 0) if length <= len(word) else 0
            if number:
                filed = (*filed, *packs.listed[number].filed)
        self[word] = known = _word(listed.within, filed)
        return known


def _word(within: Iterable[int], filed: tuple[tuple[int, tuple[int, ...]], ...]) -> _Word:
    return _Word(_bits(within), _bits(second for second, _ in filed), filed)


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


class _Places(dict[int, int]):
    """Where in *passage* words of each set stand, in bits; worked out when first asked for."""

    def __init__(self, passage: Passage, sets: Shelf[frozenset[str]]) -> None:
        super().__init__()
        self._passage = passage
        self._sets = sets

    def __missing__(self, number: int) -> int:
        found = 0
        for word in self._sets[number] & self._passage.vocabulary:
            for place in self._passage.places(word):
                found |= 1 << place
        self[number] = found
        return found


def _can_stand(filed: _Filed, place: int, present: int, places: _Places) -> bool:
    """Return whether the words that the form needs besides its anchor at *place* are where they have to be.

    *present* are the sets of which any word stands in the passage, in bits.
    """
    for words, _, _ in filed.others:
        if not present >> words & 1:
            return False
    start = place - filed.inside
    for words, low, high in filed.others:
        before = max(0, start + low)
        if not places[words] >> before & (1 << max(0, start + high + 1 - before)) - 1:
            return False
    return True
