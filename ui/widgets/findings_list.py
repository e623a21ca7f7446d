"""The list of findings: a real list for screen readers, whose rows are reused while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.card_list import CardList
from ui.widgets.finding_card import FindingCard
from ui.widgets.finding_groups import FindingGroup, Readership, blank_group

MOST_GROUPS = 12
_SPARE_AFTER_MS = 1000
_SPARE_EVERY_MS = 40


class FindingsList(CardList):
    """Shows at most twelve groups and a button for the rest; arrow keys, Home and End move between them."""

    shown = Signal(object)  # Finding
    fix_chosen = Signal(object)  # FixChoice
    ignored = Signal(object)  # IgnoreChoice
    why_asked = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[FindingGroup, ...] = ()
        self._readership = Readership("")
        self._cards: list[FindingCard] = []
        self._spare: list[FindingCard] = []
        self._idle = QTimer(self)
        self._idle.setInterval(_SPARE_AFTER_MS)
        self._idle.timeout.connect(self._make_a_spare)
        self._idle.start()
        self._rows.setAccessibleName(self.tr("Risks found"))

    def show_groups(self, groups: Sequence[FindingGroup], readership: Readership) -> None:
        """Show *groups*; cards of groups that stay keep their place on screen and the keyboard focus."""
        if readership != self._readership:
            self._all_shown = False
        self._groups, self._readership = tuple(groups), readership
        self._fill()

    def _cards_on_show(self) -> Sequence[FindingCard]:
        return self._cards

    def _fill_again(self) -> None:
        self._fill()

    def _fill(self) -> None:
        visible = self._groups if self._all_shown else self._groups[:MOST_GROUPS]
        focused_row = self._focused_row()
        wanted = {group.key for group in visible}
        kept = {card.group().key: card for card in self._cards if card.group().key in wanted}
        gone = [card for card in self._cards if card.group().key not in wanted]
        left = [card for card in gone if focused_row is not None and card is self._cards[focused_row]]
        free = [card for card in gone if card not in left] + self._spare
        cards = []
        for group in visible:
            card = kept.get(group.key) or (free.pop(0) if free else self._made(group))
            card.show_group(group, self._readership)
            cards.append(card)
        self._column.setEnabled(False)  # else every card that is shown lays all of them out
        self._place(cards)
        self._column.setEnabled(True)
        if left:
            self._focus_row(min(focused_row or 0, len(cards) - 1))
        self._spare = free + left
        for card in self._spare:
            card.hide()
        self._name_the_rest(len(self._groups) - len(visible))
        self._reveal_focus()

    def _made(self, group: FindingGroup) -> FindingCard:
        card = FindingCard(group, self._readership, self._rows)
        card.shown.connect(self.shown)
        card.fix_chosen.connect(self.fix_chosen)
        card.ignored.connect(self.ignored)
        card.why_asked.connect(self.why_asked)
        card.reached.connect(self._reveal_focus)
        return card

    def _make_a_spare(self) -> None:
        """Make one card ahead, so that a text with many findings, once it is pasted, need not wait for them."""
        if len(self._cards) + len(self._spare) >= MOST_GROUPS:
            self._idle.stop()
            return
        self._idle.setInterval(_SPARE_EVERY_MS)
        spare = self._made(blank_group())
        spare.hide()
        self._spare.append(spare)

    def _place(self, cards: list[FindingCard]) -> None:
        for row, card in enumerate(cards):
            if row >= len(self._cards) or self._cards[row] is not card:
                self._column.removeWidget(card)
                self._column.insertWidget(row, card)
            card.show()
        if cards != self._cards:
            self._order_tab_stops(stop for card in cards for stop in card.tab_stops())
        self._cards = cards
