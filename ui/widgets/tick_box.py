"""A box to tick, drawn in the colours of the theme: the style's own cannot be told from a dark background."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.style import theme
from ui.style.icons import paint_icon
from ui.widgets.card import paint_focus_ring

_BOX = 18
_GAP = 8
_CORNER = 5
_MARGIN = 4


class TickBox(QCheckBox):
    """A tick box with *text* beside it, elided where there is no room; all of it can be clicked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(words + _BOX + _GAP + 2 * _MARGIN + 2, max(_BOX, self.fontMetrics().height()) + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(_BOX + 2 * _MARGIN, self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(_MARGIN + 0.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        ticked = self.isChecked()
        painter.setPen(colours.colour("accent" if ticked else "line_strong"))
        painter.setBrush(colours.colour("accent" if ticked else "surface"))
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        if ticked:
            paint_icon(painter, "check", colours.colour("on_accent"), box.adjusted(2, 2, -2, -2))
        painter.setPen(colours.colour("ink" if self.isEnabled() else "ink_faint"))
        words = QRectF(box.right() + _GAP, 0, self.width() - box.right() - _GAP - _MARGIN, self.height())
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), _CORNER)
