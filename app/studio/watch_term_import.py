"""Read watch terms from a file: one a line, or a table of terms, aliases, kinds and dates."""

import codecs
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from app.checks.term_advice import objection_to, remarks_on, usable
from app.model.policy import TermKind, WatchTerm
from app.model.term_remarks import ReadTerms, Remark, TermRemark, merged
from app.text.intake import clean

_LARGEST = 16 * 1024 * 1024
_ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_TABLES = (".csv", ".tsv", ".tab")
_SEPARATORS = "\t;,"
_LINES_LOOKED_AT = 50
_COLUMNS = ("term", "aliases", "kind", "confidential_until")
_KINDS = {
    "": TermKind.ORGANISATION,
    "organization": TermKind.ORGANISATION,
    "company": TermKind.ORGANISATION,
    "client": TermKind.ORGANISATION,
    "code name": TermKind.PROJECT,
    **{kind.value: kind for kind in TermKind},
}


class _Refused(Exception):
    def __init__(self, remark: Remark, words: str = "") -> None:
        super().__init__(remark)
        self.remark = TermRemark(remark, words)


@dataclass(slots=True)
class _Lines:
    """What the lines read so far came to."""

    today: date
    terms: list[WatchTerm] = field(default_factory=list)
    remarks: list[TermRemark] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def take(self, line: int, make: Callable[[], tuple[WatchTerm, tuple[TermRemark, ...]]]) -> None:
        try:
            term, remarks = make()
        except _Refused as refused:
            self.remarks.append(replace(refused.remark, line=line))
            return
        again = (TermRemark(Remark.MERGED, term.term),) if term.term.casefold() in self.seen else ()
        self.seen.add(term.term.casefold())
        self.terms.append(term)
        said = (*remarks, *remarks_on(term, self.today), *again)
        self.remarks += (replace(each, line=line) for each in said)


def read_watch_terms(name: str, data: bytes, today: date) -> ReadTerms:
    """Return the terms in *data*, what is in the file called *name*; a mistake costs its own line and no other.

    UTF-8 with or without a byte order mark, or UTF-16 with one. A file whose name ends in .csv or .tsv, or whose first
    line is a header, is a table of up to four columns between commas, semicolons or tabs; any other holds one term a
    line. Aliases stand between ; or |, dates are written 2026-12-15.
    """
    if len(data) > _LARGEST:
        return ReadTerms(remarks=(TermRemark(Remark.TOO_LARGE),))
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].decode(error.encoding, "replace").count("\n") + 1
        return ReadTerms(remarks=(TermRemark(Remark.NOT_TEXT, line=line),))
    lines = [(number, line) for number, line in enumerate(clean(text).text.split("\n"), 1) if line.strip()]
    first = lines[0][1] if lines else ""
    found = _Lines(today)
    if name.lower().endswith(_TABLES) or (_header(first) is not None and any(each in first for each in _SEPARATORS)):
        _read_table(lines, found)
    else:
        for number, words in lines:
            found.take(number, partial(_term, words))
    return ReadTerms(merged(found.terms), tuple(found.remarks))


def _decoded(data: bytes) -> str:
    encoding = _ENCODINGS.get(data[:2])
    if encoding:
        return data[2:].decode(encoding)
    empty = data.find(b"\0")
    if empty >= 0:
        raise UnicodeDecodeError("utf-8", data, empty, empty + 1, "not text")
    return data.decode("utf-8-sig")


def _read_table(lines: list[tuple[int, str]], found: _Lines) -> None:
    separator = _separator([line for _, line in lines[:_LINES_LOOKED_AT]])
    columns: tuple[str, ...] = _COLUMNS
    for place, (number, line) in enumerate(lines):
        header = _header(line, separator) if place == 0 else None
        if header is not None:
            columns = header
            continue
        found.take(number, partial(_row, line, separator, columns))


def _separator(lines: list[str]) -> str:
    """Return what stands between the columns: what makes most lines a term with a kind or date where they belong."""

    def likeness(separator: str) -> int:
        return sum(_likeness(line, separator) for line in lines)

    return max(_SEPARATORS, key=likeness)


def _likeness(line: str, separator: str) -> int:
    if _header(line, separator) is not None and separator in line:
        return 1000
    try:
        cells = _cells(line, separator)
    except _Refused:
        return 0
    if not 2 <= len(cells) <= len(_COLUMNS):
        return 0
    return 1 + 2 * (len(cells) > 2 and cells[2].casefold() in _KINDS)


def _header(line: str, separator: str = "") -> tuple[str, ...] | None:
    """Return the columns that *line* names, ``None`` when it is a line like the others."""
    for each in separator or _SEPARATORS:
        names = tuple("_".join(cell.casefold().split()) for cell in line.replace('"', "").split(each))
        if names[0] == _COLUMNS[0] and set(names) <= {*_COLUMNS, ""}:
            return names
    return None


def _row(line: str, separator: str, columns: tuple[str, ...]) -> tuple[WatchTerm, tuple[TermRemark, ...]]:
    cells = _cells(line, separator)
    if len(cells) > len(columns) and any(cells[len(columns) :]):
        raise _Refused(Remark.TOO_MANY_COLUMNS, str(len(cells)))
    row = dict(zip(columns, cells, strict=False))
    aliases, remarks = usable(_aliases(row.get("aliases", "")))
    term, _ = _term(row.get("term", ""))
    kind = " ".join(row.get("kind", "").casefold().split())
    if kind not in _KINDS:
        raise _Refused(Remark.UNKNOWN_KIND, row["kind"])
    return WatchTerm(term.term, aliases, _KINDS[kind], _day(row.get("confidential_until", ""))), remarks


def _cells(line: str, separator: str) -> list[str]:
    try:
        (cells,) = csv.reader([line], delimiter=separator, strict=True, skipinitialspace=True)
    except csv.Error as error:
        raise _Refused(Remark.BROKEN_QUOTES) from error
    return [cell.strip() for cell in cells]


def _aliases(cell: str) -> Iterator[str]:
    return (alias for part in cell.split(";") for alias in part.split("|"))


def _day(cell: str) -> date | None:
    if not cell:
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError as error:
        raise _Refused(Remark.NO_DATE, cell) from error


def _term(words: str) -> tuple[WatchTerm, tuple[TermRemark, ...]]:
    neat = " ".join(words.split())
    objection = objection_to(neat)
    if objection is not None:
        raise _Refused(objection, neat)
    return WatchTerm(neat), ()
