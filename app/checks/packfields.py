"""One table of a rule pack, field by field; whatever is wrong is noted, and reading goes on."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from app.checks.form import Form
from app.checks.formlanguage import FormError, Sets, parse_form
from app.checks.rule import Example, Place, Rewording, Sides
from app.errors import RuleProblem
from app.model.finding import Risk, Severity
from app.model.persona import Side

_SEVERITIES: dict[str, Severity | None] = {severity.word: severity for severity in Severity} | {"off": None}
_BLANK = re.compile(r"\{([^{}]*)\}")
_REWORDING = ("say", "about", "place")
_BLANKS = frozenset(("customer", "customers", "words"))

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(slots=True)
class Fields:
    """One table and what to call it; ``problems`` is where mistakes go."""

    file: str
    table: Mapping[str, Any]
    sets: Sets
    problems: list[RuleProblem]

    @property
    def id(self) -> str:
        value = self.table.get("id", "")
        return value if isinstance(value, str) else ""

    def note(self, field: str, problem: str) -> None:
        """Remember one mistake."""
        self.problems.append(RuleProblem(self.file, self.id or "(no id)", field, problem))

    def only(self, known: Iterable[str]) -> None:
        """Note every field that no table of this kind has."""
        for field in self.table.keys() - set(known):
            self.note(field, "is no field of this table")

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text that is not empty, or *default* where the field is absent."""
        value = self.table.get(field, default)
        if value is None:
            self.note(field, "is missing")
        elif not isinstance(value, str) or not (value.strip() or value == default):
            self.note(field, "must be a text")
        else:
            return value
        return ""

    def wording(self, field: str, default: str | None = None) -> str:
        """Return a text whose ``{...}`` are all known."""
        text = self.text(field, default)
        self._check_blanks(field, text)
        return text

    def texts(self, field: str, *, required: bool = False) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.table.get(field)
        if value is None:
            if required:
                self.note(field, "is missing")
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.note(field, "must be a list of texts")
            return ()
        if required and not value:
            self.note(field, "is empty")
        return tuple(value)

    def wordings(self, field: str) -> tuple[str, ...]:
        """Return a list of texts whose ``{...}`` are all known."""
        texts = self.texts(field)
        for text in texts:
            self._check_blanks(field, text)
        return texts

    def rewordings(self, field: str) -> tuple[Rewording, ...]:
        """Return a list of small tables, each of which says what to write, about what, and in which place."""
        value = self.table.get(field, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.note(field, "must be a list of tables, in braces")
            return ()
        found: list[Rewording] = []
        for table in value:
            entry = Fields(self.file, {"id": self.id, **table}, self.sets, self.problems)
            entry.only(("id", *_REWORDING))
            say = entry.text("say", default="")
            for name in _BLANK.findall(say):
                if name not in (*_BLANKS, "when"):
                    entry.note("say", f"{{{name}}} is none of {{customer}}, {{customers}}, {{words}}, {{when}}")
            place = entry.choice("place", Place, Place.CLAUSE) or Place.CLAUSE
            found.append(Rewording(say, tuple(entry.text("about", default="").split()), place))
        return tuple(found)

    def number(self, field: str, default: int, lowest: int) -> int:
        """Return a whole number of at least *lowest*."""
        value = self.table.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int) or value < lowest:
            self.note(field, f"must be a whole number from {lowest} on")
            return default
        return value

    def choices(self, field: str, kind: Callable[[str], Choice], default: Iterable[Choice]) -> frozenset[Choice]:
        """Return the members of *kind* that a list names."""
        if field not in self.table:
            return frozenset(default)
        return frozenset(choice for text in self.texts(field) if (choice := self._choice(field, kind, text)))

    def choice(self, field: str, kind: Callable[[str], Choice], default: Choice | None = None) -> Choice | None:
        """Return the member of *kind* that a text names."""
        text = self.text(field, default)
        return self._choice(field, kind, text) if text else None

    def risk(self) -> Risk | None:
        """Return the risk that the table is about."""
        return self.choice("risk", Risk)

    def severity(self, default: Sides | None = None) -> Sides:
        """Return the severity, one word for both sides or one for each."""
        value = self.table.get("severity")
        if value is None and default is not None:
            return default
        words = value if isinstance(value, dict) else {side.value: value for side in Side}
        if words.keys() != {side.value for side in Side}:
            self.note("severity", "needs both sides, personal and professional, and no other")
            return Sides(None, None)
        found = {side: self._severity(word) for side, word in words.items()}
        if not any(found.values()):
            self.note("severity", "is off on both sides")
        return Sides(found["personal"], found["professional"])

    def forms(self, field: str, *, required: bool = False) -> tuple[Form, ...]:
        """Return the forms that a list spells."""
        found: list[Form] = []
        for source in self.texts(field, required=required):
            try:
                found.append(parse_form(source, self.sets))
            except FormError as error:
                self.note(field, f'"{source}": {error}')
        return tuple(found)

    def examples(self, field: str) -> tuple[Example, ...]:
        """Return sentences, each perhaps of one side only."""
        found: list[Example] = []
        for text in self.texts(field, required=True):
            head, colon, tail = text.partition(": ")
            side = Side(head) if colon and head in set(Side) else None
            found.append(Example(tail if side else text, side))
        return tuple(found)

    def _choice(self, field: str, kind: Callable[[str], Choice], text: str) -> Choice | None:
        try:
            return kind(text)
        except ValueError:
            self.note(field, f'"{text}" is not known')
            return None

    def _severity(self, word: object) -> Severity | None:
        if not isinstance(word, str) or word not in _SEVERITIES:
            self.note("severity", f'"{word}" is none of {", ".join(_SEVERITIES)}')
            return None
        return _SEVERITIES[word]

    def _check_blanks(self, field: str, text: str) -> None:
        for name in _BLANK.findall(text):
            if name not in _BLANKS:
                self.note(field, f"{{{name}}} is none of {{customer}}, {{customers}}, {{words}}")
