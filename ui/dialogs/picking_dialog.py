"""A list to pick from and one thing to do with what is picked: the trash, and everything ignored."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from ui.dialogs.question import column_of


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list, and the value it stands for."""

    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Wording:
    """The words around the list."""

    title: str
    introduction: str
    empty: str
    action: str


class PickingDialog(QDialog):
    """Shows rows until closed; *act* is called for each one the user chooses, and the row goes."""

    def __init__(
        self, wording: Wording, rows: Iterable[Row], act: Callable[[object], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._act = act
        self.setWindowTitle(wording.title)
        self.resize(520, 380)
        layout = column_of(self)
        introduction = QLabel(wording.introduction)
        introduction.setWordWrap(True)
        layout.addWidget(introduction)
        self._list = QListWidget()
        self._list.setAccessibleName(wording.title)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemActivated.connect(self._chosen)
        layout.addWidget(self._list, 1)
        self._empty = QLabel(wording.empty)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._empty)
        layout.addWidget(self._buttons(wording.action))
        QShortcut(QKeySequence(Qt.Key.Key_Return), self._list, self._act_on_current)
        for row in rows:
            item = QListWidgetItem(row.text)
            item.setToolTip(row.text)
            item.setData(Qt.ItemDataRole.UserRole, row.value)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._show_what_is_left()

    def _buttons(self, action: str) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # a drawing of the style, not ours
        box.rejected.connect(self.reject)
        self._button = QPushButton(action)
        self._button.clicked.connect(self._act_on_current)
        box.addButton(self._button, QDialogButtonBox.ButtonRole.ActionRole)
        return box

    def _act_on_current(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._chosen(item)

    def _chosen(self, item: QListWidgetItem) -> None:
        self._act(item.data(Qt.ItemDataRole.UserRole))
        self._list.takeItem(self._list.row(item))
        self._show_what_is_left()

    def _show_what_is_left(self) -> None:
        anything = self._list.count() > 0
        self._list.setVisible(anything)
        self._empty.setVisible(not anything)
        self._button.setEnabled(anything)
