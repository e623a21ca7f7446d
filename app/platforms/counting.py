"""How each network counts a text, and why the count is what it is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.platforms import bluesky, mastodon, threads, x_weight
from app.platforms.limits import Network, Unit
from app.platforms.parts import CountPart, PartKind, plain
from app.text.links import links
from app.text.offsets import utf16_length
from app.text.words import tag_spans


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
    parts = _PARTS_OF[network.unit](text, content_warning)
    return Count(
        network_id=network.id,
        used=sum(part.used for part in parts),
        limit=network.limit if limit is None else limit,
        parts=parts,
        also=_side_limits(text, network),
        doubtful_from=network.doubtful_from,
    )


def _utf16_parts(text: str) -> tuple[CountPart, ...]:
    """Count UTF-16 units, in which most emoji and the bold letters of Unicode are two."""
    double = utf16_length(text) - len(text)
    return plain(len(text) - double) + plain(double, 2, PartKind.WIDE_CHARACTERS)


def _side_limits(text: str, network: Network) -> tuple[SideLimit, ...]:
    limits: list[SideLimit] = []
    if network.bytes_limit is not None:
        limits.append(SideLimit(Measured.BYTES, bluesky.byte_length(text), network.bytes_limit))
    if network.links_limit is not None:
        limits.append(SideLimit(Measured.LINKS, len(links(text)), network.links_limit))
    if network.hashtags_limit is not None:
        limits.append(SideLimit(Measured.HASHTAGS, len(tag_spans(text)), network.hashtags_limit))
    return tuple(limits)


_PARTS_OF: dict[Unit, Callable[[str, str], tuple[CountPart, ...]]] = {
    Unit.X_WEIGHT: lambda text, _warning: x_weight.parts_of(text),
    Unit.MASTODON: mastodon.parts_of,
    Unit.BLUESKY: lambda text, _warning: bluesky.parts_of(text),
    Unit.THREADS: lambda text, _warning: threads.parts_of(text),
    Unit.UTF16: lambda text, _warning: _utf16_parts(text),
}
