"""Work out under which words forms are found: each is filed under the two rarest words that it cannot do without."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat

from app.checks.form import Element, Form, Words

_COMMONEST_WEIGHT = 1_000.0
_PREFIX_WEIGHT = 5.0
_ZIPF = 0.87
"""A word outside of the list weighs 1; the weights of the others fall from 1,000 with their rank, as they are met."""
_NO_WORDS = frozenset[str]()


@dataclass(frozen=True, slots=True)
class NearWords:
    """Words one of which stands *low* to *high* words behind the element of the anchor; before it, if negative."""

    words: frozenset[str]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Filing:
    """Under which words, and beginnings of words, a form is found by its anchor, which is word *inside* of its element.

    The form begins *nearest* to *furthest* words before the anchor; *others* are all the other words that it needs.
    """

    words: frozenset[str]
    prefixes: tuple[str, ...]
    nearest: int
    furthest: int
    inside: int
    others: tuple[NearWords, ...]

    @property
    def second(self) -> frozenset[str]:
        """The rarest of the other words; empty where it needs no other."""
        return self.others[0].words if self.others else _NO_WORDS


def filings(form: Form) -> Iterator[Filing]:
    """Yield how *form* is found, once for each place that its anchor may have inside of an element."""
    elements = form.elements
    needed = sorted((at for at, element in enumerate(elements) if _is_needed(element)), key=_weigher(elements))
    anchor = elements[needed[0]]
    assert isinstance(anchor, Words)
    others = tuple(near for at in needed[1:] if (near := _near(elements, needed[0], at)) is not None)
    before = elements[: needed[0]]
    nearest, furthest = sum(part.narrowest for part in before), sum(part.widest for part in before)
    for inside, words in _keys(anchor).items():
        if words:
            yield Filing(words, (), nearest + inside, furthest + inside, inside, others)
    if anchor.prefixes:
        yield Filing(_NO_WORDS, anchor.prefixes, nearest, furthest, 0, others)


def forget_weights() -> None:
    """Let go of what was kept while forms were filed."""
    for kept in (_keys, _weight, _weights):
        kept.cache_clear()


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


def _near(elements: tuple[Element, ...], anchor: int, other: int) -> NearWords | None:
    """Return where the words of another element stand; ``None`` if they are not a known set."""
    element = elements[other]
    if not isinstance(element, Words) or element.prefixes:
        return None
    keys = _keys(element)
    low, high = _distance(elements, anchor, other)
    found = keys[0] if len(keys) == 1 else _NO_WORDS.union(*keys.values())
    return NearWords(found, low, high + max(keys))


def _weigher(elements: tuple[Element, ...]) -> Callable[[int], float]:
    def weigh(at: int) -> float:
        element = elements[at]
        assert isinstance(element, Words)
        return sum(map(_weight, _keys(element).values())) + _PREFIX_WEIGHT * len(element.prefixes)

    return weigh


@lru_cache(maxsize=8192)
def _weight(words: frozenset[str]) -> float:
    """Return how often one of *words* is met, against 1 for a rare word; the same in whatever order they come."""
    return math.fsum(map(_weights().get, words, repeat(1.0)))


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
