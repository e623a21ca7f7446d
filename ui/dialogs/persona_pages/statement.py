"""The boundary statement as its writer wants it."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from ui.dialogs.persona_pages.answers import Answers, Lore
from ui.dialogs.persona_pages.page import Part
from ui.widgets.button import Button

_LEAST_LINES = 9


class StatementPart(Part):
    """Follows the answers until the writer edits it."""

    grows = True

    def __init__(self, lore: Lore) -> None:
        super().__init__()
        self._lore = lore
        self._answers: Answers | None = None
        self._is_own = False
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(self.tr("Boundary statement"))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(self._text.fontMetrics().lineSpacing() * _LEAST_LINES + 18)
        self._text.textChanged.connect(self._edited)
        self._again = Button(self.tr("Make it again from my answers"), icon_name="undo")
        self._again.clicked.connect(self._make_again)
        row = QHBoxLayout()
        row.addWidget(self._again)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._text, 1)
        column.addLayout(row)

    def show_answers(self, answers: Answers) -> None:
        self._is_own = bool(answers.boundaries.statement.strip())
        if self._is_own:
            self._put(answers.boundaries.statement)
        self.enter(answers)

    def enter(self, answers: Answers) -> None:
        self._answers = answers
        if not self._is_own:
            self._put(self._made())

    def answered(self, answers: Answers) -> Answers:
        own = self._text.toPlainText().strip() if self._is_own else ""
        return replace(answers, boundaries=replace(answers.boundaries, statement=own))

    def _made(self) -> str:
        assert self._answers is not None
        return self._lore.state(self._answers.persona, self._answers.boundaries)

    def _make_again(self) -> None:
        self._is_own = False
        self._put(self._made())
        self._text.setFocus()

    def _put(self, words: str) -> None:
        if words != self._text.toPlainText():
            blocked = self._text.blockSignals(True)
            self._text.setPlainText(words)
            self._text.blockSignals(blocked)
        self._again.setEnabled(self._is_own)

    def _edited(self) -> None:
        words = self._text.toPlainText().strip()
        self._is_own = bool(words) and words != self._made()
        self._again.setEnabled(self._is_own or not words)
