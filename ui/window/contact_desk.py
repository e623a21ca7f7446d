"""Contact requests: what to answer, the log, and the search for drafts that give away where their writer is."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import TwofoldError
from app.model.contact_advice import ContactAdvice, Reply
from app.model.contact_request import LoggedRequest, Outcome
from app.model.giveaway import Giveaway, SearchProgress
from app.model.ids import DraftId
from app.model.persona import Persona
from app.studio.changes import Changes, Topic
from app.studio.studio import Studio
from ui.bridge.studio_signals import Notice, StudioSignals
from ui.widgets.contact_words import Account, Asked, outcome_words
from ui.window.coming_forward import come_forward
from ui.window.desk import Desk
from ui.window.sentences import sentence_for

if TYPE_CHECKING:
    from ui.dialogs.contact_request_dialog import ContactRequestDialog

_AT_A_TIME_MS = 12


class ContactDesk(QObject):
    """Shows one dialog at a time and does what is chosen in it."""

    failed = Signal(object)  # TwofoldError

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        desk: Desk,
        open_draft: Callable[[DraftId], None],
        now: Callable[[], datetime],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._signals = signals
        self._desk = desk
        self._open_draft = open_draft
        self._now = now
        self._window = window
        self._dialog: ContactRequestDialog | None = None
        self._current: LoggedRequest | None = None
        self._search: Iterator[SearchProgress] = iter(())
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._search_on)
        signals.changed.connect(self._changed)

    def show(self) -> None:
        """Ask who wants in, on an account of the persona that is on show, if none other is chosen."""
        if not self._accounts():
            for locked in self._studio.vaults.locked():
                self.failed.emit(locked.reason)
            return
        if self._dialog is None:
            self._dialog = self._made()
        come_forward(self._dialog)

    def close(self) -> None:
        """Close the dialog, and look for nothing any more: the vaults are about to close."""
        if self._dialog is not None:
            self._dialog.close()

    def _made(self) -> "ContactRequestDialog":
        from ui.dialogs.contact_request_dialog import ContactRequestDialog  # not needed for the first paint

        dialog = ContactRequestDialog(self._advise, self._window)
        dialog.answer.copied.connect(self._copy)
        dialog.answer.kept.connect(self._keep)
        dialog.answer.another_asked.connect(self._forget_current)
        dialog.answer.search.search_asked.connect(self._begin_search)
        dialog.answer.search.opened.connect(self._open)
        dialog.decided.connect(self._decide)
        dialog.removed.connect(self._remove)
        dialog.returned.connect(self._bring_back)
        dialog.closed.connect(self._closed)
        persona = self._desk.pane.persona
        accounts = self._accounts()
        of_persona = (each for each in accounts if persona is not None and each.persona_id == persona.id)
        dialog.show_accounts(accounts, next(of_persona, None))
        self._show_log(dialog)
        return dialog

    def _accounts(self) -> tuple[Account, ...]:
        return tuple(account for persona in self._studio.personas.all() for account in _accounts_of(persona))

    def _advise(self, asked: Asked) -> ContactAdvice | None:
        try:
            return self._studio.contact_requests.advice(
                asked.account.persona_id, asked.asker, asked.name, asked.account.network
            )
        except TwofoldError:  # the persona has just gone; so will its account
            return None

    # Answering

    def _copy(self, reply: Reply) -> None:
        QGuiApplication.clipboard().setText(reply.text)
        self._keep_with(self.tr("Copied, and in the log: {outcome}."))

    def _keep(self) -> None:
        self._keep_with(self.tr("In the log: {outcome}."))

    def _keep_with(self, words: str) -> None:
        dialog = self._dialog
        asked = None if dialog is None else dialog.answer.form.asked()
        if dialog is None or asked is None:
            return
        outcome, note = dialog.answer.decision()
        if self._attempt(lambda: self._noted(asked, outcome, note)):
            dialog.answer.say_kept(words.format(outcome=outcome_words(outcome).lower()))

    def _noted(self, asked: Asked, outcome: Outcome, note: str) -> Changes:
        """Put the request into the log, or what has changed about the one that is being answered."""
        account, log = asked.account, self._studio.contact_requests
        current = self._current
        if current is not None and _is_the_same(asked, current):
            request_id = current.request.id
            changes = log.correct(account.persona_id, request_id, asked.asker, asked.name, account.network)
        else:
            request, changes = log.record(account.persona_id, asked.asker, asked.name, account.network)
            request_id = request.id
        changes |= log.decide(account.persona_id, request_id, outcome, note)
        entries = log.log(account.persona_id)
        self._current = next(entry for entry in entries if entry.request.id == request_id)
        return changes

    def _forget_current(self) -> None:
        self._current = None

    # The log

    def _decide(self, entry: LoggedRequest, outcome: Outcome, note: str) -> None:
        log = self._studio.contact_requests
        self._attempt(lambda: log.decide(entry.persona_id, entry.request.id, outcome, note))

    def _remove(self, entry: LoggedRequest) -> None:
        self._attempt(lambda: self._studio.contact_requests.forget(entry.persona_id, entry.request.id))
        if self._current is not None and self._current.request.id == entry.request.id:
            self._current = None

    def _bring_back(self, entry: LoggedRequest) -> None:
        self._attempt(lambda: self._studio.contact_requests.bring_back(entry))

    def _show_log(self, dialog: "ContactRequestDialog") -> None:
        try:
            dialog.show_log(self._studio.contact_requests.log(), self._accounts(), self._now().astimezone())
        except TwofoldError as problem:
            dialog.say_problem(sentence_for(problem))

    # Looking through the drafts

    def _begin_search(self) -> None:
        if self._dialog is not None:
            self._desk.keep()
            self._search = self._studio.giveaways.search()
            self._dialog.answer.search.begin()
            self._soon.start()

    def _search_on(self) -> None:
        """Look through as much as can be done without a wait that anybody would notice."""
        began = QElapsedTimer()
        began.start()
        try:
            while self._dialog is not None and began.elapsed() < _AT_A_TIME_MS:
                progress = next(self._search, None)
                if progress is None:
                    self._soon.stop()
                    return
                self._dialog.answer.search.show_progress(progress)
        except TwofoldError as problem:
            self._soon.stop()
            self._say(problem)

    def _open(self, found: Giveaway) -> None:
        self._open_draft(found.draft_id)
        self._window.activateWindow()
        pane = self._desk.pane
        if pane.draft is not None and pane.draft.id == found.draft_id and pane.words(found.span) == found.words:
            pane.editor.select_span(found.span)

    # What happens

    def _changed(self, notice: Notice) -> None:
        if self._dialog is None:
            return
        topics = notice.changes.topics
        if Topic.PERSONAS in topics:
            self._dialog.show_accounts(self._accounts())
        if not topics.isdisjoint((Topic.PERSONAS, Topic.CONTACT_REQUESTS)):
            self._show_log(self._dialog)

    def _closed(self) -> None:
        self._soon.stop()
        self._search = iter(())
        self._dialog = None
        self._current = None

    def _attempt(self, use_case: Callable[[], Changes]) -> bool:
        try:
            self._signals.announce(use_case(), self)
        except TwofoldError as problem:
            self._say(problem)
            return False
        return True

    def _say(self, problem: TwofoldError) -> None:
        if self._dialog is not None:
            self._dialog.say_problem(sentence_for(problem))


def _accounts_of(persona: Persona) -> Iterator[Account]:
    """Yield the persona on every network that it is on, or on none."""
    networks = dict.fromkeys((*persona.networks, *(handle.network for handle in persona.handles)))
    for network in networks or ("",):
        yield Account(persona.id, persona.name, persona.side, persona.works_with, network)


def _is_the_same(asked: Asked, current: LoggedRequest) -> bool:
    """Return whether *asked* is the request in the log, perhaps with the name that was missing."""
    request = current.request
    return (
        (asked.account.persona_id, asked.account.network) == (current.persona_id, request.network)
        and asked.asker is request.asker
        and request.name in ("", " ".join(asked.name.split()))
    )
