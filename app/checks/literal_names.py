"""Find names that folding to plain letters would wear away: in other scripts, with emoji, or like "C++".

They are looked up as they are written but for case, width and invisible characters. In scripts that put blanks between
words a name never counts inside another word.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from app.checks.cutting import words_of
from app.model.finding import Span

Named = TypeVar("Named")

_FEWEST = 2
_MARKS = frozenset(("Mn", "Me", "Cf"))
_SPACELESS = ("CJK ", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "BOPOMOFO")


def is_worn_away(spelling: str) -> bool:
    """Return whether the words that *spelling* is folded to no longer tell what it names."""
    letters = "".join(words_of(spelling.replace("_", " ")))
    if not letters.isprintable() or len(letters) < _FEWEST:
        return True
    if spelling.isascii():
        return not _ASCII_SIGNS.isdisjoint(spelling)
    return any(map(_is_sign, spelling))


def _is_sign(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sm", "Sk")


_ASCII_SIGNS = frozenset(filter(_is_sign, map(chr, range(128))))


class LiteralNames(Generic[Named]):
    """Names, each with what it names."""

    def __init__(self, names: Iterable[tuple[str, Named]]) -> None:
        self._named: dict[str, Named] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for spelling, named in names:
            name = "".join(_plain(character) for character in spelling).strip()
            if name:
                self._named.setdefault(name, named)
                lengths[name[0]].add(len(name))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}

    def find(self, text: str) -> Iterator[tuple[Named, Span]]:
        """Yield what each name in *text* names and where it stands; of two that begin together the longer."""
        if not self._named:
            return
        plain, places = _plainly(text)
        end = 0
        for start, first in enumerate(plain):
            if start < end or first not in self._lengths:
                continue
            for length in self._lengths[first]:
                stop = min(start + length, len(plain))  # where the text ends first, a shorter name may stand there
                named = self._named.get(plain[start:stop])
                if named is not None and _stands_alone(plain, start, stop):
                    end = stop
                    yield named, Span(places[start], places[end - 1] + 1)
                    break


def _plainly(text: str) -> tuple[str, list[int]]:
    """Return *text* without case, width and invisible characters, and where each character of that stands in it."""
    plain: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in _plain(character):
            plain.append(each)
            places.append(place)
    return "".join(plain), places


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    folded = unicodedata.normalize("NFKD", character).casefold()
    return "".join(each for each in folded if unicodedata.category(each) not in _MARKS)


def _stands_alone(plain: str, start: int, end: int) -> bool:
    return _may_begin(plain, start) and _may_begin(plain, end)


def _may_begin(plain: str, place: int) -> bool:
    """Return whether a word may begin or end at *place*: not between two letters of a script with blanks."""
    if place in (0, len(plain)):
        return True
    before, behind = plain[place - 1], plain[place]
    return not (before.isalnum() and behind.isalnum()) or _is_spaceless(before) or _is_spaceless(behind)


def _is_spaceless(character: str) -> bool:
    return not character.isascii() and unicodedata.name(character, "").startswith(_SPACELESS)
