"""A question with its answers in a row, each picked by one key, and room for a word of advice below."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.accessible_roles import set_role
from ui.widgets.choice import Choice, OneChoice, TickChoice
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip


class ChoiceRow(QWidget):
    """Shows *question* and its *choices*; one of them is picked, or as many as fit where *several* go together.

    While the keyboard is in the row, a choice's key picks it and Enter leaves the question as it is.
    """

    picked = Signal(object)  # tuple[str, ...], the words of everything picked now
    settled = Signal()  # the keyboard may go on to what comes next

    def __init__(
        self, question: str, choices: Iterable[Choice], parent: QWidget | None = None, *, several: bool = False
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._buttons: tuple[OneChoice | TickChoice, ...] = tuple(
            TickChoice(choice) if several else OneChoice(choice) for choice in choices
        )
        self._advice = NoticeStrip()
        self.setAccessibleName(question)
        set_role(self, QAccessible.Role.Grouping)
        heading = QLabel(question)
        heading.setObjectName("h2")
        heading.setWordWrap(True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        answers = QWidget()
        flow = FlowLayout(answers, gap=8, line_gap=6)
        for button in self._buttons:
            flow.addWidget(button)
            button.toggled.connect(self._tell_when_settled)  # a screen reader toggles, and clicks nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(answers)
        column.addWidget(self._advice)
        self._let_tab_come_to_one()

    def _tell_when_settled(self, picked: bool) -> None:  # noqa: FBT001 - a signal names no arguments
        if picked or self._several:
            self._tell()

    def words(self) -> tuple[str, ...]:
        """Return what is picked."""
        return tuple(button.choice.word for button in self._buttons if button.isChecked())

    def advice(self) -> str:
        """Return what is said below the answers, empty when there is nothing."""
        notice = self._advice.notice()
        return "" if notice is None else notice.text

    def show_advice(self, words: str) -> None:
        """Say *words* below the answers, also to a screen reader; empty takes them away."""
        self._advice.show_notice(Notice(NoticeKind.INFO, words) if words else None)

    def take_keyboard(self) -> None:
        """Give the keyboard to the picked answer, else to the first."""
        target = next((button for button in self._buttons if button.isChecked()), self._buttons[0])
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meant = next((each for each in self._buttons if each.choice.key.casefold() == event.text().casefold()), None)
        if meant is not None:
            meant.setFocus(Qt.FocusReason.ShortcutFocusReason)
            meant.click()
            if not self._several:
                self.settled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._let_tab_come_to_one()
        self.picked.emit(self.words())

    def _let_tab_come_to_one(self) -> None:
        """Where only one can be picked, let Tab come to that one, else to the first; arrow keys go to the rest."""
        if self._several:
            return
        stop = next((button for button in self._buttons if button.isChecked()), self._buttons[0])
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)
