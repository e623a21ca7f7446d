"""Make text from outside safe to keep: no lone surrogates, no control characters, one kind of line break."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from app.model.finding import Span

_UNFIT = re.compile("\r\n|[\x00-\x08\x0b-\x1f\u2028\u2029\ud800-\udfff]")
_LINE_BREAKS = frozenset("\r\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text as it may be kept, and what was done to it.

    ``stripped`` counts control characters taken out, ``replaced`` lone surrogates turned into U+FFFD. ``cuts`` holds,
    for each character that is gone, its position in the cleaned text; it serves the way back.
    """

    text: str
    stripped: int = 0
    replaced: int = 0
    cuts: tuple[int, ...] = ()

    def original_span(self, span: Span) -> Span:
        """Return where the characters of *span* stood before the cleaning."""
        start = self._original(span.start)
        if span.start == span.end:
            return Span(start, start)
        return Span(start, self._original(span.end - 1) + 1)

    def _original(self, position: int) -> int:
        return position + bisect_right(self.cuts, position)


def clean(text: str) -> Cleaned:
    """Return *text* with the newline as its only line break, without C0 controls but tabs, and valid as Unicode.

    Bidirectional marks, zero-width and tag characters stay: the checks look through them, and the window shows them.
    """
    if _UNFIT.search(text) is None:
        return Cleaned(text)
    pieces: list[str] = []
    cuts: list[int] = []
    stripped = replaced = kept_until = 0
    for found in _UNFIT.finditer(text):
        pieces.append(text[kept_until : found.start()])
        kept_until = found.end()
        unfit = found.group()
        if unfit == "\r\n" or unfit in _LINE_BREAKS:
            pieces.append("\n")
        elif unfit >= "\ud800":
            pieces.append("\ufffd")
            replaced += 1
        else:
            stripped += 1
        if unfit == "\r\n" or (unfit < " " and unfit != "\r"):
            cuts.append(found.start() - len(cuts))
    pieces.append(text[kept_until:])
    return Cleaned("".join(pieces), stripped, replaced, tuple(cuts))
