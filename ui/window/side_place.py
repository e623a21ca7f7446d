"""A part of the window that stands beside the drafts where there is room, and comes over them on demand where not."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

_MARGIN = 8


class SidePlace(QObject):
    """Moves *part* between its slot in *layout* and a place over *below*, at the left or the right edge."""

    def __init__(self, part: QWidget, layout: QBoxLayout, below: QWidget, edge: Qt.Edge) -> None:
        super().__init__(part)
        self._part = part
        self._layout = layout
        self._below = below
        self._edge = edge
        self._index = layout.indexOf(part)
        self._wide = True
        below.installEventFilter(self)
        escape = QShortcut(Qt.Key.Key_Escape, part, self.leave)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def settle(self, *, wide: bool) -> None:
        """Stand beside the drafts in a wide window; wait out of sight in a narrow one."""
        if wide == self._wide:
            self._lay_over()
            return
        self._wide = wide
        if wide:
            self._layout.insertWidget(self._index, self._part)
            self._part.show()
        else:
            self._layout.removeWidget(self._part)
            self._part.setParent(self._below)
            self._part.hide()

    def is_over(self) -> bool:
        """Return whether the part lies over the drafts now."""
        return not self._wide and self._part.isVisible()

    def toggle(self) -> None:
        """Bring the part over the drafts, or send it away again; in a wide window it stays where it is."""
        if self._wide:
            return
        self._part.setVisible(not self._part.isVisible())
        self._lay_over()

    def leave(self) -> None:
        """Send the part away if it lies over the drafts."""
        if self.is_over():
            self._part.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() is QEvent.Type.Resize:
            self._lay_over()
        return False

    def _lay_over(self) -> None:
        if not self.is_over():
            return
        width = min(max(self._part.minimumWidth(), self._part.sizeHint().width()), self._part.maximumWidth())
        area = self._below.rect()
        left = 0 if self._edge is Qt.Edge.LeftEdge else area.width() - width - _MARGIN
        top = 0 if self._edge is Qt.Edge.LeftEdge else _MARGIN
        self._part.setGeometry(QRect(left, top, width, area.height() - 2 * top))
        self._part.raise_()
