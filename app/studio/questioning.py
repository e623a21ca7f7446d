"""What to ask before a post leaves, by what is open in it and as its writer wants it; and what was answered."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from app.model.asking import FOUR_QUESTIONS, Answer, Picture, Question, is_said_of
from app.model.boundaries import Asking
from app.model.draft import Draft
from app.model.finding import Report, Severity
from app.model.ids import DraftId, PersonaId
from app.studio.changes import Changes, Topic
from app.studio.drafting import Drafting, digest_of
from app.studio.vaults import Vaults


class Questioning:
    """Decide what is asked; a question is asked once about a text, and an answer never keeps a text from leaving."""

    def __init__(self, vaults: Vaults, drafting: Drafting, now: Callable[[], datetime]) -> None:
        self._vaults = vaults
        self._drafting = drafting
        self._now = now

    def asks(self, persona_id: PersonaId) -> Asking:
        """Return when the four questions are asked on an open persona."""
        return self._vaults.vault(persona_id).boundaries.asks

    def ask_when(self, persona_id: PersonaId, asking: Asking) -> Changes:
        """Ask the four questions on this persona as *asking* says."""
        vault = self._vaults.vault(persona_id)
        vault.save_persona(vault.persona, replace(vault.boundaries, asks=asking))
        return Changes.of(Topic.PERSONAS)

    def set_picture(self, draft_id: DraftId, picture: Picture) -> Changes:
        """Say what is in the picture that goes with a draft."""
        self._vaults.home_of(draft_id).drafts.set_picture(draft_id, picture)
        return Changes.of_drafts(draft_id)

    def what_to_ask(self, persona_id: PersonaId, draft_id: DraftId, text: str, report: Report) -> tuple[Question, ...]:
        """Return what is still to be asked about exactly *text*, of which *report* is the review.

        First comes the question about the picture, whenever there is one: it is a matter of the draft. The four others
        come as the persona has it: always, never, or when there is a picture or something open above a note.
        """
        draft = self._drafting.draft(draft_id)
        due = [Question.PICTURE] if draft.picture is not Picture.NONE else []
        if self._asks_four(persona_id, draft, report):
            due += FOUR_QUESTIONS
        answered = self._answered(draft, text)
        return tuple(question for question in due if question not in answered)

    def answer(self, draft_id: DraftId, text: str, answers: Mapping[Question, str]) -> Changes:
        """Keep what was answered about exactly *text* with the draft; no words stand for a question left out."""
        digest, now = digest_of(text), self._now()
        kept = [Answer(question, words, digest, now) for question, words in answers.items()]
        self._vaults.home_of(draft_id).answers.add(draft_id, kept)
        return Changes.of_drafts(draft_id)

    def answers(self, draft_id: DraftId) -> tuple[Answer, ...]:
        """Return the newest answer to each question that was ever answered about a draft."""
        return self._vaults.home_of(draft_id).answers.of(draft_id)

    def _asks_four(self, persona_id: PersonaId, draft: Draft, report: Report) -> bool:
        asking = self.asks(persona_id)
        if asking is Asking.WHEN_OPEN:
            is_open = report.worst is not None and report.worst > Severity.NOTE
            return is_open or draft.picture is not Picture.NONE
        return asking is Asking.ALWAYS

    def _answered(self, draft: Draft, text: str) -> frozenset[Question]:
        """Return what was answered about exactly *text*; what was said about another picture is not."""
        digest = digest_of(text)
        return frozenset(
            each.question
            for each in self._vaults.home_of(draft.id).answers.all_of(draft.id)
            if each.text_digest == digest
            and (each.question is not Question.PICTURE or is_said_of(draft.picture, each.answer))
        )
