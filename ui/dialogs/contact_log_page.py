"""The log of contact requests: when, who, on which account, and what came of it; each to be changed or removed."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.model.contact_request import LoggedRequest, Outcome
from app.model.ids import PersonaId
from ui.dialogs.question import row_of
from ui.widgets.button import Button
from ui.widgets.contact_words import Account, account_words, came_of_it_words, day_words, who_words
from ui.widgets.decision_fields import DecisionFields
from ui.widgets.notice_strip import Notice, NoticeAction, NoticeKind, NoticeStrip
from ui.widgets.wrapped_label import wrapped_label

_ENTRY = Qt.ItemDataRole.UserRole
_SHARES = (0.12, 0.23, 0.23)


class ContactLogPage(QWidget):
    """Shows entries, newest first; the chosen one can be decided otherwise, noted or removed."""

    decided = Signal(object, object, str)  # LoggedRequest, Outcome, the note
    removed = Signal(object)  # LoggedRequest
    returned = Signal(object)  # LoggedRequest, removed by mistake

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removed: LoggedRequest | None = None
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Contact requests"))
        self._list.setHeaderLabels([self.tr("Asked"), self.tr("Who"), self.tr("Account"), self.tr("What came of it")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._list.currentItemChanged.connect(lambda _item, _before: self._show_chosen())
        self._empty = wrapped_label(self.tr("No requests yet. The first one you answer is kept here."), "body")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._decision = DecisionFields()
        self._strip = NoticeStrip()
        self._strip.chosen.connect(lambda _action: self._bring_back())
        self._keep = Button(self.tr("Keep the change"))
        self._keep.clicked.connect(self._say_decided)
        self._remove = Button(self.tr("Remove from the log"), icon_name="trash")
        self._remove.clicked.connect(self._say_removed)
        self._lay_out()

    def show_log(self, entries: Iterable[LoggedRequest], accounts: Mapping[PersonaId, Account], now: datetime) -> None:
        """List *entries*; *now* is aware, its zone is the one that days are told in. The chosen one stays chosen."""
        chosen = self._chosen()
        rows = [_row(entry, accounts[entry.persona_id], now) for entry in entries if entry.persona_id in accounts]
        self._list.clear()
        self._list.addTopLevelItems(rows)
        same = (row for row in rows if chosen is not None and _entry(row).request.id == chosen.request.id)
        current = next(same, next(iter(rows), None))
        if current is not None:
            self._list.setCurrentItem(current)
        self._list.setVisible(current is not None)
        self._empty.setVisible(current is None)
        self._show_chosen()

    def say_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._strip.show_notice(Notice(NoticeKind.ERROR, words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES):
            self._list.setColumnWidth(column, round(share * self.width()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._decision)
        column.addWidget(self._strip)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._keep)
        row.addWidget(self._remove)
        close = Button(self.tr("Close"))
        close.clicked.connect(lambda: self.window().close())
        row.addLayout(row_of(close), 1)
        column.addLayout(row)

    def _chosen(self) -> LoggedRequest | None:
        item = self._list.currentItem()
        return None if item is None else _entry(item)

    def _show_chosen(self) -> None:
        entry = self._chosen()
        for part in (self._decision, self._keep, self._remove):
            part.setEnabled(entry is not None)
        if entry is None:
            self._decision.show_decision(Outcome.OPEN, "")
        else:
            self._decision.show_decision(entry.request.outcome, entry.request.note)

    def _say_decided(self) -> None:
        entry = self._chosen()
        if entry is not None:
            self._strip.show_notice(None)
            self.decided.emit(entry, self._decision.outcome(), self._decision.note())

    def _say_removed(self) -> None:
        entry = self._chosen()
        if entry is None:
            return
        self._removed = entry
        undo = NoticeAction("undo", self.tr("Undo"))
        self._strip.show_notice(Notice(NoticeKind.INFO, self.tr("Removed from the log."), (undo,)))
        self.removed.emit(entry)

    def _bring_back(self) -> None:
        entry, self._removed = self._removed, None
        self._strip.show_notice(None)
        if entry is not None:
            self.returned.emit(entry)
        self._list.setFocus()


def _row(entry: LoggedRequest, account: Account, now: datetime) -> QTreeWidgetItem:
    request = entry.request
    there = Account(account.persona_id, account.persona_name, account.side, account.works_with, request.network)
    columns = [
        day_words(request.asked_at, now, short=True),
        who_words(request, account.works_with),
        account_words(there),
        came_of_it_words(request, now),
    ]
    item = QTreeWidgetItem(columns)
    item.setData(0, _ENTRY, entry)
    for column, words in enumerate(columns):
        item.setToolTip(column, words)
    return item


def _entry(item: QTreeWidgetItem) -> LoggedRequest:
    entry = item.data(0, _ENTRY)
    assert isinstance(entry, LoggedRequest)
    return entry
