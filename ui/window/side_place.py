"""A part of the window that stands beside the drafts where there is room, and comes over them on demand where not."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from ui.widgets.button import IconButton

_MARGIN = 8
_CLOSE_MARGIN = 10


class SidePlace(QObject):
    """Moves *part* between its slot in *layout* and a place over *below*, at the left or the right edge.

    While it lies over the drafts, it goes by its own button, by Escape, or when the keyboard moves on to a draft.
    """

    left = Signal()  # it has gone and had the keyboard, which now belongs to nobody

    def __init__(self, part: QWidget, layout: QBoxLayout, below: QWidget, edge: Qt.Edge) -> None:
        super().__init__(part)
        self._part = part
        self._layout = layout
        self._below = below
        self._edge = edge
        self._index = layout.indexOf(part)
        self._wide = True
        self._close = IconButton("close", self.tr("Close"), part)
        self._close.resize(self._close.sizeHint())
        self._close.hide()
        self._close.clicked.connect(self.leave)
        below.installEventFilter(self)
        part.installEventFilter(self)
        self._escape = QShortcut(Qt.Key.Key_Escape, part, self.leave)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def settle(self, *, wide: bool) -> None:
        """Stand beside the drafts in a wide window; wait out of sight in a narrow one."""
        if wide == self._wide:
            self._lay_over()
            return
        self._wide = wide
        self._close.setVisible(not wide)
        self._escape.setEnabled(not wide)
        if wide:
            self._layout.insertWidget(self._index, self._part)
            self._part.show()
        else:
            had_keyboard = self._has_keyboard()
            self._layout.removeWidget(self._part)
            self._part.setParent(self._below)
            self._part.hide()
            if had_keyboard:
                self.left.emit()

    def is_over(self) -> bool:
        """Return whether the part lies over the drafts now."""
        return not self._wide and self._part.isVisible()

    def come(self) -> None:
        """Bring the part over the drafts, with the keyboard on its button; in a wide window it is there already."""
        if not self._wide and not self.is_over():
            self._part.show()
            self._lay_over()
            self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Send the part away if it lies over the drafts."""
        if not self.is_over():
            return
        had_keyboard = self._has_keyboard()
        self._part.hide()
        if had_keyboard:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            if watched is self._below:
                self._lay_over()
            elif watched is self._part:
                self._place_close()
        return False

    def _has_keyboard(self) -> bool:
        return self._part.isAncestorOf(self._part.window().focusWidget())

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        came_from_here = before is not None and self._part.isAncestorOf(before)
        if (
            now is None
            or not came_from_here
            or self._part.isAncestorOf(now)
            or now.window() is not self._below.window()
        ):
            return
        self.leave()

    def _place_close(self) -> None:
        self._close.move(self._part.width() - self._close.width() - _CLOSE_MARGIN, _CLOSE_MARGIN)
        self._close.raise_()

    def _lay_over(self) -> None:
        if not self.is_over():
            return
        width = min(max(self._part.minimumWidth(), self._part.sizeHint().width()), self._part.maximumWidth())
        area = self._below.rect()
        left = 0 if self._edge is Qt.Edge.LeftEdge else area.width() - width - _MARGIN
        top = 0 if self._edge is Qt.Edge.LeftEdge else _MARGIN
        self._part.setGeometry(QRect(left, top, width, area.height() - 2 * top))
        self._part.raise_()
