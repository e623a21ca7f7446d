"""High, Medium or Low, in the colour of the word."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.finding import Severity
from ui.style import theme
from ui.widgets.verdict import severity_word


class SeverityWord(QWidget):
    """The word for a severity; screen readers get it from whatever contains it."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_severity(self, severity: Severity) -> None:
        """Change the word."""
        if severity is not self._severity:
            self._severity = severity
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        return QSize(metrics.horizontalAdvance(severity_word(self._severity)) + 2, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._bold())
        painter.setPen(theme.current().severity(self._severity))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, severity_word(self._severity)
        )

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current_scale().secondary)
        font.setWeight(QFont.Weight.Bold)
        return font
