"""What can be done with a whole persona."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import TwofoldError
from app.model.persona import Persona, Side
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.window.desk import Desk


class PersonaDesk(QObject):
    """Asks about the persona on show and keeps the answers."""

    failed = Signal(object)  # TwofoldError

    def __init__(self, studio: Studio, signals: StudioSignals, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._signals = signals
        self._desk = desk
        self._window = window

    def describe(self, side: Side | None = None) -> None:
        """Ask about the persona on *side* (the current one): its name, its people, its handles."""
        persona = self._studio.personas.on_side(side or self._desk.side)
        if persona is None:
            return
        from ui.dialogs.persona_dialog import PersonaDialog  # not needed for the first paint

        try:
            PersonaDialog(persona, self._keep, self._window).exec()
        except TwofoldError as problem:
            self.failed.emit(problem)

    def _keep(self, persona: Persona) -> None:
        self._signals.announce(self._studio.personas.describe(persona), self)
