"""The sentences that a reader would mind: a real list for screen readers, whose rows are reused while one types."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from app.checks.lens import Reading
from ui.widgets.accessible_roles import set_role
from ui.widgets.button import Button, Look
from ui.widgets.lens_card import LensCard
from ui.widgets.lens_words import Reader, imagine_words

MOST_SENTENCES = 12


class LensRows(QScrollArea):
    """Shows at most twelve sentences and a button for the rest; arrow keys, Home and End move between them."""

    shown = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[Reading, Reader] | None = None
        self._all_shown = False
        self._cards: list[LensCard] = []
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

    def show_sentences(self, reading: Reading, reader: Reader) -> None:
        """Show the sentences of *reading*, as *reader* reads them; the keyboard stays in its row."""
        if self._said is None or reader != self._said[1]:
            self._all_shown = False
        self._said = reading, reader
        if imagine_words(reader) != self._rows.accessibleName():
            self._rows.setAccessibleName(imagine_words(reader))
        self._fill(reading, reader)

    def focus_first(self) -> bool:
        """Give the first sentence the keyboard; return whether there is one."""
        if not self._visible_count():
            return False
        self._cards[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, last = self._focused_row(), self._visible_count() - 1
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and here is not None:
            self._focus_row(min(max(here + step, 0), last))
        elif event.key() == Qt.Key.Key_Home:
            self._focus_row(0)
        elif event.key() == Qt.Key.Key_End:
            self._focus_row(last)
        else:
            super().keyPressEvent(event)

    def _fill(self, reading: Reading, reader: Reader) -> None:
        visible = reading.sentences if self._all_shown else reading.sentences[:MOST_SENTENCES]
        focused_row = self._focused_row()
        while len(self._cards) < len(visible):
            self._add_card()
        for row, sentence in enumerate(visible):
            self._cards[row].show_sentence(sentence, reading.report.text, reader)
        if focused_row is not None and visible:
            self._focus_row(min(focused_row, len(visible) - 1))
        for row, card in enumerate(self._cards):
            card.setVisible(row < len(visible))
        left_out = len(reading.sentences) - len(visible)
        self._more.set_words(self.tr("%n more", "", left_out) if left_out else "")
        self._more.setVisible(left_out > 0)
        self.setVisible(bool(visible))

    def _add_card(self) -> None:
        card = LensCard(self._rows)
        card.shown.connect(self.shown)
        card.reached.connect(self._reveal_focus)
        self._cards.append(card)
        self._column.insertWidget(len(self._cards) - 1, card)
        stops = [stop for each in self._cards for stop in each.tab_stops()] + [self._more]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_all(self) -> None:
        first_new = self._visible_count()
        self._all_shown = True
        if self._said is not None:
            self._fill(*self._said)
        self._focus_row(first_new)

    def _visible_count(self) -> int:
        return sum(not card.isHidden() for card in self._cards)

    def _focused_row(self) -> int | None:
        holder = QApplication.focusWidget()
        if holder is None or not self._rows.isAncestorOf(holder):
            return None
        return next((row for row, card in enumerate(self._cards) if card is holder or card.isAncestorOf(holder)), None)

    def _focus_row(self, row: int) -> None:
        if 0 <= row < len(self._cards):
            self._cards[row].setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal_focus(self) -> None:
        QTimer.singleShot(0, self, self._reveal_focus_now)  # once the rows have their places

    def _reveal_focus_now(self) -> None:
        row = self._focused_row()
        if row is not None:
            self.ensureWidgetVisible(self._cards[row], 0, 8)
