"""Rule packs as a review needs them: out of an image, where a part stays bytes until a text first asks for it.

Most rules never have anything to say about what one person writes, so most of the words, forms and messages are never
made. Words are interned: the same word of two rules is one text.
"""

import marshal
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from sys import intern
from types import MappingProxyType
from typing import Any

from app.checks.form import Element, Form, Gap, Words
from app.checks.rule import CodedRule, Cue, Guard, Place, Rewording, RiskWords, Rule, Scope, Sides, Wording
from app.checks.shelves import Shelf
from app.checks.vocabulary import Vocabulary
from app.model.finding import Group, Risk, Severity
from app.model.persona import Side

Plain = tuple[Any, ...]
NO_WORDS = 0
"""The number of the set without words."""

_CUE_PARTS = 6


@dataclass(frozen=True, slots=True)
class Listed:
    """What there is about one word: the numbers of the sets ``within`` which it is, and what is ``filed`` under it.

    Forms are filed by the set of second words that they need, those that need none by ``NO_WORDS``.
    """

    within: frozenset[int]
    filed: tuple[tuple[int, tuple[int, ...]], ...]


_NO_PHRASES: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType({})


class UnreadableImage(ValueError):
    """Bytes that are no image of packs."""


class ReadyPacks:
    """What :func:`app.checks.packimage.image_of` pressed; raise :class:`UnreadableImage` for anything else.

    ``under_word`` and ``under_prefix`` have every word, and every beginning of words, that rules and cues name, with
    the number of what is ``listed`` for it; ``prefixes`` are these and those of exceptions. ``sides`` are those of the
    ``owners``. ``filed`` is put by for a shelf of whoever looks forms up: the number of the owner and of the form, how
    many words before the word that it was found by it begins, at the nearest and at the furthest, which word of its
    element that is, and for each set of other words that it needs the number of the set and how many words on they
    stand, at the least and at the most.
    """

    def __init__(self, image: bytes) -> None:
        try:
            self._read(marshal.loads(image))
        except (ValueError, TypeError, KeyError, IndexError, EOFError, AttributeError) as error:
            raise UnreadableImage("no image of packs") from error

    def _read(self, plain: Any) -> None:
        words, prefixes, exceptional, listed, self.filed, sets, elements, forms, owners, sides, risks, coded = plain
        self.under_word = _numbered(_words(words[0]), words[1])
        self.under_prefix = _numbered(*prefixes)
        self.vocabulary = Vocabulary(self.under_word, self.under_prefix)
        self._exceptional = frozenset(_words(exceptional[0]))
        self.prefixes = frozenset((*self.under_prefix, *exceptional[1]))
        self.listed: Shelf[Listed] = Shelf(listed, _listed)
        self.sets: Shelf[frozenset[str]] = Shelf(sets, lambda text: frozenset(_words(text)))
        self._elements: Shelf[Element] = Shelf(elements, self._element)
        self.forms: Shelf[Form] = Shelf(forms, self._form)
        self.owners: Shelf[Rule | Cue] = Shelf(owners, self._owner)
        named = {each: frozenset(map(Side, each)) for each in set(sides)}
        self.sides: tuple[frozenset[Side], ...] = tuple([named[each] for each in sides])
        self.risks: Mapping[Risk, RiskWords] = {
            Risk(risk): RiskWords(
                Risk(risk),
                title,
                _sides(sides),
                _wording(wording),
                threshold,
                _rewordings(rewordings),
                frozenset(silenced_by),
            )
            for risk, title, sides, wording, threshold, rewordings, silenced_by in risks
        }
        self.coded: Mapping[str, CodedRule] = {
            name: CodedRule(name, Risk(risk), _sides(sides), _wording(wording), file)
            for name, risk, sides, wording, file in coded
        }

    def names(self, word: str) -> bool:
        """Return whether a form, or a coded check, names *word*."""
        return word in self.under_word or word in self._exceptional

    def _element(self, plain: Any) -> Element:
        if isinstance(plain, int):
            return Gap(plain)
        words, prefixes, phrases, digits, names, handles, optional = plain
        return Words(self.sets[words], prefixes, _phrases(phrases), digits, names, handles, optional)

    def _form(self, plain: Plain) -> Form:
        source, elements = plain
        return Form(source, tuple([self._elements[number] for number in elements]))

    def _owner(self, plain: Plain) -> Rule | Cue:
        if len(plain) == _CUE_PARTS:
            name, risk, weight, sides, numbers, file = plain
            forms = _Forms(numbers, self.forms)
            return Cue(name, Risk(risk) if risk else None, weight, frozenset(map(Side, sides)), forms, file)
        name, risk, severity, wording, numbers, unless, guards, needs, scope, silenced_by, file = plain
        return Rule(
            name, Risk(risk), _sides(severity), _wording(wording), _Forms(numbers, self.forms),
            _Forms(unless, self.forms), frozenset(map(Guard, guards)), frozenset(needs), Scope(scope),
            frozenset(silenced_by), file=file,
        )  # fmt: skip


def _listed(plain: Plain) -> Listed:
    within, filed = plain
    return Listed(frozenset(within), tuple([(second, tuple(numbers)) for second, *numbers in filed]))


class _Forms(Collection[Form]):
    """Forms by their numbers, on a shelf until somebody goes through them."""

    __slots__ = ("_numbers", "_shelf")

    def __init__(self, numbers: tuple[int, ...], shelf: Shelf[Form]) -> None:
        self._numbers = numbers
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Form]:
        return map(self._shelf.__getitem__, self._numbers)

    def __contains__(self, form: object) -> bool:
        return any(form is each for each in self)


def _words(text: str) -> Iterator[str]:
    return map(intern, text.split())


def _numbered(words: Iterable[str], numbers: bytes) -> dict[str, int]:
    return dict(zip(words, array("I", numbers), strict=True))


def _phrases(text: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases in the lines of *text* by their first words."""
    if not text:
        return _NO_PHRASES
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in text.split("\n"):
        phrase = tuple(map(intern, line.split(" ")))
        first = phrase[0]
        found[first] = (*found[first], phrase) if first in found else (phrase,)
    return found


def _sides(plain: Plain) -> Sides:
    personal, professional = (None if severity is None else Severity(severity) for severity in plain)
    return Sides(personal, professional)


def _rewordings(plain: Plain) -> tuple[Rewording, ...]:
    return tuple([Rewording(say, tuple(about), Place(place)) for say, about, place in plain])


def _wording(plain: Plain) -> Wording:
    message, why, guideline, minds, instead, fixes = plain
    return Wording(message, why, guideline, frozenset(map(Group, minds)), instead, fixes)
