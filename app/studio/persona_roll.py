"""Personas come and go: made, recoloured, archived, deleted, brought back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.errors import BackupFailed, DiskFault, LastPersona, PersonaClash, TwofoldError
from app.model.ids import PersonaId, new_id
from app.model.persona import Persona, Side
from app.platforms.limits import default_networks
from app.store.roster import Roster, RosterEntry
from app.store.saver import Saver
from app.store.vault import Vault
from app.studio.changes import Changes, Topic
from app.studio.sweeping import DELETED_STAYS, remove_for_good
from app.studio.vaults import Vaults


@dataclass(frozen=True, slots=True)
class PutAway:
    """A persona that is not in use; ``name`` is empty where its vault cannot be opened.

    ``drafts`` counts those outside the trash. ``goes_at`` (UTC) is when a deleted one is removed for good; ``None`` for
    an archived one, which stays.
    """

    persona_id: PersonaId
    side: Side
    name: str
    drafts: int
    goes_at: datetime | None


class PersonaRoll:
    """Which personas there are. A vault that is put away stays where it is, closed, until it is brought back.

    Whatever changes something raises the error of the store when it cannot be done; everything is as before then.
    """

    def __init__(self, vaults: Vaults, saver: Saver, now: Callable[[], datetime]) -> None:
        self._vaults = vaults
        self._roster = Roster(vaults.places)
        self._saver = saver
        self._now = now
        self._colours = {entry.persona_id: entry.colour for entry in self._roster.entries()}

    def colour(self, persona_id: PersonaId) -> str:
        """Return the name of a persona's colour, empty for its side's own."""
        return self._colours.get(persona_id, "")

    def recolour(self, persona_id: PersonaId, colour: str) -> Changes:
        """Give a persona a colour of the palette; empty is its side's own."""
        self._roster.add(replace(self._roster.entry(persona_id), colour=colour))
        self._colours[persona_id] = colour
        return Changes.of(Topic.PERSONAS)

    def create(self, side: Side, name: str, colour: str = "") -> tuple[Persona, Changes]:
        """Make a persona with an empty vault; raise ``PersonaClash`` when another open one has this name."""
        name = " ".join(name.split())
        if any(vault.persona.name.casefold() == name.casefold() for vault in self._vaults.opened()):
            raise PersonaClash(name)
        persona = Persona(PersonaId(new_id()), side, name, networks=default_networks(side))
        Vault.create(self._vaults.places, persona, self._now()).close()
        self._roster.add(RosterEntry(persona.id, side, colour))
        self._colours[persona.id] = colour
        self._vaults.open(persona.id, side)
        return self._vaults.vault(persona.id).persona, Changes.of(Topic.PERSONAS, Topic.DRAFTS)

    def archive(self, persona_id: PersonaId) -> Changes:
        """Close a persona and keep it out of the way until it is brought back; raise ``LastPersona``."""
        return self._put_away(persona_id, archived=True)

    def delete(self, persona_id: PersonaId) -> Changes:
        """Close a persona for good in 30 days; until then it can be brought back. Raises ``LastPersona``."""
        return self._put_away(persona_id, deleted_at=self._now())

    def delete_now(self, persona_id: PersonaId) -> Changes:
        """Remove a persona with its key, its drafts and its backups, at once and for good; raise ``LastPersona``."""
        entry = self._roster.entry(persona_id)
        if entry.is_in_use:
            self._refuse_last(entry)
        self._roster.add(replace(entry, archived=False, deleted_at=self._now() - DELETED_STAYS))
        with suppress(TwofoldError):  # what could not be saved or copied goes all the same
            self._saver.flush()
        with suppress(TwofoldError):
            self._vaults.let_go(persona_id)
        try:
            remove_for_good(self._vaults.places, self._roster, persona_id)
        except OSError as error:
            folder = Path(error.filename or self._vaults.places.persona_folder(persona_id))
            raise DiskFault(folder, error.strerror or "unknown") from error
        return Changes.of(Topic.PERSONAS, Topic.DRAFTS)

    def bring_back(self, persona_id: PersonaId) -> Changes:
        """Take an archived or deleted persona into use again, as it was."""
        entry = replace(self._roster.entry(persona_id), archived=False, deleted_at=None)
        self._roster.add(entry)
        self._vaults.open(persona_id, entry.side)
        return Changes.of(Topic.PERSONAS, Topic.DRAFTS)

    def put_away(self) -> tuple[PutAway, ...]:
        """Return the personas that are archived or deleted; each vault is opened for a moment to read its name."""
        return tuple(self._looked_at(entry) for entry in self._roster.entries() if not entry.is_in_use)

    def _put_away(
        self, persona_id: PersonaId, *, archived: bool = False, deleted_at: datetime | None = None
    ) -> Changes:
        entry = self._roster.entry(persona_id)
        if entry.is_in_use:
            self._refuse_last(entry)
            self._saver.flush()
        vault = self._vaults.find(persona_id)
        if vault is not None:
            vault.snapshot()
        self._roster.add(replace(entry, archived=archived, deleted_at=deleted_at))
        with suppress(BackupFailed):  # the copy that counts has just been made
            self._vaults.let_go(persona_id)
        return Changes.of(Topic.PERSONAS, Topic.DRAFTS)

    def _refuse_last(self, entry: RosterEntry) -> None:
        """Refuse to let go of the last persona of a side that somebody can write as."""
        others = (each.persona for each in self._vaults.opened() if each.persona.id != entry.persona_id)
        if not any(persona.side is entry.side for persona in others):
            raise LastPersona(entry.side.value)

    def _looked_at(self, entry: RosterEntry) -> PutAway:
        goes_at = None if entry.deleted_at is None else entry.deleted_at + DELETED_STAYS
        try:
            vault = Vault.open(self._vaults.places, entry.persona_id, self._now())
        except TwofoldError:
            return PutAway(entry.persona_id, entry.side, "", 0, goes_at)
        try:
            return PutAway(entry.persona_id, entry.side, vault.persona.name, len(vault.drafts.summaries()), goes_at)
        finally:
            vault.close()
