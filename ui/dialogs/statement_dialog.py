"""Where the line is on one account, to be read in a moment."""

from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QWidget

from app.model.persona import Persona
from ui.dialogs.question import asked, column_of, row_of
from ui.widgets.button import Button, Look

_LINES = 9


class StatementAnswer(Enum):
    """What to do next."""

    CLOSE = auto()
    EDIT = auto()
    QUESTIONS = auto()


class StatementDialog(QDialog):
    """Shows the boundary *statement* of a persona."""

    def __init__(self, persona: Persona, statement: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer = StatementAnswer.CLOSE
        self.setWindowTitle(self.tr("Boundaries of {persona}").format(persona=persona.name))
        self.setMinimumWidth(480)
        layout = column_of(self)
        title = QLabel(self.windowTitle())
        title.setObjectName("h1")
        layout.addWidget(title)
        text = QPlainTextEdit(statement)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Boundary statement"))
        text.setMinimumHeight(text.fontMetrics().lineSpacing() * _LINES + 18)
        layout.addWidget(text, 1)
        close = Button(self.tr("Close"), look=Look.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        edit = Button(self.tr("Edit…"), icon_name="pencil")
        edit.clicked.connect(lambda: self._leave(StatementAnswer.EDIT))
        questions = Button(self.tr("Five questions…"), icon_name="question")
        questions.clicked.connect(lambda: self._leave(StatementAnswer.QUESTIONS))
        layout.addLayout(row_of(close, edit, questions))

    def ask(self) -> StatementAnswer:
        """Show the statement and return what to do next."""
        asked(self)
        return self._answer

    def _leave(self, answer: StatementAnswer) -> None:
        self._answer = answer
        self.accept()
