"""Plain values side by side in bytes, each of which is read and made into something when it is first asked for."""

import marshal
from array import array
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")
Put = tuple[bytes, bytes]
"""The values behind one another, and where each ends."""

_REPRODUCIBLE = 2
"""The last format of ``marshal`` that writes equal values alike, whoever else holds parts of them."""
_ENDS = "I"


def put_by(values: Iterable[Any]) -> Put:
    """Return *values* for a :class:`Shelf`, where each has the number of its place."""
    content, ends = bytearray(), array(_ENDS)
    for value in values:
        content += written(value)
        ends.append(len(content))
    return bytes(content), ends.tobytes()


def written(value: Any) -> bytes:
    """Return *value*, which is made of texts, numbers, bytes and tuples, as ``marshal`` reads it."""
    return marshal.dumps(value, _REPRODUCIBLE)


class Shelf(dict[int, Made], Generic[Made]):
    """What *make* makes of each value that was put by, by its number; made once and kept."""

    def __init__(self, put: Put, make: Callable[[Any], Made]) -> None:
        super().__init__()
        content, ends = put
        self._content = memoryview(content)
        self._ends = array(_ENDS, ends)
        self._make = make

    def __missing__(self, number: int) -> Made:
        start = self._ends[number - 1] if number else 0
        self[number] = made = self._make(marshal.loads(self._content[start : self._ends[number]]))
        return made
