"""Who asked to be a contact, and what came of it."""

from typing import Any

from app.errors import ContactRequestMissing
from app.model.contact_request import Asker, ContactRequest, ContactRequestId, Outcome
from app.store.draft_rows import storable
from app.store.vault_file import VaultFile, from_us, next_seq, to_us

_COLUMNS = "id, asker, name, network, asked_us, outcome, decided_us, note"


class ContactRequestTable:
    """The log of contact requests in one vault; every method is one transaction, durable on return."""

    def __init__(self, file: VaultFile) -> None:
        self._file = file

    def all(self) -> tuple[ContactRequest, ...]:
        """Return every request, newest first."""
        with self._file.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                f"SELECT {_COLUMNS} FROM contact_requests ORDER BY asked_us DESC, number DESC"
            ).fetchall()
        return tuple(_request_from(row) for row in rows)

    def get(self, request_id: ContactRequestId) -> ContactRequest:
        """Return one request; raise ``ContactRequestMissing``."""
        with self._file.reading() as connection:
            row = connection.execute(f"SELECT {_COLUMNS} FROM contact_requests WHERE id = ?", (request_id,)).fetchone()
        if row is None:
            raise ContactRequestMissing(request_id)
        return _request_from(row)

    def add(self, request: ContactRequest) -> None:
        """Keep a request that the vault does not hold yet."""
        with self._file.writing() as connection:
            connection.execute(
                f"INSERT INTO contact_requests ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _values(request)
            )
            next_seq(connection)

    def change(self, request: ContactRequest) -> None:
        """Put *request* in place of the one with its id; raise ``ContactRequestMissing``."""
        request_id, *values = _values(request)
        with self._file.writing() as connection:
            connection.execute(
                "UPDATE contact_requests SET asker = ?, name = ?, network = ?, asked_us = ?, outcome = ?,"
                " decided_us = ?, note = ? WHERE id = ?",
                (*values, request_id),
            )
            if not connection.changes():
                raise ContactRequestMissing(request.id)
            next_seq(connection)

    def remove(self, request_id: ContactRequestId) -> None:
        """Delete a request for good; one that is not there is gone already."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM contact_requests WHERE id = ?", (request_id,))
            next_seq(connection)
        self._file.checkpoint()


def _values(request: ContactRequest) -> tuple[object, ...]:
    return (
        request.id,
        request.asker.value,
        storable(request.name),
        request.network,
        to_us(request.asked_at),
        request.outcome.value,
        None if request.decided_at is None else to_us(request.decided_at),
        storable(request.note),
    )


def _request_from(row: tuple[Any, ...]) -> ContactRequest:
    request_id, asker, name, network, asked, outcome, decided, note = row
    return ContactRequest(
        ContactRequestId(request_id),
        Asker(asker),
        name,
        network,
        from_us(asked),
        Outcome(outcome),
        None if decided is None else from_us(decided),
        note,
    )
