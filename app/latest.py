"""A background worker that only cares about the newest job in each slot."""

from collections.abc import Callable, Hashable
from threading import Condition, Thread
from typing import Generic, TypeVar

Slot = TypeVar("Slot", bound=Hashable)
Job = TypeVar("Job")
Result = TypeVar("Result")


class LatestWorker(Generic[Slot, Job, Result]):
    """Does one job at a time on a thread of its own; a newer job takes the place of one that waits in its slot.

    A job that has begun is finished. What became of it, a result or the error that ended it, is handed over on the
    worker's thread together with the slot and the job itself. The slot that has waited longest comes first.
    """

    def __init__(
        self,
        name: str,
        work: Callable[[Job], Result],
        *,
        on_done: Callable[[Slot, Job, Result], None],
        on_failed: Callable[[Slot, Job, Exception], None],
    ) -> None:
        self._work = work
        self._on_done = on_done
        self._on_failed = on_failed
        self._waiting: dict[Slot, Job] = {}
        self._closing = False
        self._changed = Condition()
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, slot: Slot, job: Job) -> None:
        """Have *job* done, instead of the one that waits in the slot; returns at once, and does nothing once closed."""
        with self._changed:
            if not self._closing:
                self._waiting[slot] = job
                self._changed.notify()

    def waits(self, slot: Slot) -> bool:
        """Return whether a job waits in the slot: the one at hand is out of date."""
        with self._changed:
            return slot in self._waiting or self._closing

    def drop(self, slot: Slot) -> None:
        """Forget the job that waits in the slot, if there is one."""
        with self._changed:
            self._waiting.pop(slot, None)

    def close(self, wait: float | None = None) -> bool:
        """Drop what waits, and return whether the job at hand has ended within *wait* seconds, ``None`` for ever."""
        with self._changed:
            self._closing = True
            self._waiting.clear()
            self._changed.notify()
        self._thread.join(wait)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (taken := self._next()) is not None:
            slot, job = taken
            try:
                result = self._work(job)
            except Exception as error:  # noqa: BLE001 - whatever it is, the one who asked is told, and the next job goes on
                self._on_failed(slot, job, error)
            else:
                self._on_done(slot, job, result)

    def _next(self) -> tuple[Slot, Job] | None:
        """Return the slot and job to do now, waiting for one; ``None`` when it is time to end."""
        with self._changed:
            while not self._waiting and not self._closing:
                self._changed.wait()
            if self._closing:
                return None
            slot = next(iter(self._waiting))
            return slot, self._waiting.pop(slot)
