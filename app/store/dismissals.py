"""What the writer has answered already."""

from typing import Any

from app.errors import DraftMissing
from app.model.policy import Dismissal, IgnoreScope
from app.store.draft_rows import storable
from app.store.vault_file import VaultFile, next_seq


class DismissalTable:
    """The answers in one vault; one that belongs to a draft goes when the draft goes."""

    def __init__(self, file: VaultFile) -> None:
        self._file = file

    def all(self) -> tuple[Dismissal, ...]:
        """Return every answer, oldest first."""
        with self._file.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT scope, mark, rule_id, shown, id FROM dismissals LEFT JOIN drafts ON drafts.number = draft"
                " ORDER BY dismissals.number"
            ).fetchall()
        return tuple(
            Dismissal(IgnoreScope(scope), mark, rule_id, shown, draft_id)
            for scope, mark, rule_id, shown, draft_id in rows
        )

    def add(self, dismissal: Dismissal) -> None:
        """Keep an answer; the same answer twice is one.

        One for a sentence needs the draft it stands in: ``ValueError`` without, ``DraftMissing`` for an unknown one.
        """
        if (dismissal.scope is IgnoreScope.SENTENCE) != (dismissal.draft_id is not None):
            raise ValueError("a sentence stands in a draft, phrases and rules in none")
        with self._file.writing() as connection:
            draft = connection.execute("SELECT number FROM drafts WHERE id = ?", (dismissal.draft_id,)).get
            if draft is None and dismissal.draft_id is not None:
                raise DraftMissing(dismissal.draft_id)
            connection.execute(
                "INSERT INTO dismissals (scope, mark, rule_id, shown, draft) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                (dismissal.scope.value, dismissal.mark, dismissal.rule_id, storable(dismissal.shown), draft),
            )
            next_seq(connection)

    def remove(self, dismissal: Dismissal) -> None:
        """Take an answer back; one that is not there is back already."""
        with self._file.writing() as connection:
            connection.execute(
                "DELETE FROM dismissals WHERE scope = ? AND mark = ?"
                " AND draft IS (SELECT number FROM drafts WHERE id = ?)",
                (dismissal.scope.value, dismissal.mark, dismissal.draft_id),
            )
            next_seq(connection)
