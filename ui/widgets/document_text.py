"""What is written in a document of Qt, kept up with its changes: a key in a long draft costs what it changed."""

from PySide6.QtGui import QTextDocument

from app.text.offsets import Offsets, utf16_length
from ui.widgets.text_cursors import joined_units, raw_text, raw_units

_FEW = 64


class DocumentText:
    """The text of one document, read once and then kept up with what Qt says of each change.

    Qt names one stretch of UTF-16 units that stands in place of another. Where much came in, where the length of the
    document speaks against it, or where half a surrogate pair is left, the whole text is read anew.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._text = ""
        self._units = 0
        self._is_known = False
        self._near = 0, 0  # one place, in units and in characters, up to which nothing has changed since

    def text(self) -> str:
        """Return what is written, character for character, lines parted by newlines."""
        if not self._is_known:
            self._text = raw_text(self._document)
            self._units = utf16_length(self._text)
            self._near = 0, 0
            self._is_known = True
        return self._text

    def changed(self, position: int, removed: int, added: int) -> str | None:
        """Take in a change as ``QTextDocument.contentsChange`` tells of it; miss none.

        Return what came in, ``None`` where that is only known when the whole text is read again.
        """
        written = None
        units = self._document.characterCount() - 1
        if self._is_known and added <= _FEW and position + added <= units == self._units - removed + added:
            written = joined_units(raw_units(self._document, position, position + added))
        self._is_known = written is not None and self._replace(position, removed, written)
        self._units = units
        return written if self._is_known else None

    def _replace(self, position: int, removed: int, written: str) -> bool:
        """Put *written* in place of *removed* units, and return whether only whole characters went."""
        start = self._point(position)
        gone = None if start is None else _whole(self._text[start : start + removed], removed)
        if start is None or gone is None:
            return False
        self._text = self._text[:start] + written + self._text[start + gone :]
        self._near = position, start
        return True

    def _point(self, units: int) -> int | None:
        """Return the place in the text that *units* lead to, counted from the place that was near last."""
        near_units, near = self._near
        if units >= near_units:
            further = _whole(self._text[near : near + units - near_units], units - near_units)
            return None if further is None else near + further
        before = self._text[max(0, near - (near_units - units)) : near]
        kept = _whole(before, utf16_length(before) - (near_units - units))
        return None if kept is None else near - len(before) + kept


def _whole(text: str, units: int) -> int | None:
    """Return how many characters at the beginning of *text* take *units*, ``None`` if that ends inside one."""
    if text.isascii():
        return units
    offsets = Offsets(text)
    characters = offsets.from_utf16(units)
    return characters if offsets.to_utf16(characters) == units else None
