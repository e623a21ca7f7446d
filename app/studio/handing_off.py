"""The gate: one more look at the exact characters that will leave, and a record that they left."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.model.draft import RevisionReason, Stage
from app.model.finding import Finding, Report, Severity
from app.model.ids import DraftId, PersonaId
from app.model.policy import Policy
from app.studio.changes import Changes
from app.studio.drafting import Drafting
from app.studio.reviewing import Reviewing
from app.studio.vaults import Vaults


@dataclass(frozen=True, slots=True)
class Gate:
    """What the gate saw in the text that is about to leave; it asks, it never blocks."""

    report: Report

    @property
    def asks_about(self) -> Finding | None:
        """The worst open finding when it is a hold, ``None`` when the text may leave without a question."""
        worst = next(iter(self.report.worst_first()), None)
        return worst if worst is not None and worst.severity is Severity.HOLD else None


class HandingOff:
    """Check what leaves, and remember that it left."""

    def __init__(self, vaults: Vaults, drafting: Drafting, reviewing: Reviewing, now: Callable[[], datetime]) -> None:
        self._vaults = vaults
        self._drafting = drafting
        self._reviewing = reviewing
        self._now = now

    def gate(self, persona_id: PersonaId, draft_id: DraftId, text: str, policy: Policy) -> Gate:
        """Review exactly *text* there and then."""
        return Gate(self._reviewing.review(persona_id, draft_id, text, policy))

    def left(self, draft_id: DraftId) -> Changes:
        """Keep the text as it left, and move the draft to "handed off"."""
        draft = self._drafting.draft(draft_id)
        drafts = self._vaults.home_of(draft_id).drafts
        drafts.keep_revision(draft_id, RevisionReason.COPIED_OUT, self._now())
        if draft.stage in (Stage.DRAFT, Stage.READY):
            return self._drafting.set_stage(draft_id, Stage.HANDED_OFF)
        return Changes.of_drafts(draft_id)
