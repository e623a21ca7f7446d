"""Between the rows about a persona's boundaries and the value that the rest of Twofold knows."""

from datetime import date, time
from typing import Any

import apsw

from app.model.boundaries import Asking, Boundaries
from app.model.finding import Group, Risk
from app.model.policy import Reads, Stance, TermKind, WatchTerm
from app.model.work_calendar import Shift, WorkCalendar
from app.store.draft_rows import storable
from app.store.vault_file import VaultFile

_RISKS = frozenset(risk.value for risk in Risk)


def write_boundaries(connection: apsw.Connection, boundaries: Boundaries) -> None:
    """Put *boundaries* in place of what stood there, inside the caller's transaction."""
    connection.execute(
        "UPDATE vault SET occupation = ?, statement = ?, off_limits = ?, zone = ?, asks = ?",
        (
            storable(boundaries.occupation),
            storable(boundaries.statement),
            storable(boundaries.off_limits),
            boundaries.calendar.zone,
            boundaries.asks.value,
        ),
    )
    connection.execute("DELETE FROM audience; DELETE FROM stances; DELETE FROM watch_terms; DELETE FROM shifts")
    reads, readers = dict(boundaries.audience), dict(boundaries.readers)
    connection.executemany(
        "INSERT INTO audience (readers, reads, name) VALUES (?, ?, ?)",
        [
            (group.value, reads.get(group, Reads.UNKNOWN).value, storable(readers.get(group, "")))
            for group in Group
            if group in reads or group in readers
        ],
    )
    connection.executemany(
        "INSERT INTO stances (risk, stance) VALUES (?, ?)",
        [(risk.value, stance.value) for risk, stance in boundaries.stances],
    )
    connection.executemany(
        "INSERT INTO shifts (position, weekday, start_minute, end_minute) VALUES (?, ?, ?, ?)",
        [
            (position, shift.weekday, _minute(shift.start), _minute(shift.end))
            for position, shift in enumerate(boundaries.calendar.shifts)
        ],
    )
    _write_terms(connection, boundaries.watch_terms)


def read_boundaries(file: VaultFile) -> Boundaries:
    """Return where the persona of this vault draws the line."""
    with file.reading() as connection:
        occupation, statement, off_limits, zone, asks = connection.execute(
            "SELECT occupation, statement, off_limits, zone, asks FROM vault"
        ).get
        audience = _rows(connection, "SELECT readers, reads, name FROM audience")
        stances = _rows(connection, "SELECT risk, stance FROM stances ORDER BY rowid")
        shifts = _rows(connection, "SELECT weekday, start_minute, end_minute FROM shifts ORDER BY position")
        terms = _read_terms(connection)
    order = list(Group)
    groups = sorted(
        ((Group(group), Reads(reads), name) for group, reads, name in audience), key=lambda each: order.index(each[0])
    )
    return Boundaries(
        occupation=occupation,
        statement=statement,
        off_limits=off_limits,
        audience=tuple((group, reads) for group, reads, _ in groups if reads is not Reads.UNKNOWN),
        readers=tuple((group, name) for group, _, name in groups if name),
        stances=tuple((Risk(risk), Stance(stance)) for risk, stance in stances if risk in _RISKS),
        watch_terms=terms,
        calendar=WorkCalendar(tuple(Shift(day, _time(start), _time(end)) for day, start, end in shifts), zone),
        asks=Asking(asks),
    )


def _write_terms(connection: apsw.Connection, terms: tuple[WatchTerm, ...]) -> None:
    connection.executemany(
        "INSERT INTO watch_terms (number, term, kind, confidential_until) VALUES (?, ?, ?, ?)",
        [
            (number, storable(term.term), term.kind.value, _iso(term.confidential_until))
            for number, term in enumerate(terms)
        ],
    )
    connection.executemany(
        "INSERT INTO watch_aliases (term, position, alias) VALUES (?, ?, ?)",
        [
            (number, position, storable(alias))
            for number, term in enumerate(terms)
            for position, alias in enumerate(term.aliases)
        ],
    )


def _read_terms(connection: apsw.Connection) -> tuple[WatchTerm, ...]:
    aliases: dict[int, list[str]] = {}
    for number, alias in _rows(connection, "SELECT term, alias FROM watch_aliases ORDER BY term, position"):
        aliases.setdefault(number, []).append(alias)
    rows = _rows(connection, "SELECT number, term, kind, confidential_until FROM watch_terms ORDER BY number")
    return tuple(
        WatchTerm(
            term,
            tuple(aliases.get(number, ())),
            TermKind(kind),
            None if until is None else date.fromisoformat(until),
        )
        for number, term, kind, until in rows
    )


def _rows(connection: apsw.Connection, query: str) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = connection.execute(query).fetchall()
    return rows


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)
