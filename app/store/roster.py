"""Which personas exist, known also while their vaults are closed."""

import json
from dataclasses import dataclass

from app.errors import SlotsDamaged
from app.model.ids import PersonaId
from app.model.persona import Side
from app.store.files import write_whole
from app.store.keys import read_slots
from app.store.places import Places, make_folder

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """All that stands outside the vaults about a persona; ``colour`` is a name of the theme, empty for its side's."""

    persona_id: PersonaId
    side: Side
    colour: str = ""


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

    def remove(self, persona_id: PersonaId) -> None:
        """Take a persona out whose folder is gone."""
        self._write(tuple(entry for entry in self.entries() if entry.persona_id != persona_id))

    def _listed(self) -> tuple[RosterEntry, ...]:
        try:
            content = json.loads(self._places.roster_file.read_bytes())
            return tuple(
                RosterEntry(PersonaId(str(each["id"])), Side(each["side"]), str(each["colour"]))
                for each in content["personas"]
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
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
            "personas": [
                {"id": entry.persona_id, "side": entry.side.value, "colour": entry.colour} for entry in entries
            ],
        }
        make_folder(self._places.data)
        write_whole(self._places.roster_file, json.dumps(content, indent=1).encode())
