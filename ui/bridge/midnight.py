"""Says when another day has begun: what is confidential until today is not so tomorrow."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

_LOOKS_EVERY_MS = 30_000  # timers stand still while a computer sleeps: it looks at the clock often instead of once


class Midnight(QObject):
    """Looks at the calendar now and then, and tells when its day is another one."""

    passed = Signal()

    def __init__(self, today: Callable[[], tuple[date, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._seen = today()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        today = self._today()
        if today != self._seen:
            self._seen = today
            self.passed.emit()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
