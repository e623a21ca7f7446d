"""Open every persona's vault, and make two personas and a few examples where there is nothing yet."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib.resources import files

from app.errors import TwofoldError
from app.model.draft import Draft
from app.model.ids import DraftId, PersonaId, new_id
from app.model.persona import Persona, Side
from app.platforms.limits import default_networks
from app.store.places import Places
from app.store.roster import Roster, RosterEntry
from app.store.vault import Vault
from app.studio.vaults import Locked, Vaults


def open_vaults(places: Places, names: Mapping[Side, str], now: Callable[[], datetime]) -> Vaults:
    """Return the vaults of every persona on the roster; on the first start, of two new ones named *names*.

    A vault that cannot be opened is locked, with its reason, and left exactly as it is. Raises ``FolderUnwritable``
    and the like when nothing can be kept at all.
    """
    places.prepare()
    roster = Roster(places)
    if not roster.entries():
        for side in Side:
            _create(
                places, roster, Persona(PersonaId(new_id()), side, names[side], networks=default_networks(side)), now
            )

    def unlock(persona_id: PersonaId) -> Vault:
        return Vault.open(places, persona_id, now=now())

    opened, locked = [], []
    for entry in roster.entries():
        try:
            opened.append(unlock(entry.persona_id))
        except TwofoldError as reason:
            locked.append(Locked(entry.persona_id, entry.side, reason))
    return Vaults(opened, locked, unlock)


def _create(places: Places, roster: Roster, persona: Persona, now: Callable[[], datetime]) -> None:
    vault = Vault.create(places, persona, now=now())
    for draft in _examples(persona, now()):
        vault.drafts.insert(draft)
    vault.close()
    roster.add(RosterEntry(persona.id, persona.side))


def _examples(persona: Persona, now: datetime) -> tuple[Draft, ...]:
    entries = json.loads(files("resources").joinpath("samples", "en.json").read_text(encoding="utf-8"))["examples"]
    return tuple(
        Draft(DraftId(new_id()), persona.id, entry["title"], entry["text"], now, now, example=True)
        for entry in entries
        if entry["side"] == persona.side.value
    )
