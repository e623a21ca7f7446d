"""Convert between code points, in which the core counts, and UTF-16 units, in which Qt and some networks count."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units *text* takes; a lone surrogate takes one."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, position: int) -> int:
    """Return the UTF-16 position of a code-point *position*; raise ``ValueError`` outside the text."""
    _check(position, len(text))
    return utf16_length(text[:position])


def from_utf16(text: str, units: int) -> int:
    """Return the code-point position of *units* UTF-16 units; inside a surrogate pair, that of the pair's start."""
    return Offsets(text).from_utf16(units)


class Offsets:
    """Positions in one text, for many conversions; text without astral characters costs nothing."""

    __slots__ = ("_astral", "_length", "_starts")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral: list[int] = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._starts = [position + earlier for earlier, position in enumerate(self._astral)]

    @property
    def utf16_length(self) -> int:
        """The length of the whole text in UTF-16 units."""
        return self._length + len(self._astral)

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of a code-point *position*; raise ``ValueError`` outside the text."""
        _check(position, self._length)
        return position + bisect_left(self._astral, position) if self._astral else position

    def from_utf16(self, units: int) -> int:
        """Return the code-point position of *units* UTF-16 units; inside a surrogate pair, that of the pair's start."""
        _check(units, self.utf16_length)
        return units - bisect_left(self._starts, units) if self._starts else units


def _check(position: int, length: int) -> None:
    if not 0 <= position <= length:
        raise ValueError(f"position {position} is outside a text of length {length}")
