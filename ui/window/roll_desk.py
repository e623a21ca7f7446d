"""The menu of personas: switch, make, recolour, archive, delete, bring back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from app.errors import TwofoldError
from app.model.ids import PersonaId
from app.model.persona import Persona, Side
from app.studio.changes import Changes
from app.studio.persona_roll import PutAway
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.dialogs.question import asked
from ui.style import theme
from ui.style.colours import PERSONA_COLOURS
from ui.style.icons import SIDE_ICONS, icon
from ui.widgets.colour_words import colour_words
from ui.widgets.notice_strip import NoticeAction
from ui.window.desk import Desk
from ui.window.draft_pane import DraftPane
from ui.window.pane_desk import PaneDesk

_BRING_BACK = "bring-back:"


class RollDesk(PaneDesk):
    """Offers what can be done with the personas of one side, and does it."""

    told = Signal(str, object)  # a sentence, and a NoticeAction or None
    shown_changed = Signal(object)  # tuple[PersonaId, ...], to be remembered

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        desk: Desk,
        panes: Mapping[Side, DraftPane],
        about: Callable[[], tuple[QAction, ...]],
        window: QWidget,
    ) -> None:
        super().__init__(studio, signals, desk, panes, window)
        self._about = about
        for pane in panes.values():
            pane.personas_asked.connect(self.show_menu)

    def show_menu(self, side: Side | None = None) -> None:
        """Open the menu of personas below the band on *side* (the current one)."""
        self._desk.go_to(side or self._desk.side)
        menu = self.menu(self._desk.side)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._panes[self._desk.side].below_band())

    def menu(self, side: Side) -> QMenu:
        """Return the menu for *side*: its personas first, then what can be done with the one on show."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("Personas"))
        shown = self._studio.personas.on_side(side)
        choices = QActionGroup(menu)
        for persona in self._studio.personas.of_side(side):
            action = self._choice(menu, persona)
            action.setActionGroup(choices)
            if shown is not None and persona.id == shown.id:
                action.setChecked(True)
                action.setFont(_bold(menu.font()))  # its drawing stands where a tick would be
            menu.addAction(action)
        for locked in self._studio.vaults.locked():
            if locked.side is side:
                words = {
                    Side.PERSONAL: self.tr("Personal (locked)"),
                    Side.PROFESSIONAL: self.tr("Professional (locked)"),
                }
                menu.addAction(self._icon("lock"), words[side]).setEnabled(False)
        menu.addAction(self._icon("plus"), self.tr("New persona…"), partial(self.create, side))
        if shown is not None:
            menu.addSeparator()
            menu.addActions(self._about())
            menu.addMenu(self._colours(menu, shown))
            menu.addSeparator()
            menu.addAction(
                self._icon("archive"),
                self.tr("Archive {persona}").format(persona=_in_menu(shown.name)),
                partial(self.archive, shown),
            )
            menu.addAction(
                self._icon("trash"),
                self.tr("Delete {persona}…").format(persona=_in_menu(shown.name)),
                partial(self.delete, shown),
            )
        menu.addAction(self.tr("Archived and deleted…"), self.show_put_away)
        return menu

    def create(self, side: Side) -> None:
        """Ask for a name and make a persona on *side*, on show from then on."""
        from ui.dialogs.new_persona_dialog import NewPersonaDialog  # not needed for the first paint

        try:
            asked(NewPersonaDialog(side, partial(self._create, side), self._window))
        except TwofoldError as problem:
            self.failed.emit(problem)

    def switch(self, persona_id: PersonaId) -> None:
        """Put a persona into the pane of its side."""
        self._desk.keep()
        if self._attempt(lambda: self._studio.personas.show(persona_id)):
            self._desk.focus(self._studio.personas.persona(persona_id).side)

    def next_persona(self) -> None:
        """Put the next persona of the current side into its pane."""
        personas = self._studio.personas.of_side(self._desk.side)
        shown = self._desk.pane.persona
        if shown is not None and len(personas) > 1:
            at = [each.id for each in personas].index(shown.id)
            self.switch(personas[(at + 1) % len(personas)].id)

    def archive(self, persona: Persona) -> None:
        """Put a persona away until it is brought back."""
        self._desk.keep()
        if self._attempt(lambda: self._studio.roll.archive(persona.id)):
            words = self.tr("{persona} is archived, with everything in it.").format(persona=persona.name)
            self._tell_with_undo(words, persona.id)

    def delete(self, persona: Persona) -> None:
        """Say what goes, ask once, and delete a persona for 30 days or at once."""
        from ui.dialogs.delete_persona_dialog import DeleteAnswer, DeletePersonaDialog  # not for the first paint

        self._desk.keep()
        drafts = len(self._studio.drafting.summaries(persona.id))
        answer = DeletePersonaDialog(persona.name, drafts, self._window).ask()
        if answer is DeleteAnswer.DELETE and self._attempt(lambda: self._studio.roll.delete(persona.id)):
            words = self.tr("{persona} is deleted. For 30 days it can be brought back.").format(persona=persona.name)
            self._tell_with_undo(words, persona.id)
        if answer is DeleteAnswer.DELETE_NOW and self._attempt(lambda: self._studio.roll.delete_now(persona.id)):
            self.told.emit(self.tr("{persona} is gone.").format(persona=persona.name), None)

    def show_put_away(self) -> None:
        """List what is archived or deleted, each to be brought back."""
        from ui.dialogs.picking_dialog import PickingDialog, Row, Wording  # not needed for the first paint

        rows = [Row(self._put_away_words(each), each.persona_id) for each in self._studio.roll.put_away()]
        wording = Wording(
            self.tr("Archived and deleted personas"),
            self.tr("Archived personas stay here. Deleted ones stay for 30 days and are removed for good then."),
            self.tr("No persona is archived or deleted."),
            self.tr("Bring back"),
        )
        asked(PickingDialog(wording, rows, self._bring_back, self._window))

    def answer(self, action: NoticeAction) -> None:
        """Bring a persona back when *action* is the undo of putting it away."""
        if action.key.startswith(_BRING_BACK):
            self._bring_back(action.key.removeprefix(_BRING_BACK))

    def _create(self, side: Side, name: str, colour: str) -> None:
        self._desk.keep()
        persona, changes = self._studio.roll.create(side, name, colour)
        self._signals.announce(changes | self._studio.personas.show(persona.id), self)
        self._remember()
        self._desk.focus(side)

    def _bring_back(self, persona_id: object) -> None:
        self._desk.keep()
        known = PersonaId(str(persona_id))
        if self._attempt(lambda: self._studio.roll.bring_back(known)) and self._studio.vaults.find(known) is not None:
            self.switch(known)

    def _icon(self, name: str) -> QIcon:
        return icon(name, theme.current().ink_soft)

    def _choice(self, menu: QMenu, persona: Persona) -> QAction:
        ink = theme.current().persona(persona.side, self._studio.roll.colour(persona.id))
        action = QAction(icon(SIDE_ICONS[persona.side], ink), _in_menu(persona.name), menu)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self.switch(persona.id))
        return action

    def _colours(self, menu: QMenu, persona: Persona) -> QMenu:
        colours = QMenu(self.tr("Colour"), menu)
        current = self._studio.roll.colour(persona.id)
        for colour in PERSONA_COLOURS[persona.side]:
            ink = theme.current().persona(persona.side, colour)
            action = colours.addAction(icon(SIDE_ICONS[persona.side], ink), colour_words(persona.side, colour))
            action.setCheckable(True)
            action.setChecked(colour == current)
            action.triggered.connect(partial(self._recolour, persona.id, colour))
        return colours

    def _recolour(self, persona_id: PersonaId, colour: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal names no arguments
        self._attempt(lambda: self._studio.roll.recolour(persona_id, colour))

    def _put_away_words(self, away: PutAway) -> str:
        locked = {Side.PERSONAL: self.tr("Personal (locked)"), Side.PROFESSIONAL: self.tr("Professional (locked)")}
        name = away.name or locked[away.side]
        drafts = self.tr("1 draft") if away.drafts == 1 else self.tr("{count} drafts").format(count=away.drafts)
        if away.goes_at is None:
            return self.tr("{persona}, archived: {drafts}").format(persona=name, drafts=drafts)
        goes = away.goes_at.astimezone()
        day = QLocale().toString(QDate(goes.year, goes.month, goes.day), QLocale.FormatType.ShortFormat)
        return self.tr("{persona}, deleted, stays until {day}: {drafts}").format(persona=name, day=day, drafts=drafts)

    def _tell_with_undo(self, words: str, persona_id: PersonaId) -> None:
        self.told.emit(words, NoticeAction(f"{_BRING_BACK}{persona_id}", self.tr("Undo")))

    def _attempt(self, use_case: Callable[[], Changes]) -> bool:
        done = super()._attempt(use_case)
        if done:
            self._remember()
        return done

    def _remember(self) -> None:
        self.shown_changed.emit(self._studio.personas.on_show())


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _in_menu(name: str) -> str:
    """Return *name* as a menu shows it: an ampersand would become an underline."""
    return name.replace("&", "&&")
