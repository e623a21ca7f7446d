"""Rules whose form nearly stands in a sentence, and which part of it is not there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.checks.form import Form, Words
from app.checks.formlanguage import parts_of
from app.checks.passage import Passage
from app.checks.readypacks import ReadyPacks
from app.checks.rule import Rule
from app.checks.shelves import Shelf
from app.model.persona import Side

MOST_LISTED = 8
"""No more rules of one sentence are listed: those of whose forms most is there."""

_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A *form* of *rule* that is there from the word *first* up to and without *last*, but for the part *missing*.

    *is_elsewhere* if that part is in the sentence, but not where it has to be.
    """

    rule: Rule
    form: Form
    first: int
    last: int
    missing: str
    is_elsewhere: bool


class NearMisses:
    """Looks for forms by the word that each is filed under, as the review does."""

    def __init__(self, packs: ReadyPacks) -> None:
        self._packs = packs
        self._filed: Shelf[tuple[int, int]] = Shelf(packs.filed, lambda plain: (plain[0], plain[1]))
        self._lengths = sorted({len(prefix) for prefix in packs.under_prefix})

    def of(self, passage: Passage, side: Side, but: frozenset[str]) -> tuple[list[NearMiss], int]:
        """Return the rules of *side* nearly there, the nearest first, each once, and how many more there are.

        Those named in *but* are left out.
        """
        best: dict[str, _Share] = {}
        for owner, number in self._candidates(passage):
            rule = self._packs.owners[owner]
            if isinstance(rule, Rule) and side in rule.sides and rule.id not in but:
                share = _share(rule, self._packs.forms[number], passage)
                if share is not None and (rule.id not in best or share.nearness > best[rule.id].nearness):
                    best[rule.id] = share
        found: list[NearMiss] = []
        nearest = sorted(best.values(), key=lambda one: (*(-part for part in one.nearness), one.rule.id))
        for share in nearest:
            miss = _near_miss(share, passage)
            if miss is not None:
                found.append(miss)
            if len(found) == MOST_LISTED:
                break
        return found, max(0, len(nearest) - MOST_LISTED)

    def _candidates(self, passage: Passage) -> Iterable[tuple[int, int]]:
        """Return the owners and forms, by number, that are filed under a word of *passage*."""
        found: dict[tuple[int, int], None] = {}
        for number in self._numbers(passage):
            for _, filed in self._packs.listed[number].filed:
                found.update(dict.fromkeys(map(self._filed.__getitem__, filed)))
        return found

    def _numbers(self, passage: Passage) -> Iterator[int]:
        for word in passage.vocabulary:
            yield self._packs.under_word.get(word, 0)
            for length in self._lengths:
                if length <= len(word):
                    yield self._packs.under_prefix.get(word[:length], 0)


@dataclass(frozen=True, slots=True)
class _Share:
    """How much of a form is in a sentence; *absent* is the first of its elements that is not."""

    rule: Rule
    form: Form
    absent: Words | None
    share: float

    @property
    def nearness(self) -> tuple[float, int]:
        return self.share, len(self.form.elements)


def _share(rule: Rule, form: Form, passage: Passage) -> _Share | None:
    """Return how much of *form* is in *passage*; ``None`` when it is too little."""
    needed = [element for element in form.elements if isinstance(element, Words) and not element.optional]
    absent = [element for element in needed if not _is_there(element, passage)]
    share = 1 - len(absent) / len(needed)
    if share < _LEAST_SHARE or (share == _LEAST_SHARE and len(needed) > 2):
        return None
    return _Share(rule, form, absent[0] if absent else None, share)


def _near_miss(share: _Share, passage: Passage) -> NearMiss | None:
    """Return where most of a form stands in *passage*; ``None`` when all of it does, where it has to."""
    form = share.form
    first, last, reached = _furthest(form, passage)
    if reached == len(form.elements):
        return None
    if share.absent is not None:
        reached = next(place for place, element in enumerate(form.elements) if element is share.absent)
    return NearMiss(share.rule, form, first, last, parts_of(form)[reached], is_elsewhere=share.absent is None)


def _is_there(element: Words, passage: Passage) -> bool:
    limit = len(passage.words)
    for word in element.firsts & passage.vocabulary:
        if word in element.words or any(element.ends(passage, place, limit) for place in passage.places(word)):
            return True
    return element.is_open and any(element.ends(passage, place, limit) for place in range(limit))


def _furthest(form: Form, passage: Passage) -> tuple[int, int, int]:
    """Return the words between which most of *form* stands, and the number of the element where that ends.

    The elements are taken in their order from every needed one on; what is missing may come before it.
    """
    best = (0, min(1, len(passage.words)), 0)
    most = 0
    before = 0
    for begin, element in enumerate(form.elements):
        if isinstance(element, Words) and not element.optional:
            for start in range(len(passage.words)):
                last, stopped, met = _walked(form, passage, begin, start)
                if met > most:
                    most, best = met, (start, last, stopped if begin == 0 else before)
            before = begin
    return best


def _walked(form: Form, passage: Passage, begin: int, start: int) -> tuple[int, int, int]:
    """Return how far the elements from *begin* on go from the word *start*: word, element, how many have words."""
    places = {start}
    last, met, limit = start, 0, len(passage.words)
    for number in range(begin, len(form.elements)):
        element = form.elements[number]
        following = {end for place in places for end in element.ends(passage, place, limit)}
        if not following:
            return last, number, met
        if isinstance(element, Words) and min(following) > last:
            met += 1
            last = min(following)
        places = following
    return last, len(form.elements), met
