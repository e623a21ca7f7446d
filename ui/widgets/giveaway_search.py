"""Look through the user's own drafts for what gives away where they live or work, and list it to be opened."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.model.giveaway import Giveaway, SearchProgress
from app.model.ids import DraftId, PersonaId
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.draft_model import stage_words
from ui.widgets.finding_words import quoted
from ui.widgets.wrapped_label import wrapped_label

_LIST_HEIGHT = 168


class GiveawaySearch(QWidget):
    """A button that starts the search, how far it has come, and every place found; Enter opens the chosen one."""

    search_asked = Signal()
    opened = Signal(object)  # Giveaway

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[PersonaId, str] = {}
        self._drafts: set[DraftId] = set()
        self._start = Button(self.tr("Look through my drafts"), icon_name="search")
        self._start.clicked.connect(self.search_asked)
        self._open = Button(self.tr("Open the draft"))
        self._open.clicked.connect(self._open_current)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Drafts looked through"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._said = wrapped_label(look="body")
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Places that give away where you are"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._list.itemActivated.connect(self._chosen)
        QShortcut(QKeySequence(Qt.Key.Key_Return), self._list, self._open_current, context=_HERE)
        self._lay_out()

    def show_names(self, names: Mapping[PersonaId, str]) -> None:
        """Take over what the personas are called."""
        self._names = names

    def begin(self) -> None:
        """Forget what was found before."""
        self._drafts.clear()
        self._list.clear()
        self._bar.setRange(0, 0)
        self._said.setText("")
        for part in (self._bar, self._said, self._list, self._open):
            part.setVisible(part is self._bar)

    def show_progress(self, progress: SearchProgress) -> None:
        """Say how far the search has come, and list what its latest step has found."""
        self._bar.setRange(0, max(1, progress.drafts))
        self._bar.setValue(progress.looked_at)
        for found in progress.found:
            self._drafts.add(found.draft_id)
            self._add(found)
        self._said.setText(self._words(progress))
        self._said.show()
        anything = self._list.count() > 0
        self._list.setVisible(anything)
        self._open.setVisible(anything)
        if progress.is_done:
            self._bar.hide()
            announce(self, self._said.text())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(wrapped_label(self.tr("Which of your own drafts give away where you live or work?"), "h2"))
        column.addWidget(
            wrapped_label(
                self.tr(
                    "Twofold looks through every draft of all your open personas, posted and archived ones too, for"
                    " places, routines and ways to reach you, whatever you have ignored before. Nothing leaves this"
                    " computer."
                ),
                "body",
            )
        )
        for part in (self._start, self._bar, self._said, self._list):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part is self._start else Qt.AlignmentFlag(0))
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addStretch(1)
        column.addLayout(row)
        for part in (self._bar, self._said, self._list, self._open):
            part.hide()

    def _add(self, found: Giveaway) -> None:
        place = [self._names.get(found.persona_id, ""), stage_words(found.stage).lower()]
        words = self.tr("{title} ({place}): {words}").format(
            title=found.title or self.tr("Untitled"),
            place=", ".join(part for part in place if part),
            words=quoted(found.words),
        )
        item = QListWidgetItem(words)
        item.setToolTip(f"{found.risk_title}. {words}")
        item.setData(Qt.ItemDataRole.UserRole, found)
        self._list.addItem(item)
        if self._list.count() == 1:
            self._list.setCurrentRow(0)

    def _words(self, progress: SearchProgress) -> str:
        places = self._list.count()
        if not progress.is_done:
            words = self.tr("{done} of {all} drafts looked through, {places} found.")
        elif progress.drafts == 0:
            words = self.tr("There are no drafts to look through yet.")
        elif not places:
            words = self.tr("Looked through {all} drafts. Nothing in them that Twofold knows gives you away.")
        else:
            words = self.tr("Looked through {all} drafts: {places} in {drafts} of them. What is posted is still out.")
        found = self.tr("1 place") if places == 1 else self.tr("{count} places").format(count=places)
        return words.format(done=progress.looked_at, all=progress.drafts, places=found, drafts=len(self._drafts))

    def _open_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._chosen(item)

    def _chosen(self, item: QListWidgetItem) -> None:
        found = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(found, Giveaway):
            self.opened.emit(found)


_HERE = Qt.ShortcutContext.WidgetShortcut
