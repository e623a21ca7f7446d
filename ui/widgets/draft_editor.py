"""A plain-text editor that counts in code points and keeps out what a draft cannot hold."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDropEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.model.finding import Severity, Span
from app.text.intake import Cleaned, clean
from app.text.offsets import from_utf16, to_utf16
from ui.style import theme
from ui.style.type_scale import sized_font
from ui.widgets.document_text import DocumentText
from ui.widgets.hidden_marks import HiddenMarks
from ui.widgets.incoming_text import LARGE_PASTE_BYTES, MOST_CHARACTERS, fit, has_unbroken_run, is_fit, make_fit
from ui.widgets.standing_out import StandingOut
from ui.widgets.text_cursors import replace_selection, select_units, selected_text, write_all

_LINE_HEIGHT_PERCENT = 142
_MARGIN = 4


class DraftEditor(QTextEdit):
    """The text of one draft; every position that goes in or out is a code point of ``text()``.

    A paste over 200 KB waits for ``insert_offered`` or ``forget_offered``; one that would make the draft longer than a
    million characters is refused.
    """

    text_edited = Signal(object)  # str, the whole text; not for a change of formats, nor for set_text
    caret_moved = Signal()
    characters_removed = Signal(object)  # int, how many control characters did not come in
    large_paste_offered = Signal(object)  # int, its length in code points
    paste_refused = Signal(object)  # int, the most code points a draft may have
    wrapping_changed = Signal()  # lines now break inside words; once for each text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = DocumentText(self.document())
        self._standing_out = StandingOut(self)
        self._told = ""
        self._has_changed = False
        self._to_clean: tuple[int, int] | None = None
        self._marks = HiddenMarks(self)
        self._is_cleaning = False
        self._offered: Cleaned | None = None
        self._moving_own_words = False
        self._wrapping_told = False
        self._scroll_wanted: float | None = None
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(_MARGIN)
        self._take_font()
        write_all(self.document(), "", line_height_percent=_LINE_HEIGHT_PERCENT)
        self.document().contentsChange.connect(self._content_changed)
        self.textChanged.connect(self._content_settled)
        self.cursorPositionChanged.connect(self.caret_moved)
        self.verticalScrollBar().rangeChanged.connect(self._keep_scroll)
        self.verticalScrollBar().actionTriggered.connect(self._forget_scroll)

    def text(self) -> str:
        """Return what is written, character for character, lines parted by newlines."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show another text, with the caret at its beginning and nothing to undo."""
        self._told = fit(text).text
        self._wrapping_told = False
        self._offered = None
        self._forget_scroll()
        write_all(self.document(), self._told, line_height_percent=_LINE_HEIGHT_PERCENT)
        self.place_caret(0)

    def apply_fix(self, span: Span, replacement: str) -> None:
        """Put *replacement* in place of *span* as one step of undo, and select it."""
        self._forget_scroll()
        cursor = self._cursor_over(span)
        wording = fit(replacement).text
        if wording != selected_text(cursor):
            replace_selection(cursor, wording)
        self.setTextCursor(cursor)

    def insert_offered(self) -> None:
        """Paste the large text after all."""
        offered, self._offered = self._offered, None
        if offered is not None:
            self._insert(offered)

    def forget_offered(self) -> None:
        """Leave the large text out; it is still on the clipboard."""
        self._offered = None

    def caret(self) -> int:
        """Return where the caret is."""
        return from_utf16(self.text(), self.textCursor().position())

    def place_caret(self, position: int) -> None:
        """Put the caret at *position*, or at the end of a text that is shorter."""
        text = self.text()
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(text, min(position, len(text))))
        self.setTextCursor(cursor)

    def select_span(self, span: Span) -> None:
        """Select *span*, bring it into view and take the keyboard focus."""
        self._forget_scroll()
        self.setTextCursor(self._cursor_over(span))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_at(self, span: Span | None) -> None:
        """Emphasise *span* until another one is pointed at or the text changes."""
        self._standing_out.point_at(None if span is None else self._cursor_over(span))

    def let_stand_out(self, words: Iterable[tuple[Span, Severity]]) -> None:
        """Emphasise *words* and no others, each as its severity looks; they move along while the text changes."""
        self._standing_out.show(self.text(), words)

    def scroll_fraction(self) -> float:
        """Return how much of the text is above the visible part, from 0.0 to 1.0."""
        if self._scroll_wanted is not None:
            return self._scroll_wanted
        height = self.document().size().height()
        return min(1.0, self.verticalScrollBar().value() / height) if height else 0.0

    def set_scroll_fraction(self, fraction: float) -> None:
        """Scroll so that *fraction* of the text is above; kept up while Qt still lays the text out."""
        self._scroll_wanted = min(1.0, max(0.0, fraction))
        self._keep_scroll()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as plain text and nothing else."""
        data = QMimeData()
        data.setText(selected_text(self.textCursor()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        cleaned = fit(source.text())
        cursor = self.textCursor()
        kept = len(self.text()) - len(selected_text(cursor))
        if kept + len(cleaned.text) > MOST_CHARACTERS:
            self.paste_refused.emit(MOST_CHARACTERS)
        elif len(cleaned.text.encode()) > LARGE_PASTE_BYTES and not self._moving_own_words:
            self._offered = cleaned
            self.large_paste_offered.emit(len(cleaned.text))
        else:
            self._insert(cleaned)

    def dropEvent(self, event: QDropEvent) -> None:
        self._moving_own_words = event.source() is self.viewport() or event.source() is self
        super().dropEvent(event)
        self._moving_own_words = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_theme_change(event):
            self._take_font()
            if self.extraSelections():
                self._standing_out.paint()

    def _content_changed(self, position: int, removed: int, added: int) -> None:
        """Before Qt lays out or paints a change: a word too long to wrap must not get as far as that."""
        written = self._text.changed(position, removed, added)
        self._has_changed = True
        if written is None or clean(written).text != written:
            start, end = self._to_clean or (position, position)
            self._to_clean = min(start, position), max(end, position + added)
        if written is None:
            self._marks.look_through(self.text())
        else:
            self._marks.look_at_more(written)
        long = has_unbroken_run(self.text())
        mode = QTextOption.WrapMode.WrapAnywhere if long else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        if mode is not self.wordWrapMode():
            self.setWordWrapMode(mode)
            if long and not self._wrapping_told:
                self._wrapping_told = True
                QTimer.singleShot(0, self, self.wrapping_changed.emit)  # not while the document is changing

    def _content_settled(self) -> None:
        has_changed, self._has_changed = self._has_changed, False
        if not has_changed or self._is_cleaning:  # a change of formats, or one that is not done yet
            return
        to_clean, self._to_clean = self._to_clean, None
        if to_clean is not None:
            self._keep_fit(*to_clean)
        if self.text() != self._told:
            self._told = self.text()
            self._standing_out.point_at(None)
            self.text_edited.emit(self._told)

    def _keep_fit(self, start: int, end: int) -> None:
        """Clean what an input method or assistive technology wrote past every door."""
        if is_fit(self.document(), start, end):
            return
        self._is_cleaning = True
        removed = make_fit(self.document(), start, end)
        self._is_cleaning, self._to_clean = False, None
        if removed:
            self.characters_removed.emit(removed)

    def _insert(self, cleaned: Cleaned) -> None:
        self._forget_scroll()
        self.textCursor().insertText(cleaned.text)
        self.ensureCursorVisible()
        if cleaned.stripped:
            self.characters_removed.emit(cleaned.stripped)

    def _cursor_over(self, span: Span) -> QTextCursor:
        text = self.text()
        cursor = self.textCursor()
        select_units(cursor, to_utf16(text, min(span.start, len(text))), to_utf16(text, min(span.end, len(text))))
        return cursor

    def _keep_scroll(self) -> None:
        if self._scroll_wanted is not None:
            self.verticalScrollBar().setValue(round(self._scroll_wanted * self.document().size().height()))

    def _forget_scroll(self) -> None:
        self._scroll_wanted = None

    def _take_font(self) -> None:
        font = sized_font(theme.current_scale().editor)
        if font != self.font():
            self.setFont(font)
