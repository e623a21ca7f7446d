"""What a use case touched, so that views know what to read again."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.ids import DraftId


class Topic(StrEnum):
    """A part of the user's data that somebody may be showing."""

    DRAFTS = "drafts"
    PERSONAS = "personas"
    DISMISSALS = "dismissals"
    CONTACT_REQUESTS = "contact_requests"


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics and drafts that a use case touched; empty means that nothing happened."""

    topics: frozenset[Topic] = frozenset()
    draft_ids: frozenset[DraftId] = frozenset()

    @classmethod
    def of_drafts(cls, *draft_ids: DraftId) -> "Changes":
        """Return changes to the named drafts."""
        return cls(frozenset({Topic.DRAFTS}), frozenset(draft_ids))

    @classmethod
    def of(cls, *topics: Topic) -> "Changes":
        """Return changes to whole topics."""
        return cls(frozenset(topics))

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.topics | other.topics, self.draft_ids | other.draft_ids)
