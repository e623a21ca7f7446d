"""What a pane shows while it holds no draft: nothing open, or a persona whose drafts cannot be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.model.persona import Side
from ui.widgets.button import Button


class Vacancy(QWidget):
    """One sentence and the one thing to do about it."""

    new_asked = Signal()
    retry_asked = Signal()

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._words = QLabel()
        self._words.setObjectName("body")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._new = Button(
            self.tr("New personal draft") if side is Side.PERSONAL else self.tr("New professional draft")
        )
        self._retry = Button(self.tr("Try again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._words)
        for button in (self._new, self._retry):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self._new.clicked.connect(self.new_asked)
        self._retry.clicked.connect(self.retry_asked)

    def show_empty(self) -> None:
        """Say that no draft is open."""
        self._say(self.tr("No draft is open here."), locked=False)

    def show_locked(self, sentence: str) -> None:
        """Say why the drafts of this persona cannot be opened."""
        self._say(sentence, locked=True)

    def focus_button(self) -> None:
        """Give the keyboard to the one thing that can be done here."""
        (self._new if self._new.isVisibleTo(self) else self._retry).setFocus()

    def _say(self, words: str, *, locked: bool) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._new.setVisible(not locked)
        self._retry.setVisible(locked)
