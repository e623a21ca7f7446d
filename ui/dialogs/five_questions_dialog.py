"""Five short questions about an account; each can be skipped, and what was answered stays when the rest is left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from app.errors import PersonaClash
from ui.dialogs.persona_pages.answers import Answers, Keep, Lore, NotKept, Unclear
from ui.dialogs.persona_pages.clash_words import clash_words
from ui.dialogs.persona_pages.page import Page, put_before, sentence
from ui.dialogs.persona_pages.pages import question_pages
from ui.dialogs.question import column_of
from ui.widgets.button import Button, Look
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip

_LEAST_WIDTH, _LEAST_HEIGHT = 620, 460
_USUAL_WIDTH, _USUAL_HEIGHT = 680, 560


class FiveQuestionsDialog(QDialog):
    """Keeps each answer by *keep* as soon as the next question is asked; nothing has to be answered."""

    def __init__(self, answers: Answers, lore: Lore, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self._keep = keep
        self._was_told = False
        self._described: QWidget | None = None
        self.setWindowTitle(self.tr("Five questions about {persona}").format(persona=answers.persona.name))
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.resize(_USUAL_WIDTH, _USUAL_HEIGHT)
        self._makers = question_pages(lore)
        self._stack = QStackedWidget()
        self._step = sentence(" ", "muted")
        self._problem = NoticeStrip()
        self._back = Button(self.tr("Back"))
        self._next = Button("", look=Look.PRIMARY)
        self._skip = Button(self.tr("Skip"))
        self._later = Button(self.tr("Finish later"), look=Look.QUIET)
        self._lay_out()
        self._ask(0)

    def reject(self) -> None:
        """Keep what was answered and close; an answer that cannot be kept is said once before it is let go."""
        if self._was_told or self._take():
            super().reject()
        self._was_told = True

    def _lay_out(self) -> None:
        layout = column_of(self)
        layout.addWidget(self._step)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._problem)
        self._next.setDefault(True)
        self._next.clicked.connect(self._go_on)
        self._skip.clicked.connect(self._pass_over)
        self._back.clicked.connect(self._go_back)
        self._later.clicked.connect(self.reject)
        QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return), self, self._go_on)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._later)
        row.addStretch(1)
        for button in (self._back, self._next, self._skip):
            row.addWidget(button)
        layout.addLayout(row)

    def _ask(self, number: int) -> None:
        last = len(self._makers) - 1
        while self._stack.count() <= number:
            page = self._makers[self._stack.count()].make()
            page.show_answers(self._answers)
            self._stack.addWidget(page)
            put_before(page, self._later, self._back, self._next, self._skip)
        self._was_told = False
        self._problem.show_notice(None)
        self._page(number).enter(self._answers)
        self._stack.setCurrentIndex(number)
        words = self.tr("Question {number} of {last}. Nothing has to be answered.")
        self._step.setText("" if number == last else words.format(number=number + 1, last=last))
        self._back.setVisible(number > 0)
        self._skip.setVisible(number < last)
        self._later.setVisible(number < last)
        self._next.set_words(self.tr("Done") if number == last else self.tr("Next"))
        self._page(number).focus_first()

    def _go_on(self) -> None:
        if not self._take():
            return
        number = self._stack.currentIndex()
        if number + 1 < len(self._makers):
            self._ask(number + 1)
        else:
            self.accept()

    def _go_back(self) -> None:
        if self._take():
            self._ask(self._stack.currentIndex() - 1)

    def _pass_over(self) -> None:
        """Go on without this question, which stays as it was answered before."""
        self._page(self._stack.currentIndex()).show_answers(self._answers)
        self._ask(self._stack.currentIndex() + 1)

    def _take(self) -> bool:
        """Keep what stands on the page; return whether that could be done, and say why where it could not."""
        page = self._page(self._stack.currentIndex())
        try:
            answers = page.answered(self._answers)
            if answers != self._answers:
                self._keep(answers)
        except Unclear as problem:
            self._say(problem.words, problem.field)
        except PersonaClash as problem:
            self._say(clash_words(problem), page.field_of(problem.network))
        except NotKept as problem:
            self._say(problem.words, None)
        else:
            self._answers = answers
            return True
        return False

    def _page(self, number: int) -> Page:
        page = self._stack.widget(number)
        assert isinstance(page, Page)
        return page

    def _say(self, words: str, field: QWidget | None) -> None:
        self._problem.show_notice(Notice(NoticeKind.WARN, words))
        if self._described is not None:
            self._described.setAccessibleDescription("")
        self._described = field
        if field is not None:
            field.setAccessibleDescription(words)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
