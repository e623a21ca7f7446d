"""Make the vault of a new persona: whole and durable under its name, or not there at all."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from app import __version__
from app.errors import VaultExists
from app.model.persona import Persona
from app.store.draft_rows import storable
from app.store.encryption import connect_new, explained
from app.store.files import as_store_error, sync_file, sync_folder
from app.store.keys import (
    Slots,
    VaultKey,
    new_key_file,
    new_vault_key,
    read_key_file,
    salt_of,
    wrap_with_key_file,
    write_slots,
)
from app.store.migrating import create_schema, record
from app.store.persona_rows import write_persona
from app.store.places import Places, make_folder
from app.store.schema import MIGRATIONS
from app.store.vault_file import to_us

_UNFINISHED = "unfinished.db"


def make_vault(places: Places, persona: Persona, now: datetime) -> None:
    """Make key file, slots and vault; on return they would survive a power cut.

    The vault gets its name last. Raises ``VaultExists``, ``FolderUnwritable``, ``DiskFull`` or ``DiskFault``.
    """
    path, slot_file, key_file = (where(persona.id) for where in (places.vault_file, places.slot_file, places.key_file))
    if path.exists():
        raise VaultExists(path)
    make_folder(path.parent)
    make_folder(key_file.parent)
    unfinished = path.with_name(_UNFINISHED)
    try:
        _clear(unfinished)
        key = new_vault_key()
        _write_new(unfinished, key, persona, now)
        unfinished.chmod(0o600)
        slot = wrap_with_key_file(key, persona.id, _key_file(key_file))
        write_slots(slot_file, Slots(persona.id, persona.side, salt_of(unfinished), (slot,)))
        sync_file(unfinished)
        unfinished.rename(path)
        for folder in (path.parent, places.personas_folder, places.data, places.config):
            sync_folder(folder)
    except OSError as error:
        raise as_store_error(path, error) from error
    finally:
        with suppress(OSError):
            _clear(unfinished)


def _write_new(path: Path, key: VaultKey, persona: Persona, now: datetime) -> None:
    with explained(path):
        connection = connect_new(path, key)
        try:
            with connection:
                create_schema(connection, MIGRATIONS)
                connection.execute(
                    "INSERT INTO vault (only, vault_id, side, name, works_with, created_us, last_wall_us, app_version)"
                    " VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        persona.id,
                        persona.side.value,
                        storable(persona.name),
                        storable(persona.works_with),
                        to_us(now),
                        to_us(now),
                        __version__,
                    ),
                )
                write_persona(connection, persona)
                for version, migration in enumerate(MIGRATIONS, start=1):
                    record(connection, version, migration, now)
        finally:
            connection.close()


def _key_file(path: Path) -> bytes:
    """Return the key file's content; one that is there already may be needed for a backup and is kept."""
    return read_key_file(path) if path.exists() else new_key_file(path)


def _clear(unfinished: Path) -> None:
    """Remove what an attempt that broke off has left."""
    for leftover in unfinished.parent.glob(f"{unfinished.name}*"):
        leftover.unlink()
