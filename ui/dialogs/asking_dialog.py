"""Questions before a text leaves, answered by one key each; an answer offers a change first and never blocks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.model.asking import Question
from ui.dialogs.question import asked, column_of, row_of
from ui.widgets.button import Button, Look
from ui.widgets.choice import Choice
from ui.widgets.choice_row import ChoiceRow

_WIDTH = 580
_LEAST_WIDTH = 420
_AROUND_ROWS = 190
_ROW_GAP = 14


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, its answers, and *advise*: what could be changed after these words, empty when nothing need be."""

    question: Question
    text: str
    choices: tuple[Choice, ...]
    advise: Callable[[tuple[str, ...]], str]
    several: bool = False


@dataclass(frozen=True, slots=True)
class AskingWording:
    """The words around the questions; *go_on* is what can be done where nothing speaks against it, *anyway* where."""

    title: str
    introduction: str
    go_on: str
    anyway: str


@dataclass(frozen=True, slots=True)
class Considered:
    """What the writer answered, several words with a comma between them, and whether the text *leaves* now.

    A text that leaves has an answer to every question, an empty one where it was left out.
    """

    leaves: bool
    answers: Mapping[Question, str]


class AskingDialog(QDialog):
    """Asks everything in one window; once an answer speaks against it, "Change it" comes first."""

    def __init__(self, wording: AskingWording, asked: tuple[Asked, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._rows = {each.question: ChoiceRow(each.text, each.choices, several=each.several) for each in asked}
        self._questions = QVBoxLayout()
        self._scroll = QScrollArea()
        self._first = Button(wording.go_on, look=Look.PRIMARY)
        self._second = Button(self.tr("Back to the draft"))
        self.setWindowTitle(wording.title)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._lay_out()
        for each, following in zip(asked, (*tuple(self._rows.values())[1:], None), strict=True):
            row = self._rows[each.question]
            row.picked.connect(partial(self._weigh, row, each))
            row.settled.connect(partial(self._go_on, row, following))
        self._first.clicked.connect(lambda: self.done(int(not self.speaks_against)))
        self._second.clicked.connect(lambda: self.done(int(self.speaks_against)))
        self.resize(_WIDTH, 0)
        next(iter(self._rows.values())).take_keyboard()

    @property
    def speaks_against(self) -> bool:
        """Whether one of the answers so far is a reason to change something first."""
        return any(row.advice() for row in self._rows.values())

    def ask(self) -> Considered:
        """Ask, and return the answers; leaving the window in any other way is going back to the draft."""
        leaves = asked(self)
        answers = {question: ",".join(row.words()) for question, row in self._rows.items()}
        return Considered(leaves, {each: words for each, words in answers.items() if words or leaves})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._make_room()
        return False

    def _lay_out(self) -> None:
        column = column_of(self)
        for text, name in ((self._wording.title, "h1"), (self._wording.introduction, "body")):
            label = QLabel(text)
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addWidget(self._scrolling_rows(), 1)
        for button in (self._first, self._second):
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard
        column.addLayout(row_of(self._first, self._second))
        self.setAccessibleDescription(self._wording.introduction)

    def _scrolling_rows(self) -> QScrollArea:
        """Return the questions; only on a small screen there is something to scroll."""
        rows = QWidget()
        rows.setLayout(self._questions)
        self._questions.setContentsMargins(0, 0, 0, 0)
        self._questions.setSpacing(_ROW_GAP)
        for row in self._rows.values():
            self._questions.addWidget(row)
        self._questions.addStretch(1)
        self._scroll.setWidget(rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        rows.setAutoFillBackground(False)
        rows.installEventFilter(self)
        return self._scroll

    def _make_room(self) -> None:
        """Make the window as high as its questions and what is said below them, as far as the screen is."""
        whole = self.layout()
        assert whole is not None
        wanted = self._questions.totalHeightForWidth(self._scroll.viewport().width())
        available = self.screen().availableGeometry().height() - _AROUND_ROWS
        self._scroll.setMinimumHeight(max(0, min(wanted, available)))
        self.resize(self.width(), max(self.height(), whole.totalHeightForWidth(self.width())))

    def _weigh(self, row: ChoiceRow, asked: Asked, words: object) -> None:
        assert isinstance(words, tuple)
        row.show_advice(asked.advise(words))
        against = self.speaks_against
        self._first.set_words(self.tr("Change it") if against else self._wording.go_on)
        self._second.set_words(self._wording.anyway if against else self.tr("Back to the draft"))

    def _go_on(self, row: ChoiceRow, following: ChoiceRow | None) -> None:
        if following is None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            following.take_keyboard()
        in_view = following or row
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(in_view))  # once it has its place
