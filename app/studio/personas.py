"""Who writes here: the personas of this user, and the policy each is reviewed by."""

from dataclasses import replace

from app.model.ids import PersonaId
from app.model.persona import Persona, Side
from app.model.policy import Policy, default_policy
from app.studio.changes import Changes, Topic
from app.studio.vaults import Vaults


class Personas:
    """Read and change personas; each lives in its own vault."""

    def __init__(self, vaults: Vaults) -> None:
        self._vaults = vaults

    def all(self) -> tuple[Persona, ...]:
        """Return every persona whose vault is open."""
        return tuple(vault.persona for vault in self._vaults.opened())

    def on_side(self, side: Side) -> Persona | None:
        """Return the first open persona of *side*, ``None`` when there is none."""
        return next((persona for persona in self.all() if persona.side is side), None)

    def persona(self, persona_id: PersonaId) -> Persona:
        """Return an open persona; raise ``PersonaLocked`` when its vault is not open."""
        return self._vaults.vault(persona_id).persona

    def choose_networks(self, persona_id: PersonaId, networks: tuple[str, ...]) -> Changes:
        """Show counters for *networks*, in this order, beside the persona's drafts."""
        vault = self._vaults.vault(persona_id)
        vault.save_persona(replace(vault.persona, networks=networks))
        return Changes.of(Topic.PERSONAS)

    def policy_for(self, persona_id: PersonaId, other_id: PersonaId | None) -> Policy:
        """Return what counts for a persona while *other_id* is the one in the other pane."""
        persona = self.persona(persona_id)
        policy = replace(default_policy(persona.side), works_with=persona.works_with)
        if other_id is None:
            return policy
        other = self.persona(other_id)
        return replace(policy, other_handles=tuple(handle.name for handle in other.handles))
