"""Rule packs pressed into bytes, with everything worked out that a review needs to know about them beforehand.

:mod:`app.checks.readypacks` reads them. What is equal is kept once: sets of words, elements, lists of forms. The
sentences that prove rules are left out, as no review needs them.
"""

from array import array
from collections.abc import Hashable, Iterable
from typing import Any

from app.checks.filing import Filing, filings, forget_weights
from app.checks.form import Element, Form, Gap
from app.checks.memory import collector_at_rest
from app.checks.named_words import all_prefixes, all_words, words_in_mind
from app.checks.readypacks import NO_WORDS, ReadyPacks
from app.checks.rule import Cue, Packs, Rule, Sides, Wording
from app.checks.shelves import put_by, written

Plain = tuple[Any, ...]

_Filed = dict[str, dict[int, list[int]]]
_NOTHING: Plain = ((), ())


def image_of(packs: Packs) -> bytes:
    """Return *packs* as bytes, for :class:`app.checks.readypacks.ReadyPacks`; equal packs have equal images."""
    with collector_at_rest():
        image = written(_Press(packs).plain())
    forget_weights()
    return image


def made_ready(packs: Packs) -> ReadyPacks:
    """Return *packs* as a review needs them, by way of their image."""
    return ReadyPacks(image_of(packs))


class _Numbered(dict[Hashable, int]):
    """Gives each distinct value a number, in the order in which they come."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = number = len(self)
        return number


class _Press:
    """Gives what packs consist of numbers, by which the one refers to the other."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._sets = _Numbered({"": NO_WORDS})
        self._elements = _Numbered()
        self._forms: list[Plain] = []
        self._filed = _Numbered()
        self._under_word: _Filed = {}
        self._under_prefix: _Filed = {}
        self._near: dict[str, set[int]] = {}
        self._listed = _Numbered({_NOTHING: 0})

    def plain(self) -> Plain:
        """Return the packs as texts, numbers and tuples, in the order in which they are read."""
        owners: list[Rule | Cue] = [*self._packs.rules, *self._packs.cues]
        found_by = [form for owner in owners for form in owner.forms]
        exceptions = [form for rule in self._packs.rules for form in rule.unless]
        words = words_in_mind(self._packs)
        prefixes = all_prefixes(found_by)
        exceptional = sorted(all_words(exceptions).difference(words))
        pressed = [self._owner(number, owner) for number, owner in enumerate(owners)]
        return (
            (" ".join(words), self._numbers_of(words, self._under_word)),
            (prefixes, self._numbers_of(prefixes, self._under_prefix)),
            (" ".join(exceptional), all_prefixes(exceptions)),
            put_by(self._listed),
            put_by(self._filed),
            put_by(self._sets),
            put_by(self._elements),
            put_by(self._forms),
            put_by(pressed),
            tuple(_sorted_values(owner.sides) for owner in owners),
            tuple(
                (
                    words.risk.value,
                    words.title,
                    _sides(words.severity),
                    _wording(words.wording),
                    words.threshold,
                    tuple((one.say, one.about, one.place.value) for one in words.rewordings),
                    tuple(sorted(words.silenced_by)),
                )
                for words in self._packs.risks.values()
            ),
            tuple(
                (rule.id, rule.risk.value, _sides(rule.severity), _wording(rule.wording), rule.file)
                for rule in self._packs.coded.values()
            ),
        )

    def _owner(self, number: int, owner: Rule | Cue) -> Plain:
        forms = tuple(self._filed_form(number, form) for form in owner.forms)
        if isinstance(owner, Cue):
            risk = None if owner.risk is None else owner.risk.value
            return (owner.id, risk, owner.weight, _sorted_values(owner.sides), forms, owner.file)
        return (
            owner.id, owner.risk.value, _sides(owner.severity), _wording(owner.wording), forms,
            tuple(map(self._form, owner.unless)), _sorted_values(owner.guards), tuple(sorted(owner.needs)),
            owner.scope.value, tuple(sorted(owner.silenced_by)), owner.file,
        )  # fmt: skip

    def _filed_form(self, owner: int, form: Form) -> int:
        number = self._form(form)
        for filing in filings(form):
            self._file(filing, owner, number)
        return number

    def _file(self, filing: Filing, owner: int, form: int) -> None:
        others = tuple((self._near_set(near.words), near.low, near.high) for near in filing.others)
        filed = self._filed[owner, form, filing.nearest, filing.furthest, filing.inside, others]
        second = others[0][0] if others else NO_WORDS
        for word in filing.words:
            self._under_word.setdefault(word, {}).setdefault(second, []).append(filed)
        for prefix in filing.prefixes:
            self._under_prefix.setdefault(prefix, {}).setdefault(second, []).append(filed)

    def _form(self, form: Form) -> int:
        """Return the number of *form*; two rules that spell the same form keep one each."""
        self._forms.append((form.source, tuple(map(self._element, form.elements))))
        return len(self._forms) - 1

    def _element(self, element: Element) -> int:
        if isinstance(element, Gap):
            return self._elements[element.upto]
        phrases = "\n".join(" ".join(phrase) for filed in element.phrases.values() for phrase in filed)
        kinds = (element.digits, element.names, element.handles, element.optional)
        return self._elements[self._set(element.words), element.prefixes, phrases, *kinds]

    def _set(self, words: frozenset[str]) -> int:
        return self._sets[" ".join(sorted(words))]

    def _near_set(self, words: frozenset[str]) -> int:
        number = self._set(words)
        for word in words:
            self._near.setdefault(word, set()).add(number)
        return number

    def _numbers_of(self, words: Iterable[str], filed: _Filed) -> bytes:
        """Return for each of *words* the number of what is filed under it."""
        return array("I", [self._listed[self._listing(word, filed.get(word, {}))] for word in words]).tobytes()

    def _listing(self, word: str, filed: dict[int, list[int]]) -> Plain:
        return tuple(sorted(self._near.get(word, ()))), tuple((second, *forms) for second, forms in filed.items())


def _sides(sides: Sides) -> Plain:
    return tuple(None if severity is None else int(severity) for severity in (sides.personal, sides.professional))


def _wording(wording: Wording) -> Plain:
    return (
        wording.message, wording.why, wording.guideline, _sorted_values(wording.minds), wording.instead, wording.fixes
    )  # fmt: skip


def _sorted_values(members: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(member.value for member in members))
