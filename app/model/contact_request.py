"""Somebody wants in: who asked to be a contact, on which account, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.model.ids import PersonaId

ContactRequestId = NewType("ContactRequestId", str)


class Asker(StrEnum):
    """Who asks, as the writer sees them; ``CLIENT`` stands for whomever the persona works with."""

    CLIENT = "client"
    COLLEAGUE = "colleague"
    BOSS = "boss"
    SUPPLIER = "supplier"
    FRIEND = "friend"
    UNKNOWN = "unknown"
    FRIGHTENING = "frightening"


class Outcome(StrEnum):
    """What the writer did about a request."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REDIRECTED = "redirected"
    DECLINED = "declined"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class ContactRequest:
    """One entry of the log; ``name`` and ``note`` are the writer's words, ``network`` an id or empty. Times are UTC."""

    id: ContactRequestId
    asker: Asker
    name: str
    network: str
    asked_at: datetime
    outcome: Outcome = Outcome.OPEN
    decided_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """An entry of the log, and the persona whose account the request came to."""

    persona_id: PersonaId
    request: ContactRequest
