"""Cut a line that was edited into sentences again, but for those that the edit left alone.

Whether a sentence ends at a place is decided by the few characters around it: an abbreviation before it, a blank, a
stop or a small letter behind it. Where these are the same, and a sentence began where one began before, the cuts are
the same: not even the first stop behind the front has to be judged again if it ended a sentence before. So the front
is kept up to where the line begins to differ, and the rest as soon as a sentence ends there.
"""

from collections.abc import Sequence

from app.checks.lines import MARKS, ends, first_end

_LOOKS_BACK = 16
_MOST_MARKS = 7
"""A sentence that ends in more marks is cut again: the words before them are too far away to be looked at."""
_LOOKS_AHEAD = 4
_SHORTEST_LINE = _LOOKS_BACK


def recut(line: str, pieces: Sequence[str]) -> tuple[int, list[str], int]:
    """Return how many of *pieces*, which another line was cut into, stand at the front of *line*, and at its end.

    Between the two are the pieces that *line* has of its own.
    """
    if len(line) < _SHORTEST_LINE or not pieces:
        return 0, _cut(line, 0, len(line)), 0
    front, start = _front(line, pieces)
    first, end = _back(line, pieces, front, start)
    back = len(pieces) - first
    if back and first_end(line, start) == end:
        return front, [line[start:end]], back
    middle = _cut(line, start, end)
    return front, middle, back if start + sum(map(len, middle)) == end else 0


def _front(line: str, pieces: Sequence[str]) -> tuple[int, int]:
    """Return how many pieces stand at the front of *line* and are ended there by what follows them, and where."""
    front = start = 0
    for piece in pieces:
        if not line.startswith(piece, start):
            break
        front += 1
        start += len(piece)
    if front == len(pieces):
        front -= 1
        start -= len(pieces[front])
    while front and not (line.startswith(pieces[front][:_LOOKS_AHEAD], start) and len(pieces[front]) >= _LOOKS_AHEAD):
        front -= 1
        start -= len(pieces[front])
    return front, start


def _back(line: str, pieces: Sequence[str], front: int, start: int) -> tuple[int, int]:
    """Return the first of the pieces that stand at the end of *line*, behind *start*, and where it begins."""
    first, end = len(pieces), len(line)
    while first > front and line.endswith(pieces[first - 1], start, end):
        first -= 1
        end -= len(pieces[first])
    while first < len(pieces) and not (first and _ends_alike(line, end, pieces[first - 1])):
        end += len(pieces[first])
        first += 1
    return first, end


def _ends_alike(line: str, end: int, piece: str) -> bool:
    if len(piece) < _LOOKS_BACK or not line.endswith(piece[-_LOOKS_BACK:], 0, end):
        return False
    return piece[-_MOST_MARKS - 1 :].rstrip(MARKS) != ""


def _cut(line: str, start: int, end: int) -> list[str]:
    """Return the pieces of *line* from *start* up to *end* if a sentence ends there, else to the end of the line."""
    pieces: list[str] = []
    for stop in ends(line, start):
        pieces.append(line[start:stop])
        start = stop
        if stop == end:
            break
    return pieces
