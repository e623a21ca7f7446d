"""Unexpected errors: keep the drafts, write down where it happened but no word of a draft, tell the user."""

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


def where(error: BaseException) -> str:
    """Return the kind of *error* and the lines it passed; never its message, which may quote a draft."""
    frames = traceback.extract_tb(error.__traceback__)
    steps = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *steps])


class CrashReporter:
    """Takes the place of Python's own report, which prints the message of an error and so may print a draft."""

    def __init__(self, log_file: Path, keep_drafts: Callable[[], None], tell: Callable[[str], None]) -> None:
        self._log_file = log_file
        self._keep_drafts = keep_drafts
        self._tell = tell
        self._busy = False

    def install(self) -> None:
        """Hear of every uncaught error, on any thread, from now on."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_on_thread

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Save first, then write down and tell; an error while doing so does not come back here."""
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            return
        self._busy = True
        report = where(error)
        try:
            self._keep_drafts()
        except Exception as second:
            report += f"\nwhile saving: {where(second)}"
        try:
            with self._log_file.open("a", encoding="utf-8") as log:
                log.write(report + "\n")
        except OSError:
            print(report, file=sys.stderr)
        self._tell(report)
        self._busy = False

    def _caught_on_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.caught(caught.exc_type, caught.exc_value, caught.exc_traceback)
