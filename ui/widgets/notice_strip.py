"""A strip in a pane that says something and offers up to two things to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.model.finding import Severity
from ui.style.icons import SEVERITY_ICONS
from ui.widgets.accessible_roles import set_role
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.card import FINDING_RADIUS, Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.paragraphs import Paragraph, Paragraphs

_LEAST_TEXT_WIDTH = 180
MOST_ACTIONS = 2
_MOST_LINES = 6


class NoticeKind(Enum):
    """How much it matters; an error interrupts a screen reader."""

    INFO = auto()
    WARN = auto()
    ERROR = auto()


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """One thing to do, and the name its receiver knows it by."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What the strip says; at most two actions."""

    kind: NoticeKind
    text: str
    actions: tuple[NoticeAction, ...] = ()

    def __post_init__(self) -> None:
        if len(self.actions) > MOST_ACTIONS:
            raise ValueError(f"a strip has room for two actions, not {len(self.actions)}")


_SEVERITIES = {
    NoticeKind.INFO: (Severity.NOTE, "low"),
    NoticeKind.WARN: (Severity.WARN, "medium"),
    NoticeKind.ERROR: (Severity.HOLD, "high"),
}


class NoticeStrip(Card):
    """Shows a notice, or takes no room when there is none; buttons go below the text when it gets narrow.

    A text of more than six lines ends in "…" and stands in the tooltip in full.
    """

    chosen = Signal(object)  # NoticeAction

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=FINDING_RADIUS)
        self._notice: Notice | None = None
        self._icon = IconLabel("circle-info", "low", 18)
        self._text = Paragraphs()
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions, gap=8, line_gap=4)
        self._buttons = [Button("", self._actions) for _ in range(MOST_ACTIONS)]
        self._offered: tuple[NoticeAction, ...] = ()
        for number, button in enumerate(self._buttons):
            self._flow.addWidget(button)
            button.clicked.connect(partial(self._choose, number))
        words = QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._icon)
        words.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(14, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        set_role(self, QAccessible.Role.Notification)
        self.hide()

    def notice(self) -> Notice | None:
        """Return what the strip says now."""
        return self._notice

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the buttons in reading order."""
        return tuple(self._buttons)

    def show_notice(self, notice: Notice | None) -> None:
        """Say *notice*, also to screen readers, or nothing."""
        if notice == self._notice:
            return
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        severity, token = _SEVERITIES[notice.kind]
        self.set_colours(surface=f"{token}_tint", line=token if notice.kind is NoticeKind.ERROR else None, bar=token)
        self._icon.show_icon(SEVERITY_ICONS[severity], token)
        self._text.show_paragraphs(Paragraph(notice.text, "ink", most_lines=_MOST_LINES))
        self.setToolTip(notice.text)
        self.setAccessibleName(notice.text)
        self._offer(notice.actions)
        announce(self, notice.text, urgent=notice.kind is NoticeKind.ERROR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _offer(self, actions: Iterable[NoticeAction]) -> None:
        self._offered = tuple(actions)
        for number, button in enumerate(self._buttons):
            if number < len(self._offered):
                button.set_words(self._offered[number].text)
            button.setVisible(number < len(self._offered))
        self._actions.setVisible(bool(self._offered))
        self._turn()

    def _choose(self, number: int) -> None:
        if number < len(self._offered):
            self.chosen.emit(self._offered[number])

    def _turn(self) -> None:
        beside = self.width() - self._flow.sizeHint().width() >= _LEAST_TEXT_WIDTH + self._icon.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
            self._row.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0))
