"""Read rule packs, and say everything that is wrong with them at once: file, rule, field and problem.

A folder holds ``rules/en/*.toml`` and ``lexicons/en/*.txt``. ``risks.toml`` there has what every risk says by default,
``coded.toml`` the words of the checks written in code; the tables may stand in any file.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from app.checks.formlanguage import FormError, Sets, Spelling, forget_spellings, spell_set
from app.checks.memory import collector_at_rest
from app.checks.packfields import Fields
from app.checks.packtables import CODED, CUE, RISK, RULE, read_coded, read_cue, read_risk, read_rule
from app.checks.rule import CodedRule, Cue, Packs, Rule
from app.errors import RulePackError, RuleProblem
from app.model.finding import Risk

_LANGUAGE = "en"
_KINDS = {"risk": RISK, "cue": CUE, "rule": RULE, "coded": CODED}

Entry = TypeVar("Entry")


def load_packs(root: Traversable | Path | None = None) -> Packs:
    """Return what the packs under *root* say; without it, those that come with Twofold.

    Raises :class:`RulePackError` with every mistake in every file.
    """
    packs, problems = read_packs(root)
    if problems:
        raise RulePackError(problems)
    return packs


def read_packs(root: Traversable | Path | None = None) -> tuple[Packs, tuple[RuleProblem, ...]]:
    """Return what the sound files under *root* say, and every mistake in the others, which count as absent."""
    folder = files("resources") if root is None else root
    with collector_at_rest():
        reading = _Reading(folder)
        packs = reading.packs()
    forget_spellings()
    return packs, tuple(reading.problems)


class _Reading:
    """Reads one folder of packs once."""

    def __init__(self, root: Traversable | Path) -> None:
        self.problems: list[RuleProblem] = []
        shared = dict(self._lexicons(root / "lexicons" / _LANGUAGE))
        self._tables = list(self._files(root / "rules" / _LANGUAGE, shared))

    def packs(self) -> Packs:
        """Return everything that stands in files without a mistake."""
        cues = self._entries("cue", read_cue)
        known = self._ids("cue")
        risks = {words.risk: words for words in self._entries("risk", lambda fields: read_risk(fields, known))}
        rules = self._entries("rule", lambda fields: read_rule(fields, risks, known))
        coded = self._entries("coded", lambda fields: read_coded(fields, risks))
        self._note_doubles([*rules, *cues, *coded])
        refused = {problem.file for problem in self.problems}
        return Packs(
            rules=tuple(rule for rule in rules if rule.file not in refused),
            cues=tuple(cue for cue in cues if cue.file not in refused),
            risks=risks,
            coded={rule.id: rule for rule in coded if rule.file not in refused},
        )

    def _entries(self, kind: str, read: Callable[[Fields], Entry | None]) -> list[Entry]:
        """Return what *read* makes of every table of *kind*; a table with a mistake yields nothing."""
        found: list[Entry] = []
        for file, document, sets in self._tables:
            for table in self._list_of_tables(file, kind, document.get(kind, [])):
                before = len(self.problems)
                fields = Fields(file, table, sets, self.problems)
                fields.only(_KINDS[kind])
                entry = read(fields)
                if entry is not None and len(self.problems) == before:
                    found.append(entry)
        return found

    def _ids(self, kind: str) -> frozenset[str]:
        """Return the names of all tables of *kind*, sound or not: one mistake is told once."""
        listed = [document.get(kind) for _, document, _ in self._tables]
        tables = [table for tables in listed if isinstance(tables, list) for table in tables]
        return frozenset(str(table.get("id")) for table in tables if isinstance(table, dict))

    def _list_of_tables(self, file: str, kind: str, value: object) -> list[Mapping[str, Any]]:
        if isinstance(value, list) and all(isinstance(table, dict) for table in value):
            return value
        self.problems.append(RuleProblem(file, "", kind, f"must be written as [[{kind}]]"))
        return []

    def _files(self, folder: Traversable | Path, shared: Sets) -> Iterator[tuple[str, Mapping[str, Any], Sets]]:
        for name, text in self._texts(folder, ".toml"):
            try:
                document = tomllib.loads(text)
            except tomllib.TOMLDecodeError as error:
                self.problems.append(RuleProblem(name, "", "", str(error)))
                continue
            for key in document.keys() - _KINDS.keys() - {"sets"}:
                self.problems.append(RuleProblem(name, "", key, f"is none of sets, {', '.join(_KINDS)}"))
            yield name, document, {**shared, **self._own_sets(name, document.get("sets", {}))}

    def _own_sets(self, file: str, value: object) -> dict[str, frozenset[Spelling]]:
        sets: dict[str, frozenset[Spelling]] = {}
        for name, entries in value.items() if isinstance(value, dict) else ():
            if isinstance(entries, list) and entries and all(isinstance(entry, str) for entry in entries):
                sets[name] = self._spelled(file, f"sets.{name}", entries)
            else:
                self.problems.append(RuleProblem(file, "", f"sets.{name}", "must be a list of texts, and not empty"))
        if not isinstance(value, dict):
            self.problems.append(RuleProblem(file, "", "sets", "must be written as [sets]"))
        return sets

    def _spelled(self, file: str, field: str, entries: Iterable[str]) -> frozenset[Spelling]:
        try:
            return spell_set(entries)
        except FormError as error:
            self.problems.append(RuleProblem(file, "", field, str(error)))
            return frozenset()

    def _lexicons(self, folder: Traversable | Path) -> Iterator[tuple[str, frozenset[Spelling]]]:
        for name, text in self._texts(folder, ".txt"):
            lines = (line.partition("#")[0].strip() for line in text.splitlines())
            entries = tuple(line for line in lines if line)
            if not entries:
                self.problems.append(RuleProblem(name, "", "", "has no entry"))
            yield name.removesuffix(".txt"), self._spelled(name, "", entries)

    def _texts(self, folder: Traversable | Path, ending: str) -> Iterator[tuple[str, str]]:
        if not folder.is_dir():
            return
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if not file.name.endswith(ending):
                continue
            try:
                yield file.name, file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                problem = "cannot be read" if isinstance(error, OSError) else "is not UTF-8"
                self.problems.append(RuleProblem(file.name, "", "", problem))

    def _note_doubles(self, entries: Iterable[Rule | Cue | CodedRule]) -> None:
        by_id = Counter(entry.id for entry in entries)
        for entry in entries:
            if by_id[entry.id] > 1:
                self.problems.append(RuleProblem(entry.file, entry.id, "id", "is used more than once"))


def missing_risks(packs: Packs) -> tuple[Risk, ...]:
    """Return the risks that no rule, cue or coded check of *packs* can raise."""
    covered = {rule.risk for rule in packs.rules}
    covered |= {rule.risk for rule in packs.coded.values()}
    covered |= {cue.risk for cue in packs.cues if cue.risk is not None}
    return tuple(risk for risk in Risk if risk not in covered)
