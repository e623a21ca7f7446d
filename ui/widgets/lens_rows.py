"""The sentences that a reader would mind: a real list for screen readers, whose rows are reused while one types."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.checks.lens import Reading
from ui.widgets.card_list import CardList
from ui.widgets.lens_card import LensCard
from ui.widgets.lens_words import Reader, imagine_words

MOST_SENTENCES = 12


class LensRows(CardList):
    """Shows at most twelve sentences and a button for the rest; arrow keys, Home and End move between them."""

    shown = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[Reading, Reader] | None = None
        self._cards: list[LensCard] = []

    def show_sentences(self, reading: Reading, reader: Reader) -> None:
        """Show the sentences of *reading*, as *reader* reads them; the keyboard stays in its row."""
        if self._said is None or reader != self._said[1]:
            self._all_shown = False
        self._said = reading, reader
        if imagine_words(reader) != self._rows.accessibleName():
            self._rows.setAccessibleName(imagine_words(reader))
        self._fill(reading, reader)

    def _cards_on_show(self) -> Sequence[LensCard]:
        return [card for card in self._cards if not card.isHidden()]

    def _fill_again(self) -> None:
        if self._said is not None:
            self._fill(*self._said)

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
        self._name_the_rest(len(reading.sentences) - len(visible))
        self.setVisible(bool(visible))

    def _add_card(self) -> None:
        card = LensCard(self._rows)
        card.shown.connect(self.shown)
        card.reached.connect(self._reveal_focus)
        self._cards.append(card)
        self._column.insertWidget(len(self._cards) - 1, card)
        self._order_tab_stops(stop for each in self._cards for stop in each.tab_stops())
