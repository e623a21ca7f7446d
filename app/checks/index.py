"""Find the forms that stand in a sentence: each is filed under the two rarest words that it cannot do without.

Cost follows what stands in the text, not the number of forms: a word under which nothing is filed costs one look-up,
and of the forms filed under a word only those are walked whose second word stands where it has to.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, repeat

from app.checks.form import Element, Form, Words
from app.checks.passage import Passage
from app.checks.rule import Cue, Rule
from app.model.persona import Side

Owner = Rule | Cue

_REMEMBERED_WORDS = 20_000
_LEAST_WALKS = 40
_WALKS_PER_WORD = 3
_COMMONEST_WEIGHT = 1_000.0
_PREFIX_WEIGHT = 5.0
_ZIPF = 0.87
"""A word outside of the list weighs 1; the weights of the others fall from 1,000 with their rank, as they are met."""


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


_BySecond = dict[frozenset[str], list[_Filed]]
_Postings = list[tuple[frozenset[str], list[_Filed]]]
"""Forms by their second words, an empty set for those that have none."""


class Index:
    """The forms of many owners."""

    def __init__(self, forms: Iterable[tuple[Owner, Form]]) -> None:
        self._by_word: dict[str, _BySecond] = {}
        self._by_prefix: dict[str, _BySecond] = {}
        for owner, form in forms:
            self._file(owner, form)
        self._known = _Known(self._by_word, self._by_prefix)

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
        return word in self._by_word if word.isdigit() else bool(self._known[word])

    def _candidates(self, passage: Passage, side: Side) -> Iterator[tuple[int, _Filed]]:
        """Yield the forms whose words are there, with the place of the word they are filed under."""
        vocabulary = passage.vocabulary
        for place, postings in enumerate(map(self._known.__getitem__, passage.words)):
            for second, filed in postings:
                if not second or not second.isdisjoint(vocabulary):
                    for one in filed:
                        if side in one.owner.sides and one.can_stand(passage, place):
                            yield place, one

    def _file(self, owner: Owner, form: Form) -> None:
        elements = form.elements
        needed = sorted((at for at, element in enumerate(elements) if _is_needed(element)), key=_weigher(elements))
        anchor = elements[needed[0]]
        assert isinstance(anchor, Words)
        others = tuple(near for at in needed[1:] if (near := _near(elements, needed[0], at)) is not None)
        before = elements[: needed[0]]
        nearest, furthest = sum(part.narrowest for part in before), sum(part.widest for part in before)
        second = others[0].words if others else frozenset[str]()
        for inside, words in _keys(anchor).items():
            filed = _Filed(owner, form, nearest + inside, furthest + inside, inside, others)
            for word in words:
                self._by_word.setdefault(word, {}).setdefault(second, []).append(filed)
        for prefix in anchor.prefixes:
            filed = _Filed(owner, form, nearest, furthest, 0, others)
            self._by_prefix.setdefault(prefix, {}).setdefault(second, []).append(filed)


class _Known(dict[str, _Postings]):
    """What is filed under a word, prefixes included; each distinct word is worked out once."""

    def __init__(self, by_word: dict[str, _BySecond], by_prefix: dict[str, _BySecond]) -> None:
        super().__init__()
        self._by_word = by_word
        self._by_prefix = by_prefix
        self._lengths = sorted({len(prefix) for prefix in by_prefix})

    def __missing__(self, word: str) -> _Postings:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        postings = [*self._by_word.get(word, {}).items()]
        for length in self._lengths:
            if length <= len(word):
                postings += self._by_prefix.get(word[:length], {}).items()
        self[word] = postings
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


def _is_needed(element: Element) -> bool:
    return isinstance(element, Words) and element.is_needed


@lru_cache(maxsize=8192)
def _keys(words: Words) -> dict[int, frozenset[str]]:
    """Return under which words the alternatives of an element are found: each under its rarest, by its place in it."""
    if not words.phrases:
        return {0: words.words}
    keys: dict[int, set[str]] = {0: set(words.words)}
    weights = _weights()
    for phrases in words.phrases.values():
        for phrase in phrases:
            rarest = min(range(len(phrase)), key=lambda at: weights.get(phrase[at], 1.0))
            keys.setdefault(rarest, set()).add(phrase[rarest])
    return {inside: frozenset(found) for inside, found in keys.items()}


def _near(elements: tuple[Element, ...], anchor: int, other: int) -> _Near | None:
    """Return where the words of another element stand; ``None`` if they are not a known set."""
    element = elements[other]
    if not isinstance(element, Words) or element.prefixes:
        return None
    keys = _keys(element)
    low, high = _distance(elements, anchor, other)
    found = keys[0] if len(keys) == 1 else frozenset[str]().union(*keys.values())
    return _Near(found, low, high + max(keys))


def _weigher(elements: tuple[Element, ...]) -> Callable[[int], float]:
    def weigh(at: int) -> float:
        element = elements[at]
        assert isinstance(element, Words)
        return sum(map(_weight, _keys(element).values())) + _PREFIX_WEIGHT * len(element.prefixes)

    return weigh


@lru_cache(maxsize=8192)
def _weight(words: frozenset[str]) -> float:
    """Return how often one of *words* is met, against 1 for a rare word."""
    weights = _weights()
    return sum(map(weights.get, words, repeat(1.0)))


def _distance(elements: tuple[Element, ...], anchor: int, other: int) -> tuple[int, int]:
    """Return how many words behind the anchor the other element may begin."""
    between = elements[min(anchor, other) : max(anchor, other)]
    narrowest, widest = sum(part.narrowest for part in between), sum(part.widest for part in between)
    return (narrowest, widest) if other > anchor else (-widest, -narrowest)


@cache
def _weights() -> dict[str, float]:
    text = (files("resources") / "words" / "en" / "frequent.txt").read_text(encoding="utf-8")
    words = [line for line in text.splitlines() if not line.startswith("#")]
    return {word: max(1.0, _COMMONEST_WEIGHT / (rank + 1) ** _ZIPF) for rank, word in enumerate(words)}
