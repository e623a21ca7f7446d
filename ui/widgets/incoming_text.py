"""What comes into an editor from outside: made fit to be kept, and measured before it can stall the window."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextDocument

from app.text.intake import Cleaned, clean
from app.text.offsets import utf16_length

MOST_CHARACTERS = 1_000_000
"""As many code points as a draft may have."""

LARGE_PASTE_BYTES = 200_000
"""From here on (as UTF-8) a paste is asked about first."""

LONGEST_UNBROKEN = 20_000
"""Qt breaks a longer run without a blank at words for minutes."""

_QT_BREAKS = str.maketrans({"\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})  # not characters, and Qt ends a line at them
_BLANKS = " \n\t"
_PARAGRAPH_SEPARATOR = "\u2029"


def fit(text: str) -> Cleaned:
    """Return *text* as it can be kept, and as Qt takes it character by character."""
    cleaned = clean(text)
    if cleaned.text.isascii():
        return cleaned
    return replace(cleaned, text=cleaned.text.translate(_QT_BREAKS))


def raw_text(document: QTextDocument) -> str:
    """Return what is written in *document*, its no-break spaces kept, one newline between lines."""
    return document.toRawText().replace(_PARAGRAPH_SEPARATOR, "\n")


def selected_text(cursor: QTextCursor) -> str:
    """Return the selection with newlines between lines."""
    return cursor.selectedText().replace(_PARAGRAPH_SEPARATOR, "\n")


def has_unbroken_run(text: str) -> bool:
    """Return whether *text* has a run without a blank that is too long for wrapping at words."""
    start = 0
    while len(text) - start > LONGEST_UNBROKEN:
        blank = max(text.rfind(each, start, start + LONGEST_UNBROKEN + 1) for each in _BLANKS)
        if blank < 0:
            return True
        start = blank + 1
    return False


def is_fit(document: QTextDocument, start: int, end: int) -> bool:
    """Return whether the UTF-16 units from *start* to *end* of *document* need no cleaning."""
    end = min(end, document.characterCount() - 1)
    if end <= start:
        return True
    found = selected_text(_selection(document, start, end))
    return utf16_length(found) == end - start and clean(found).text == found  # a str from Qt lacks lone surrogates


def make_fit(document: QTextDocument, start: int, end: int) -> int:
    """Clean the UTF-16 units from *start* to *end* of *document*; return how many control characters were taken out."""
    end = min(end, document.characterCount() - 1)
    units = "".join(document.characterAt(at) for at in range(start, end))
    found = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    found = found.replace(_PARAGRAPH_SEPARATOR, "\n")
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for character in reversed(found):
        start = end - utf16_length(character)
        cleaned = clean(character).text
        if cleaned != character:
            select_units(cursor, start, end)
            cursor.insertText(cleaned)
        end = start
    cursor.endEditBlock()
    return clean(found).stripped


def _selection(document: QTextDocument, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(document)
    select_units(cursor, start, end)
    return cursor


def select_units(cursor: QTextCursor, start: int, end: int) -> None:
    """Select from one UTF-16 position to another."""
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
