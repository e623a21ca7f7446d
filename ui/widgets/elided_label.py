"""One line of text that ends in "…" when there is no room, and says it all in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LEAST_LETTERS = 3


class ElidedLabel(QLabel):
    """A label of one line; *look* is the object name the style sheet knows (``h1``, ``h2``, ``body``, ``muted``)."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, look: str = "body") -> None:
        super().__init__(parent)
        self.setObjectName(look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the text; line breaks become blanks."""
        self.setText(" ".join(text.split()))
        self._say_it_all_when_elided()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("m") * _LEAST_LETTERS
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_it_all_when_elided()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)

    def _say_it_all_when_elided(self) -> None:
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")
