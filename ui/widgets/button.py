"""Push buttons that elide instead of clipping, with an icon of ours in the colour of the theme."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QToolButton, QWidget

from app.model.finding import Severity
from ui.style import theme
from ui.style.icons import paint_icon
from ui.widgets.card import CONTROL_RADIUS, paint_focus_ring

LEAST_HEIGHT = 32
QUIET_PADDING = 7
_PADDING = 13
_ICON = 17
_GAP = 8
_LEAST_LETTERS = 4


class Look(StrEnum):
    """How a button stands out: the one main thing to do, an ordinary thing, or a word among words."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


class Button(QPushButton):
    """A push button of at least 32 px; when there is no room its words end in "…" and its tooltip says them all.

    *text* is taken as it is: ``&`` is a letter, not a shortcut. A quiet button may take the colour of a *severity*;
    a primary one keeps its natural width.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        look: Look = Look.PLAIN,
        icon_name: str | None = None,
        severity: Severity | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(look.value)
        self._look, self._icon_name, self._severity = look, icon_name, severity
        self._words = self._hint = ""
        self.setMinimumHeight(LEAST_HEIGHT)
        shrinks = QSizePolicy.Policy.Minimum if look is Look.PRIMARY else QSizePolicy.Policy.Preferred
        self.setSizePolicy(shrinks, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.set_words(text)

    def words(self) -> str:
        """Return what the button says, in full."""
        return self._words

    def set_words(self, text: str) -> None:
        """Change what the button says."""
        if text != self._words:
            self._words = text
            self.setText(text.replace("&", "&&"))
            self.setAccessibleName(text)
            self.updateGeometry()
            self._say_it_all_when_elided()

    def set_look(self, look: Look, icon_name: str | None = None) -> None:
        """Change how the button stands out, and its icon."""
        if (look, icon_name) == (self._look, self._icon_name):
            return
        self._look, self._icon_name = look, icon_name
        self.setObjectName(look.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()

    def set_severity(self, severity: Severity | None) -> None:
        """Change the colour of a quiet button."""
        if severity is not self._severity:
            self._severity = severity
            self.update()

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(self._words) + self._icon_space() + 2 * self._padding() + 2
        return QSize(wanted, max(LEAST_HEIGHT, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics().horizontalAdvance("m") * min(_LEAST_LETTERS, len(self._words))
        least = letters + self._icon_space() + 2 * self._padding()
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_it_all_when_elided()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # whoever sees the ring around one answer means that one, not the first one of the dialog
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        self._paint_words(painter, self._ink(), underlined=self._look is Look.QUIET and self.underMouse())

    def _paint_words(self, painter: QPainter, ink: QColor, *, underlined: bool) -> None:
        room = self.width() - 2 * self._padding() - self._icon_space()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(0, room))
        wide = self.fontMetrics().horizontalAdvance(shown) + self._icon_space()
        left = self._padding() if self._look is Look.QUIET else (self.width() - wide) / 2
        if self._icon_name:
            place = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, self._icon_name, ink if self._look is not Look.PLAIN else self._icon_ink(), place)
        font = self.font()
        font.setUnderline(underlined)
        painter.setFont(font)
        painter.setPen(ink)
        words = QRectF(left + self._icon_space(), 0, wide - self._icon_space() + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _say_it_all_when_elided(self) -> None:
        if self.toolTip() in ("", self._hint):
            self._hint = self._words if self.width() < self.sizeHint().width() else ""
            self.setToolTip(self._hint)

    def _ink(self) -> QColor:
        colours = theme.current()
        if not self.isEnabled():
            return colours.colour("ink_faint")
        if self._look is Look.PRIMARY:
            return colours.colour("on_accent")
        if self._look is Look.PLAIN:
            return colours.colour("ink")
        return colours.severity(self._severity) if self._severity else colours.colour("ink_soft")

    def _icon_ink(self) -> QColor:
        return theme.current().colour("ink_soft" if self.isEnabled() else "ink_faint")

    def _icon_space(self) -> int:
        return _ICON + _GAP if self._icon_name else 0

    def _padding(self) -> int:
        return QUIET_PADDING if self._look is Look.QUIET else _PADDING


class IconButton(QToolButton):
    """A square button with an icon alone; *name* is its accessible name and its tooltip."""

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setMinimumSize(LEAST_HEIGHT, LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_as(icon_name, name)

    def show_as(self, icon_name: str, name: str) -> None:
        """Change the drawing and the name."""
        self._icon_name = icon_name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LEAST_HEIGHT, LEAST_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), CONTROL_RADIUS, CONTROL_RADIUS)
        place = QRectF((self.width() - 18) / 2, (self.height() - 18) / 2, 18, 18)
        paint_icon(painter, self._icon_name, colours.colour("ink_soft" if self.isEnabled() else "ink_faint"), place)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), CONTROL_RADIUS)
