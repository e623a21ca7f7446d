"""Cut a text that is too long to be read at once into windows that overlap and stay the same while others change."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from app.model.finding import Span
from app.reader.word_pieces import Piece

MOST_PIECES = 380
"""So many pieces of a text are read at once; the encoder was taught no longer posts."""

_OVERLAP = 90


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the pieces of a text, read as one post."""

    pieces: tuple[Piece, ...]

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)


def windows(pieces: Sequence[Piece], text: str) -> tuple[Window, ...]:
    """Return the windows of *text*, whose *pieces* these are, in reading order.

    A window ends with a line if it can, else wherever it is full, and the next begins some lines before that: so what
    is typed in one place seldom moves the windows of another.
    """
    if not pieces:
        return ()
    ends = _line_ends(pieces, text)
    found: list[Window] = []
    start = 0
    while True:
        full = min(len(pieces), start + MOST_PIECES)
        end = full if full == len(pieces) else _last(ends, start + MOST_PIECES // 2, full) or full
        found.append(Window(tuple(pieces[start:end])))
        if end == len(pieces):
            return tuple(found)
        start = _first(ends, max(start + 1, end - _OVERLAP), end) or end - _OVERLAP // 2


def _line_ends(pieces: Sequence[Piece], text: str) -> list[int]:
    """Return the numbers of the pieces that begin a line, from the second line on."""
    return [
        number
        for number in range(1, len(pieces))
        if "\n" in text[pieces[number - 1].span.end : pieces[number].span.start]
    ]


def _last(ends: Sequence[int], least: int, most: int) -> int | None:
    """Return the last of *ends* between *least* and *most*, both included."""
    place = bisect_right(ends, most) - 1
    return ends[place] if place >= 0 and ends[place] >= least else None


def _first(ends: Sequence[int], least: int, most: int) -> int | None:
    """Return the first of *ends* from *least* on that comes before *most*."""
    place = bisect_left(ends, least)
    return ends[place] if place < len(ends) and ends[place] < most else None
