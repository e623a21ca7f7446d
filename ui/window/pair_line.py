"""One line under a draft: which draft of the other side it belongs to, or what could be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.model.persona import Side
from ui.widgets.button import LEAST_HEIGHT, Button, Look
from ui.widgets.elided_label import ElidedLabel


@dataclass(frozen=True, slots=True)
class Pairing:
    """The titles of the twin and of the unpaired draft in the other pane, ``None`` where there is none.

    ``can_start`` says whether the other side has a persona to start a version for.
    """

    twin_title: str | None = None
    neighbour_title: str | None = None
    can_start: bool = True


class PairLine(QWidget):
    """Says "paired" or "not paired", and offers to start or to join the other version."""

    twin_asked = Signal()
    pair_asked = Signal()

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(look="muted")
        self._words.setMinimumHeight(LEAST_HEIGHT)
        self._twin = Button(
            self.tr("Start the professional version")
            if side is Side.PERSONAL
            else self.tr("Start the personal version"),
            look=Look.QUIET,
        )
        self._pair = Button(self.tr("Pair these"), look=Look.QUIET)
        self._pair.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for part in (self._words, self._twin, self._pair):
            row.addWidget(part)
        row.addStretch(1)
        self._twin.clicked.connect(self.twin_asked)
        self._pair.clicked.connect(self.pair_asked)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the buttons in reading order."""
        return (self._twin, self._pair)

    def tell(self, pairing: Pairing) -> None:
        """Show *pairing*; the offers are there only where they would do something."""
        paired = pairing.twin_title is not None
        untitled = self.tr("an untitled draft")
        elides = QSizePolicy.Policy.Preferred if paired else QSizePolicy.Policy.Minimum
        self._words.setSizePolicy(elides, QSizePolicy.Policy.Fixed)
        self._words.set_text(
            self.tr("Paired with “{title}”").format(title=pairing.twin_title or untitled)
            if paired
            else self.tr("Not paired")
        )
        self._twin.setVisible(not paired and pairing.can_start)
        self._pair.setVisible(not paired and pairing.neighbour_title is not None)
        self._pair.setToolTip(self.tr("With “{title}” beside it").format(title=pairing.neighbour_title or untitled))
