"""Find given names in a text, however they are written: literal words, never patterns.

A name is found with another case, with an ``'s`` or ``s`` behind it, run together as in a hashtag or handle, inside a
handle or link, with spaced letters, invisible and look-alike characters; never inside another word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.checks.cutting import words_of
from app.checks.literal_names import LiteralNames, is_worn_away
from app.checks.passage import Passage
from app.model.finding import Span
from app.text.folding import plain_word

_MARKED = re.compile(
    r"(?:[#@]|https?://|www\.)[^\s,;!?)\]}\"]{1,200}|(?<![\w@])[\w-]{1,60}(?:\.[\w-]{1,60}){1,3}/[^\s,;!?)]{1,100}"
)
_PARTS = re.compile(r"[^\W_]+")
_BREAK = re.compile("[,;:!?()]")
_MOST_PARTS = 12
_DIGITS = "0123456789"  # of a year or a number behind the name: "#acme2026"


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a name, and what it names."""

    spelling: str
    of: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name at *span*, beginning with the word ``first``.

    ``is_sure`` where nothing else can be meant: by itself in a hashtag, handle or link, and for a name in other signs
    than plain letters. In tags, handles, links and other signs it has no first word.
    """

    name: Name
    span: Span
    is_sure: bool
    first: int = -1


class NameIndex:
    """Many names, each looked up by its first word, or as it is written where folded words would not tell it."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
        self._joined: dict[str, Name] = {}
        literal: list[Name] = []
        for name in names:
            if is_worn_away(name.spelling):
                literal.append(name)
            else:
                self._add(words_of(name.spelling.replace("_", " ")), name)
        self._literal = LiteralNames((name.spelling, name) for name in literal)
        self.needs_every_sentence = bool(literal)
        """Whether a name may stand in a sentence that has no word of :attr:`vocabulary`, hashtag, handle or link."""

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word of every name, also run together: they are seen through when they are disguised."""
        words = {word for spellings in self._by_word.values() for spelling, _ in spellings for word in spelling}
        return frozenset(words)

    def sightings(self, passage: Passage) -> Iterator[Sighting]:
        """Yield every name that stands in *passage*."""
        words = passage.words
        if not self._by_word.keys().isdisjoint(words):
            for first, word in enumerate(words):
                for spelling, name in self._by_word.get(word, ()):
                    last = first + len(spelling)
                    if last == first + 1 or tuple(words[first:last]) == spelling:
                        span = passage.span(first, last)
                        if not _BREAK.search(passage.text, span.start, span.end):
                            yield Sighting(name, span, is_sure=False, first=first)
        if any(mark in passage.text for mark in _MARKS):
            yield from self._marked(passage.text)
        for name, span in self._literal.find(passage.text):
            yield Sighting(name, span, is_sure=True)

    def _marked(self, text: str) -> Iterator[Sighting]:
        for found in _MARKED.finditer(text):
            plain, places = plain_word(found.group(), keep_signs=True)
            parts = _parts(plain, found.group(), places)
            for first in range(len(parts)):
                joined = ""
                for last in range(first, len(parts)):
                    joined += plain[slice(*parts[last])]
                    written = joined if joined in self._joined else joined.rstrip(_DIGITS)
                    name = self._joined.get(written)
                    if name is not None:
                        begin, end = parts[first][0], parts[last][1]
                        span = Span(places[begin], places[end - len(joined) + len(written) - 1] + 1).shifted(
                            found.start()
                        )
                        yield Sighting(name, span, is_sure=_stands_apart(plain, begin, end))

    def _add(self, words: tuple[str, ...], name: Name) -> None:
        joined = "".join(words)
        self._joined.setdefault(joined, name)
        spellings = {words, (*words[:-1], f"{words[-1]}s"), (joined,), ("_".join(words),)}
        for spelling in spellings:
            self._by_word[spelling[0]].append((spelling, name))


def _parts(plain: str, written: str, places: Sequence[int]) -> list[tuple[int, int]]:
    """Return where the words of a tag, handle or link stand in *plain*: apart, or each with a capital of its own."""
    parts: list[tuple[int, int]] = []
    for part in _PARTS.finditer(plain):
        begin = part.start()
        for place in range(part.start() + 1, part.end()):
            if written[places[place]].isupper() and written[places[place] - 1].islower():
                parts.append((begin, place))
                begin = place
        parts.append((begin, part.end()))
    return parts[:_MOST_PARTS]


def _stands_apart(plain: str, begin: int, end: int) -> bool:
    """Return whether no letter or digit stands right before *begin* or behind *end*."""
    return not (plain[begin - 1 : begin].isalnum() or plain[end : end + 1].isalnum())


_MARKS = ("@", "#", "/", "www.")
