"""What a phrase of a rule may look like: a sequence of words and gaps, walked word by word."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from app.checks.passage import Passage


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One of several words, or of several sequences of words, which are filed under their first.

    ``digits`` admits any word with a digit, ``names`` any with a capital, ``handles`` any ``@name``; such an element
    cannot be looked up.
    """

    words: frozenset[str]
    prefixes: tuple[str, ...] = ()
    phrases: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    digits: bool = False
    names: bool = False
    handles: bool = False
    optional: bool = False
    is_one_word: bool = field(init=False)
    """Whether it is always exactly one of the words it names."""
    is_open: bool = field(init=False)
    """Whether it admits words beyond those it names."""
    firsts: frozenset[str] = field(init=False)
    """The words that it may begin with, apart from prefixes."""

    def __post_init__(self) -> None:
        is_open = bool(self.prefixes) or self.digits or self.names or self.handles
        object.__setattr__(self, "is_open", is_open)
        object.__setattr__(self, "is_one_word", not (is_open or self.optional or self.phrases))
        object.__setattr__(self, "firsts", self.words.union(self.phrases) if self.phrases else self.words)

    @property
    def narrowest(self) -> int:
        """The fewest words that it takes up."""
        return 0 if self.optional else min(self._widths())

    @property
    def widest(self) -> int:
        """The most words that it takes up."""
        return max(self._widths())

    @property
    def is_needed(self) -> bool:
        """Whether it must stand there, and is one of a known set of words or prefixes."""
        return not (self.optional or self.digits or self.names or self.handles)

    @property
    def is_closed(self) -> bool:
        """Whether it must stand there, and is one of a known set of words."""
        return self.is_needed and not self.prefixes

    @property
    def all_words(self) -> frozenset[str]:
        """Every word in it, apart from prefixes."""
        if not self.phrases:
            return self.words
        return self.words.union(*[phrase for phrases in self.phrases.values() for phrase in phrases])

    def ends(self, passage: Passage, start: int, limit: int) -> tuple[int, ...]:
        """Return where it may end when it begins at the word *start*."""
        if self.is_one_word:
            return (start + 1,) if start < limit and passage.words[start] in self.words else ()
        found = (start,) if self.optional else ()
        if start >= limit:
            return found
        words = passage.words
        word = words[start]
        if word in self.words or (self.is_open and self._admits(passage, start, word)):
            found = (*found, start + 1)
        for phrase in self.phrases.get(word, ()):
            end = start + len(phrase)
            if end <= limit and tuple(words[start:end]) == phrase:
                found = (*found, end)
        return found

    def _widths(self) -> frozenset[int]:
        widths = frozenset(len(phrase) for phrases in self.phrases.values() for phrase in phrases)
        return widths | {1} if self.words or self.is_open else widths

    def _admits(self, passage: Passage, place: int, word: str) -> bool:
        return (
            (bool(self.prefixes) and word.startswith(self.prefixes))
            or (self.digits and any(character.isdigit() for character in word))
            or (self.names and passage.is_name(place))
            or (self.handles and passage.is_handle(place))
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to so many words of any kind."""

    upto: int

    narrowest = 0

    @property
    def widest(self) -> int:
        return self.upto

    def ends(self, passage: Passage, start: int, limit: int) -> tuple[int, ...]:
        """Return every place where the gap may end."""
        return tuple(range(start, min(start + self.upto, limit) + 1))


Element = Words | Gap


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say something; at least one of its elements is a word that must be there."""

    source: str
    elements: tuple[Element, ...]
    needed: tuple[frozenset[str], ...] = field(init=False)
    """Sets of words, each of which must have a member wherever the form stands."""
    firsts: frozenset[str] = field(init=False)
    """The words one of which it begins with; empty when they are no known set."""
    _anchor: tuple[frozenset[str], int, int] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        words = [element for element in self.elements if isinstance(element, Words) and element.is_closed]
        first = self.elements[0]
        begins = first.firsts if isinstance(first, Words) and first.is_closed else frozenset[str]()
        object.__setattr__(self, "needed", tuple([element.firsts for element in words]))
        object.__setattr__(self, "firsts", begins)

    def starts(self, passage: Passage) -> Iterable[int]:
        """Return the words of *passage* where it may begin: those from which the rarest it needs is in reach."""
        if self._anchor is None:
            object.__setattr__(self, "_anchor", _anchor(self.elements))
            assert self._anchor is not None
        rarest, nearest, furthest = self._anchor
        if not rarest:
            return range(len(passage.words))
        found: set[int] = set()
        for word in rarest & passage.vocabulary:
            for place in passage.places(word):
                found.update(range(max(0, place - furthest), place - nearest + 1))
        return found

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that the form names."""
        words = [element.all_words for element in self.elements if isinstance(element, Words)]
        return words[0] if len(words) == 1 else frozenset[str]().union(*words)

    @property
    def prefixes(self) -> frozenset[str]:
        """Every beginning of a word that the form names."""
        return frozenset(
            prefix for element in self.elements if isinstance(element, Words) for prefix in element.prefixes
        )

    def end(self, passage: Passage, start: int, limit: int) -> int | None:
        """Return where the form ends when it begins at the word *start*, before *limit*; the nearest end counts.

        The walk keeps the places it may have reached, so its cost is bounded by the form's width.
        """
        places: Collection[int] = (start,)
        for element in self.elements:
            if len(places) == 1:
                (place,) = places
                places = element.ends(passage, place, limit)
            else:
                places = {end for place in places for end in element.ends(passage, place, limit)}
            if not places:
                return None
        return min(places)


def _anchor(elements: tuple[Element, ...]) -> tuple[frozenset[str], int, int]:
    """Return the fewest words one of which must stand there, and how far behind the beginning: at least, at most."""
    anchor: frozenset[str] = frozenset()
    before: tuple[Element, ...] = ()
    for at, element in enumerate(elements):
        if isinstance(element, Words) and element.is_closed and (not anchor or len(element.firsts) < len(anchor)):
            anchor, before = element.firsts, elements[:at]
    return anchor, sum([element.narrowest for element in before]), sum([element.widest for element in before])
