"""A card about places in a draft: a row of a list, whose Enter goes from one place to the next."""

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.finding import Finding, Severity
from ui.widgets.accessible_roles import set_role
from ui.widgets.button import QUIET_PADDING, Button, Look
from ui.widgets.card import FINDING_RADIUS, Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.severity_word import SeverityWord


class PlaceCard(Card):
    """Has a head of icon, title and severity, words below it, and a button *Show*; Enter means that as well."""

    shown = Signal(object)  # Finding, to be selected in the text
    reached = Signal()  # the keyboard has come to the card

    def __init__(self, icon: IconLabel, severity: Severity, line: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, line=line, radius=FINDING_RADIUS)
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, QAccessible.Role.ListItem)
        self._icon = icon
        self._title = Paragraphs()
        self._word = SeverityWord(severity)
        self._body = Paragraphs()
        self._show_button = Button(self.tr("Show"), look=Look.QUIET)
        self._show_button.clicked.connect(self.show_next_place)

    def show_next_place(self) -> None:
        """Say that the next of the findings is to be shown in the text."""
        findings = self._findings_here()
        if findings:
            self.shown.emit(findings[self._place % len(findings)])
            self._place += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.show_next_place()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    @abstractmethod
    def _findings_here(self) -> tuple[Finding, ...]:
        """Return what the card is about, in the order of its places."""

    def _column_of_words(self) -> QVBoxLayout:
        """Return the column of the card with head and words in it; the buttons go below."""
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        head.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(QUIET_PADDING, 0, QUIET_PADDING, 0)
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - QUIET_PADDING, 10, 12 - QUIET_PADDING, 4)
        column.addLayout(words)
        return column
