"""The drafts of the rail as rows: a heading for each side, its drafts below it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTime,
)

from app.model.draft import DraftSummary, Stage
from app.model.ids import DraftId
from app.model.persona import Side


@dataclass(frozen=True, slots=True)
class DraftGroup:
    """The drafts of one persona under its *heading*, in the order on show; ``colour`` is of the palette of its side."""

    side: Side
    heading: str
    drafts: tuple[DraftSummary, ...]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One line of the list in words; ``draft_id`` is ``None`` for a heading."""

    side: Side
    title: str
    draft_id: DraftId | None = None
    badge: str = ""
    changed: str = ""
    is_open: bool = False
    colour: str = ""


class RowRole(IntEnum):
    """What the model answers besides the words."""

    ROW = Qt.ItemDataRole.UserRole


class DraftModel(QAbstractListModel):
    """Rows for the view; an unchanged list changes nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DraftRow, ...] = ()

    def rows(self) -> tuple[DraftRow, ...]:
        """Return all rows, headings too."""
        return self._rows

    def show_rows(self, rows: Iterable[DraftRow]) -> None:
        """Replace the rows; when only words change, the view keeps its place."""
        new = tuple(rows)
        if new == self._rows:
            return
        if [row.draft_id for row in new] == [row.draft_id for row in self._rows]:
            self._rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row_of(self, draft_id: DraftId | None) -> int | None:
        """Return the row of a draft, ``None`` when it is not listed."""
        if draft_id is None:
            return None
        return next((number for number, row in enumerate(self._rows) if row.draft_id == draft_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].draft_id is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in self._spoken(row) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.draft_id is not None:
            return row.title
        return None

    def _spoken(self, row: DraftRow) -> tuple[str, ...]:
        if row.draft_id is None:
            return (row.title,)
        side = self.tr("personal") if row.side is Side.PERSONAL else self.tr("professional")
        return (row.title, side, row.badge, self.tr("open") if row.is_open else "", row.changed)


def draft_rows(groups: Iterable[DraftGroup], on_show: frozenset[DraftId], now: datetime) -> tuple[DraftRow, ...]:
    """Return the rows for *groups*; groups without drafts have no heading. *now* is timezone-aware."""
    rows: list[DraftRow] = []
    for group in groups:
        if group.drafts:
            rows.append(DraftRow(group.side, group.heading))
        rows += [_draft_row(group, draft, on_show, now) for draft in group.drafts]
    return tuple(rows)


def changed_words(changed_at: datetime, now: datetime) -> str:
    """Return when a draft changed, as short as can be: a time today, a day and month before; both are aware."""
    local = changed_at.astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    if days <= 0:
        return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if days == 1:
        return QCoreApplication.translate("DraftList", "Yesterday")
    pattern = "d MMM" if local.year == now.year else "d MMM yyyy"
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def stage_words(stage: Stage) -> str:
    """Return the word for a stage; a plain draft has none."""
    say = QCoreApplication.translate
    return {
        Stage.DRAFT: "",
        Stage.READY: say("DraftList", "Ready"),
        Stage.HANDED_OFF: say("DraftList", "Handed off"),
        Stage.POSTED: say("DraftList", "Posted"),
        Stage.ARCHIVED: say("DraftList", "Archived"),
    }[stage]


def _draft_row(group: DraftGroup, draft: DraftSummary, on_show: frozenset[DraftId], now: datetime) -> DraftRow:
    return DraftRow(
        side=group.side,
        colour=group.colour,
        title=draft.title.strip() or draft.excerpt.strip() or QCoreApplication.translate("DraftList", "Untitled"),
        draft_id=draft.id,
        badge=QCoreApplication.translate("DraftList", "Example") if draft.example else stage_words(draft.stage),
        changed=changed_words(draft.changed_at, now),
        is_open=draft.id in on_show,
    )
