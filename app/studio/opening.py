"""Open every persona's vault, and make two personas and a few examples where there is nothing yet."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib.resources import files

from app.errors import FolderUnwritable, TwofoldError
from app.model.draft import Draft
from app.model.ids import DraftId, PersonaId, new_id
from app.model.persona import Persona, Side
from app.platforms.limits import default_networks
from app.store.places import Places
from app.store.roster import Roster, RosterEntry
from app.store.vault import Vault
from app.studio.sweeping import sweep
from app.studio.vaults import Locked, Vaults


def prepare(places: Places) -> None:
    """Make the folders; raise ``FolderUnwritable`` where nothing can be kept and there is nothing to read either."""
    try:
        places.prepare()
    except FolderUnwritable:
        if not Roster(places).entries():
            raise


def open_vaults(places: Places, names: Mapping[Side, str], now: Callable[[], datetime]) -> Vaults:
    """Return the vaults of every persona in use; a side that has none gets a new one named as in *names*.

    A vault that cannot be opened or made is locked, with its reason, and left exactly as it is. Raises
    ``FolderUnwritable`` and the like when there is nothing at all to work with.
    """
    prepare(places)
    roster = Roster(places)
    sweep(places, roster, now())
    known = tuple(entry for entry in roster.entries() if entry.is_in_use)
    unmade = {persona.id: persona for persona in _first_personas(known, names)}

    def unlock(persona_id: PersonaId) -> Vault:
        if persona_id in unmade and not places.vault_file(persona_id).exists():
            _create(places, roster, unmade[persona_id], now)
        return Vault.open(places, persona_id, now=now())

    opened, locked = [], []
    for entry in (*known, *(RosterEntry(persona.id, persona.side) for persona in unmade.values())):
        try:
            opened.append(unlock(entry.persona_id))
        except TwofoldError as reason:
            locked.append(Locked(entry.persona_id, entry.side, reason))
    if not known and not opened:
        raise locked[0].reason
    return Vaults(places, opened, locked, unlock)


def _first_personas(known: tuple[RosterEntry, ...], names: Mapping[Side, str]) -> tuple[Persona, ...]:
    """Return a new persona for each side without one: both on the first start, one if that start was broken off."""
    without = [side for side in Side if side not in {entry.side for entry in known}]
    return tuple(Persona(PersonaId(new_id()), side, names[side], networks=default_networks(side)) for side in without)


def _create(places: Places, roster: Roster, persona: Persona, now: Callable[[], datetime]) -> None:
    vault = Vault.create(places, persona, now=now())
    try:
        for draft in _examples(persona, now()):
            vault.drafts.insert(draft)
    finally:
        vault.close()
    roster.add(RosterEntry(persona.id, persona.side))


def _examples(persona: Persona, now: datetime) -> tuple[Draft, ...]:
    entries = json.loads(files("resources").joinpath("samples", "en.json").read_text(encoding="utf-8"))["examples"]
    return tuple(
        Draft(DraftId(new_id()), persona.id, entry["title"], entry["text"], now, now, example=True)
        for entry in entries
        if entry["side"] == persona.side.value
    )
