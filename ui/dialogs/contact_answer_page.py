"""Answer one contact request: who asks and where, what to do about it, what to reply, and what came of it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.contact_advice import ContactAdvice, Reply
from app.model.contact_request import Asker, Outcome
from ui.dialogs.question import row_of
from ui.widgets.advice_card import AdviceCard, SafetySteps
from ui.widgets.announcer import announce
from ui.widgets.button import Button, Look
from ui.widgets.contact_form import ContactForm
from ui.widgets.contact_words import Account, Asked, sent_to_words
from ui.widgets.decision_fields import DecisionFields
from ui.widgets.giveaway_search import GiveawaySearch
from ui.widgets.notice_strip import Notice, NoticeAction, NoticeKind, NoticeStrip
from ui.widgets.reply_choice import ReplyChoice
from ui.widgets.wrapped_label import wrapped_label


class ContactAnswerPage(QWidget):
    """Says what *advise* returns for the answers given, at every change of them."""

    copied = Signal(object)  # Reply
    kept = Signal()
    another_asked = Signal()

    def __init__(self, advise: Callable[[Asked], ContactAdvice | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advise = advise
        self._advice: ContactAdvice | None = None
        self._noted = ""
        self.form = ContactForm()
        self._card = AdviceCard()
        self._steps = SafetySteps()
        self.search = GiveawaySearch()
        self._replies = ReplyChoice()
        self._decision = DecisionFields()
        self._strip = NoticeStrip()
        self._keep = Button(self.tr("Keep in the log"), look=Look.PRIMARY)
        self._lay_out()
        self.form.changed.connect(self._ask)
        self._replies.copied.connect(self._take_reply)
        self._keep.clicked.connect(self.kept)
        self._strip.chosen.connect(lambda _action: self._start_again())

    def show_accounts(self, accounts: Iterable[Account], chosen: Account | None = None) -> None:
        """Offer *accounts*, and say again what to do."""
        offered = tuple(accounts)
        self.search.show_names({account.persona_id: account.persona_name for account in offered})
        self.form.show_accounts(offered, chosen)

    def decision(self) -> tuple[Outcome, str]:
        """Return what came of it, and the note."""
        return self._decision.outcome(), self._decision.note()

    def say_kept(self, words: str) -> None:
        """Say that the request stands in the log, and offer to go on to another one."""
        another = NoticeAction("another", self.tr("Another request"))
        self._strip.show_notice(Notice(NoticeKind.INFO, words, (another,)))

    def say_problem(self, words: str) -> None:
        """Say what went wrong."""
        self._strip.show_notice(Notice(NoticeKind.ERROR, words))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 4)
        column.setSpacing(12)
        for part in (self.form, self._card, self._steps, self.search):
            column.addWidget(part)
        column.addWidget(wrapped_label(self.tr("Ready replies"), "h2"))
        column.addWidget(self._replies)
        column.addWidget(self._decision)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._strip)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._keep.setDefault(True)
        close = Button(self.tr("Close"))
        close.clicked.connect(lambda: self.window().close())
        return row_of(self._keep, close)

    def _ask(self) -> None:
        asked = self.form.asked()
        advice = None if asked is None else self._advise(asked)
        if asked is None or advice is None or advice == self._advice:
            return
        told_apart = self._advice is None or self._advice.recommendation != advice.recommendation
        self._advice = advice
        self._card.show_advice(advice)
        self._steps.show_steps(advice.steps)
        self.search.setVisible(asked.asker is Asker.FRIGHTENING)
        self._replies.show_advice(advice)
        if told_apart:
            announce(self, advice.recommendation)

    def _take_reply(self, reply: Reply) -> None:
        _, note = self.decision()
        if note in ("", self._noted):
            note = self._noted = sent_to_words(reply.leads_to) if reply.leads_to else ""
        self._decision.show_decision(reply.outcome, note)
        self.copied.emit(reply)

    def _start_again(self) -> None:
        self._strip.show_notice(None)
        self._noted = ""
        self._decision.show_decision(Outcome.OPEN, "")
        self.form.start_again()
        self.another_asked.emit()
