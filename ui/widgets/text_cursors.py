"""Read a document of Qt, and change it, in Qt's own UTF-16 positions."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

PARAGRAPH_SEPARATOR = "\u2029"
"""What stands between two lines in a document of Qt."""


def raw_text(document: QTextDocument) -> str:
    """Return what is written in *document*, its no-break spaces kept, one newline between lines."""
    return document.toRawText().replace(PARAGRAPH_SEPARATOR, "\n")


def raw_units(document: QTextDocument, start: int, end: int) -> str:
    """Return the UTF-16 units from *start* to *end*, also half a surrogate pair, which a str of Qt would drop."""
    return "".join([document.characterAt(at) for at in range(start, end)])


def joined_units(units: str) -> str | None:
    """Return the text that UTF-16 *units* of a document stand for, ``None`` if half a character is among them."""
    if not units.isascii():
        try:
            units = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        except UnicodeDecodeError:
            return None
    return units.replace(PARAGRAPH_SEPARATOR, "\n")


def selected_text(cursor: QTextCursor) -> str:
    """Return the selection with newlines between lines."""
    return cursor.selectedText().replace(PARAGRAPH_SEPARATOR, "\n")


def selection(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that has selected from one UTF-16 position to another."""
    cursor = QTextCursor(document)
    select_units(cursor, start, end)
    return cursor


def select_units(cursor: QTextCursor, start: int, end: int) -> None:
    """Select from one UTF-16 position to another."""
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def replace_selection(cursor: QTextCursor, wording: str) -> None:
    """Put *wording* in place of the selection and select it.

    The last thing that happens is that something goes: Qt would add what is typed next to a step of undo that ends with
    an insertion.
    """
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    cursor.beginEditBlock()
    cursor.setPosition(end)
    cursor.insertText(wording + " ")
    cursor.deletePreviousChar()
    length = cursor.position() - end
    select_units(cursor, start, end)
    cursor.removeSelectedText()
    cursor.endEditBlock()
    select_units(cursor, start, start + length)


def write_all(document: QTextDocument, text: str, *, line_height_percent: int) -> None:
    """Make *text* all that stands in *document*, every line as high as said, with nothing to undo."""
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    spacing = QTextBlockFormat()
    spacing.setLineHeight(line_height_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(spacing)  # the lines below take it over from the first
    cursor.insertText(text)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
