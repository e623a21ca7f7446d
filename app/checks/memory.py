"""Remember what came of texts that were met lately, in bounded room."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

Kept = TypeVar("Kept")

_ENTRY_ROOM = 64


class Memory(Generic[Kept]):
    """A dictionary by text in two generations: what is not asked for while one fills up is forgotten with the next."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.recent: dict[str, Kept] = {}
        self._older: dict[str, Kept] = {}
        self._used = 0

    def recall(self, text: str) -> Kept | None:
        """Return what was kept for *text*, if it is still there."""
        known = self.recent.get(text)
        if known is None and self._older:
            known = self._older.pop(text, None)
            if known is not None:
                self.keep(text, known)
        return known

    def keep(self, text: str, value: Kept) -> Kept:
        """Keep *value* for *text*, and return it."""
        self._used += len(text) + _ENTRY_ROOM
        if self._used > self.room:
            self._older, self.recent, self._used = self.recent, {}, 0
        self.recent[text] = value
        return value


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from looking again and again through many new objects that are there to stay."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def made_to_stay() -> Iterator[None]:
    """Keep the garbage collector from ever looking through what is made meanwhile: a start is sooner, and so is a key.

    For what a program makes once and has until its end: its modules, its window, the rules.
    """
    with collector_at_rest():
        yield
        gc.freeze()
