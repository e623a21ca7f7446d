"""Read the draft on show as somebody else would."""

from app.checks.lens import Reading, read_by, reading_of
from app.model.finding import Group
from app.model.ids import DraftId, PersonaId
from app.model.policy import Policy
from app.studio.reviewing import Reviewing


class Lens:
    """The eyes of one reader at a time."""

    def __init__(self, reviewing: Reviewing) -> None:
        self._reviewing = reviewing
        self._latest: tuple[Policy, Group, Policy] | None = None

    def read(self, persona_id: PersonaId, draft_id: DraftId, text: str, policy: Policy, group: Group) -> Reading:
        """Return what *group*, were it known to read the account, would mind in *text* as it stands in the draft."""
        report = self._reviewing.review(persona_id, draft_id, text, self._read_by(policy, group))
        return reading_of(report, group)

    def _read_by(self, policy: Policy, group: Group) -> Policy:
        """Return the same value as at the last key: the engine knows it again without looking at its every name."""
        if self._latest is None or self._latest[0] is not policy or self._latest[1] is not group:
            self._latest = policy, group, read_by(policy, group)
        return self._latest[2]
