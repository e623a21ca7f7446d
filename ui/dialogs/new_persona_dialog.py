"""A new persona: its name and its colour."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from app.errors import PersonaClash
from app.model.persona import Side
from ui.dialogs.question import column_of, row_of
from ui.style import theme
from ui.style.colours import PERSONA_COLOURS
from ui.style.icons import SIDE_ICONS, icon
from ui.widgets.button import Button, Look
from ui.widgets.colour_words import colour_words
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip

_LONGEST_NAME = 60


class NewPersonaDialog(QDialog):
    """Asks until *make* takes name and colour, or none is to be made."""

    def __init__(self, side: Side, make: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._make = make
        titles = {
            Side.PERSONAL: self.tr("New personal persona"),
            Side.PROFESSIONAL: self.tr("New professional persona"),
        }
        self.setWindowTitle(titles[side])
        self.setMinimumWidth(420)
        self._name = QLineEdit()
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.setAccessibleName(self.tr("Name"))
        self._colour = QComboBox()
        self._colour.setAccessibleName(self.tr("Colour"))
        for colour in PERSONA_COLOURS[side]:
            ink = theme.current().persona(side, colour)
            self._colour.addItem(icon(SIDE_ICONS[side], ink), colour_words(side, colour), colour)
        self._problem = NoticeStrip()
        layout = column_of(self)
        title = QLabel(self.windowTitle())
        title.setObjectName("h1")
        layout.addWidget(title)
        words = QLabel(self.tr("It has drafts, readers and watch terms of its own, in an encrypted file of its own."))
        words.setWordWrap(True)
        layout.addWidget(words)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Name"), self._name)
        form.addRow(self.tr("&Colour"), self._colour)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        save = Button(self.tr("Create"), look=Look.PRIMARY)
        save.setDefault(True)
        save.clicked.connect(self._save)
        cancel = Button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout.addLayout(row_of(save, cancel))

    def _save(self) -> None:
        if not self._name.text().strip():
            self._say(self.tr("A persona needs a name, for the title of the window and the copy button."))
            return
        try:
            self._make(self._name.text(), str(self._colour.currentData()))
        except PersonaClash as problem:
            words = self.tr("Another persona is called {name} too. With a name of its own you can tell them apart.")
            self._say(words.format(name=problem.shared))
        else:
            self.accept()

    def _say(self, words: str) -> None:
        self._problem.show_notice(Notice(NoticeKind.WARN, words))
        self._name.setAccessibleDescription(words)
        self.adjustSize()
        self._name.setFocus()
