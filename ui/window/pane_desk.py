"""What the desks that work on the two panes have in common."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import TwofoldError
from app.model.persona import Side
from app.studio.changes import Changes
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.window.desk import Desk
from ui.window.draft_pane import DraftPane


class PaneDesk(QObject):
    """Knows the panes and what is open in them, and says what the store could not do."""

    failed = Signal(object)  # TwofoldError

    def __init__(
        self, studio: Studio, signals: StudioSignals, desk: Desk, panes: Mapping[Side, DraftPane], window: QWidget
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._signals = signals
        self._desk = desk
        self._panes = panes
        self._window = window

    def _attempt(self, use_case: Callable[[], Changes]) -> bool:
        """Carry out *use_case* and tell everybody what it changed; return whether it could be done."""
        try:
            self._signals.announce(use_case(), self)
        except TwofoldError as problem:
            self.failed.emit(problem)
            return False
        return True
