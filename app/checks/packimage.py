"""Rule packs as plain data that ``marshal`` reads many times faster than the packs can be parsed.

What is equal is kept once: sets, phrases and whole elements that many forms share. The sentences that prove rules are
left out, as no review needs them.
"""

import marshal
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields
from typing import Any

from app.checks.form import Element, Form, Gap, Words
from app.checks.memory import collector_at_rest
from app.checks.rule import CodedRule, Cue, Guard, Packs, RiskWords, Rule, Scope, Sides, Wording
from app.model.finding import Group, Risk, Severity
from app.model.persona import Side

Plain = tuple[Any, ...]

_WORDS_FIELDS = tuple(field.name for field in fields(Words) if field.init)


class UnreadableImage(ValueError):
    """Bytes that are no image of packs."""


def image_of(packs: Packs) -> bytes:
    """Return *packs* as bytes, for :func:`packs_in`."""
    table = _Table()
    rules = tuple(_plain_rule(rule, table) for rule in packs.rules)
    cues = tuple(_plain_cue(cue, table) for cue in packs.cues)
    risks = tuple(
        table.once(
            (words.risk.value, words.title, _plain_sides(words.severity), _plain(words.wording), words.threshold)
        )
        for words in packs.risks.values()
    )
    coded = tuple(
        table.once((rule.id, rule.risk.value, _plain_sides(rule.severity), _plain(rule.wording), rule.file))
        for rule in packs.coded.values()
    )
    return marshal.dumps((tuple(table.elements), tuple(table.forms), rules, cues, risks, coded))


def packs_in(image: bytes) -> Packs:
    """Return the packs that :func:`image_of` was given; raise :class:`UnreadableImage` for anything else."""
    try:
        with collector_at_rest():
            return _packs(marshal.loads(image))
    except (ValueError, TypeError, KeyError, IndexError, EOFError, AttributeError) as error:
        raise UnreadableImage("no image of packs") from error


class _Table:
    """Gives each distinct element and every form a number, and keeps equal parts once.

    Two rules that spell the same form keep one each: the index tells whose form stands somewhere by the form itself.
    """

    def __init__(self) -> None:
        self.elements: list[int | Plain] = []
        self.forms: list[Plain] = []
        self._known: dict[Hashable, Any] = {}
        self._numbers: dict[Hashable, int] = {}

    def numbers(self, forms: Iterable[Form]) -> tuple[int, ...]:
        """Return the numbers of *forms*."""
        return tuple(self._form(form) for form in forms)

    def once(self, value: Any) -> Any:
        """Return the one object that stands for everything equal to *value*, its parts included."""
        if isinstance(value, Mapping):
            return {self.once(key): self.once(each) for key, each in value.items()}
        if isinstance(value, tuple):
            value = tuple(self.once(each) for each in value)
        elif isinstance(value, frozenset):
            value = frozenset(self.once(each) for each in sorted(value))
        key = (type(value), value)
        try:
            return self._known.setdefault(key, value)
        except TypeError:  # a mapping inside cannot be looked up; its parts are shared all the same
            return value

    def _form(self, form: Form) -> int:
        elements = tuple(self._element(element) for element in form.elements)
        self.forms.append((self.once(form.source), elements))
        return len(self.forms) - 1

    def _element(self, element: Element) -> int:
        if isinstance(element, Gap):
            return self._number(element.upto, element.upto)
        values = tuple(self.once(getattr(element, name)) for name in _WORDS_FIELDS)
        return self._number(tuple(map(_hashable, values)), values)

    def _number(self, key: Hashable, element: int | Plain) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self.elements)
            self.elements.append(element)
        return self._numbers[key]


def _hashable(value: Any) -> Hashable:
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value


def _plain_rule(rule: Rule, table: _Table) -> Plain:
    shown = (rule.id, rule.risk.value, _plain_sides(rule.severity), _plain(rule.wording))
    forms = (table.numbers(rule.forms), table.numbers(rule.unless))
    return (
        *table.once(shown), *forms, _sorted_values(rule.guards), tuple(sorted(rule.needs)), rule.scope.value,
        table.once(rule.file),
    )  # fmt: skip


def _plain_cue(cue: Cue, table: _Table) -> Plain:
    risk = None if cue.risk is None else cue.risk.value
    return (cue.id, risk, cue.weight, _sorted_values(cue.sides), table.numbers(cue.forms), table.once(cue.file))


def _plain_sides(sides: Sides) -> Plain:
    return tuple(None if severity is None else int(severity) for severity in (sides.personal, sides.professional))


def _plain(wording: Wording) -> Plain:
    return (
        wording.message, wording.why, wording.guideline, _sorted_values(wording.minds), wording.instead, wording.fixes
    )  # fmt: skip


def _sorted_values(members: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(member.value for member in members))


def _packs(plain: Any) -> Packs:
    plain_elements, plain_forms, rules, cues, risks, coded = plain
    elements: list[Element] = [Gap(each) if isinstance(each, int) else Words(*each) for each in plain_elements]
    forms = [Form(source, tuple([elements[number] for number in numbers])) for source, numbers in plain_forms]
    read = (
        Rule(
            identifier, Risk(risk), _sides(sides), _wording(wording), _forms(forms, numbers), _forms(forms, unless),
            frozenset(map(Guard, guards)), frozenset(needs), Scope(scope), file=file,
        )
        for identifier, risk, sides, wording, numbers, unless, guards, needs, scope, file in rules
    )  # fmt: skip
    return Packs(
        rules=tuple(read),
        cues=tuple(
            Cue(name, Risk(risk) if risk else None, weight, frozenset(map(Side, sides)), _forms(forms, numbers), file)
            for name, risk, weight, sides, numbers, file in cues
        ),
        risks={
            Risk(risk): RiskWords(Risk(risk), title, _sides(sides), _wording(wording), threshold)
            for risk, title, sides, wording, threshold in risks
        },
        coded={
            name: CodedRule(name, Risk(risk), _sides(sides), _wording(wording), file)
            for name, risk, sides, wording, file in coded
        },
    )


def _forms(forms: list[Form], numbers: Iterable[int]) -> tuple[Form, ...]:
    return tuple([forms[number] for number in numbers])


def _sides(plain: Plain) -> Sides:
    personal, professional = (None if severity is None else Severity(severity) for severity in plain)
    return Sides(personal, professional)


def _wording(plain: Plain) -> Wording:
    message, why, guideline, minds, instead, fixes = plain
    return Wording(message, why, guideline, frozenset(map(Group, minds)), instead, fixes)
