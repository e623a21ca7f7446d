"""Why the review of a personal account is stricter than it was: the people one works with read along."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.accessible_roles import set_role
from ui.widgets.button import QUIET_PADDING, Button, Look
from ui.widgets.card import FINDING_RADIUS, Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.paragraphs import Paragraph, Paragraphs

_ICON = 16
_GAP = 8


class ClockLine(Card):
    """Says what weighs more, and because of whom, with a way to change that; takes no room while nothing does."""

    persona_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface_quiet", line=None, radius=FINDING_RADIUS)
        self._said = ""
        self._words = Paragraphs()
        self._about = Button(self.tr("About this persona…"), look=Look.QUIET)
        self._about.clicked.connect(self.persona_asked)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(IconLabel("clock", "ink_soft", _ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        below = QHBoxLayout()
        below.setContentsMargins(_ICON + _GAP - QUIET_PADDING, 0, 0, 0)
        below.addWidget(self._about)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 2)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(below)
        set_role(self, QAccessible.Role.Grouping)
        self.hide()

    def show_raised(self, categories: Collection[str], works_with: str) -> None:
        """Say that *categories* of risks weigh more because *works_with* (plural) read along."""
        words = on_the_clock_words(categories, works_with)
        if words == self._said:
            return
        self._said = words
        self._words.show_paragraphs(Paragraph(words, small=True))
        self.setAccessibleName(words)
        self.setVisible(bool(words))


def on_the_clock_words(categories: Collection[str], works_with: str) -> str:
    """Return why *categories* of risks weigh more, empty when none does."""
    say = QCoreApplication.translate
    known = {
        "polarizing": say("Clock", "taking sides"),
        "venting": say("Clock", "venting"),
        "conduct": say("Clock", "conduct"),
    }
    names = [words for category, words in known.items() if category in categories]
    if not names:
        return ""
    alone, several = say("Clock", "{last} weighs more here"), say("Clock", "{first} and {last} weigh more here")
    weighs = (several if names[1:] else alone).format(first=", ".join(names[:-1]), last=names[-1])
    phrase = say("Clock", "Your {people} read this account: you are always on the clock, so {weighs}.")
    return phrase.format(people=works_with, weighs=weighs)
