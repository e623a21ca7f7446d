"""What is asked before a text leaves: about its picture, and four questions as the persona has them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import TwofoldError
from app.model.asking import Picture, Question, said_of
from app.model.boundaries import Asking
from app.model.draft import Draft
from app.model.finding import Report
from app.model.persona import Persona, Side
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.window.actions import Actions
from ui.window.desk import Desk
from ui.window.draft_pane import DraftPane
from ui.window.pane_desk import PaneDesk

if TYPE_CHECKING:
    pass

_ACTIONS = {Asking.WHEN_OPEN: "ask_when_open", Asking.ALWAYS: "ask_always", Asking.NEVER: "ask_never"}


class AskingDesk(PaneDesk):
    """Asks, keeps the answers with the draft, and knows when each persona wants to be asked."""

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        desk: Desk,
        panes: Mapping[Side, DraftPane],
        window: QWidget,
    ) -> None:
        super().__init__(studio, signals, desk, panes, window)
        for pane in panes.values():
            pane.picture_chosen.connect(partial(self._set_picture, pane))

    def may_leave(self, side: Side, report: Report) -> bool:
        """Ask what is still to be asked about the draft on *side*, of which *report* is the review.

        Return whether the text is to leave now; if not, the keyboard is in it. Nothing is asked where earlier answers
        cannot be read.
        """
        pane = self._panes[side]
        if pane.draft is None or pane.persona is None:
            return False
        try:
            questions = self._studio.questioning.what_to_ask(pane.persona.id, pane.draft.id, report.text, report)
        except TwofoldError as problem:
            self.failed.emit(problem)
            return True
        if self._asked(pane.draft, pane.persona, questions, report):
            return True
        self._desk.focus(side)
        worst = next(iter(report.worst_first()), None)
        if worst is not None:
            pane.show_finding(worst)
        return False

    def slots_by_action(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions of this desk do, by their names."""
        return {name: partial(self._ask_when, asking) for asking, name in _ACTIONS.items()}

    def tick(self, actions: Actions) -> None:
        """Tick that one of *actions* which says when the current persona is asked."""
        persona = self._desk.pane.persona
        for asking, name in _ACTIONS.items():
            actions[name].setCheckable(True)
            actions[name].setChecked(persona is not None and self._studio.questioning.asks(persona.id) is asking)

    def _asked(self, draft: Draft, persona: Persona, questions: tuple[Question, ...], report: Report) -> bool:
        """Ask in one window about the picture and in one more everything else; return whether the text may leave."""
        others = tuple(question for question in questions if question is not Question.PICTURE)
        if Question.PICTURE in questions:
            from ui.dialogs.picture_dialog import PictureDialog  # not needed for the first paint

            said = PictureDialog(draft.picture, persona, self._window, is_last=not others).ask()
            about_it = {question: said_of(draft.picture, words) for question, words in said.answers.items()}
            self._keep(draft, report.text, about_it)
            if not said.leaves:
                return False
        if others:
            from ui.dialogs.before_you_post_dialog import AboutToPost, BeforeYouPostDialog  # nor is this

            about = AboutToPost(persona, self._studio.personas.boundaries(persona.id).audience, report)
            said = BeforeYouPostDialog(about, others, self._window).ask()
            self._keep(draft, report.text, said.answers)
            return said.leaves
        return True

    def _keep(self, draft: Draft, text: str, answers: Mapping[Question, str]) -> None:
        if answers:
            self._attempt(lambda: self._studio.questioning.answer(draft.id, text, answers))

    def _set_picture(self, pane: DraftPane, picture: Picture) -> None:
        draft = pane.draft
        if draft is not None:
            self._attempt(lambda: self._studio.questioning.set_picture(draft.id, picture))

    def _ask_when(self, asking: Asking) -> None:
        persona = self._desk.pane.persona
        if persona is not None:
            self._attempt(lambda: self._studio.questioning.ask_when(persona.id, asking))
