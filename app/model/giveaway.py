"""Where a draft gives away where its writer lives, works or can be found."""

from dataclasses import dataclass

from app.model.draft import Stage
from app.model.finding import Severity, Span
from app.model.ids import DraftId, PersonaId


@dataclass(frozen=True, slots=True)
class Giveaway:
    """One place in one draft: ``words`` is ``text[span.start:span.end]`` of the draft as it was looked at."""

    persona_id: PersonaId
    draft_id: DraftId
    title: str
    stage: Stage
    span: Span
    words: str
    risk_title: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class SearchProgress:
    """How far a search through drafts has come, and what the latest step of it has found."""

    looked_at: int
    drafts: int
    found: tuple[Giveaway, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether every draft has been looked at."""
        return self.looked_at == self.drafts
