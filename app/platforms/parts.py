"""The reason for a count: so many of these, each counting so much."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """What was counted."""

    CHARACTERS = "characters"
    WIDE_CHARACTERS = "wide_characters"
    LINKS = "links"
    EMOJI = "emoji"
    MENTIONS = "mentions"
    CONTENT_WARNING = "content_warning"


@dataclass(frozen=True, slots=True)
class CountPart:
    """``number`` things of one kind, each counting ``each``: 2 links x 23."""

    kind: PartKind
    number: int
    each: int

    @property
    def used(self) -> int:
        """How much of the limit they take together."""
        return self.number * self.each


def plain(number: int, each: int = 1, kind: PartKind = PartKind.CHARACTERS) -> tuple[CountPart, ...]:
    """Return a part for *number* things that count the same, no part when there are none."""
    return (CountPart(kind, number, each),) if number else ()


def grouped(kind: PartKind, sizes: Iterable[int]) -> tuple[CountPart, ...]:
    """Return one part for each size among things of one kind, the largest size first."""
    numbers = Counter(sizes)
    return tuple(CountPart(kind, numbers[size], size) for size in sorted(numbers, reverse=True))
