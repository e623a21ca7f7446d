"""What can be said about the persona on show: all about it, five questions, and its boundary statement."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import PersonaClash, TwofoldError
from app.model.persona import Persona, Side
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.dialogs.question import asked
from ui.widgets.notice_strip import NoticeAction
from ui.window.desk import Desk
from ui.window.sentences import sentence_for

if TYPE_CHECKING:
    from ui.dialogs.persona_pages.answers import Answers, Lore

_FIVE_QUESTIONS = "five-questions"


class PersonaDesk(QObject):
    """Asks about the persona on show and keeps the answers. Its dialogs are not needed for the first paint."""

    told = Signal(str, object)  # a sentence, and a NoticeAction

    def __init__(self, studio: Studio, signals: StudioSignals, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._studio = studio
        self._signals = signals
        self._desk = desk
        self._window = window

    def describe(self, side: Side | None = None, page: int = 0) -> None:
        """Ask everything about the persona on *side* (the current one), beginning with *page*."""
        persona = self._persona_on(side)
        if persona is not None:
            from ui.dialogs.persona_dialog import PersonaDialog

            answers, lore = self._answers(persona), self._lore(persona)
            dialog = PersonaDialog(answers, lore, self._keep, self._window)
            if page:
                dialog.show_page(page)
            asked(dialog)

    def ask_who_reads(self) -> None:
        """Ask everything about the persona of the current side, beginning with who reads its account."""
        from ui.dialogs.persona_dialog import READERS_PAGE

        self.describe(page=READERS_PAGE)

    def ask_questions(self, side: Side | None = None) -> None:
        """Ask the five questions about the persona on *side* (the current one)."""
        persona = self._persona_on(side)
        if persona is not None:
            from ui.dialogs.five_questions_dialog import FiveQuestionsDialog

            answers, lore = self._answers(persona), self._lore(persona)
            asked(FiveQuestionsDialog(answers, lore, self._keep, self._window))

    def invite(self) -> None:
        """Say that there are five questions; nobody has to answer them."""
        words = self.tr("Five short questions tell Twofold who reads along and where you draw the line, if you like.")
        self.told.emit(words, NoticeAction(_FIVE_QUESTIONS, self.tr("Five questions…")))

    def answer(self, action: NoticeAction) -> None:
        """Ask the five questions when *action* is the answer to the invitation."""
        if action.key == _FIVE_QUESTIONS:
            self.ask_questions()

    def show_boundaries(self, side: Side | None = None) -> None:
        """Show the boundary statement of the persona on *side* (the current one)."""
        persona = self._persona_on(side)
        if persona is None:
            return
        from app.studio.statement import statement_of
        from ui.dialogs.persona_dialog import STATEMENT_PAGE
        from ui.dialogs.statement_dialog import StatementAnswer, StatementDialog

        statement = statement_of(persona, self._studio.personas.boundaries(persona.id))
        answer = StatementDialog(persona, statement, self._window).ask()
        if answer is StatementAnswer.EDIT:
            self.describe(persona.side, STATEMENT_PAGE)
        elif answer is StatementAnswer.QUESTIONS:
            self.ask_questions(persona.side)

    def _persona_on(self, side: Side | None) -> Persona | None:
        return self._studio.personas.on_side(side or self._desk.side)

    def _answers(self, persona: Persona) -> "Answers":
        from ui.dialogs.persona_pages.answers import Answers

        return Answers(persona, self._studio.personas.boundaries(persona.id))

    def _lore(self, persona: Persona) -> "Lore":
        from app.studio.stance_presets import stance_choices
        from app.studio.statement import statement_from
        from app.studio.watch_term_import import read_watch_terms
        from ui.dialogs.persona_pages.answers import Lore

        today = self._studio.personas.today(persona.id)
        return Lore(
            stance_choices(persona.side), statement_from, lambda name, data: read_watch_terms(name, data, today), today
        )

    def _keep(self, answers: "Answers") -> None:
        from ui.dialogs.persona_pages.answers import NotKept

        try:
            changes = self._studio.personas.describe(answers.persona, answers.boundaries)
        except PersonaClash:
            raise
        except TwofoldError as problem:
            raise NotKept(sentence_for(problem)) from problem
        self._signals.announce(changes, self)
