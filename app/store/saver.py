"""Autosave: the newest text of each draft, made durable on a thread of its own."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Thread, current_thread

from app.model.ids import DraftId, PersonaId
from app.store.save_plan import SavePlan

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Edit:
    """Everything about a draft that typing changes; *cursor* counts code points, *scroll* is from 0.0 to 1.0."""

    persona_id: PersonaId
    draft_id: DraftId
    title: str = field(repr=False)
    text: str = field(repr=False)
    cursor: int = 0
    scroll: float = 0.0


@dataclass(frozen=True, slots=True)
class SavedMark:
    """Exactly this edit is durable."""

    edit: Edit


@dataclass(frozen=True, slots=True)
class Unsaved:
    """An edit that is in memory alone, and what keeps it from being durable."""

    edit: Edit
    error: Exception


@dataclass(slots=True)
class _Flush:
    """What somebody waits for: these drafts to be durable, or an error."""

    drafts: set[DraftId]
    errors: dict[DraftId, Exception] = field(default_factory=dict)


class Saver:
    """Saves the newest edit of each draft 300 ms after the last one, at the latest 1 s after the first unsaved one.

    ``on_saved`` comes after the commit. ``on_failed`` comes when saving a draft begins to fail and when it begins to
    fail differently; the edit stays in memory and is tried again with growing pauses, or with the next edit. Both are
    called on the saver's thread and must not wait for it.
    """

    def __init__(
        self,
        commit: Callable[[Edit], None],
        *,
        on_saved: Callable[[SavedMark], None],
        on_failed: Callable[[Exception, Edit], None],
        quiet: float = 0.3,
        ceiling: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._commit = commit
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._clock = clock
        self._plan: SavePlan[Edit] = SavePlan(quiet, ceiling)
        self._trouble: dict[DraftId, type[Exception]] = {}
        self._flushes: list[_Flush] = []
        self._closing = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name="saver", daemon=True)
        self._thread.start()

    def edit(self, edit: Edit) -> None:
        """Take over what was typed; returns at once."""
        with self._changed:
            self._require_open()
            self._plan.put(edit.draft_id, edit, self._clock())
            self._changed.notify_all()

    def flush(self) -> None:
        """Return when every edit is durable; raise the error that keeps one from being, and keep trying."""
        for error in self._settled().errors.values():
            raise error

    def settle(self) -> tuple[Unsaved, ...]:
        """Try everything once more, and return what could not be made durable."""
        errors = self._settled().errors
        return tuple(Unsaved(edit, errors[edit.draft_id]) for edit in self.unsaved() if edit.draft_id in errors)

    def unsaved(self) -> tuple[Edit, ...]:
        """Return the newest edit of each draft that is not durable yet."""
        with self._changed:
            return self._plan.items()

    def close(self) -> tuple[Edit, ...]:
        """Try everything once more, stop, and return what could not be saved; calling twice does no harm."""
        with self._changed:
            self._closing = True
            self._plan.hurry()
            self._changed.notify_all()
        self._thread.join()
        return self.unsaved()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not (batch := self._plan.take(self._clock())):
                    if self._closing:
                        return
                    self._changed.wait(self._plan.seconds_to_wait(self._clock()))
            for edit in batch:
                self._attempt(edit)

    def _settled(self) -> _Flush:
        """Return when each edit is durable or has failed since."""
        if current_thread() is self._thread:
            raise RuntimeError("the saver cannot wait for itself")
        with self._changed:
            self._require_open()
            flush = _Flush({edit.draft_id for edit in self._plan.items()})
            self._flushes.append(flush)
            self._plan.hurry()
            self._changed.notify_all()
            self._changed.wait_for(lambda: flush.drafts <= flush.errors.keys())
            self._flushes.remove(flush)
        return flush

    def _attempt(self, edit: Edit) -> None:
        try:
            self._commit(edit)
        except Exception as error:  # a worker loop: the text must outlive any failure
            self._failed(edit, error)
        else:
            self._saved(edit)

    def _saved(self, edit: Edit) -> None:
        self._trouble.pop(edit.draft_id, None)
        self._tell(lambda: self._on_saved(SavedMark(edit)))
        with self._changed:
            self._plan.saved(edit.draft_id, edit)
            unsaved = self._plan.keys()
            for flush in self._flushes:
                flush.drafts &= unsaved
                if edit.draft_id not in flush.drafts:
                    flush.errors.pop(edit.draft_id, None)
            self._changed.notify_all()

    def _failed(self, edit: Edit, error: Exception) -> None:
        if self._trouble.get(edit.draft_id) is not type(error):
            self._trouble[edit.draft_id] = type(error)
            _log.error("saving failed: %s", type(error).__name__)
            self._tell(lambda: self._on_failed(error, edit))
        with self._changed:
            self._plan.failed(edit.draft_id, self._clock())
            for flush in self._flushes:
                if edit.draft_id in flush.drafts:
                    flush.errors[edit.draft_id] = error
            self._changed.notify_all()

    def _tell(self, listener: Callable[[], None]) -> None:
        try:
            listener()
        except Exception as error:  # a worker loop: a listener's mistake must not stop the saving
            _log.error("a listener of the saver failed: %s", type(error).__name__)

    def _require_open(self) -> None:
        if self._closing:
            raise RuntimeError("the saver is closed")
