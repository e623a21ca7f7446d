"""What comes into an editor from outside: made fit to be kept, and measured before it can stall the window."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextDocument

from app.text.intake import Cleaned, clean
from app.text.offsets import utf16_length
from ui.widgets.text_cursors import PARAGRAPH_SEPARATOR, select_units, selected_text, selection

MOST_CHARACTERS = 1_000_000
"""As many code points as a draft may have."""

LARGE_PASTE_BYTES = 200_000
"""From here on (as UTF-8) a paste is asked about first."""

LONGEST_UNBROKEN = 20_000
"""Qt breaks a longer run without a blank at words for minutes."""

_QT_BREAKS = str.maketrans({"\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})  # not characters, and Qt ends a line at them
_BLANKS = " \n\t"


def fit(text: str) -> Cleaned:
    """Return *text* as it can be kept, and as Qt takes it character by character."""
    cleaned = clean(text)
    if cleaned.text.isascii():
        return cleaned
    return replace(cleaned, text=cleaned.text.translate(_QT_BREAKS))


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
    found = selected_text(selection(document, start, end))
    return utf16_length(found) == end - start and clean(found).text == found  # a str from Qt lacks lone surrogates


def make_fit(document: QTextDocument, start: int, end: int) -> int:
    """Clean the UTF-16 units from *start* to *end* of *document*; return how many control characters were taken out."""
    end = min(end, document.characterCount() - 1)
    units = "".join(document.characterAt(at) for at in range(start, end))
    found = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    found = found.replace(PARAGRAPH_SEPARATOR, "\n")
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
