"""A draft with all that belongs to it, on its way from one vault to another."""

from dataclasses import dataclass, replace

import apsw

from app.errors import DraftMissing
from app.model.asking import Answer
from app.model.draft import Draft, Revision
from app.model.ids import DraftId, PersonaId
from app.store import revisions
from app.store.answers import read_answers, write_answers
from app.store.draft_rows import WHOLE, draft_from, insert, number_of


@dataclass(frozen=True, slots=True)
class Parcel:
    """A draft, its earlier texts (oldest first), and what its writer answered about it (oldest first).

    What was ignored stays behind: it was said to the review of one persona.
    """

    draft: Draft
    revisions: tuple[Revision, ...]
    answers: tuple[Answer, ...]


def pack(connection: apsw.Connection, draft_id: DraftId, persona_id: PersonaId) -> Parcel:
    """Return everything about a draft; raise ``DraftMissing``."""
    row = connection.execute(f"{WHOLE} WHERE id = ?", (draft_id,)).fetchone()
    if row is None:
        raise DraftMissing(draft_id)
    number = number_of(connection, draft_id)
    return Parcel(
        draft_from(row, persona_id),
        revisions.revisions_of(connection, number)[::-1],
        read_answers(connection, number),
    )


def unpack(connection: apsw.Connection, parcel: Parcel, moved_from: PersonaId) -> None:
    """Add everything in *parcel* inside the caller's transaction, outside any pair."""
    number = insert(connection, replace(parcel.draft, pair_id=None), moved_from=moved_from)
    for revision in parcel.revisions:
        revisions.keep(connection, number, revision.title, revision.text, revision.reason, revision.kept_at)
    write_answers(connection, number, parcel.answers)
