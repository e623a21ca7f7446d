"""When to save: after a pause, at the latest after a ceiling, and ever more patiently while saving fails."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

_NEVER = float("inf")
_FIRST_RETRY_SECONDS = 0.5
_LAST_RETRY_SECONDS = 30.0


@dataclass(slots=True)
class _Waiting(Generic[Item]):
    item: Item
    due: float = _NEVER
    latest: float = _NEVER
    failures: int = 0


class SavePlan(Generic[Item]):
    """The newest item per key until it is saved. All times are seconds of one clock that never runs backwards."""

    def __init__(self, quiet: float, ceiling: float) -> None:
        self._quiet = quiet
        self._ceiling = ceiling
        self._waiting: dict[Hashable, _Waiting[Item]] = {}

    def put(self, key: Hashable, item: Item, now: float) -> None:
        """Wait with *item*, in place of what was waiting under *key*."""
        waiting = self._waiting.setdefault(key, _Waiting(item))
        waiting.item = item
        waiting.latest = min(waiting.latest, now + self._ceiling)
        waiting.due = min(now + self._quiet, waiting.latest)

    def take(self, now: float) -> tuple[Item, ...]:
        """Return what is due, to be followed by ``saved`` or ``failed`` for each."""
        due = [waiting for waiting in self._waiting.values() if waiting.due <= now]
        for waiting in due:
            waiting.due = waiting.latest = _NEVER
        return tuple(waiting.item for waiting in due)

    def seconds_to_wait(self, now: float) -> float | None:
        """Return in how many seconds something is due, ``None`` when nothing will be without a further ``put``."""
        due = min((waiting.due for waiting in self._waiting.values()), default=_NEVER)
        return None if due == _NEVER else max(due - now, 0.0)

    def saved(self, key: Hashable, item: Item) -> None:
        """Forget *item*; a newer one that came meanwhile goes on waiting."""
        waiting = self._waiting[key]
        waiting.failures = 0
        if waiting.item is item:
            del self._waiting[key]

    def failed(self, key: Hashable, now: float) -> None:
        """Try again later, twice as much later each time, up to half a minute; what is put meanwhile comes sooner."""
        waiting = self._waiting[key]
        pause = min(_FIRST_RETRY_SECONDS * 2**waiting.failures, _LAST_RETRY_SECONDS)
        waiting.failures = min(waiting.failures + 1, 16)
        waiting.due = min(waiting.due, now + pause)

    def hurry(self) -> None:
        """Make everything due at once."""
        for waiting in self._waiting.values():
            waiting.due = -_NEVER

    def keys(self) -> frozenset[Hashable]:
        """Return the keys under which something is not saved yet."""
        return frozenset(self._waiting)

    def items(self) -> tuple[Item, ...]:
        """Return what is not saved yet."""
        return tuple(waiting.item for waiting in self._waiting.values())
