"""Whom to review as: the JSON file that ``twofold check --policy`` names."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.command_line.reading import read_post
from app.errors import TwofoldError
from app.model.finding import Group, Risk
from app.model.persona import Side
from app.model.policy import Policy, Reads, Stance, TermKind, WatchTerm, default_policy, terms_on

Choice = TypeVar("Choice", bound=StrEnum)
Question = TypeVar("Question", bound=StrEnum)
Value = TypeVar("Value")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_WORD = 60
_NO_TERMS: tuple[WatchTerm, ...] = ()
_SHOWN = 40


@dataclass(eq=False)
class BadPolicy(TwofoldError):
    """A policy file that cannot be used: in which file, at which path in it, and what is wrong there."""

    name: str
    path: str
    problem: str


class _Mistake(Exception):
    """What is wrong at a path inside the file."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path = path
        self.problem = problem


def read_policy(name: str, side: Side, today: date) -> Policy:
    """Return the policy that the file *name* describes; *side* and *today* count where it names neither.

    Raises ``BadPolicy`` for the first mistake in it, and ``FileUnreadable``.
    """
    text = read_post(name)
    try:
        return _policy(_parsed(text), side, today)
    except _Mistake as mistake:
        raise BadPolicy(name, mistake.path, mistake.problem) from None


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_without_doubles)
    except json.JSONDecodeError as error:
        problem = f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}"
        raise _Mistake("", problem) from None
    except RecursionError:
        raise _Mistake("", "not JSON that anybody means: nested too deeply") from None


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for at, name in enumerate(names) if name in names[:at])
        raise _Mistake("", f"{_shown(double)} stands twice in one object")
    return fields


def _policy(content: object, side: Side, today: date) -> Policy:
    fields = _object(
        content, "", ("persona", "works_with", "on", "audience", "stances", "watch_terms", "other_handles")
    )
    default = default_policy(_field(fields, "", "persona", _choice(Side), side))
    terms = _field(fields, "", "watch_terms", _list_of(_watch_term), _NO_TERMS)
    return Policy(
        side=default.side,
        works_with=_field(fields, "", "works_with", _word, default.works_with),
        stances=_field(fields, "", "stances", _answers(Risk, Stance), ()),
        watch_terms=terms_on(terms, _field(fields, "", "on", _date, today)),
        audience=_field(fields, "", "audience", _answers(Group, Reads), ()),
        other_handles=_field(fields, "", "other_handles", _list_of(_text), ()),
    )


def _watch_term(value: object, path: str) -> WatchTerm:
    fields = _object(value, path, ("term", "aliases", "kind", "confidential_until"))
    if "term" not in fields:
        raise _Mistake(path, 'needs a "term"')
    return WatchTerm(
        term=_name(fields["term"], f"{path}.term"),
        aliases=_field(fields, path, "aliases", _list_of(_name), ()),
        kind=_field(fields, path, "kind", _choice(TermKind), TermKind.ORGANISATION),
        confidential_until=None
        if fields.get("confidential_until") is None
        else _date(fields["confidential_until"], f"{path}.confidential_until"),
    )


def _field(
    fields: Mapping[str, object], path: str, name: str, read: Callable[[object, str], Value], default: Value
) -> Value:
    return read(fields[name], _under(path, name)) if name in fields else default


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _object(value: object, path: str, names: tuple[str, ...]) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _Mistake(path, f"must be an object, in braces, not {_shown(value)}")
    for name in value:
        if name not in names:
            raise _Mistake(_under(path, name[:_SHOWN]), f"is not known here; there can be {', '.join(names)}")
    return value


def _answers(
    questions: type[Question], answers: type[Choice]
) -> Callable[[object, str], tuple[tuple[Question, Choice], ...]]:
    """Return how to read an object with some of *questions* as its fields and one of *answers* to each."""
    answer = _choice(answers)

    def read(value: object, path: str) -> tuple[tuple[Question, Choice], ...]:
        fields = _object(value, path, tuple(each.value for each in questions))
        return tuple((questions(name), answer(given, _under(path, name))) for name, given in fields.items())

    return read


def _list_of(read: Callable[[object, str], Value]) -> Callable[[object, str], tuple[Value, ...]]:
    def read_all(value: object, path: str) -> tuple[Value, ...]:
        if not isinstance(value, list):
            raise _Mistake(path, f"must be a list, in brackets, not {_shown(value)}")
        return tuple(read(each, f"{path}[{at}]") for at, each in enumerate(value))

    return read_all


def _choice(choices: type[Choice]) -> Callable[[object, str], Choice]:
    def read(value: object, path: str) -> Choice:
        known = [each.value for each in choices]
        if value not in known:
            raise _Mistake(path, f"must be {', '.join(known[:-1])} or {known[-1]}, not {_shown(value)}")
        return choices(value)

    return read


def _date(value: object, path: str) -> date:
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _Mistake(path, f'must be a day of the calendar like "2026-12-15", not {_shown(value)}')


def _text(value: object, path: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Mistake(path, f"must be a text in quotation marks, not {_shown(value)}")
    return value.strip()


def _word(value: object, path: str) -> str:
    word = " ".join(_text(value, path).split())
    if len(word) > _LONGEST_WORD:
        raise _Mistake(path, f"must be a word for people, of at most {_LONGEST_WORD} characters")
    return word


def _name(value: object, path: str) -> str:
    """Return what is not found everywhere: a single plain letter or digit would be."""
    name = _text(value, path)
    if len(name) == 1 and name.isascii():
        raise _Mistake(path, f"{_shown(name)} is found everywhere: give two characters or more")
    return name


def _shown(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}..."
