"""The only broadcast in the application: "this changed", and "this is on disk now"."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.store.saver import Edit
from app.studio.changes import Changes


@dataclass(frozen=True, slots=True)
class Notice:
    """What changed, and the view that changed it and need not read it again."""

    changes: Changes
    initiator: object = None


@dataclass(frozen=True, slots=True)
class SaveFailure:
    """What keeps a draft from being saved; the text is still in memory."""

    error: Exception
    edit: Edit


class StudioSignals(QObject):
    """Carries news from use cases and from the saver's thread to whoever shows the data."""

    changed = Signal(object)  # Notice
    saved = Signal(object)  # SavedMark, emitted on the saver's thread
    save_failed = Signal(object)  # SaveFailure, emitted on the saver's thread

    def announce(self, changes: Changes, initiator: object = None) -> None:
        """Tell every view what changed; nothing is said of empty changes."""
        if changes.topics:
            self.changed.emit(Notice(changes, initiator))
