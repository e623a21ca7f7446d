"""The list of drafts in the rail, painted by hand; also shows what a search found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.ids import DraftId
from ui.style import theme
from ui.style.icons import SIDE_ICONS, paint_icon
from ui.widgets.card import CONTROL_RADIUS, paint_focus_ring
from ui.widgets.draft_model import DraftGroup, DraftModel, DraftRow, Listing, RowRole

__all__ = ["DraftGroup", "DraftList", "MenuRequest"]

_ICON = 16
_PADDING = 10
_GAP = 9
_BADGE_PADDING = 7
_ROW_MARGIN = 7
_LINE_GAP = 3
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class MenuRequest:
    """The draft whose menu is asked for, and where on the screen it should open."""

    draft_id: DraftId
    position: QPoint


class DraftList(QListView):
    """Drafts grouped by side; those on show are marked. Enter or a click opens one, the menu key asks for its menu."""

    opened = Signal(object)  # DraftId
    menu_asked = Signal(object)  # MenuRequest

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DraftModel(self)
        self.setModel(self._model)
        self.setItemDelegate(DraftRowDelegate(self))
        self.setObjectName("drafts")
        self.setAccessibleName(self.tr("Drafts"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSpacing(0)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # of thousands of drafts, the first are there at once
        self.setBatchSize(_AT_ONCE)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)

    def show_drafts(self, groups: Iterable[DraftGroup], on_show: frozenset[DraftId], now: datetime) -> None:
        """List *groups*, mark the drafts *on_show*; *now* is timezone-aware, its zone is the one times are told in.

        The row with the keyboard keeps it for as long as its draft is listed.
        """
        current, scrolled = self.current_draft(), self.verticalScrollBar().value()
        self._model.show_listing(Listing(tuple(groups), on_show, now))
        row = self._model.row_of(current)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row))
            self.verticalScrollBar().setValue(scrolled)

    def current_draft(self) -> DraftId | None:
        """Return the draft that has the keyboard."""
        row = self._row_at(self.currentIndex())
        return row.draft_id if row else None

    def drafts(self) -> tuple[DraftId, ...]:
        """Return the drafts listed, in order."""
        return self._model.drafts()

    def go_to(self, draft_id: DraftId) -> None:
        """Move the keyboard's row to a draft, when it is listed."""
        row = self._model.row_of(draft_id)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        row = self._row_at(index)
        if row is None or row.draft_id is None:
            return
        place = self.visualRect(index).center() if by_keyboard else event.pos()
        self.menu_asked.emit(MenuRequest(row.draft_id, self.viewport().mapToGlobal(place)))

    def _open(self, index: QModelIndex) -> None:
        row = self._row_at(index)
        if row is not None and row.draft_id is not None:
            self.opened.emit(row.draft_id)

    def _row_at(self, index: QModelIndex) -> DraftRow | None:
        row = index.data(RowRole.ROW)
        return row if isinstance(row, DraftRow) else None


class DraftRowDelegate(QStyledItemDelegate):
    """Paints a heading, or a draft in two lines: title; when it changed and what has become of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: dict[tuple[str, int, bool, bool], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        heading = bool(index.data(RowRole.IS_HEADING))
        key = option.font.key(), theme.current_scale().secondary, heading, heading and index.row() == 0
        if key not in self._sizes:
            self._sizes[key] = self._size(option.font, heading=heading, first=key[-1])
        return self._sizes[key]

    def _size(self, font: QFont, *, heading: bool, first: bool) -> QSize:
        small = QFontMetrics(_small(font)).height()
        if heading:
            return QSize(0, small + (12 if first else 20))
        return QSize(0, QFontMetrics(font).height() + small + 2 * _ROW_MARGIN + _LINE_GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(RowRole.ROW)
        if not isinstance(row, DraftRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.draft_id is None:
            self._paint_heading(painter, option.rect, option.font, row)
        else:
            self._paint_ground(painter, option, row)
            self._paint_draft(painter, option.rect, option.font, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, font: QFont, row: DraftRow) -> None:
        painter.setFont(_small(font, bold=True))
        painter.setPen(theme.current().colour("ink_soft"))
        place = area.adjusted(2, 0, -2, -6)
        shown = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: DraftRow) -> None:
        ground = QRectF(option.rect).adjusted(0, 1, 0, -1)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.is_open or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().colour("selection" if row.is_open else "hover"))
            painter.drawRoundedRect(ground, CONTROL_RADIUS, CONTROL_RADIUS)
        if option.state & QStyle.StateFlag.State_Selected and option.widget.hasFocus():
            paint_focus_ring(painter, ground, CONTROL_RADIUS)

    def _paint_draft(self, painter: QPainter, area: QRect, font: QFont, row: DraftRow) -> None:
        colours = theme.current()
        top, left = area.top() + _ROW_MARGIN, area.left() + _PADDING
        title_font = QFont(font)
        title_font.setWeight(QFont.Weight.DemiBold if row.is_open else QFont.Weight.Normal)
        title_tall, small_tall = QFontMetrics(title_font).height(), QFontMetrics(_small(font)).height()
        icon_top = top + (title_tall - _ICON) / 2
        ink = colours.persona(row.side, row.colour)
        paint_icon(painter, SIDE_ICONS[row.side], ink, QRectF(left, icon_top, _ICON, _ICON))
        left += _ICON + _GAP
        room = area.right() - _PADDING - left
        painter.setFont(title_font)
        painter.setPen(colours.colour("ink"))
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room + 2, title_tall), Qt.AlignmentFlag.AlignVCenter, title)
        below = QRect(left, top + title_tall + _LINE_GAP, room, small_tall)
        self._paint_second_line(painter, below, font, row)

    def _paint_second_line(self, painter: QPainter, area: QRect, font: QFont, row: DraftRow) -> None:
        colours = theme.current()
        painter.setFont(_small(font))
        metrics = painter.fontMetrics()
        changed = metrics.elidedText(row.changed, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(colours.colour("ink_soft"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, changed)
        room = area.width() - metrics.horizontalAdvance(changed) - _GAP
        badge = metrics.elidedText(row.badge, Qt.TextElideMode.ElideRight, room - 2 * _BADGE_PADDING)
        if not badge or room < 4 * _BADGE_PADDING:
            return
        wide = metrics.horizontalAdvance(badge) + 2 * _BADGE_PADDING
        pill = QRectF(area.right() - wide + 1, area.top(), wide, area.height())
        painter.setPen(colours.colour("line_strong"))
        painter.setBrush(colours.colour("surface"))
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2)
        painter.setPen(colours.colour("ink_soft"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, badge)


def _small(font: QFont, *, bold: bool = False) -> QFont:
    small = QFont(font)
    small.setPixelSize(theme.current_scale().secondary)
    small.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return small
