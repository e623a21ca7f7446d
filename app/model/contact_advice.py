"""What to do about a contact request: a recommendation, its reason, and replies that can be sent as they are."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.contact_request import Outcome


class Tone(StrEnum):
    """How a reply sounds."""

    WARM = "warm"
    BRIEF = "brief"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Reply:
    """Words to answer a request with, what it comes to once they are sent, and the network they lead to, if any."""

    tone: Tone
    text: str
    outcome: Outcome
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class SafetyStep:
    """One thing to do about somebody who frightens the writer, and how."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactAdvice:
    """The answer to "who asks, and on which account?"; ``steps`` are for somebody who frightens the writer alone."""

    recommendation: str
    reason: str
    replies: tuple[Reply, ...]
    steps: tuple[SafetyStep, ...] = ()

    def in_tone(self, tone: Tone) -> tuple[Reply, ...]:
        """Return the replies that sound like *tone*."""
        return tuple(reply for reply in self.replies if reply.tone is tone)
