"""Somebody wants in: answer a contact request, and look up what came of earlier ones."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from app.model.contact_advice import ContactAdvice
from app.model.contact_request import LoggedRequest
from ui.dialogs.contact_answer_page import ContactAnswerPage
from ui.dialogs.contact_log_page import ContactLogPage
from ui.dialogs.question import column_of
from ui.widgets.contact_words import Account, Asked
from ui.widgets.segmented_control import Segment, SegmentedControl

ANSWER, LOG = "answer", "log"


class ContactRequestDialog(QDialog):
    """Two pages; stays open beside the drafts, so that one can be looked at and the reply sent meanwhile."""

    closed = Signal()

    def __init__(self, advise: Callable[[Asked], ContactAdvice | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Contact requests"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(520, 460)
        self.resize(720, 660)
        self._pages = SegmentedControl(
            (
                Segment(ANSWER, self.tr("Answer a request"), "person", "ink_soft"),
                Segment(LOG, self.tr("Log"), "file-text", "ink_soft"),
            ),
            self.tr("Page"),
        )
        self._pages.chosen.connect(self.show_page)
        self.answer = ContactAnswerPage(advise)
        self.log = ContactLogPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.answer)
        self._stack.addWidget(self.log)
        column = column_of(self)
        column.addWidget(self._pages, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stack, 1)
        self.show_page(ANSWER)
        self.answer.form.focus_first()
        self.finished.connect(lambda _result: self.closed.emit())

    def show_page(self, page: str) -> None:
        """Show the page for answers or the log."""
        self._pages.choose(page)
        self._stack.setCurrentIndex(0 if page == ANSWER else 1)

    def show_accounts(self, accounts: Iterable[Account], chosen: Account | None = None) -> None:
        """Offer *accounts* in the question where the request came in."""
        self.answer.show_accounts(accounts, chosen)

    def show_log(self, entries: Iterable[LoggedRequest], accounts: Iterable[Account], now: datetime) -> None:
        """List *entries* of the log."""
        self.log.show_log(entries, {account.persona_id: account for account in accounts}, now)

    def say_problem(self, words: str) -> None:
        """Say what went wrong on the page that is on show."""
        page = self.answer if self._stack.currentIndex() == 0 else self.log
        page.say_problem(words)
