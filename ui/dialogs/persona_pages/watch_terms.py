"""The names that must not slip out: a table to search, to add to, to change, and to fill from a file."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableView,
    QVBoxLayout,
)

from app.checks.term_advice import remarks_on
from app.model.policy import WatchTerm
from app.model.term_remarks import TermRemark, merged
from ui.dialogs.persona_pages.answers import Answers, Lore
from ui.dialogs.persona_pages.page import LONGEST_LINK, Part, line
from ui.dialogs.persona_pages.remark_words import remarks_words, result_words
from ui.dialogs.persona_pages.watch_term_dialog import WatchTermDialog
from ui.dialogs.persona_pages.watch_term_model import WatchTermModel, WatchTermSearch
from ui.widgets.busy import busy
from ui.widgets.button import Button
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip

_MOST_READ = 16 * 1024 * 1024 + 1
_REMARK_LINES = 5
_LEAST_TABLE_HEIGHT = 170


class WatchTermsPart(Part):
    """Enter changes the current term, Delete removes what is selected."""

    grows = True

    def __init__(self, lore: Lore) -> None:
        super().__init__()
        self._lore = lore
        self._model = WatchTermModel(lore.today)
        self._found = WatchTermSearch(self._model)
        self._search = line(self.tr("Search watch terms"), self.tr("Search"), LONGEST_LINK)
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._found.search)
        self._table = self._table_view()
        self._strip = NoticeStrip()
        self._remarks = QPlainTextEdit()
        self._remarks.setReadOnly(True)
        self._remarks.setTabChangesFocus(True)
        self._remarks.setAccessibleName(self.tr("What there is to say about the lines"))
        self._remarks.setFixedHeight(self._remarks.fontMetrics().lineSpacing() * _REMARK_LINES + 18)
        self._remarks.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addWidget(self._strip)
        column.addWidget(self._remarks)
        column.addWidget(self._table, 1)
        column.addLayout(self._buttons())
        QShortcut(QKeySequence(Qt.Key.Key_Return), self._table, self.edit, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self._table, self.remove, context=Qt.ShortcutContext.WidgetShortcut)

    def show_answers(self, answers: Answers) -> None:
        self._model.show_terms(answers.boundaries.watch_terms)
        self._select(0)

    def answered(self, answers: Answers) -> Answers:
        return replace(answers, boundaries=replace(answers.boundaries, watch_terms=self._model.terms()))

    def add(self) -> None:
        """Ask for a new term."""
        term = WatchTermDialog(None, self._is_taken, self).ask()
        if term is not None:
            self._search.clear()
            self._show((*self._model.terms(), term))
            self._select(self._model.rowCount() - 1)
            self._say(remarks_on(term, self._lore.today))

    def edit(self) -> None:
        """Ask about the current term."""
        row = self._row()
        if row is None:
            return
        before = list(self._model.terms())
        rest = {each.term.casefold() for each in before if each is not before[row]}
        term = WatchTermDialog(before[row], lambda name: name.casefold() in rest, self).ask()
        if term is not None:
            before[row] = term
            self._show(before)
            self._select(row)
            self._say(remarks_on(term, self._lore.today))

    def remove(self) -> None:
        """Take the selected terms off the list."""
        rows = {self._found.mapToSource(index).row() for index in self._table.selectionModel().selectedRows()}
        if rows:
            self._show(term for row, term in enumerate(self._model.terms()) if row not in rows)
            self._select(min(*rows, self._model.rowCount() - 1))

    def choose_file(self) -> None:
        """Ask for a file and take in the terms in it."""
        kinds = self.tr("Lists and tables (*.txt *.csv *.tsv);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Watch terms from a file"), "", kinds)
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """Take in the terms in *path*, and say what came of it."""
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_READ)
        except OSError as problem:
            words = self.tr("{file} cannot be read: {reason}.")
            reason = problem.strerror or str(problem)
            self._strip.show_notice(Notice(NoticeKind.WARN, words.format(file=path.name, reason=reason)))
            return
        before = self._model.terms()
        with busy():
            read = self._lore.read_terms(path.name, data)
            after = merged((*before, *read.terms))
            self._search.clear()
            self._show(after)
        self._select(len(before) if len(after) > len(before) else 0)
        trouble = any(each.remark.refuses for each in read.remarks)
        result = result_words(read, len(after) - len(before), path.name)
        self._strip.show_notice(Notice(NoticeKind.WARN if trouble else NoticeKind.INFO, result))
        self._show_remarks(read.remarks)

    def _table_view(self) -> QTableView:
        table = QTableView()
        table.setModel(self._found)
        table.setAccessibleName(self.tr("Watch terms"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setSortingEnabled(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        columns = table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(_LEAST_TABLE_HEIGHT)
        table.doubleClicked.connect(lambda _index: self.edit())
        return table

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        buttons = (
            (self.tr("Add…"), "plus", self.add),
            (self.tr("Change…"), "pencil", self.edit),
            (self.tr("Remove"), "trash", self.remove),
            (self.tr("From a file…"), "file-text", self.choose_file),
        )
        for words, icon_name, act in buttons:
            button = Button(words, icon_name=icon_name)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show(self, terms: Iterable[WatchTerm]) -> None:
        self._model.show_terms(terms)

    def _row(self) -> int | None:
        index = self._table.currentIndex()
        return self._found.mapToSource(index).row() if index.isValid() else None

    def _select(self, row: int) -> None:
        index = self._found.mapFromSource(self._model.index(row, 0))
        if index.isValid():
            self._table.setCurrentIndex(index)

    def _is_taken(self, name: str) -> bool:
        return name.casefold() in {term.term.casefold() for term in self._model.terms()}

    def _say(self, remarks: Iterable[TermRemark]) -> None:
        words = " ".join(remarks_words(remarks).splitlines())
        self._strip.show_notice(Notice(NoticeKind.INFO, words) if words else None)
        self._show_remarks(())

    def _show_remarks(self, remarks: Iterable[TermRemark]) -> None:
        self._remarks.setPlainText(remarks_words(remarks))
        self._remarks.setVisible(bool(self._remarks.toPlainText()))
