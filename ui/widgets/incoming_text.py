"""What comes into an editor from outside: made fit to be kept, and measured before it can stall the window."""

from dataclasses import replace

from PySide6.QtGui import QTextDocument

from app.text.intake import Cleaned, clean
from app.text.offsets import utf16_length
from ui.widgets.text_cursors import PARAGRAPH_SEPARATOR, raw_units, selected_text, selection

MOST_CHARACTERS = 1_000_000
"""As many code points as a draft may have."""

LARGE_PASTE_BYTES = 200_000
"""From here on (as UTF-8) a paste is asked about first."""

LONGEST_UNBROKEN = 20_000
"""Qt breaks a longer run without a blank at words for minutes."""

_QT_BREAKS = str.maketrans({"\ufdd0": "\ufffd", "\ufdd1": "\ufffd"})  # not characters, and Qt ends a line at them
_BLANKS = " \n\t"
_HIGH, _LOW, _BEYOND = "\ud800", "\udc00", "\ue000"


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
    """Return whether the UTF-16 units from *start* to *end* of *document*, and what they part, need no cleaning."""
    start, end = _with_halves(document, start, end)
    found = selected_text(selection(document, start, end))
    return utf16_length(found) == end - start and clean(found).text == found  # a str from Qt lacks lone surrogates


def make_fit(document: QTextDocument, start: int, end: int) -> int:
    """Write what came in last, from *start* to *end*, again and clean; return how many control characters are gone.

    It is undone first, for no step of undo to lead back to it.
    """
    start, end = _with_halves(document, start, end)
    units = raw_units(document, 0, document.characterCount() - 1)
    position, removed, added = _undone(document)
    start, end = min(start, position), min(max(end, position + removed), len(units))
    incoming = units[start:end].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    cleaned = clean(incoming.replace(PARAGRAPH_SEPARATOR, "\n"))
    cursor = selection(document, start, min(end - removed + added, document.characterCount() - 1))
    cursor.insertText(cleaned.text)
    document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)  # where nothing is left to write, it still leads there
    return cleaned.stripped


def _with_halves(document: QTextDocument, start: int, end: int) -> tuple[int, int]:
    """Return where the units from *start* to *end* begin and end with the rest of a surrogate pair beside them."""
    last = document.characterCount() - 1
    start, end = min(start, last), min(end, last)
    if start and _HIGH <= document.characterAt(start - 1) < _LOW:
        start -= 1
    if end < last and _LOW <= document.characterAt(end) < _BEYOND:
        end += 1
    return start, end


def _undone(document: QTextDocument) -> tuple[int, int, int]:
    """Undo the last step, and return where, how many units went and how many came."""
    changes: list[tuple[int, int, int]] = []

    def note(position: int, removed: int, added: int) -> None:
        changes.append((position, removed, added))

    document.contentsChange.connect(note)
    document.undo()
    document.contentsChange.disconnect(note)
    return changes[0]
