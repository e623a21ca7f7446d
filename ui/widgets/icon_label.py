"""An icon beside words that say the same, so screen readers pass it over."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.style import theme
from ui.style.icons import paint_icon


class IconLabel(QWidget):
    """The drawing *icon_name* in the theme colour named *colour*."""

    def __init__(
        self, icon_name: str, colour: str = "ink_faint", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._colour = icon_name, colour
        self.setFixedSize(QSize(size, size))

    def show_icon(self, icon_name: str, colour: str) -> None:
        """Change the drawing and its colour."""
        if (icon_name, colour) != (self._icon_name, self._colour):
            self._icon_name, self._colour = icon_name, colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._icon_name, theme.current().colour(self._colour), QRectF(self.rect()))
