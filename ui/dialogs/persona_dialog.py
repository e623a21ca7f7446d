"""About a persona: who writes, who reads, how strict, which names stay private, when work is, and the statement."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from app.errors import PersonaClash
from ui.dialogs.persona_pages.answers import Answers, Keep, Lore, NotKept, Unclear
from ui.dialogs.persona_pages.clash_words import clash_words
from ui.dialogs.persona_pages.page import Page, put_before
from ui.dialogs.persona_pages.pages import editor_pages
from ui.dialogs.question import column_of, row_of
from ui.widgets.busy import busy
from ui.widgets.button import Button, Look
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip

_LIST_WIDTH = 156
_ITEM_PADDING = 14
_LEAST_WIDTH, _LEAST_HEIGHT = 760, 460
_USUAL_WIDTH, _USUAL_HEIGHT = 820, 600

READERS_PAGE = 1
STATEMENT_PAGE = 5


class PersonaDialog(QDialog):
    """Asks until *keep* takes the answers, all pages at once; nothing in it must be answered but the name."""

    def __init__(self, answers: Answers, lore: Lore, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self._keep = keep
        self._described: QWidget | None = None
        self.setWindowTitle(self.tr("About {persona}").format(persona=answers.persona.name))
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.resize(_USUAL_WIDTH, _USUAL_HEIGHT)
        self._makers = editor_pages(lore)
        self._pages: dict[int, Page] = {}
        self._list = QListWidget()
        self._stack = QStackedWidget()
        self._problem = NoticeStrip()
        self._save_button = Button(self.tr("Save"), look=Look.PRIMARY)
        self._cancel_button = Button(self.tr("Cancel"))
        for maker in self._makers:
            item = QListWidgetItem(maker.heading, self._list)
            item.setSizeHint(QSize(0, self._list.fontMetrics().height() + _ITEM_PADDING))
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.currentRowChanged.connect(self._enter)
        self._list.itemSelectionChanged.connect(self._follow_selection)  # a screen reader selects, and moves no row
        self._lay_out()
        for key, by in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), self, lambda by=by: self._turn(by))
        self._list.setCurrentRow(0)

    def _follow_selection(self) -> None:
        for item in self._list.selectedItems():
            self._list.setCurrentItem(item)

    def show_page(self, number: int) -> None:
        """Bring a page to the front, with the keyboard on it."""
        self._list.setCurrentRow(number)
        self._pages[number].focus_first()

    def _lay_out(self) -> None:
        layout = column_of(self)
        title = QLabel(self.windowTitle())
        title.setObjectName("muted")
        layout.addWidget(title)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._list)
        middle.addWidget(self._stack, 1)
        layout.addLayout(middle, 1)
        layout.addWidget(self._problem)
        self._save_button.setDefault(True)
        self._save_button.clicked.connect(self._save)
        self._cancel_button.clicked.connect(self.reject)
        layout.addLayout(row_of(self._save_button, self._cancel_button))

    def _turn(self, by: int) -> None:
        self.show_page((self._list.currentRow() + by) % len(self._makers))

    def _enter(self, number: int) -> None:
        answers = self._answers
        for page in self._pages.values():
            try:
                answers = page.answered(answers)
            except Unclear:  # said on saving; until then the other pages go by what was there before
                continue
        if number not in self._pages:
            self._pages[number] = self._makers[number].make()
            self._pages[number].show_answers(self._answers)
            self._stack.addWidget(self._pages[number])
            put_before(self._pages[number], self._save_button, self._cancel_button)
        self._pages[number].enter(answers)
        self._stack.setCurrentWidget(self._pages[number])

    def _save(self) -> None:
        answers = self._answers
        try:
            for page in self._pages.values():
                answers = page.answered(answers)
            if answers != self._answers:
                with busy():
                    self._keep(answers)
        except Unclear as problem:
            self._say(problem.words, problem.field)
        except PersonaClash as problem:
            fields = (page.field_of(problem.network) for page in self._pages.values())
            self._say(clash_words(problem), next((each for each in fields if each is not None), None))
        except NotKept as problem:
            self._say(problem.words, None)
        else:
            self.accept()

    def _say(self, words: str, field: QWidget | None) -> None:
        """Say what is in the way of saving, at the *field* where it is."""
        self._problem.show_notice(Notice(NoticeKind.WARN, words))
        if self._described is not None:
            self._described.setAccessibleDescription("")
        self._described = field
        if field is not None:
            at = next(number for number, page in self._pages.items() if page.isAncestorOf(field))
            self._list.setCurrentRow(at)
            field.setAccessibleDescription(words)
            field.setFocus()
