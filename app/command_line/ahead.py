"""Work that runs ahead of what is written, so that two processors have something to do, in order all the same."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

_WORKERS = 2


def worked_ahead(items: Iterable[Item], work: Callable[[Item], Made], most: int) -> Iterator[tuple[Item, Made]]:
    """Return *items* in their order, each with what *work* made of it on a thread beside this one.

    Up to *most* items are taken before the first is returned; with 0, each is returned before the next is taken, and
    all is done on this thread. What *work* raises is raised when its item's turn has come.
    """
    if most == 0:
        yield from ((item, work(item)) for item in items)
        return
    waiting: deque[tuple[Item, Future[Made]]] = deque()
    with ThreadPoolExecutor(_WORKERS) as workers:
        for item in items:
            waiting.append((item, workers.submit(work, item)))
            if len(waiting) == most:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)


def _first(waiting: deque[tuple[Item, Future[Made]]]) -> tuple[Item, Made]:
    item, made = waiting.popleft()
    return item, made.result()
