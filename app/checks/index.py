"""Find the forms that stand in a passage: each is filed under two words that it cannot do without.

Cost follows what stands in the text, not the number of forms: a word under which nothing is filed costs one look-up,
and of the forms filed under a word only those are walked whose second word stands near it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.checks.cutting import words_of
from app.checks.form import Element, Form, Words
from app.checks.passage import Passage
from app.checks.rule import Cue, Rule

Owner = Rule | Cue

_REMEMBERED_WORDS = 20_000
_COMMON = words_of(
    "the to and a i of in is it you that for on my this was with be have not so but are at me all just as we they he or"
    " what if can like do get out up your when from one about no will an by time been good day she some how had who her"
    " go now know has more our his would them their there did him am too it people new work as 's us back than here off"
    " want really got today then any only make over see because could love need why think going these much even way"
    " being every where still last week home year say take right never after before down into"
)
_MOST_COMMON_WEIGHT = 400.0


def _commonness() -> dict[str, float]:
    """Return how often the commonest words of English are met, against 1 for any other word (Zipf's law)."""
    return {word: max(2.0, _MOST_COMMON_WEIGHT / (rank + 1)) for rank, word in reversed(list(enumerate(_COMMON)))}


_WEIGHTS = _commonness()


@dataclass(frozen=True, slots=True)
class Hit:
    """A form of *owner* that stands at the words *first* up to and without *last*."""

    first: int
    last: int
    owner: Owner
    form: Form


@dataclass(frozen=True, slots=True)
class _Filed:
    """A form and how many words before the word it is filed under it may begin."""

    owner: Owner
    form: Form
    nearest: int
    furthest: int


@dataclass(slots=True)
class _Postings:
    """What is filed under one word: forms that need no other, and the rest by the other word they need."""

    alone: list[_Filed]
    near: dict[str, list[_Filed]]
    reach: int


class Index:
    """The forms of many owners."""

    def __init__(self, forms: Iterable[tuple[Owner, Form]]) -> None:
        self._by_word: dict[str, _Postings] = {}
        self._by_prefix: dict[str, _Postings] = {}
        self._known = _Known(self._by_word, self._by_prefix)
        for owner, form in forms:
            self._file(owner, form)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word under which something is filed."""
        return frozenset(self._by_word)

    def hits(self, passage: Passage) -> Iterator[Hit]:
        """Yield every form that stands in *passage* inside one sentence, each place once."""
        words = passage.words
        seen: set[tuple[int, int, int]] = set()
        for place, postings in enumerate(map(self._known.__getitem__, words)):
            if postings is None:
                continue
            for filed in _candidates(postings, words, place):
                yield from self._walk(passage, filed, place, seen)

    def _walk(self, passage: Passage, filed: _Filed, place: int, seen: set[tuple[int, int, int]]) -> Iterator[Hit]:
        begin, limit = passage.sentence(place)
        for first in range(place - filed.nearest, max(begin, place - filed.furthest) - 1, -1):
            last = filed.form.end(passage, first, limit)
            if last is not None and place < last and (id(filed.form), first, last) not in seen:
                seen.add((id(filed.form), first, last))
                yield Hit(first, last, filed.owner, filed.form)
                return

    def _file(self, owner: Owner, form: Form) -> None:
        needed = [index for index, element in enumerate(form.elements) if _is_needed(element)]
        needed.sort(key=lambda index: _weight(form.elements[index]))
        anchor = form.elements[needed[0]]
        assert isinstance(anchor, Words)
        before = form.elements[: needed[0]]
        filed = _Filed(owner, form, sum(part.narrowest for part in before), sum(part.widest for part in before))
        second = _second_words(form, needed)
        reach = sum(element.widest for element in form.elements)
        for word in anchor.firsts:
            _add(self._by_word.setdefault(word, _Postings([], defaultdict(list), 0)), filed, second, reach)
        for prefix in anchor.prefixes:
            _add(self._by_prefix.setdefault(prefix, _Postings([], defaultdict(list), 0)), filed, second, reach)


class _Known(dict[str, _Postings | None]):
    """What is filed under a word, prefixes included; each distinct word is worked out once."""

    def __init__(self, by_word: dict[str, _Postings], by_prefix: dict[str, _Postings]) -> None:
        super().__init__()
        self._by_word = by_word
        self._by_prefix = by_prefix

    def __missing__(self, word: str) -> _Postings | None:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        found = [self._by_word[word]] if word in self._by_word else []
        if self._by_prefix:
            prefixes = (word[:length] for length in self._prefix_lengths() if length <= len(word))
            found += [self._by_prefix[prefix] for prefix in prefixes if prefix in self._by_prefix]
        self[word] = postings = _merged(found)
        return postings

    def _prefix_lengths(self) -> list[int]:
        return sorted({len(prefix) for prefix in self._by_prefix})


def _candidates(postings: _Postings, words: list[str], place: int) -> Iterator[_Filed]:
    yield from postings.alone
    if postings.near:
        reach = postings.reach
        window = words[max(0, place - reach) : place + reach + 1]
        for word in postings.near.keys() & window:
            yield from postings.near[word]


def _is_needed(element: Element) -> bool:
    return isinstance(element, Words) and element.is_needed


def _weight(element: Element) -> float:
    assert isinstance(element, Words)
    return sum(_WEIGHTS.get(word, 1.0) for word in element.firsts) + 5.0 * len(element.prefixes)


def _second_words(form: Form, needed: list[int]) -> frozenset[str]:
    """Return words one of which has to stand near the anchor as well; empty when there is no such set."""
    for index in needed[1:]:
        element = form.elements[index]
        if isinstance(element, Words) and not element.prefixes:
            return element.firsts
    return frozenset()


def _add(postings: _Postings, filed: _Filed, second: frozenset[str], reach: int) -> None:
    if second:
        postings.reach = max(postings.reach, reach)
        for word in second:
            postings.near[word].append(filed)
    else:
        postings.alone.append(filed)


def _merged(found: list[_Postings]) -> _Postings | None:
    if len(found) <= 1:
        return found[0] if found else None
    merged: _Postings = _Postings([], defaultdict(list), max(postings.reach for postings in found))
    for postings in found:
        merged.alone += postings.alone
        for word, filed in postings.near.items():
            merged.near[word] += filed
    return merged
