"""Carry positions from a text that was checked to the text that is on screen by now."""

from collections.abc import Callable
from dataclasses import dataclass

from app.model.finding import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """What was taken out of an old text, and what stands in its place in the new one."""

    before: Span
    after: Span

    def carry(self, span: Span) -> Span | None:
        """Return *span* of the old text in the new one, ``None`` where the edit touches it."""
        if span.end < self.before.start:
            return span
        return span.shifted(self.after.end - self.before.end) if span.start > self.before.end else None


def edit_between(old: str, new: str) -> Edit:
    """Return what makes *new* of *old*, taken as one edit."""
    start = common_length(old, new)
    behind = common_end(old, new, start)
    return Edit(Span(start, len(old) - behind), Span(start, len(new) - behind))


def rebase(old: str, new: str) -> Callable[[Span], Span | None]:
    """Return a function that carries spans of *old* over to *new*, taking the change between them as one edit.

    Spans before the edit stay, spans after it shift, and spans that touch it are ``None``: their words may have grown.
    """
    return (lambda span: span) if old == new else edit_between(old, new).carry


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
