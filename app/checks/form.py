"""The form language of rule packs: what a phrase may look like, read once and walked word by word.

``word``, ``(a|an|the)``, ``{set}``, ``?`` for what may be absent, ``sack*`` for any word that begins so, ``..`` for up
to three words of any kind (``..5`` up to five), ``<Name>`` for a capitalised word, ``<number>`` for one with digits.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.checks.cutting import words_of
from app.checks.passage import Passage

_ITEM = re.compile(
    r"\.\.(\d{0,2})(?= |$)|(<Name>|<number>|\([^()]{1,4000}\)|\{[a-z0-9_-]{1,60}\}|[^\s(){}<>|?]{1,60})(\??)(?= |$)"
)
_SET = re.compile(r"\{([a-z0-9_-]{1,60})\}")
_DEFAULT_GAP = 3
_WIDEST_GAP = 12
_WIDEST_FORM = 40
_NAME, _NUMBER = _KINDS = ("<Name>", "<number>")
_SHORTEST_PREFIX = 3


class FormError(ValueError):
    """A form that cannot be read; the message says which part."""


@dataclass(frozen=True, slots=True)
class Words:
    """One of several words, or of several sequences of words, which are filed under their first.

    ``digits`` admits any word with a digit, ``names`` any with a capital; such an element cannot be looked up.
    """

    words: frozenset[str]
    prefixes: tuple[str, ...] = ()
    phrases: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict, hash=False)
    digits: bool = False
    names: bool = False
    optional: bool = False

    @property
    def narrowest(self) -> int:
        return 0 if self.optional else min(self._widths)

    @property
    def widest(self) -> int:
        return max(self._widths)

    @property
    def _widths(self) -> list[int]:
        return [1] * bool(self.words or self.prefixes or self.digits or self.names) + [
            len(phrase) for phrases in self.phrases.values() for phrase in phrases
        ]

    @property
    def is_needed(self) -> bool:
        """Whether it must stand there, and is one of a known set of words or prefixes."""
        return not (self.optional or self.digits or self.names)

    @property
    def firsts(self) -> frozenset[str]:
        """The words that it may begin with, apart from prefixes."""
        return self.words | self.phrases.keys()

    @property
    def all_words(self) -> frozenset[str]:
        """Every word in it, apart from prefixes."""
        return self.words.union(*(phrase for phrases in self.phrases.values() for phrase in phrases))

    def ends(self, passage: Passage, start: int, limit: int) -> tuple[int, ...]:
        """Return where it may end when it begins at the word *start*."""
        found = (start,) if self.optional else ()
        if start >= limit:
            return found
        words = passage.words
        word = words[start]
        if word in self.words or self._admits(passage, start, word):
            found = (*found, start + 1)
        for phrase in self.phrases.get(word, ()):
            end = start + len(phrase)
            if end <= limit and tuple(words[start:end]) == phrase:
                found = (*found, end)
        return found

    def _admits(self, passage: Passage, place: int, word: str) -> bool:
        return (
            (bool(self.prefixes) and word.startswith(self.prefixes))
            or (self.digits and any(character.isdigit() for character in word))
            or (self.names and passage.is_name(place))
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

    @property
    def needed(self) -> list[frozenset[str]]:
        """Sets of words, each of which must have a member wherever the form stands."""
        return [
            element.firsts
            for element in self.elements
            if isinstance(element, Words) and element.is_needed and not element.prefixes
        ]

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that the form names."""
        return frozenset(word for element in self.elements if isinstance(element, Words) for word in element.all_words)

    @property
    def prefixes(self) -> frozenset[str]:
        """Every beginning of a word that the form names."""
        return frozenset(
            prefix for element in self.elements if isinstance(element, Words) for prefix in element.prefixes
        )

    def end(self, passage: Passage, start: int, limit: int) -> int | None:
        """Return where the form ends when it begins at the word *start*, before *limit*; the nearest end counts.

        The walk keeps the set of places it may have reached, so its cost is bounded by the form's width.
        """
        places = {start}
        for element in self.elements:
            places = {end for place in places for end in element.ends(passage, place, limit)}
            if not places:
                return None
        return min(places)


def parse_form(source: str, sets: Mapping[str, tuple[str, ...]]) -> Form:
    """Return the form that *source* spells; raise :class:`FormError` for what cannot be read or is too wide."""
    elements = _trimmed([element for item in _items(source) for element in _elements(item, sets)])
    if not any(isinstance(element, Words) and element.is_needed for element in elements):
        raise FormError("needs a word that has to be there")
    if sum(element.widest for element in elements) > _WIDEST_FORM:
        raise FormError(f"spans more than {_WIDEST_FORM} words")
    return Form(source, tuple(elements))


def _items(source: str) -> list[re.Match[str]]:
    items: list[re.Match[str]] = []
    rest = " ".join(source.split())
    place = 0
    while place < len(rest):
        item = _ITEM.match(rest, place)
        if item is None:
            raise FormError(f'cannot read "{rest[place : place + 40]}"')
        items.append(item)
        place = item.end() + 1
    if not items:
        raise FormError("is empty")
    return items


def _elements(item: re.Match[str], sets: Mapping[str, tuple[str, ...]]) -> list[Element]:
    gap, body, optional = item.group(1), item.group(2), item.group(3) == "?"
    if body is None:
        upto = int(gap or _DEFAULT_GAP)
        if not 1 <= upto <= _WIDEST_GAP:
            raise FormError(f"a gap may be 1 to {_WIDEST_GAP} words wide, not {gap}")
        return [Gap(upto)]
    alternatives = _alternatives(body[1:-1].split("|") if body[0] == "(" else [body], sets)
    if body[0] not in "({<" and not optional and "*" not in body:
        return [Words(_with_endings(frozenset((word,)))) for word in alternatives[0]]
    return [_choice(alternatives, optional=optional)]


def _alternatives(parts: list[str], sets: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for part in parts:
        name = _SET.fullmatch(part.strip())
        if name is None:
            found.append(_spelled(part))
        elif name.group(1) not in sets:
            raise FormError(f"there is no set {{{name.group(1)}}}")
        else:
            found.extend(_spelled(entry) for entry in sets[name.group(1)])
    return found


def _spelled(part: str) -> tuple[str, ...]:
    """Return the words of one alternative; a prefix keeps its star."""
    stem = part.strip()
    if stem in _KINDS:
        return (stem,)
    if stem.endswith("*"):
        words = words_of(stem[:-1])
        if len(words) != 1 or len(words[0]) < _SHORTEST_PREFIX:
            raise FormError(f'"{stem}" needs one word of {_SHORTEST_PREFIX} letters or more before its star')
        return (f"{words[0]}*",)
    words = words_of(stem)
    if not words or any(mark in stem for mark in "*{}?<>"):
        raise FormError(f'cannot read the alternative "{part.strip()}"')
    return words


def _choice(alternatives: list[tuple[str, ...]], *, optional: bool) -> Words:
    single = {words[0] for words in alternatives if len(words) == 1}
    return Words(
        words=_with_endings(frozenset(word for word in single if word not in _KINDS and not word.endswith("*"))),
        prefixes=tuple(sorted(word[:-1] for word in single if word.endswith("*"))),
        phrases=_by_first_word({words for words in alternatives if len(words) > 1}),
        digits=_NUMBER in single,
        names=_NAME in single,
        optional=optional,
    )


def _with_endings(words: frozenset[str]) -> frozenset[str]:
    """Add ``'s`` wherever "is" or "has" is meant, and ``'d`` for "had" and "would"."""
    if not words.isdisjoint(("is", "has")):
        words |= {"'s"}
    return words if words.isdisjoint(("had", "would")) else words | {"'d"}


def _trimmed(elements: list[Element]) -> list[Element]:
    """Drop what does not narrow a form down: gaps at its ends."""
    while elements and isinstance(elements[0], Gap):
        del elements[0]
    while elements and isinstance(elements[-1], Gap):
        del elements[-1]
    return elements


def _by_first_word(phrases: set[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    filed: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases):
        filed[phrase[0]] = (*filed.get(phrase[0], ()), phrase)
    return filed
