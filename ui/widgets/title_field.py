"""The title of a draft: a field while one writes in it, else its beginning, with "…" when there is more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget


class TitleField(QLineEdit):
    """Says a title that does not fit in its tooltip, in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draft_title")
        self.textChanged.connect(lambda _text: self._say_it_all_when_elided())

    def show_title(self, title: str) -> None:
        """Change the title, seen from its beginning."""
        self.setText(title)
        self.home(False)

    def is_elided(self) -> bool:
        """Whether only the beginning of the title is on show."""
        return not self.hasFocus() and self._words_width() > self._room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.home(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_it_all_when_elided()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_elided():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _room(self) -> int:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        return self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).width() - 4

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _say_it_all_when_elided(self) -> None:
        self.setToolTip(self.text() if self._words_width() > self._room() else "")
