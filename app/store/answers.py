"""What was answered before a post left."""

from collections.abc import Iterable
from typing import Any

import apsw

from app.model.asking import Answer, Question
from app.model.ids import DraftId
from app.store.draft_rows import number_of, storable
from app.store.vault_file import VaultFile, from_us, next_seq, to_us


class AnswerTable:
    """The answers in one vault; they go when their draft goes. Raises ``DraftMissing`` for an unknown draft."""

    def __init__(self, file: VaultFile) -> None:
        self._file = file

    def add(self, draft_id: DraftId, answers: Iterable[Answer]) -> None:
        """Keep *answers* about a draft, all of them or none; earlier ones stay."""
        with self._file.writing() as connection:
            write_answers(connection, number_of(connection, draft_id), answers)
            next_seq(connection)

    def of(self, draft_id: DraftId) -> tuple[Answer, ...]:
        """Return the newest answer to each question that was ever answered about a draft, in their usual order."""
        newest = {answer.question: answer for answer in self.all_of(draft_id)}
        return tuple(newest[question] for question in Question if question in newest)

    def all_of(self, draft_id: DraftId) -> tuple[Answer, ...]:
        """Return every answer about a draft and its earlier texts, oldest first."""
        with self._file.reading() as connection:
            return read_answers(connection, number_of(connection, draft_id))


def write_answers(connection: apsw.Connection, draft: int, answers: Iterable[Answer]) -> None:
    """Add *answers* about the draft with this number, inside the caller's transaction."""
    connection.executemany(
        "INSERT INTO answers (draft, question, answer, text_digest, answered_us) VALUES (?, ?, ?, ?, ?)",
        [
            (draft, each.question.value, storable(each.answer), each.text_digest, to_us(each.answered_at))
            for each in answers
        ],
    )


def read_answers(connection: apsw.Connection, draft: int) -> tuple[Answer, ...]:
    """Return every answer about the draft with this number, oldest first."""
    rows: list[tuple[Any, ...]] = connection.execute(
        "SELECT question, answer, text_digest, answered_us FROM answers WHERE draft = ? ORDER BY number", (draft,)
    ).fetchall()
    return tuple(Answer(Question(asked), words, digest, from_us(us)) for asked, words, digest, us in rows)
