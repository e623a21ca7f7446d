"""A label of plain words that wrap."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def wrapped_label(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps *text* and takes it as it is; *look* is an object name of the style sheet."""
    label = QLabel(text, parent)
    label.setObjectName(look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
