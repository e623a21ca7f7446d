"""Words that stand out for one reader, in the text that is being written and on the cards beside it."""

from collections.abc import Iterable

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.model.finding import Severity, Span
from app.text.offsets import Offsets
from ui.style import theme
from ui.widgets.text_cursors import selection


def format_of(severity: Severity) -> QTextCharFormat:
    """Return a background and an underline of *severity*, in the colours of the theme on show."""
    colours, standing = theme.current(), QTextCharFormat()
    standing.setBackground(colours.severity_tint(severity))
    standing.setForeground(colours.colour("ink"))
    straight = severity is Severity.NOTE
    styles = QTextCharFormat.UnderlineStyle
    standing.setUnderlineStyle(styles.SingleUnderline if straight else styles.WaveUnderline)
    standing.setUnderlineColor(colours.severity(severity))
    return standing


class StandingOut:
    """Emphasises words of an editor over what its document says of their looks; they move along with the text."""

    def __init__(self, editor: QTextEdit) -> None:
        self._editor = editor
        self._words: list[tuple[QTextCursor, Severity]] = []
        self._pointed: QTextCursor | None = None

    def show(self, text: str, words: Iterable[tuple[Span, Severity]]) -> None:
        """Let *words* of *text*, which is what stands in the editor, stand out and no others."""
        wanted = list(words)
        if not wanted and not self._words:
            return
        offsets, document = Offsets(text), self._editor.document()
        self._words = [
            (selection(document, offsets.to_utf16(span.start), offsets.to_utf16(span.end)), severity)
            for span, severity in wanted
        ]
        self.paint()

    def point_at(self, cursor: QTextCursor | None) -> None:
        """Emphasise what *cursor* has selected as well, until another place is pointed at."""
        if cursor is not None or self._pointed is not None:
            self._pointed = cursor
            self.paint()

    def paint(self) -> None:
        """Show everything in the colours of the theme on show."""
        formats = {severity: format_of(severity) for severity in Severity}
        shown = [_emphasised(cursor, formats[severity]) for cursor, severity in self._words]
        if self._pointed is not None:
            highlight = QTextCharFormat()
            highlight.setBackground(self._editor.palette().color(QPalette.ColorRole.Highlight))
            shown.append(_emphasised(self._pointed, highlight))
        self._editor.setExtraSelections(shown)


def _emphasised(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    emphasised = QTextEdit.ExtraSelection()
    emphasised.cursor, emphasised.format = cursor, look
    return emphasised
