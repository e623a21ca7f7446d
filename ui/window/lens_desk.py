"""The audience lens: the draft on show, read as somebody else would, for as long as one likes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from app.checks.audience import raised_by_readers
from app.model.finding import Group
from app.model.ids import PersonaId
from app.model.persona import Persona, Side
from app.model.policy import Policy
from app.studio.changes import Topic
from app.studio.studio import Studio
from ui.bridge.studio_signals import Notice, StudioSignals
from ui.widgets.announcer import announce
from ui.widgets.compact_risk_line import CompactRiskLine
from ui.widgets.lens_words import Reader, choice_words
from ui.widgets.risk_panel import RiskPanel
from ui.window.desk import Desk
from ui.window.draft_pane import DraftPane
from ui.window.moving_desk import Crossing
from ui.window.pane_desk import PaneDesk

if TYPE_CHECKING:
    from app.checks.lens import Reading

_IN_ORDER = (Group.CLIENTS, Group.BOSS, Group.COLLEAGUES, Group.FAMILY, Group.FRIENDS, Group.STRANGERS)
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class _Lens:
    """The group whose eyes a persona's drafts are read with."""

    persona_id: PersonaId
    group: Group


class LensDesk(PaneDesk):
    """Each pane has a lens of its own; it ends with its persona, and when its draft goes across."""

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        desk: Desk,
        panes: Mapping[Side, DraftPane],
        panel: RiskPanel,
        line: CompactRiskLine,
        window: QWidget,
    ) -> None:
        super().__init__(studio, signals, desk, panes, window)
        self._panel = panel
        self._line = line
        self._lenses: dict[Side, _Lens] = {}
        self._escapes: dict[Side, QShortcut] = {}
        for side, pane in panes.items():
            self._escapes[side] = self._escape(pane)
            pane.report_changed.connect(self._refresh)
            pane.lens.line.left.connect(partial(self.end, side))
        panel.readers_asked.connect(self.show_menu)
        panel.reader_left.connect(lambda: self.end(desk.side))
        desk.side_changed.connect(self._refresh)
        signals.changed.connect(self._changed)

    def show_menu(self) -> None:
        """Offer whose eyes the current draft can be read with."""
        pane = self._desk.pane
        if self._persona(pane.side) is None or pane.draft is None:
            return
        menu = self.menu(pane.side)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._menu_place(pane))
        menu.setActiveAction(next(each for each in menu.actions() if each.isChecked()))

    def menu(self, side: Side) -> QMenu:
        """Return a menu of the writer and everybody who may be imagined as a reader."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("Read as"))
        choices, current = QActionGroup(menu), self._lenses.get(side)
        menu.addAction(self.tr("You"), partial(self.end, side))
        menu.addSeparator()
        for group in _IN_ORDER:
            words = choice_words(self._reader(side, group)).replace("&", "&&")
            menu.addAction(words, partial(self.choose, side, group)).setData(group.value)
        for action in menu.actions():
            if not action.isSeparator():
                action.setCheckable(True)
                action.setActionGroup(choices)
                action.setChecked(action.data() == (None if current is None else current.group.value))
        return menu

    def choose(self, side: Side, group: Group) -> None:
        """Read what is on show on *side* as somebody of *group* until another reader is chosen."""
        persona = self._persona(side)
        if persona is not None:
            self._lenses[side] = _Lens(persona.id, group)
            if len(self._panes[side].editor.text()) > _AT_ONCE:
                self._show(side, None, self._reader(side, group))
                for said in (self._panes[side].lens.line, self._panel, self._line):
                    said.repaint()  # reading a long draft in new eyes takes a moment
            self._refresh(side)

    def end(self, side: Side) -> None:
        """Read as oneself again."""
        if self._lenses.pop(side, None) is not None:
            self._refresh(side)
            announce(self._panel, self.tr("Read as yourself"))

    def end_after(self, crossing: Crossing) -> None:
        """Read as oneself where a draft has gone from, if it has: it is the other persona's now."""
        if crossing.can_go_back:
            self.end(self._desk.side.other)

    def raised(self, side: Side) -> frozenset[str]:
        """Return the categories that weigh more on *side* because of who reads along there."""
        persona = self._persona(side)
        return frozenset() if persona is None else raised_by_readers(self._policy(persona))

    def _changed(self, notice: Notice) -> None:
        if Topic.PERSONAS in notice.changes.topics:
            for side in Side:
                self._refresh(side)

    def _escape(self, pane: DraftPane) -> QShortcut:
        escape = QShortcut(Qt.Key.Key_Escape, pane, partial(self.end, pane.side))
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.setEnabled(False)
        return escape

    def _refresh(self, side: Side) -> None:
        """Read the draft on *side* again, in the eyes that belong to the persona on show there."""
        pane, persona, lens = self._panes[side], self._persona(side), self._lenses.get(side)
        if lens is not None and (persona is None or persona.id != lens.persona_id):
            del self._lenses[side]
            lens = None
        reading = None if lens is None else self._reading(pane, lens)
        reader = None if lens is None or pane.draft is None else self._reader(side, lens.group)
        self._escapes[side].setEnabled(lens is not None)
        self._show(side, reading, reader)

    def _show(self, side: Side, reading: "Reading | None", reader: Reader | None) -> None:
        self._panes[side].lens.show_reading(reading, reader)
        if side is self._desk.side:
            self._panel.show_reading(reading, reader)
            self._line.show_reading(reading, reader)

    def _reading(self, pane: DraftPane, lens: _Lens) -> "Reading | None":
        persona = self._persona(pane.side)
        if pane.draft is None or persona is None or not pane.is_reviewed:
            return None
        return self._studio.lens.read(persona.id, pane.draft.id, pane.editor.text(), self._policy(persona), lens.group)

    def _reader(self, side: Side, group: Group) -> Reader:
        persona = self._persona(side)
        if persona is None:
            return Reader(group)
        return Reader(group, self._studio.personas.boundaries(persona.id).reader(group), persona.works_with)

    def _persona(self, side: Side) -> Persona | None:
        """Return who writes on *side*; nobody while one that has just been put away is still on show."""
        shown = self._panes[side].persona
        return shown if shown is not None and self._studio.vaults.find(shown.id) is not None else None

    def _policy(self, persona: Persona) -> Policy:
        other = self._persona(persona.side.other)
        return self._studio.personas.policy(persona.id, None if other is None else other.id)

    def _menu_place(self, pane: DraftPane) -> QPoint:
        if self._panel.isVisible():
            return self._panel.menu_place()
        return pane.editor.mapToGlobal(QPoint(0, 0))
