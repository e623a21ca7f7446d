"""Watch terms as a table that stays quick with ten thousand of them."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from app.model.policy import WatchTerm
from ui.dialogs.persona_pages.remark_words import kind_words

_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class WatchTermModel(QAbstractTableModel):
    """Terms, their other spellings, kinds, and how long they stay private."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._terms: list[WatchTerm] = []
        self._searched: list[str] = []
        self._kinds = dict(kind_words())

    def terms(self) -> tuple[WatchTerm, ...]:
        """Return every term, in order."""
        return tuple(self._terms)

    def show_terms(self, terms: Iterable[WatchTerm]) -> None:
        """Show *terms* in place of what was there."""
        self.beginResetModel()
        self._terms = list(terms)
        self._searched = [_searched(term) for term in self._terms]
        self.endResetModel()

    def contains(self, row: int, words: str) -> bool:
        """Return whether the term in *row*, or another spelling of it, contains *words*, in any case."""
        return words.casefold() in self._searched[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._terms)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Name"), self.tr("Also written"), self.tr("Kind"), self.tr("Private until"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        term = self._terms[index.row()]
        return (term.term, "; ".join(term.aliases), self._kinds[term.kind], self._until(term))[index.column()]

    def _until(self, term: WatchTerm) -> str:
        if term.confidential_until is None:
            return self.tr("for good")
        day = term.confidential_until.isoformat()
        return day if term.counts_on(self._today) else self.tr("{day}, quiet").format(day=day)


class WatchTermSearch(QSortFilterProxyModel):
    """The terms that contain what is searched for."""

    def __init__(self, model: WatchTermModel) -> None:
        super().__init__()
        self._model = model
        self._words = ""
        self.setSourceModel(model)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def search(self, words: str) -> None:
        """Show only what contains *words*; all when there are none."""
        self.beginFilterChange()
        self._words = words.strip()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        return not self._words or self._model.contains(row, self._words)


def _searched(term: WatchTerm) -> str:
    return "\n".join((term.term, *term.aliases)).casefold()
