"""A text as a reader sees it: without invisible characters, full-width and mathematical characters made plain."""

from app.model.finding import Span
from app.text.folding import FOREIGN, INVISIBLE, LIGATURE, LOOK_ALIKE


class PlainText:
    """``seen`` is the plain text; :meth:`span` leads back to the text it was made from."""

    def __init__(self, text: str, folded: str) -> None:
        self.seen = text
        self._places: list[int] | None = None
        if not text.isascii():
            self._places = [place for place, mark in enumerate(folded) if mark != INVISIBLE]
            self.seen = "".join([_plain(text[place], folded[place]) for place in self._places])

    def span(self, start: int, end: int) -> Span:
        """Return where ``seen[start:end]`` stands in the original text."""
        if self._places is None or start == end:
            return Span(start, end)
        return Span(self._places[start], self._places[end - 1] + 1)


def _plain(character: str, folded: str) -> str:
    if character.isascii() or folded in (" ", FOREIGN, LOOK_ALIKE, LIGATURE):
        return character
    return folded.upper() if character.isupper() else folded
