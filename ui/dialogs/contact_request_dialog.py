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
    decided = Signal(object, object, str)  # LoggedRequest, Outcome, the note
    removed = Signal(object)  # LoggedRequest
    returned = Signal(object)  # LoggedRequest, removed by mistake

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
        self._log: ContactLogPage | None = None
        self._show_in: Callable[[ContactLogPage], None] = lambda _page: None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.answer)
        column = column_of(self)
        column.addWidget(self._pages, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stack, 1)
        self.show_page(ANSWER)
        self.answer.form.focus_first()
        self.finished.connect(lambda _result: self.closed.emit())

    def show_page(self, page: str) -> None:
        """Show the page for answers or the log."""
        self._pages.choose(page)
        self._stack.setCurrentWidget(self.answer if page == ANSWER else self._log_page())

    def show_accounts(self, accounts: Iterable[Account], chosen: Account | None = None) -> None:
        """Offer *accounts* in the question where the request came in."""
        self.answer.show_accounts(accounts, chosen)

    def show_log(self, entries: Iterable[LoggedRequest], accounts: Iterable[Account], now: datetime) -> None:
        """List *entries* of the log."""
        known, listed = {account.persona_id: account for account in accounts}, tuple(entries)
        self._show_in = lambda page: page.show_log(listed, known, now)
        if self._log is not None:
            self._show_in(self._log)

    def say_problem(self, words: str) -> None:
        """Say what went wrong on the page that is on show."""
        if self._log is not None and self._stack.currentWidget() is self._log:
            self._log.say_problem(words)
        else:
            self.answer.say_problem(words)

    def _log_page(self) -> ContactLogPage:
        """Return the page of the log, made when it is first asked for: most come to answer."""
        if self._log is None:
            self._log = ContactLogPage()
            self._log.decided.connect(self.decided)
            self._log.removed.connect(self.removed)
            self._log.returned.connect(self.returned)
            self._stack.addWidget(self._log)
            self._show_in(self._log)
        return self._log
