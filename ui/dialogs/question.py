"""How a dialog is laid out and asked: its margins, its answers in a row with the first one first, and its end."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from ui.widgets.button import Button


def column_of(dialog: QDialog) -> QVBoxLayout:
    """Give *dialog* one column for everything in it, and return it."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 16)
    column.setSpacing(12)
    return column


def add_paragraphs(column: QVBoxLayout, paragraphs: Iterable[tuple[str, str]]) -> None:
    """Add a label for each of *paragraphs*, its words and its look in the style sheet."""
    for text, look in paragraphs:
        label = QLabel(text)
        label.setObjectName(look)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(label)


def row_of(*answers: Button) -> QHBoxLayout:
    """Return *answers* in a row, the first one first: in a box of the system's, the order would be the system's."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for answer in answers:
        row.addWidget(answer)
    return row


def asked(dialog: QDialog) -> bool:
    """Show *dialog* until it is answered, and return whether it was accepted; then it goes, with all that it held.

    What was answered can be read from it until the event loop goes on.
    """
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
