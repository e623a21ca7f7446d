"""Who writes here: the personas of this user, and the policy each is reviewed by."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from app.errors import PersonaClash
from app.model.boundaries import Boundaries
from app.model.ids import PersonaId
from app.model.persona import Handle, Persona, Side
from app.model.policy import Policy, default_policy, terms_on
from app.studio.changes import Changes, Topic
from app.studio.vaults import Vaults

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_REMEMBERED_POLICIES = 8


class Personas:
    """Read and change personas; each lives in its own vault."""

    def __init__(self, vaults: Vaults, now: Callable[[], datetime]) -> None:
        self._vaults = vaults
        self._now = now
        self._on_show: dict[Side, PersonaId] = {}
        self._policies: dict[tuple[PersonaId, PersonaId | None, date], Policy] = {}

    def all(self) -> tuple[Persona, ...]:
        """Return every persona whose vault is open."""
        return tuple(vault.persona for vault in self._vaults.opened())

    def of_side(self, side: Side) -> tuple[Persona, ...]:
        """Return every open persona of *side*."""
        return tuple(persona for persona in self.all() if persona.side is side)

    def on_side(self, side: Side) -> Persona | None:
        """Return the persona of *side* that is on show, else its first open one, ``None`` when there is none."""
        personas = self.of_side(side)
        shown = self._on_show.get(side)
        return next((each for each in personas if each.id == shown), next(iter(personas), None))

    def show(self, persona_id: PersonaId) -> Changes:
        """Put an open persona into the pane of its side; raise ``PersonaLocked``."""
        self._on_show[self.persona(persona_id).side] = persona_id
        return Changes.of(Topic.PERSONAS, Topic.DRAFTS)

    def on_show(self) -> tuple[PersonaId, ...]:
        """Return the personas on show."""
        shown = (self.on_side(side) for side in Side)
        return tuple(persona.id for persona in shown if persona is not None)

    def persona(self, persona_id: PersonaId) -> Persona:
        """Return an open persona; raise ``PersonaLocked`` when its vault is not open."""
        return self._vaults.vault(persona_id).persona

    def choose_networks(self, persona_id: PersonaId, networks: tuple[str, ...]) -> Changes:
        """Show counters for *networks*, in this order, beside the persona's drafts."""
        vault = self._vaults.vault(persona_id)
        vault.save_persona(replace(vault.persona, networks=networks))
        return Changes.of(Topic.PERSONAS)

    def boundaries(self, persona_id: PersonaId) -> Boundaries:
        """Return where an open persona draws the line; raise ``PersonaLocked`` when its vault is not open."""
        return self._vaults.vault(persona_id).boundaries

    def describe(self, persona: Persona, boundaries: Boundaries | None = None) -> Changes:
        """Keep what *persona* says, neatly spaced, and its *boundaries* when they are given; its side stays.

        A word for the people that is left out is "clients", a handle that is left out goes. Raises ``PersonaClash``
        when it could be taken for another open persona, ``PersonaLocked``, or what keeps the vault from saving.
        """
        vault = self._vaults.vault(persona.id)
        described = replace(
            vault.persona,
            name=_neat(persona.name),
            works_with=_neat(persona.works_with) or default_policy(persona.side).works_with,
            handles=tuple(Handle(each.network, _neat(each.name)) for each in persona.handles if _neat(each.name)),
            networks=persona.networks,
            own_limits=persona.own_limits,
        )
        self._refuse_clash(described)
        vault.save_persona(described, boundaries)
        self._policies.clear()
        return Changes.of(Topic.PERSONAS)

    def _refuse_clash(self, persona: Persona) -> None:
        for other in self.all():
            if other.id == persona.id:
                continue
            if other.name.casefold() == persona.name.casefold():
                raise PersonaClash(persona.name)
            taken = {_address(handle) for handle in other.handles}
            shared = next((handle for handle in persona.handles if _address(handle) in taken), None)
            if shared is not None:
                raise PersonaClash(shared.name, shared.network)

    def policy(self, persona_id: PersonaId, other_id: PersonaId | None) -> Policy:
        """Return what counts for a persona today while *other_id* is in the other pane."""
        return self.policy_on(persona_id, other_id, self.today(persona_id))

    def today(self, persona_id: PersonaId) -> date:
        """Return the day it is where the persona works, on the computer's own calendar where nothing is said."""
        return self._now().astimezone(_zone(self.boundaries(persona_id).calendar.zone)).date()

    def policy_on(self, persona_id: PersonaId, other_id: PersonaId | None, day: date) -> Policy:
        """Return what counts for a persona on *day*, by its own calendar, while *other_id* is in the other pane.

        It is the same value until something about one of the two changes. Raises ``PersonaLocked``.
        """
        key = persona_id, other_id, day
        if key not in self._policies:
            while len(self._policies) >= _REMEMBERED_POLICIES:
                del self._policies[next(iter(self._policies))]
            self._policies[key] = self._policy_on(persona_id, other_id, day)
        return self._policies[key]

    def _policy_on(self, persona_id: PersonaId, other_id: PersonaId | None, day: date) -> Policy:
        persona, boundaries = self.persona(persona_id), self.boundaries(persona_id)
        return Policy(
            side=persona.side,
            works_with=persona.works_with,
            stances=boundaries.stances,
            watch_terms=terms_on(boundaries.watch_terms, day),
            audience=boundaries.audience,
            other_handles=() if other_id is None else self._ways_to(other_id),
        )

    def _ways_to(self, other_id: PersonaId) -> tuple[str, ...]:
        """Return what leads to a persona: its handles and links, and its name unless that says only its side."""
        other = self.persona(other_id)
        handles = tuple(handle.name for handle in other.handles)
        return (*handles, other.name) if len(other.name.split()) > 1 else handles


@cache
def _zone(name: str) -> "ZoneInfo | None":
    """Return the zone called *name*, ``None`` (the computer's own) for none and for one that nobody knows."""
    if not name:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # most people have never named one

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _neat(words: str) -> str:
    return " ".join(words.split())


def _address(handle: Handle) -> tuple[str, str]:
    """Return what makes two handles the same: the network and the name, however it is written."""
    return handle.network, handle.name.removeprefix("@").casefold()
