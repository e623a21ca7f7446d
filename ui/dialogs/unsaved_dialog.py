"""One question before the window closes over text that could not be saved: stay, or take a copy and go."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from ui.dialogs.question import asked, column_of, row_of
from ui.widgets.button import Button, Look


class UnsavedAnswer(Enum):
    """What the writer decided."""

    STAY = auto()
    GO_ON = auto()


@dataclass(frozen=True, slots=True)
class UnsavedWording:
    """What the dialog says, and what going on is called."""

    headline: str
    words: str
    go_on: str


def unsaved_wording(reason: str) -> UnsavedWording:
    """Return the first question; *reason* says in a sentence what keeps the text from being saved."""
    return UnsavedWording(
        _translated("Not everything is saved"),
        reason + " " + _translated("If Twofold closes now, what is not saved is gone."),
        _translated("Copy the text and close"),
    )


def copied_wording() -> UnsavedWording:
    """Return the second question: on some systems a copied text goes when the program does."""
    return UnsavedWording(
        _translated("The unsaved text is copied"),
        _translated("Paste it somewhere now, and look that it is there. Then close."),
        _translated("Close"),
    )


class UnsavedDialog(QDialog):
    """Asks; "Keep writing" comes first and is what Enter and Escape mean."""

    def __init__(self, wording: UnsavedWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(wording.headline)
        self.setMinimumWidth(440)
        layout = column_of(self)
        for text, name in ((wording.headline, "h1"), (wording.words, "body")):
            label = QLabel(text)
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        stay = Button(self.tr("Keep writing"), look=Look.PRIMARY)
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        go_on = Button(wording.go_on)
        go_on.clicked.connect(self.accept)
        layout.addLayout(row_of(stay, go_on))
        stay.setFocus()
        self.setAccessibleDescription(f"{wording.headline}. {wording.words}")

    def ask(self) -> UnsavedAnswer:
        """Show the question and return the answer."""
        return UnsavedAnswer.GO_ON if asked(self) else UnsavedAnswer.STAY


def _translated(words: str) -> str:
    return QCoreApplication.translate("UnsavedDialog", words)
