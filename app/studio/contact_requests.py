"""Answer contact requests, and keep who asked and what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.model.contact_advice import ContactAdvice
from app.model.contact_request import Asker, ContactRequest, ContactRequestId, LoggedRequest, Outcome
from app.model.ids import PersonaId, new_id
from app.model.persona import Persona, Side
from app.store.contact_requests import ContactRequestTable
from app.studio.changes import Changes, Topic
from app.studio.contact_advice import contact_advice
from app.studio.personas import Personas
from app.studio.vaults import Vaults


class ContactRequests:
    """The log of each persona lies in its own vault; whatever changes it raises what keeps that vault from saving.

    Raises ``PersonaLocked`` for a persona that is not open, and ``ContactRequestMissing`` for a request that is gone.
    """

    def __init__(self, vaults: Vaults, personas: Personas, now: Callable[[], datetime]) -> None:
        self._vaults = vaults
        self._personas = personas
        self._now = now

    def advice(self, persona_id: PersonaId, asker: Asker, name: str, network: str) -> ContactAdvice:
        """Return what to do when *asker*, called *name* (or nothing), asks a persona on *network* (an id, or empty)."""
        return contact_advice(self._personas.persona(persona_id), self._professional(), asker, network, name)

    def record(self, persona_id: PersonaId, asker: Asker, name: str, network: str) -> tuple[ContactRequest, Changes]:
        """Put a request into the log of the persona that it came to, with nothing decided yet."""
        request = ContactRequest(ContactRequestId(new_id()), asker, _neat(name), network, self._now())
        self._table(persona_id).add(request)
        return request, _changed()

    def correct(
        self, persona_id: PersonaId, request_id: ContactRequestId, asker: Asker, name: str, network: str
    ) -> Changes:
        """Change who asked and on which network; what was decided stays."""
        table = self._table(persona_id)
        table.change(replace(table.get(request_id), asker=asker, name=_neat(name), network=network))
        return _changed()

    def decide(self, persona_id: PersonaId, request_id: ContactRequestId, outcome: Outcome, note: str) -> Changes:
        """Keep what came of a request; another note alone leaves the day of the decision as it was."""
        table = self._table(persona_id)
        request = table.get(request_id)
        decided_at = request.decided_at
        if outcome is not request.outcome:
            decided_at = None if outcome is Outcome.OPEN else self._now()
        table.change(replace(request, outcome=outcome, decided_at=decided_at, note=_neat(note)))
        return _changed()

    def log(self, persona_id: PersonaId | None = None) -> tuple[LoggedRequest, ...]:
        """Return the requests that came to one persona, or to every open one, newest first."""
        vaults = self._vaults.opened() if persona_id is None else (self._vaults.vault(persona_id),)
        entries = (LoggedRequest(vault.persona.id, each) for vault in vaults for each in vault.contact_requests.all())
        return tuple(sorted(entries, key=lambda entry: entry.request.asked_at, reverse=True))

    def forget(self, persona_id: PersonaId, request_id: ContactRequestId) -> Changes:
        """Take a request out of the log; only ``bring_back`` knows it then."""
        self._table(persona_id).remove(request_id)
        return _changed()

    def bring_back(self, entry: LoggedRequest) -> Changes:
        """Put a request that was forgotten a moment ago back into its log."""
        self._table(entry.persona_id).add(entry.request)
        return _changed()

    def _table(self, persona_id: PersonaId) -> ContactRequestTable:
        return self._vaults.vault(persona_id).contact_requests

    def _professional(self) -> Persona | None:
        """Return the professional persona to send people to: the one on show, unless only another has a handle."""
        on_show = self._personas.on_side(Side.PROFESSIONAL)
        candidates = (*((on_show,) if on_show is not None else ()), *self._personas.of_side(Side.PROFESSIONAL))
        return next((each for each in candidates if each.handles), on_show)


def _changed() -> Changes:
    return Changes.of(Topic.CONTACT_REQUESTS)


def _neat(words: str) -> str:
    return " ".join(words.split())
