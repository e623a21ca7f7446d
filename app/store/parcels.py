"""A draft with all that belongs to it, on its way from one vault to another."""

from dataclasses import dataclass, replace
from typing import Any

import apsw

from app.errors import DraftMissing
from app.model.asking import Answer, Question
from app.model.draft import Draft, Revision
from app.model.ids import DraftId, PersonaId
from app.store import revisions
from app.store.draft_rows import WHOLE, draft_from, insert, number_of
from app.store.vault_file import from_us, to_us


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
    answers: list[tuple[Any, ...]] = connection.execute(
        "SELECT question, answer, text_digest, answered_us FROM answers WHERE draft = ? ORDER BY number", (number,)
    ).fetchall()
    return Parcel(
        draft_from(row, persona_id),
        revisions.revisions_of(connection, number)[::-1],
        tuple(Answer(Question(asked), answer, digest, from_us(us)) for asked, answer, digest, us in answers),
    )


def unpack(connection: apsw.Connection, parcel: Parcel, moved_from: PersonaId) -> None:
    """Add everything in *parcel* inside the caller's transaction, outside any pair."""
    number = insert(connection, replace(parcel.draft, pair_id=None), moved_from=moved_from)
    for revision in parcel.revisions:
        revisions.keep(connection, number, revision.title, revision.text, revision.reason, revision.kept_at)
    connection.executemany(
        "INSERT INTO answers (draft, question, answer, text_digest, answered_us) VALUES (?, ?, ?, ?, ?)",
        [
            (number, each.question.value, each.answer, each.text_digest, to_us(each.answered_at))
            for each in parcel.answers
        ],
    )
