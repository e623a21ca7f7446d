"""Which personas exist, known also while their vaults are closed."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.errors import PersonaLocked, SlotsDamaged
from app.model.ids import PersonaId
from app.model.persona import Side
from app.store.files import write_whole
from app.store.keys import read_slots
from app.store.places import Places, make_folder
from app.store.vault_file import from_us, to_us

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """All that stands outside the vaults about a persona; ``colour`` is a name of the theme, empty for its side's.

    One that is ``archived`` or was deleted at ``deleted_at`` (UTC) stays closed, and everything of it where it is.
    """

    persona_id: PersonaId
    side: Side
    colour: str = ""
    archived: bool = False
    deleted_at: datetime | None = None

    @property
    def is_in_use(self) -> bool:
        """Whether its vault is to be opened."""
        return not self.archived and self.deleted_at is None


class Roster:
    """The list of personas in ``roster.json``; what it lost is found again in the personas' folders."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def entries(self) -> tuple[RosterEntry, ...]:
        """Return all personas in the order of the file, those that only have a vault after them."""
        listed = self._listed()
        known = {entry.persona_id for entry in listed}
        return listed + tuple(entry for entry in self._on_disk() if entry.persona_id not in known)

    def add(self, entry: RosterEntry) -> None:
        """Put a persona at the end; one that is listed already is changed where it stands."""
        others = {each.persona_id: each for each in self.entries()}
        self._write(tuple((others | {entry.persona_id: entry}).values()))

    def entry(self, persona_id: PersonaId) -> RosterEntry:
        """Return what is listed about a persona; raise ``PersonaLocked`` when nobody knows it."""
        found = next((each for each in self.entries() if each.persona_id == persona_id), None)
        if found is None:
            raise PersonaLocked(persona_id)
        return found

    def remove(self, persona_id: PersonaId) -> None:
        """Take a persona out whose folder is gone."""
        self._write(tuple(entry for entry in self.entries() if entry.persona_id != persona_id))

    def _listed(self) -> tuple[RosterEntry, ...]:
        try:
            content = json.loads(self._places.roster_file.read_bytes())
            return tuple(map(_entry, content["personas"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
            return ()

    def _on_disk(self) -> tuple[RosterEntry, ...]:
        found = []
        for vault in sorted(self._places.personas_folder.glob("*/vault.db")):
            persona_id = PersonaId(vault.parent.name)
            try:
                slots = read_slots(self._places.slot_file(persona_id))
            except SlotsDamaged:
                continue
            if slots.persona_id == persona_id:
                found.append(RosterEntry(persona_id, slots.side))
        return tuple(found)

    def _write(self, entries: tuple[RosterEntry, ...]) -> None:
        content = {
            "format": _FORMAT,
            "personas": [_content(entry) for entry in entries],
        }
        make_folder(self._places.data)
        write_whole(self._places.roster_file, json.dumps(content, indent=1).encode())


def _entry(content: dict[str, Any]) -> RosterEntry:
    deleted = content.get("deleted_us")
    return RosterEntry(
        PersonaId(str(content["id"])),
        Side(content["side"]),
        str(content["colour"]),
        archived=content.get("archived") is True,
        deleted_at=None if deleted is None else from_us(int(deleted)),
    )


def _content(entry: RosterEntry) -> dict[str, Any]:
    return {
        "id": entry.persona_id,
        "side": entry.side.value,
        "colour": entry.colour,
        "archived": entry.archived,
        "deleted_us": None if entry.deleted_at is None else to_us(entry.deleted_at),
    }
