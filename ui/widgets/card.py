"""Rounded surfaces, painted by hand: style sheets leave hooks at the corners of one-sided borders."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from ui.style import theme

CARD_RADIUS = 14
FINDING_RADIUS = 10
CONTROL_RADIUS = 8
_BAR_WIDTH = 4
_RING = 2


class Card(QFrame):
    """A rounded surface in colours of the theme, with an outline, a bar at its leading edge, or neither.

    *surface*, *line* and *bar* are names of theme colours. A focused card shows a ring.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        surface: str = "surface",
        line: str | None = "line",
        bar: str | None = None,
        radius: int = CARD_RADIUS,
    ) -> None:
        super().__init__(parent)
        self._surface, self._line, self._bar, self._radius = surface, line, bar, radius

    def set_colours(self, *, surface: str, line: str | None, bar: str | None = None) -> None:
        """Change the names of the colours."""
        if (surface, line, bar) != (self._surface, self._line, self._bar):
            self._surface, self._line, self._bar = surface, line, bar
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)
        painter.fillPath(outline, colours.colour(self._surface))
        if self._bar:
            painter.save()
            painter.setClipPath(outline)
            left = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - _BAR_WIDTH
            painter.fillRect(left, 0, _BAR_WIDTH, self.height(), colours.colour(self._bar))
            painter.restore()
        if self._line:
            painter.setPen(QPen(colours.colour(self._line), 1))
            painter.drawPath(outline)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), self._radius)


def paint_focus_ring(painter: QPainter, area: QRectF, radius: float) -> None:
    """Draw the ring that shows where the keyboard is, just inside *area*."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.current().colour("focus"), _RING))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
