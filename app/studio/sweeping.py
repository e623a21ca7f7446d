"""Take away for good what belongs to personas that were deleted."""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta

from app.errors import StoreError
from app.model.ids import PersonaId
from app.store.places import Places
from app.store.roster import Roster

DELETED_STAYS = timedelta(days=30)


def sweep(places: Places, roster: Roster, now: datetime) -> None:
    """Remove every persona that was deleted 30 days ago, as one that was to go at once counts too.

    What cannot be removed now is tried again at the next start.
    """
    for entry in roster.entries():
        if entry.deleted_at is not None and now - entry.deleted_at >= DELETED_STAYS:
            with suppress(OSError, StoreError):
                remove_for_good(places, roster, entry.persona_id)


def remove_for_good(places: Places, roster: Roster, persona_id: PersonaId) -> None:
    """Remove everything of a deleted persona: first its key, so that from then on nobody can read the rest.

    Raises ``OSError`` or ``StoreError`` where something stays; it is unreadable then, and ``sweep`` tries again.
    """
    places.key_file(persona_id).unlink(missing_ok=True)
    if places.persona_folder(persona_id).exists():
        shutil.rmtree(places.persona_folder(persona_id))
    roster.remove(persona_id)
