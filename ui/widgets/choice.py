"""Answers to pick from, each in a box with the key that picks it."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.style import theme
from ui.style.icons import paint_icon
from ui.widgets.button import LEAST_HEIGHT
from ui.widgets.card import CONTROL_RADIUS, paint_focus_ring

_PADDING = 11
_ICON = 14
_GAP = 7
_CORNER = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the *word* it is known by, what it says, and the one *key* that picks it."""

    word: str
    text: str
    key: str


class OneChoice(QRadioButton):
    """One answer of several that exclude each other."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        _prepare(self, choice)

    def sizeHint(self) -> QSize:
        return _natural_size(self, self.choice)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _left_to_the_question(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self.choice)


class TickChoice(QCheckBox):
    """One answer of several that go together."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        _prepare(self, choice)

    def sizeHint(self) -> QSize:
        return _natural_size(self, self.choice)

    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _left_to_the_question(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self.choice)


def _prepare(button: QAbstractButton, choice: Choice) -> None:
    button.setText(choice.text.replace("&", "&&"))
    button.setAccessibleName(choice.text)
    button.setToolTip(choice.text)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _left_to_the_question(event: QKeyEvent) -> bool:
    """Return whether *event* is Enter, and pass it on: on some desktops it would press the button."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if is_enter:
        event.ignore()
    return is_enter


def _natural_size(button: QAbstractButton, choice: Choice) -> QSize:
    metrics = button.fontMetrics()
    words = metrics.horizontalAdvance(choice.text) + metrics.horizontalAdvance(choice.key)
    return QSize(words + 2 * _PADDING + _ICON + 2 * _GAP + 2, max(LEAST_HEIGHT, metrics.height() + 12))


def _least_size(button: QAbstractButton) -> QSize:
    return QSize(2 * _PADDING + _ICON + 6 * _GAP, max(LEAST_HEIGHT, button.fontMetrics().height() + 12))


def _paint(button: QAbstractButton, choice: Choice) -> None:
    """Draw the box, a tick or a ring, the words, and the key at the end; it stands out by the tick, not by colour."""
    colours = theme.current()
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(button.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    chosen = button.isChecked()
    painter.setPen(QPen(colours.colour("accent" if chosen else "line_strong"), 1))
    painter.setBrush(colours.colour("selection" if chosen else "hover" if button.underMouse() else "surface"))
    painter.drawRoundedRect(area, CONTROL_RADIUS, CONTROL_RADIUS)
    place = QRectF(_PADDING, (button.height() - _ICON) / 2, _ICON, _ICON)
    if chosen:
        paint_icon(painter, "check", colours.colour("ink"), place)
    else:
        _paint_empty(painter, place, is_round=isinstance(button, OneChoice))
    metrics = QFontMetrics(button.font())
    key_room = metrics.horizontalAdvance(choice.key)
    left = _PADDING + _ICON + _GAP
    room = button.width() - left - _GAP - key_room - _PADDING
    shown = metrics.elidedText(choice.text, Qt.TextElideMode.ElideRight, room + 2)
    painter.setPen(colours.colour("ink"))
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(QRectF(left, 0, room + 4, button.height()), middle, shown)
    painter.setPen(colours.colour("ink_soft"))
    painter.drawText(QRectF(button.width() - _PADDING - key_room, 0, key_room + 2, button.height()), middle, choice.key)
    if button.hasFocus():
        paint_focus_ring(painter, QRectF(button.rect()), CONTROL_RADIUS)


def _paint_empty(painter: QPainter, place: QRectF, *, is_round: bool) -> None:
    """Draw what a tick will fill: a ring where one answer excludes the others, a square where they go together."""
    painter.setPen(QPen(theme.current().colour("ink_faint"), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = place.width() / 2 if is_round else _CORNER
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), corner, corner)
