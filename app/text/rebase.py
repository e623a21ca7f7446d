"""Carry positions from a text that was checked to the text that is on screen by now."""

from collections.abc import Callable

from app.model.finding import Span


def rebase(old: str, new: str) -> Callable[[Span], Span | None]:
    """Return a function that carries spans of *old* over to *new*, taking the change between them as one edit.

    Spans before the edit stay, spans after it shift, and spans that touch it are ``None``: their words may have grown.
    """
    if old == new:
        return lambda span: span
    start = common_length(old, new)
    end = len(old) - common_end(old, new, start)
    shift = len(new) - len(old)

    def carry(span: Span) -> Span | None:
        if span.end < start:
            return span
        if span.start > end:
            return span.shifted(shift)
        return None

    return carry


def common_length(old: str, new: str) -> int:
    """Return how many characters the two texts share at the beginning, comparing whole slices to stay fast."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(old: str, new: str, start: int) -> int:
    """Return how many characters the two texts share at the end, leaving the first *start* of each alone."""
    low, high = 0, min(len(old), len(new)) - start
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
