"""Lists of drafts: what the rail shows, the trash, and the box about Twofold."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app import __version__
from app.errors import TwofoldError
from app.model.draft import DraftSummary
from app.model.ids import DraftId
from app.model.persona import Persona, Side
from app.studio.studio import Studio
from ui.dialogs.picking_dialog import PickingDialog, Row, Wording
from ui.dialogs.question import asked
from ui.widgets.draft_list import DraftGroup
from ui.window.desk import Desk
from ui.window.rail import Rail

_REFRESH_MS = 400


class Lists(QObject):
    """Fills the rail with the drafts of the two personas on show, as its search and its filter ask."""

    failed = Signal(object)  # TwofoldError

    def __init__(self, studio: Studio, desk: Desk, rail: Rail, now: Callable[[], datetime], window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._desk = desk
        self._rail = rail
        self._now = now
        self._window = window
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH_MS)
        self._soon.timeout.connect(self.refresh)
        rail.filter_changed.connect(self.refresh)
        rail.trash_asked.connect(self.show_trash)

    def refresh(self) -> None:
        """Read the lists again."""
        personas = [each for side in Side if (each := self._studio.personas.on_side(side)) is not None]
        try:
            groups = [
                DraftGroup(each.side, each.name, self._listed(each), self._studio.roll.colour(each.id))
                for each in personas
            ]
        except TwofoldError as problem:
            self.failed.emit(problem)
            return
        self._rail.show_drafts(groups, self._desk.on_show(), self._now().astimezone())

    def refresh_soon(self) -> None:
        """Read the lists again in a moment; many calls are one."""
        if not self._soon.isActive():
            self._soon.start()

    def stop(self) -> None:
        """Read nothing any more: the vaults are about to close."""
        self._soon.stop()

    def show_trash(self) -> None:
        """List what is in the trash of both personas, each to be put back."""
        rows = [
            Row(f"{persona.name}: {summary.title or summary.excerpt or self.tr('Untitled')}", summary.id)
            for persona in self._studio.personas.all()
            for summary in self._studio.drafting.trashed(persona.id)
        ]
        wording = Wording(
            self.tr("Trash"),
            self.tr("Drafts stay here for 30 days and can be put back at the stage they had."),
            self.tr("The trash is empty."),
            self.tr("Put back"),
        )
        asked(PickingDialog(wording, rows, self._restore, self._window))

    def show_about(self) -> None:
        """Say what Twofold is."""
        words = self.tr(
            "Twofold {version}: a draft studio for people who post both as themselves and for their work.\n\n"
            "Everything stays on this computer. You post; Twofold hands the text over.\n\n"
            "Free software under the GNU General Public Licence, version 3."
        )
        QMessageBox.about(self._window, self.tr("About Twofold"), words.format(version=__version__))

    def _restore(self, draft_id: object) -> None:
        try:
            self._desk.restore(DraftId(str(draft_id)))
        except TwofoldError as problem:
            self.failed.emit(problem)

    def _listed(self, persona: Persona) -> tuple[DraftSummary, ...]:
        if self._rail.words():
            return self._studio.drafting.search(persona.id, self._rail.words())
        stages = self._rail.stages()
        return tuple(each for each in self._studio.drafting.summaries(persona.id) if each.stage in stages)
