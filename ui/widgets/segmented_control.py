"""A few exclusive choices side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.style import theme
from ui.style.icons import paint_icon
from ui.widgets.button import LEAST_HEIGHT
from ui.widgets.card import Card, paint_focus_ring

_ICON = 16
_GAP = 8
_PADDING = 14
_RADIUS = 8


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice; *colour* names the theme colour of its icon."""

    key: str
    text: str
    icon_name: str
    colour: str = "ink"


class SegmentedControl(Card):
    """Shows *segments*, one of them chosen; arrow keys move the choice. *name* is its accessible name."""

    chosen = Signal(object)  # str, the key of the segment that the user chose

    def __init__(self, segments: Iterable[Segment], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="hover", line=None, radius=10)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, _SegmentButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for segment in segments:
            button = _SegmentButton(segment)
            self._buttons[segment.key] = button
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonToggled.connect(self._say_chosen)  # a screen reader toggles, and clicks nothing

    def choose(self, key: str) -> None:
        """Mark the segment *key* as chosen, without a signal."""
        with QSignalBlocker(self._group):
            self._buttons[key].setChecked(True)
        for each, button in self._buttons.items():  # Tab comes to the chosen one; Qt sees to that only once it is there
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)

    def _say_chosen(self, button: QAbstractButton, chosen: bool) -> None:  # noqa: FBT001 - a signal names no arguments
        if chosen and isinstance(button, _SegmentButton):
            self.chosen.emit(button.segment.key)


class _SegmentButton(QAbstractButton):
    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self.segment = segment
        self.setText(segment.text.replace("&", "&&"))
        self.setAccessibleName(segment.text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._bold())
        wide = metrics.horizontalAdvance(self.segment.text) + _ICON + _GAP + 2 * _PADDING + 2
        return QSize(wide, max(LEAST_HEIGHT, metrics.height() + 12) - 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(_ICON + 2 * _PADDING, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        font = self._bold()
        room = self.width() - 2 * _PADDING - _ICON - _GAP
        shown = QFontMetrics(font).elidedText(self.segment.text, Qt.TextElideMode.ElideRight, max(0, room + 2))
        place = QRectF(_PADDING, (self.height() - _ICON) / 2, _ICON, _ICON)
        paint_icon(painter, self.segment.icon_name, colours.colour(self.segment.colour), place)
        painter.setFont(font)
        painter.setPen(colours.colour("ink" if self.isChecked() or self.underMouse() else "ink_soft"))
        words = QRectF(_PADDING + _ICON + _GAP, 0, room + 4, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), _RADIUS)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
