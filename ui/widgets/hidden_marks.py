"""Marks over the hidden characters of an editor, and their names under the pointer."""

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QTextEdit, QToolTip

from ui.widgets.hidden_characters import mark_at, may_hide, paint_marks


class HiddenMarks(QObject):
    """Watches what happens over *editor*, but only while something may be hidden in it.

    It stands beside the editor because a method in Python that Qt calls costs at every key, also of those who never
    write such a character.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_watching = False

    def look_through(self, text: str) -> None:
        """Begin or stop to watch, as *text*, all that is written, asks for."""
        if may_hide(text) != self._is_watching:
            self._is_watching = not self._is_watching
            if self._is_watching:
                self._editor.viewport().installEventFilter(self)
            else:
                self._editor.viewport().removeEventFilter(self)

    def look_at_more(self, written: str) -> None:
        """Begin to watch if *written*, which has come to the rest, asks for it."""
        if not self._is_watching:
            self.look_through(written)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._editor.viewportEvent(event)  # the words first, the marks over them
            paint_marks(self._editor, self._editor.palette().color(QPalette.ColorRole.PlaceholderText))
            return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            return self._named(event)
        return False

    def _named(self, event: QHelpEvent) -> bool:
        mark = mark_at(self._editor, QPointF(event.pos()))
        if mark is None:
            return False
        words = self.tr("Invisible here: {name}").format(name=mark.name)
        QToolTip.showText(event.globalPos(), words, self._editor)
        return True
