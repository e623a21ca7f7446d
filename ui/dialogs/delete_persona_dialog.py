"""One question before a persona goes: with 30 days to undo, or at once."""

from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QWidget

from ui.dialogs.question import add_paragraphs, asked, column_of, row_of
from ui.widgets.button import Button, Look


class DeleteAnswer(Enum):
    """What the writer decided."""

    KEEP = auto()
    DELETE = auto()
    DELETE_NOW = auto()


class DeletePersonaDialog(QDialog):
    """Says what goes; keeping it is what Enter and Escape mean."""

    def __init__(self, name: str, drafts: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Delete {persona}?").format(persona=name))
        self.setMinimumWidth(460)
        self._answer = DeleteAnswer.KEEP
        layout = column_of(self)
        add_paragraphs(layout, self._paragraphs(name, drafts))
        layout.addLayout(
            row_of(
                self._button(self.tr("Keep it"), DeleteAnswer.KEEP, look=Look.PRIMARY),
                self._button(self.tr("Delete, 30 days to undo"), DeleteAnswer.DELETE),
                self._button(self.tr("Delete now"), DeleteAnswer.DELETE_NOW),
            )
        )
        self.setAccessibleDescription(" ".join(text for text, _ in self._paragraphs(name, drafts)))

    def ask(self) -> DeleteAnswer:
        """Show the question and return the answer."""
        asked(self)
        return self._answer

    def _paragraphs(self, name: str, drafts: int) -> list[tuple[str, str]]:
        one = self.tr("Its one draft goes, with its earlier versions, watch terms, readers and backups.")
        many = self.tr("Its {count} drafts go, with their earlier versions, watch terms, readers and backups.")
        none = self.tr("It has no drafts. Its watch terms, readers and backups go.")
        goes = none if drafts == 0 else one if drafts == 1 else many.format(count=drafts)
        return [
            (self.tr("Delete {persona}?").format(persona=name), "h1"),
            (goes + " " + self.tr("What you have posted stays where you posted it."), "body"),
            (
                self.tr(
                    "For 30 days it waits under “Archived and deleted”, from where it can be brought back as it is now."
                    " “Delete now” removes it at once, and nobody can bring it back."
                ),
                "body",
            ),
        ]

    def _button(self, words: str, answer: DeleteAnswer, *, look: Look = Look.PLAIN) -> Button:
        button = Button(words, look=look)
        button.setDefault(answer is DeleteAnswer.KEEP)
        button.setAutoDefault(answer is DeleteAnswer.KEEP)
        button.clicked.connect(lambda: self._decide(answer))
        return button

    def _decide(self, answer: DeleteAnswer) -> None:
        self._answer = answer
        self.accept()
