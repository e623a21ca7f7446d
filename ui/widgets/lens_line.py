"""A line over a draft that says whose eyes it is read with, and the way back to one's own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.accessible_roles import set_role
from ui.widgets.button import Button, Look
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icon_label import IconLabel
from ui.widgets.lens_words import Reader, reader_words


class LensLine(Card):
    """Takes no room while one reads as oneself."""

    left = Signal()  # one's own eyes again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface_quiet", line=None, radius=0)
        self._words = ElidedLabel(look="h2")
        self._back = Button(self.tr("Read as yourself"), look=Look.QUIET)
        self._back.setToolTip(self.tr("Read as yourself (Escape)"))
        self._back.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel("eye", "ink_soft"))
        row.addWidget(self._words, 1)
        row.addWidget(self._back)
        set_role(self, QAccessible.Role.Grouping)
        self.hide()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the button."""
        return (self._back,)

    def show_reader(self, reader: Reader | None) -> None:
        """Say who reads; ``None`` is the writer."""
        if reader is not None:
            words = self.tr("Read as {reader}").format(reader=reader_words(reader))
            self._words.set_text(words)
            self.setAccessibleName(words)
        self.setVisible(reader is not None)
