"""Between a row of the table of drafts and the values that the rest of Twofold knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import apsw

from app.errors import DraftMissing, TextTooLong
from app.model.asking import Picture
from app.model.draft import Draft, DraftSummary, Stage
from app.model.ids import DraftId, PairId, PersonaId
from app.store.vault_file import from_us, next_seq, to_us
from app.text.intake import clean

LONGEST_TEXT = 1_000_000
_EXCERPT = 120
_STAGES = {stage.value: stage for stage in Stage}

SUMMARY = "SELECT id, title, substr(text, 1, 400), stage, pair_id, changed_us, example, trashed_us FROM drafts"
WHOLE = (
    "SELECT id, title, text, created_us, changed_us, pair_id, stage, ready_digest, cursor, scroll, example, trashed_us,"
    " picture FROM drafts"
)


@dataclass(frozen=True, slots=True)
class Before:
    """A draft as it stands before a save."""

    number: int
    title: str
    text: str
    stage: Stage
    created_at: datetime
    changed_at: datetime


def storable(text: str) -> str:
    """Return *text* as it may be kept; raise ``TextTooLong`` over 1,000,000 code points."""
    kept = clean(text).text
    if len(kept) > LONGEST_TEXT:
        raise TextTooLong(len(kept), LONGEST_TEXT)
    return kept


def draft_from(row: tuple[Any, ...], persona_id: PersonaId) -> Draft:
    """Return the draft of a row of ``WHOLE``."""
    draft_id, title, text, created, changed, pair_id, stage, digest, cursor, scroll, example, trashed, picture = row
    return Draft(
        id=DraftId(draft_id),
        persona_id=persona_id,
        title=title,
        text=text,
        created_at=from_us(created),
        changed_at=from_us(changed),
        pair_id=None if pair_id is None else PairId(pair_id),
        stage=Stage(stage),
        ready_digest=digest,
        cursor=cursor,
        scroll=scroll,
        example=bool(example),
        trashed_at=None if trashed is None else from_us(trashed),
        picture=Picture(picture),
    )


def summaries_from(persona_id: PersonaId, rows: Iterable[tuple[Any, ...]]) -> tuple[DraftSummary, ...]:
    """Return what rows of ``SUMMARY`` say, in their order."""
    return tuple(
        DraftSummary(
            id=DraftId(draft_id),
            persona_id=persona_id,
            title=title,
            excerpt=" ".join(beginning.split())[:_EXCERPT],
            stage=_STAGES[stage],
            pair_id=None if pair_id is None else PairId(pair_id),
            changed_at=from_us(changed),
            example=bool(example),
            trashed_at=None if trashed is None else from_us(trashed),
        )
        for draft_id, title, beginning, stage, pair_id, changed, example, trashed in rows
    )


def insert(connection: apsw.Connection, draft: Draft, *, moved_from: PersonaId | None = None) -> int:
    """Add *draft* inside the caller's transaction and return its number inside the vault."""
    number = connection.execute(
        "INSERT INTO drafts (id, title, text, created_us, changed_us, pair_id, stage, ready_digest, cursor, scroll,"
        " example, trashed_us, trashed_seq, seq, picture, moved_from)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number",
        (
            draft.id,
            storable(draft.title),
            storable(draft.text),
            to_us(draft.created_at),
            to_us(draft.changed_at),
            draft.pair_id,
            draft.stage.value,
            draft.ready_digest,
            draft.cursor,
            draft.scroll,
            int(draft.example),
            None if draft.trashed_at is None else to_us(draft.trashed_at),
            None if draft.trashed_at is None else next_seq(connection),
            next_seq(connection),
            draft.picture.value,
            moved_from,
        ),
    ).get
    assert isinstance(number, int)
    return number


def number_of(connection: apsw.Connection, draft_id: DraftId) -> int:
    """Return the number of a draft inside its vault; raise ``DraftMissing``."""
    number = connection.execute("SELECT number FROM drafts WHERE id = ?", (draft_id,)).get
    if number is None:
        raise DraftMissing(draft_id)
    assert isinstance(number, int)
    return number


def before_save(connection: apsw.Connection, draft_id: DraftId) -> Before:
    """Return what a save is about to replace; raise ``DraftMissing``."""
    row = connection.execute(
        "SELECT number, title, text, stage, created_us, changed_us FROM drafts WHERE id = ?", (draft_id,)
    ).fetchone()
    if row is None:
        raise DraftMissing(draft_id)
    number, title, text, stage, created, changed = row
    return Before(number, title, text, Stage(stage), from_us(created), from_us(changed))
