"""The top of a pane: who is writing, told by colour, shape, icon and word, and what the review came to."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.persona import Side
from ui.style import theme
from ui.style.icons import SIDE_ICONS, paint_icon
from ui.widgets.accessible_roles import set_role
from ui.widgets.button import IconButton
from ui.widgets.card import CARD_RADIUS
from ui.widgets.chip import Chip
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.verdict import Verdict, verdict_icon, verdict_words

_LEAST_HEIGHT = 56
_AVATAR = 32
_AVATAR_CORNER = 9
_AVATAR_ICON = 17


class PersonaBand(QWidget):
    """Avatar, name, handles and verdict of one persona; its upper corners fit inside a ``Card``.

    Give it a margin of 1 px inside the card, so that the card's outline stays whole.
    """

    personas_asked = Signal()
    boundaries_asked = Signal()

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._colour = ""
        self._avatar = Avatar(side)
        self._name = SideLabel(side)
        self._handles = ElidedLabel(look="handle")
        self._personas = IconButton("chevron-down", self._personas_words())
        self._personas.clicked.connect(self.personas_asked)
        self._boundaries = IconButton("boundaries", "")
        self._boundaries.clicked.connect(self.boundaries_asked)
        self._chip = Chip()
        self.setMinimumHeight(_LEAST_HEIGHT)
        set_role(self, QAccessible.Role.Grouping)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_persona(self, name: str, handles: str = "", *, is_locked: bool = False) -> None:
        """Say who is writing: the persona's *name* and, when there are any, its *handles* in one line."""
        self._boundaries.setVisible(not is_locked)
        self._boundaries.show_as("boundaries", self.tr("Boundaries of {persona}").format(persona=name))
        self._name.set_text(name)
        self._handles.set_text(handles)
        self._handles.setVisible(bool(handles))
        self.setAccessibleName(", ".join(part for part in (name, self._side_word(), handles) if part))

    def show_colour(self, colour: str) -> None:
        """Take the persona's *colour* of the palette; empty is its side's own."""
        if colour != self._colour:
            self._colour = colour
            self._avatar.show_colour(colour)
            self._name.show_colour(colour)
            self.update()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard can reach here."""
        return (self._personas, self._boundaries)

    def below_button(self) -> QPoint:
        """Return where on the screen the menu of personas opens."""
        return self._personas.mapToGlobal(QPoint(0, self._personas.height() + 2))

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Change what the review came to; ``None`` where nothing can be reviewed."""
        self._chip.setVisible(verdict is not None)
        if verdict is None:
            return
        icon_name, colour = verdict_icon(verdict)
        self._chip.show_text(verdict_words(verdict), icon_name=icon_name, ink=colour, ground="surface")

    def verdict_text(self) -> str:
        """Return what the chip says."""
        return self._chip.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        shape.addRoundedRect(QRectF(self.rect()), CARD_RADIUS - 1, CARD_RADIUS - 1)
        shape.addRect(QRectF(0, self.height() / 2, self.width(), self.height() / 2))
        painter.fillPath(shape, theme.current().persona_tint(self._side, self._colour))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._handles)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(11)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(self._personas)
        row.addWidget(self._boundaries)
        row.addWidget(self._chip)

    def _personas_words(self) -> str:
        if self._side is Side.PERSONAL:
            return self.tr("Personal personas")
        return self.tr("Professional personas")

    def _side_word(self) -> str:
        return self.tr("personal side") if self._side is Side.PERSONAL else self.tr("professional side")


class Avatar(QWidget):
    """Round with a person for the personal side, square with a briefcase for the professional one."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._colour = ""
        self.setFixedSize(_AVATAR, _AVATAR)

    def show_colour(self, colour: str) -> None:
        """Take a colour of the palette; empty is the side's own."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.persona(self._side, self._colour))
        if self._side is Side.PERSONAL:
            painter.drawEllipse(self.rect())
        else:
            painter.drawRoundedRect(self.rect(), _AVATAR_CORNER, _AVATAR_CORNER)
        begin = (_AVATAR - _AVATAR_ICON) / 2
        place = QRectF(begin, begin, _AVATAR_ICON, _AVATAR_ICON)
        paint_icon(painter, SIDE_ICONS[self._side], colours.colour("surface"), place)


class SideLabel(ElidedLabel):
    """A name in the colour of its persona, else of its side."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        self._side = side
        self._colour = ""
        super().__init__("", parent, look="name")

    def show_colour(self, colour: str) -> None:
        """Take a colour of the palette; empty is the side's own."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.current().persona(self._side, self._colour))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, shown)
