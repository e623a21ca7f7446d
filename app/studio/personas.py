"""Who writes here: the personas of this user, and the policy each is reviewed by."""

from dataclasses import replace

from app.errors import PersonaClash
from app.model.ids import PersonaId
from app.model.persona import Handle, Persona, Side
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

    def describe(self, persona: Persona) -> Changes:
        """Keep name, handles and word for the people of *persona*, neatly spaced; its side and networks stay.

        A word that is left out is "clients", a handle that is left out goes. Raises ``PersonaClash`` when it could be
        taken for another open persona, ``PersonaLocked``, or what keeps the vault from saving.
        """
        vault = self._vaults.vault(persona.id)
        described = replace(
            vault.persona,
            name=_neat(persona.name),
            works_with=_neat(persona.works_with) or default_policy(persona.side).works_with,
            handles=tuple(Handle(each.network, _neat(each.name)) for each in persona.handles if _neat(each.name)),
        )
        self._refuse_clash(described)
        vault.save_persona(described)
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

    def policy_for(self, persona_id: PersonaId, other_id: PersonaId | None) -> Policy:
        """Return what counts for a persona while *other_id* is the one in the other pane."""
        persona = self.persona(persona_id)
        policy = replace(default_policy(persona.side), works_with=persona.works_with)
        if other_id is None:
            return policy
        other = self.persona(other_id)
        return replace(policy, other_handles=tuple(handle.name for handle in other.handles))


def _neat(words: str) -> str:
    return " ".join(words.split())


def _address(handle: Handle) -> tuple[str, str]:
    """Return what makes two handles the same: the network and the name, however it is written."""
    return handle.network, handle.name.removeprefix("@").casefold()
