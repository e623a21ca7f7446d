"""The drafts of one persona."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import apsw

from app.errors import DraftMissing, StoreError
from app.model.asking import Picture
from app.model.draft import Draft, DraftSummary, Revision, RevisionReason, Stage
from app.model.ids import DraftId, PairId, PersonaId
from app.store import parcels, revisions, search
from app.store.draft_rows import (
    SUMMARY,
    WHOLE,
    Before,
    before_save,
    draft_from,
    insert,
    number_of,
    storable,
    summaries_from,
)
from app.store.parcels import Parcel
from app.store.vault_file import VaultFile, next_seq, to_us

TRASH_KEEPS = timedelta(days=30)


class DraftTable:
    """The drafts in one vault; every method is one transaction, durable on return.

    Raises ``DraftMissing`` for an id that the vault does not hold, ``TextTooLong`` for more than 1,000,000 code
    points, and what ``VaultFile.writing`` raises; whatever it raises, the draft is as it was before.
    """

    def __init__(self, file: VaultFile, persona_id: PersonaId) -> None:
        self._file = file
        self._persona_id = persona_id
        self._fullest: dict[DraftId, str] = {}  # per draft edited since opening: its longest text since one was kept

    # Reading

    def holds(self, draft_id: DraftId) -> bool:
        """Return whether the vault has this draft, in the trash or not."""
        with self._file.reading() as connection:
            return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM drafts WHERE id = ?)", (draft_id,)).get)

    def get(self, draft_id: DraftId) -> Draft:
        """Return a draft as last saved."""
        with self._file.reading() as connection:
            row = connection.execute(f"{WHOLE} WHERE id = ?", (draft_id,)).fetchone()
        if row is None:
            raise DraftMissing(draft_id)
        return draft_from(row, self._persona_id)

    def summaries(self, *, trashed: bool = False) -> tuple[DraftSummary, ...]:
        """Return all drafts outside the trash, newest change first, or all inside it, last trashed first."""
        where = (
            "WHERE trashed_us IS NOT NULL ORDER BY trashed_seq DESC"
            if trashed
            else "WHERE trashed_us IS NULL ORDER BY seq DESC"
        )
        with self._file.reading() as connection:
            return summaries_from(self._persona_id, connection.execute(f"{SUMMARY} {where}"))

    def own_ids(self) -> tuple[DraftId, ...]:
        """Return the drafts outside the trash that are no examples, newest change first; quicker than summaries."""
        with self._file.reading() as connection:
            return tuple(
                DraftId(draft_id)
                for (draft_id,) in connection.execute(
                    "SELECT id FROM drafts WHERE trashed_us IS NULL AND NOT example ORDER BY seq DESC"
                )
            )

    def newest_versions(self, most: int) -> tuple[tuple[DraftId, int], ...]:
        """Return up to *most* of what ``own_ids`` returns, each with a number that changes with its words."""
        with self._file.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT id, version FROM drafts WHERE trashed_us IS NULL AND NOT example ORDER BY seq DESC LIMIT ?",
                (most,),
            ).fetchall()
        return tuple((DraftId(draft_id), version) for draft_id, version in rows)

    def newest(self) -> DraftId | None:
        """Return the draft outside the trash that changed last, ``None`` when there is none."""
        with self._file.reading() as connection:
            newest = connection.execute("SELECT id FROM drafts WHERE trashed_us IS NULL ORDER BY seq DESC LIMIT 1").get
        return None if newest is None else DraftId(newest)

    def search(self, query: str) -> tuple[DraftSummary, ...]:
        """Return the drafts with every word of *query*, the last as a beginning, newest change first.

        Neither examples nor the trash are searched.
        """
        with suppress(StoreError):  # a full disk is no reason not to search
            self.index_changed()
        matches, values = search.condition(query)
        with self._file.reading() as connection:
            return summaries_from(
                self._persona_id,
                connection.execute(
                    f"{SUMMARY} WHERE NOT example AND trashed_us IS NULL AND {matches} ORDER BY seq DESC", values
                ),
            )

    def revisions(self, draft_id: DraftId) -> tuple[Revision, ...]:
        """Return the earlier texts of a draft, newest first."""
        with self._file.reading() as connection:
            return revisions.revisions_of(connection, number_of(connection, draft_id))

    # Writing

    def insert(self, draft: Draft) -> None:
        """Add a draft that the vault does not hold yet."""
        with self._file.writing(draft.changed_at) as connection:
            insert(connection, draft)

    def save(self, draft_id: DraftId, *, title: str, text: str, cursor: int, scroll: float, now: datetime) -> None:
        """Take over what is on screen, keeping the earlier text when the revision policy asks for it.

        A changed text is no longer "ready", and a changed example is the user's own draft. Where nothing but cursor
        and scroll moved, neither the order of drafts nor the time of change does.
        """
        title, text = storable(title), storable(text)
        place = (min(max(cursor, 0), len(text)), min(max(scroll, 0.0), 1.0))
        with self._file.writing(now) as connection:
            before = before_save(connection, draft_id)
            connection.execute("UPDATE drafts SET cursor = ?, scroll = ? WHERE number = ?", (*place, before.number))
            if (title, text) == (before.title, before.text):
                return
            fullest = self._keep_if_due(connection, draft_id, before, text, now)
            ready = before.stage is Stage.READY and text == before.text
            connection.execute(
                "UPDATE drafts SET title = ?, text = ?, changed_us = ?, seq = ?, version = version + 1, example = 0,"
                " stage = ?, ready_digest = CASE WHEN ? THEN ready_digest END WHERE number = ?",
                (
                    title,
                    text,
                    to_us(now),
                    next_seq(connection),
                    (Stage.DRAFT if before.stage is Stage.READY and not ready else before.stage).value,
                    ready,
                    before.number,
                ),
            )
        self._fullest[draft_id] = fullest

    def rename(self, draft_id: DraftId, title: str) -> None:
        """Change the title alone."""
        self._change(draft_id, "title = ?, version = version + 1, example = 0", storable(title))

    def set_stage(self, draft_id: DraftId, stage: Stage, ready_digest: str | None = None) -> None:
        """Move a draft to *stage*; ``ready_digest`` belongs to READY and to nothing else."""
        if (stage is Stage.READY) != (ready_digest is not None):
            raise ValueError("a digest goes with READY, and only with READY")
        self._change(draft_id, "stage = ?, ready_digest = ?", stage.value, ready_digest)

    def set_pair(self, draft_id: DraftId, pair_id: PairId | None) -> None:
        """Put a draft into a pair, or take it out of the one it is in."""
        self._change(draft_id, "pair_id = ?", pair_id)

    def set_picture(self, draft_id: DraftId, picture: Picture) -> None:
        """Say what is in the picture that goes with a draft."""
        self._change(draft_id, "picture = ?", picture.value)

    # Moving to another vault: DESIGN has no transaction over two files, so a mark says what is still to be finished

    def pack(self, draft_id: DraftId) -> Parcel:
        """Return a draft with everything that belongs to it."""
        with self._file.reading() as connection:
            return parcels.pack(connection, draft_id, self._persona_id)

    def take_in(self, parcel: Parcel, moved_from: PersonaId) -> None:
        """Add what was packed in the vault of *moved_from*, as arriving until ``arrived`` says it is gone there."""
        with self._file.writing() as connection:
            parcels.unpack(connection, parcel, moved_from)

    def arriving(self) -> tuple[tuple[DraftId, PersonaId], ...]:
        """Return the drafts whose move has not been finished, with the persona each comes from."""
        with self._file.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT id, moved_from FROM drafts WHERE moved_from IS NOT NULL"
            ).fetchall()
        return tuple((DraftId(draft_id), PersonaId(moved_from)) for draft_id, moved_from in rows)

    def arrived(self, draft_id: DraftId) -> None:
        """Take the mark away: the draft is nowhere else."""
        self._change(draft_id, "moved_from = NULL")

    def remove(self, draft_id: DraftId) -> None:
        """Delete a draft that lives in another vault now; none of it stays on disk here, backups apart."""
        self._delete("id = ?", draft_id)

    def keep_revision(self, draft_id: DraftId, reason: RevisionReason, now: datetime) -> None:
        """Keep the text as it stands, unless the newest revision holds it already."""
        with self._file.writing(now) as connection:
            before = before_save(connection, draft_id)
            revisions.keep(connection, before.number, before.title, before.text, reason, now)
        self._fullest[draft_id] = before.text

    def keep_text(self, draft_id: DraftId, title: str, text: str, reason: RevisionReason, now: datetime) -> None:
        """Keep a text that the draft had elsewhere among its earlier ones."""
        with self._file.writing(now) as connection:
            revisions.keep(connection, number_of(connection, draft_id), storable(title), storable(text), reason, now)

    def trash(self, draft_id: DraftId, now: datetime) -> None:
        """Put a draft into the trash, at the stage it has."""
        with self._file.writing(now) as connection:
            before = before_save(connection, draft_id)
            revisions.keep(connection, before.number, before.title, before.text, RevisionReason.BEFORE_TRASH, now)
            connection.execute(
                "UPDATE drafts SET trashed_us = ?, trashed_seq = ? WHERE number = ?",
                (to_us(now), next_seq(connection), before.number),
            )

    def restore(self, draft_id: DraftId) -> None:
        """Take a draft out of the trash."""
        self._change(draft_id, "trashed_us = NULL, trashed_seq = NULL")

    def adopt_example(self, draft_id: DraftId) -> None:
        """Turn an example into an ordinary draft."""
        self._change(draft_id, "example = 0")

    def adopt_examples(self) -> None:
        """Turn every example into an ordinary draft."""
        with self._file.writing() as connection:
            connection.execute("UPDATE drafts SET example = 0 WHERE example")
            next_seq(connection)

    def delete_examples(self) -> None:
        """Take away every example that nobody has edited."""
        self._delete("example")

    def purge_trash(self, now: datetime) -> None:
        """Delete what has been in the trash for 30 days; none of it stays on disk, backups apart."""
        self._delete("trashed_us <= ?", to_us(now - TRASH_KEEPS))

    def thin_revisions(self, now: datetime) -> None:
        """Drop the earlier texts that are no longer worth their room."""
        with self._file.writing() as connection:
            dropped = revisions.thin(connection, now)
        if dropped:
            self._file.checkpoint()

    def index_changed(self) -> None:
        """Bring the search index up to date; called when idle, and by every search."""
        with self._file.reading() as connection:
            if self._file.read_only or not search.needs_catching_up(connection):
                return
        with self._file.writing() as connection:
            search.catch_up(connection)

    def _keep_if_due(
        self, connection: apsw.Connection, draft_id: DraftId, before: Before, after: str, now: datetime
    ) -> str:
        """Keep an earlier text when the policy asks for it; return what is the longest text since one was kept."""
        idle_for = abs(now - before.changed_at)
        fullest = max(self._fullest.get(draft_id, ""), before.text, key=len)
        reason = revisions.reason_to_keep(
            fullest,
            after,
            spell_begins=draft_id not in self._fullest or idle_for >= revisions.SPELL_ENDS_AFTER,
            last_kept=revisions.newest_kept_at(connection, before.number) or before.created_at,
            now=now,
        )
        if reason is None:
            return max(fullest, after, key=len)
        worth_keeping = fullest if reason is RevisionReason.BIG_CUT else before.text
        revisions.keep(connection, before.number, before.title, worth_keeping, reason, now)
        return after

    def _change(self, draft_id: DraftId, assignments: str, *values: object) -> None:
        with self._file.writing() as connection:
            number = number_of(connection, draft_id)
            connection.execute(f"UPDATE drafts SET {assignments} WHERE number = ?", (*values, number))
            next_seq(connection)

    def _delete(self, condition: str, *values: object) -> None:
        with self._file.writing() as connection:
            connection.execute(f"DELETE FROM drafts WHERE {condition}", values)
            deleted = connection.changes()
            if deleted:
                next_seq(connection)
        if deleted:
            self._file.checkpoint()
