"""The rule desk: what the rules make of a draft or of any sentence, word by word."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from app.model.finding import Risk, Span
from ui.dialogs.persona_pages.page import CalmComboBox
from ui.dialogs.question import column_of
from ui.widgets.trace_words import TracedSentence, TraceRow
from ui.widgets.wrapped_label import wrapped_label

USUAL_SIZE = QSize(860, 620)
_LEAST_SIZE = QSize(520, 380)
_MOST_ROWS = 400
_LONGEST_DETAIL = 400
_LONGEST_SENTENCE = 600
_ROW = Qt.ItemDataRole.UserRole


class RuleDeskDialog(QDialog):
    """Stays open beside the drafts. What is tried here is kept nowhere."""

    closed = Signal()
    tried = Signal(str)  # what stands in the field, empty for the draft again
    chosen = Signal(object)  # Span, of the text that is explained
    size_changed = Signal(object)  # QSize

    def __init__(self, risk_words: Mapping[Risk, str], size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rule desk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(_LEAST_SIZE)
        self.risk_words = risk_words
        self._sentences: tuple[TracedSentence, ...] = ()
        self._about = wrapped_label("", "body")
        self._field = QLineEdit()
        self._risks = CalmComboBox()
        self._rows = QTreeWidget()
        self._whole = wrapped_label("", "muted")
        self._note = wrapped_label("", "muted")
        self._heading_font = QFont(self._rows.font())
        self._heading_font.setBold(True)
        self._lay_out()
        self._connect()
        self.resize(size)
        self._field.setFocus()

    def sentence(self) -> str:
        """Return what stands in the field to try."""
        return self._field.text().strip()

    def show_about(self, persona_name: str, *, is_draft: bool) -> None:
        """Say as whom and what is explained."""
        phrase = (
            self.tr("What the rules make of the draft of {persona}, as it stands now.")
            if is_draft
            else self.tr("What the rules would make of this sentence, written as {persona}. It is kept nowhere.")
        )
        self._about.setText(phrase.format(persona=persona_name))

    def show_trace(self, sentences: Iterable[TracedSentence], note: str = "") -> None:
        """Show *sentences*, and a *note* below them; the row that was chosen stays chosen if it is still there."""
        self._sentences = tuple(sentences)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._offer_risks()
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_changed.emit(event.size())

    def _lay_out(self) -> None:
        self._field.setMaxLength(_LONGEST_SENTENCE)
        self._field.setPlaceholderText(self.tr("Empty: the draft in front"))
        self._field.setClearButtonEnabled(True)
        self._risks.setAccessibleName(self.tr("Show which risk"))
        self._rows.setAccessibleName(self.tr("What the rules made of it"))
        self._rows.setHeaderLabels([self.tr("What was made of it"), self.tr("Rule, form and time")])
        self._rows.setUniformRowHeights(True)
        self._rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._rows.setRootIsDecorated(True)
        self._rows.header().setStretchLastSection(True)
        self._rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        column = column_of(self)
        column.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, field, stretch in (
            (self.tr("&Try a sentence"), self._field, 3),
            (self.tr("&Show"), self._risks, 1),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, stretch)
        self._field.setAccessibleName(self.tr("Try a sentence"))
        column.addLayout(row)
        column.addWidget(self._rows, 1)
        self._whole.setAccessibleName(self.tr("The row in full"))
        self._whole.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._whole.hide()
        column.addWidget(self._whole)
        column.addWidget(self._note)
        self._note.hide()

    def _connect(self) -> None:
        self._field.textChanged.connect(lambda _text: self.tried.emit(self.sentence()))
        self._risks.activated.connect(lambda _index: self._fill())
        self._rows.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self._rows.itemActivated.connect(lambda item, _column: self._choose(item))
        self.finished.connect(lambda _result: self.closed.emit())

    def _offer_risks(self) -> None:
        """Offer the risks that rows are about; the one that was chosen stays on offer."""
        chosen = self._risks.currentData()
        here = {row.risk for sentence in self._sentences for row in sentence.rows if row.risk is not None}
        if chosen is not None:
            here.add(Risk(chosen))
        self._risks.clear()
        self._risks.addItem(self.tr("All risks"), None)
        for risk in (each for each in Risk if each in here):
            self._risks.addItem(self.risk_words.get(risk, risk.value), risk.value)
        self._risks.setCurrentIndex(max(0, self._risks.findData(chosen)))

    def _fill(self) -> None:
        current = self._rows.currentItem()
        chosen = current.data(0, _ROW) if current is not None else None
        risk = self._risks.currentData()
        self._rows.blockSignals(True)
        self._rows.clear()
        left = _MOST_ROWS
        for sentence in self._sentences:
            rows = [row for row in sentence.rows if risk is None or row.risk == risk][:left]
            if not rows:
                continue
            left -= len(rows)
            top = _item(sentence.heading)
            top.setFont(0, self._heading_font)
            self._rows.addTopLevelItem(top)
            top.addChildren([_item(row) for row in rows])
            top.setExpanded(True)
        self._choose_again(chosen)
        if self._rows.currentItem() is None:
            self._whole.hide()
        self._rows.setColumnWidth(0, max(self._rows.columnWidth(0), self._rows.viewport().width() * 3 // 5))
        self._rows.blockSignals(False)

    def _choose_again(self, chosen: TraceRow | None) -> None:
        walk = QTreeWidgetItemIterator(self._rows)
        while chosen is not None and (item := walk.value()) is not None:
            row = item.data(0, _ROW)
            if (row.words, row.span) == (chosen.words, chosen.span):
                self._rows.setCurrentItem(item)
                return
            walk += 1

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        """Show the row in full below the others, for the eye and for copying, and have its words selected."""
        self._whole.setVisible(item is not None)
        if item is not None:
            row: TraceRow = item.data(0, _ROW)
            detail = row.detail if len(row.detail) <= _LONGEST_DETAIL else f"{row.detail[:_LONGEST_DETAIL]}…"
            self._whole.setText("\n".join(filter(None, (row.words, detail))))
            if row.span != Span(0, 0):
                self.chosen.emit(row.span)


def _item(row: TraceRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.words, row.detail])
    item.setData(0, _ROW, row)
    item.setToolTip(0, row.words)
    item.setToolTip(1, row.detail)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, row.words)
    item.setData(1, Qt.ItemDataRole.AccessibleTextRole, row.detail)
    return item
