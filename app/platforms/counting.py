"""How each network counts a text, and why the count is what it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.platforms import bluesky, mastodon, threads, x_weight
from app.platforms.limits import Network, Unit
from app.platforms.parts import CountPart, PartKind, plain
from app.platforms.segments import segments
from app.text.links import links
from app.text.offsets import utf16_length
from app.text.words import tag_spans

# What is remembered between two keys: a text of 100,000 characters, for every network, in at most a few megabytes.
_REMEMBERED = 16384
_LONGEST_REMEMBERED = 600


class Measured(StrEnum):
    """What else a network limits."""

    BYTES = "bytes"
    LINKS = "links"
    HASHTAGS = "hashtags"


@dataclass(frozen=True, slots=True)
class SideLimit:
    """A second limit beside the length, such as 30 hashtags."""

    measured: Measured
    used: int
    limit: int

    @property
    def fits(self) -> bool:
        """Whether the network takes that many."""
        return self.used <= self.limit


@dataclass(frozen=True, slots=True)
class Count:
    """The length of a text as one network counts it; ``parts`` add up to ``used``.

    A text ``is_doubtful`` when it is within the limit, but close enough to it that some tools refuse it.
    """

    network_id: str
    used: int
    limit: int
    parts: tuple[CountPart, ...] = ()
    also: tuple[SideLimit, ...] = ()
    doubtful_from: int | None = None

    @property
    def left(self) -> int:
        """How much may be added; negative when the text is too long."""
        return self.limit - self.used

    @property
    def fits(self) -> bool:
        """Whether the network takes the text."""
        return self.left >= 0 and all(each.fits for each in self.also)

    @property
    def is_doubtful(self) -> bool:
        """Whether the text fits, but not with a margin that everybody grants."""
        return self.fits and self.doubtful_from is not None and self.used >= self.doubtful_from


def count(text: str, network: Network, *, limit: int | None = None, content_warning: str = "") -> Count:
    """Return the length of *text* on *network*, with the reason.

    *limit* replaces the network's own, for a Mastodon server that allows more or less; *content_warning* counts on
    Mastodon and nowhere else.
    """
    pieces = segments(text) if network.unit is not Unit.UTF16 or network.hashtags_limit is not None else [text]
    parts = _total(_parts(network.unit, piece) for piece in pieces)
    if network.unit is Unit.MASTODON and content_warning:
        parts += mastodon.content_warning_part(content_warning, text)
    return Count(
        network_id=network.id,
        used=sum(part.used for part in parts),
        limit=network.limit if limit is None else limit,
        parts=parts,
        also=_side_limits(pieces, network),
        doubtful_from=network.doubtful_from,
    )


def _parts(unit: Unit, piece: str) -> tuple[CountPart, ...]:
    return _remembered_parts(unit, piece) if len(piece) <= _LONGEST_REMEMBERED else _PARTS_OF[unit](piece)


@lru_cache(maxsize=_REMEMBERED)
def _remembered_parts(unit: Unit, piece: str) -> tuple[CountPart, ...]:
    return _PARTS_OF[unit](piece)


def _total(pieces: Iterable[tuple[CountPart, ...]]) -> tuple[CountPart, ...]:
    numbers: dict[tuple[PartKind, int], int] = {}
    for parts in pieces:
        for part in parts:
            key = (part.kind, part.each)
            numbers[key] = numbers.get(key, 0) + part.number
    return tuple(CountPart(kind, number, each) for (kind, each), number in sorted(numbers.items(), key=_reading_order))


def _reading_order(entry: tuple[tuple[PartKind, int], int]) -> tuple[int, int]:
    (kind, each), _ = entry
    return _KINDS.index(kind), -each


def _utf16_parts(text: str) -> tuple[CountPart, ...]:
    """Count UTF-16 units, in which most emoji and the bold letters of Unicode are two."""
    double = utf16_length(text) - len(text)
    return plain(len(text) - double) + plain(double, 2, PartKind.WIDE_CHARACTERS)


def _side_limits(pieces: Iterable[str], network: Network) -> tuple[SideLimit, ...]:
    limits = (
        (Measured.BYTES, network.bytes_limit),
        (Measured.LINKS, network.links_limit),
        (Measured.HASHTAGS, network.hashtags_limit),
    )
    return tuple(
        SideLimit(measured, sum(_measure(measured, piece) for piece in pieces), limit)
        for measured, limit in limits
        if limit is not None
    )


def _measure(measured: Measured, piece: str) -> int:
    if len(piece) <= _LONGEST_REMEMBERED:
        return _remembered_measure(measured, piece)
    return _MEASURES[measured](piece)


@lru_cache(maxsize=_REMEMBERED)
def _remembered_measure(measured: Measured, piece: str) -> int:
    return _MEASURES[measured](piece)


_KINDS = tuple(PartKind)
_PARTS_OF: dict[Unit, Callable[[str], tuple[CountPart, ...]]] = {
    Unit.X_WEIGHT: x_weight.parts_of,
    Unit.MASTODON: mastodon.parts_of,
    Unit.BLUESKY: bluesky.parts_of,
    Unit.THREADS: threads.parts_of,
    Unit.UTF16: _utf16_parts,
}
_MEASURES: dict[Measured, Callable[[str], int]] = {
    Measured.BYTES: bluesky.byte_length,
    Measured.LINKS: lambda piece: len(links(piece)),
    Measured.HASHTAGS: lambda piece: len(tag_spans(piece)),
}
