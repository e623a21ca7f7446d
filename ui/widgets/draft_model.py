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
    """What the model answers besides the words: the whole row, and whether it is a heading."""

    ROW = Qt.ItemDataRole.UserRole
    IS_HEADING = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed, which drafts are on show, and the moment (timezone-aware) that times are told from."""

    groups: tuple[DraftGroup, ...]
    on_show: frozenset[DraftId]
    now: datetime

    def looks_like(self, other: "Listing") -> bool:
        """Return whether both are the same words: of the moment only its day is told."""
        return (self.on_show, self.now.date(), self.groups) == (other.on_show, other.now.date(), other.groups)


class DraftModel(QAbstractListModel):
    """Rows for the view, put into words when they are looked at; an unchanged list changes nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing: Listing | None = None
        self._places: list[tuple[DraftGroup, DraftSummary | None]] = []
        self._rows: dict[int, DraftRow] = {}

    def drafts(self) -> tuple[DraftId, ...]:
        """Return the drafts listed, in order."""
        return tuple(draft.id for _, draft in self._places if draft is not None)

    def show_listing(self, listing: Listing) -> None:
        """Replace the rows; when only words change, the view keeps its place."""
        if self._listing is not None and listing.looks_like(self._listing):
            return
        places = list(_places(listing.groups))
        stay = [_id_of(draft) for _, draft in places] == [_id_of(draft) for _, draft in self._places]
        if not stay:
            self.beginResetModel()
        self._listing, self._places = listing, places
        self._rows.clear()
        if not stay:
            self.endResetModel()
        elif places:
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))

    def row_of(self, draft_id: DraftId | None) -> int | None:
        """Return the row of a draft, ``None`` when it is not listed."""
        if draft_id is None:
            return None
        found = (number for number, (_, draft) in enumerate(self._places) if _id_of(draft) == draft_id)
        return next(found, None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._places[index.row()][1] is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == RowRole.IS_HEADING:
            return self._places[index.row()][1] is None
        row = self._row(index.row())
        if role == RowRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in self._spoken(row) if part)
        if role == Qt.ItemDataRole.ToolTipRole and row.draft_id is not None:
            return row.title
        return None

    def _row(self, number: int) -> DraftRow:
        if number not in self._rows:
            assert self._listing is not None
            group, draft = self._places[number]
            self._rows[number] = (
                DraftRow(group.side, group.heading)
                if draft is None
                else _draft_row(group, draft, self._listing.on_show, self._listing.now)
            )
        return self._rows[number]

    def _spoken(self, row: DraftRow) -> tuple[str, ...]:
        if row.draft_id is None:
            return (row.title,)
        side = self.tr("personal") if row.side is Side.PERSONAL else self.tr("professional")
        return (row.title, side, row.badge, self.tr("open") if row.is_open else "", row.changed)


def _places(groups: Iterable[DraftGroup]) -> Iterable[tuple[DraftGroup, DraftSummary | None]]:
    """Yield each group's heading, as no draft, and its drafts; one without drafts has no heading."""
    for group in groups:
        if group.drafts:
            yield group, None
        for draft in group.drafts:
            yield group, draft


def _id_of(draft: DraftSummary | None) -> DraftId | None:
    return None if draft is None else draft.id


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
