"""Unexpected errors: keep the drafts, write down where it happened but no word of a draft, tell the user."""

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import TwofoldError


def where(error: BaseException) -> str:
    """Return the kind of *error* and the lines it passed; never its message, which may quote a draft."""
    frames = traceback.extract_tb(error.__traceback__)
    steps = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *steps])


class CrashReporter(QObject):
    """Takes the place of Python's own reports, which print the message of an error and so may print a draft.

    What goes wrong on another thread is taken up on the one that this object lives on. The same error is written
    down and told once. ``told`` and ``expected`` come from the event loop, never out of the middle of a paint event.
    """

    told = Signal(str, bool)  # what happened, without a word of a draft, and whether all drafts are saved
    expected = Signal(object)  # TwofoldError that nobody has handled
    _elsewhere = Signal(object)  # BaseException, emitted on the thread where it happened
    _happened = Signal(str, bool)

    def __init__(self, log_file: Path, keep_drafts: Callable[[], None]) -> None:
        super().__init__()
        self._log_file = log_file
        self._keep_drafts = keep_drafts
        self._seen: set[str] = set()
        self._elsewhere.connect(self._caught, Qt.ConnectionType.QueuedConnection)
        self._happened.connect(self.told, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every uncaught error, on any thread, from now on."""
        sys.excepthook = self._hook
        sys.unraisablehook = self._unraisable_hook
        threading.excepthook = self._thread_hook

    def _hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._caught(error)

    def _unraisable_hook(self, caught: "sys.UnraisableHookArgs") -> None:
        if caught.exc_value is not None:
            self._heard(caught.exc_value)

    def _thread_hook(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._heard(caught.exc_value)

    def _heard(self, error: BaseException) -> None:
        if threading.current_thread() is threading.main_thread():
            self._caught(error)
        else:
            self._elsewhere.emit(error)

    def _caught(self, error: BaseException) -> None:
        """Save first, then write down and tell; an error while doing so does not come back here."""
        if isinstance(error, KeyboardInterrupt):
            return
        if isinstance(error, TwofoldError):
            self.expected.emit(error)
            return
        report = where(error)
        if report in self._seen:
            return
        self._seen.add(report)
        saved = True
        try:
            self._keep_drafts()
        except Exception as second:
            saved = False
            report += f"\nwhile saving: {where(second)}"
        self._write_down(report)
        self._happened.emit(report, saved)

    def _write_down(self, report: str) -> None:
        print(f"twofold: {report}", file=sys.stderr)
        try:
            with self._log_file.open("a", encoding="utf-8") as log:
                log.write(report + "\n")
        except OSError as error:
            print(f"twofold: not written to {self._log_file}: {error.strerror}", file=sys.stderr)
