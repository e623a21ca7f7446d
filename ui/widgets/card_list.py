"""A column of cards: a real list for screen readers, through which the arrow keys go."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.accessible_roles import set_role
from ui.widgets.button import Button, Look


class CardList(QScrollArea):
    """Moves the keyboard between its cards, keeps it in sight, and offers the rest; who derives from it fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all_shown = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows = QWidget()
        set_role(self._rows, QAccessible.Role.List)
        self._more = Button("", look=Look.QUIET)
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self.setWidget(self._rows)
        self.viewport().setAutoFillBackground(False)
        self._rows.setAutoFillBackground(False)

    def focus_first(self) -> bool:
        """Give the first card the keyboard; return whether there is one."""
        cards = self._cards_on_show()
        if cards:
            cards[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here, last = self._focused_row(), len(self._cards_on_show()) - 1
        if step is not None and here is not None:
            self._focus_row(min(max(here + step, 0), last))
        elif event.key() == Qt.Key.Key_Home:
            self._focus_row(0)
        elif event.key() == Qt.Key.Key_End:
            self._focus_row(last)
        else:
            super().keyPressEvent(event)

    @abstractmethod
    def _cards_on_show(self) -> Sequence[QWidget]:
        """Return the cards, from the top."""

    @abstractmethod
    def _fill_again(self) -> None:
        """Show what was shown last, now with the rest."""

    def _show_all(self) -> None:
        first_new = len(self._cards_on_show())
        self._all_shown = True
        self._fill_again()
        self._focus_row(first_new)

    def _name_the_rest(self, count: int) -> None:
        self._more.set_words(self.tr("%n more", "", count) if count else "")
        self._more.setVisible(count > 0)

    def _order_tab_stops(self, stops: Iterable[QWidget]) -> None:
        for before, after in pairwise((*stops, self._more)):
            QWidget.setTabOrder(before, after)

    def _focused_row(self) -> int | None:
        holder = QApplication.focusWidget()
        if holder is None or not self._rows.isAncestorOf(holder):
            return None
        cards = enumerate(self._cards_on_show())
        return next((row for row, card in cards if card is holder or card.isAncestorOf(holder)), None)

    def _focus_row(self, row: int) -> None:
        cards = self._cards_on_show()
        if 0 <= row < len(cards):
            cards[row].setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal_focus(self) -> None:
        if self._focused_row() is not None:
            QTimer.singleShot(0, self, self._reveal_focus_now)  # once the rows have their places

    def _reveal_focus_now(self) -> None:
        row = self._focused_row()
        if row is not None:
            self.ensureWidgetVisible(self._cards_on_show()[row], 0, 8)
