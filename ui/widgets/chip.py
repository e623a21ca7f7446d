"""A word or two on a rounded ground, with an icon."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.style import theme
from ui.style.icons import paint_icon
from ui.widgets.accessible_roles import set_role

_ICON = 13
_GAP = 5
_PADDING = 9
_LEAST_LETTERS = 4


class Chip(QWidget):
    """A chip in theme colours by name; it elides when there is no room and then says it all in its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._icon_name = text, ""
        self._ink, self._ground = "ink_soft", "surface"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_role(self, QAccessible.Role.StaticText)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return what the chip says, in full."""
        return self._text

    def show_text(self, text: str, *, icon_name: str = "", ink: str = "ink_soft", ground: str = "surface") -> None:
        """Change what the chip says and how it looks."""
        if (text, icon_name, ink, ground) == (self._text, self._icon_name, self._ink, self._ground):
            return
        self._text, self._icon_name, self._ink, self._ground = text, icon_name, ink, ground
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._chip_font())
        return QSize(metrics.horizontalAdvance(self._text) + self._before_words() + _PADDING + 1, metrics.height() + 7)

    def minimumSizeHint(self) -> QSize:
        least = QFontMetrics(self._chip_font()).horizontalAdvance("m") * _LEAST_LETTERS
        return QSize(min(least + self._before_words() + _PADDING, self.sizeHint().width()), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_theme_change(event):
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colours.colour(self._ground))
        round_end = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), round_end, round_end)
        if self._icon_name:
            place = QRectF(_PADDING, (self.height() - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, self._icon_name, colours.colour(self._ink), place)
        font = self._chip_font()
        room = self.width() - self._before_words() - _PADDING + 1
        shown = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(colours.colour(self._ink))
        words = QRectF(self._before_words(), 0, room + 1, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _before_words(self) -> int:
        return _PADDING + (_ICON + _GAP if self._icon_name else 0)

    def _chip_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.current_scale().secondary)
        font.setWeight(QFont.Weight.DemiBold)
        return font
