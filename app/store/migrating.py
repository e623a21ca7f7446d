"""Bring a vault from an older schema to today's, one step and one transaction at a time."""

from collections.abc import Callable, Sequence
from datetime import datetime

import apsw

from app import __version__
from app.errors import VaultTooNew
from app.store.schema import APPLICATION_ID, Migration
from app.store.vault_file import VaultFile, to_us


def create_schema(connection: apsw.Connection, migrations: Sequence[Migration]) -> None:
    """Give an empty database its tables; the caller fills in the vault's one row and records the migrations."""
    connection.pragma("application_id", APPLICATION_ID)
    for migration in migrations:
        migration.apply(connection)
    connection.pragma("user_version", len(migrations))


def record(connection: apsw.Connection, version: int, migration: Migration, now: datetime) -> None:
    """Remember that *migration* led to *version*."""
    connection.execute(
        "INSERT INTO migrations (version, name, app_version, at_us) VALUES (?, ?, ?, ?)",
        (version, migration.name, __version__, to_us(now)),
    )


def migrate(
    file: VaultFile, migrations: Sequence[Migration], now: datetime, back_up: Callable[[], object]
) -> tuple[int, ...]:
    """Take the steps that *file* lacks and return the versions reached; each is done wholly or not at all.

    Calls *back_up* before each step and leaves the vault as it is when that raises. Raises ``VaultTooNew`` for a
    schema that is not in *migrations*. A vault that can only be read stays at its version.
    """
    with file.reading() as connection:
        version = connection.pragma("user_version")
    if version > len(migrations):
        raise VaultTooNew(file.path, version, len(migrations))
    if file.read_only:
        return ()
    for step, migration in enumerate(migrations[version:], start=version + 1):
        back_up()
        with file.writing() as connection:
            migration.apply(connection)
            record(connection, step, migration, now)
            connection.execute("UPDATE vault SET app_version = ?", (__version__,))
            connection.pragma("user_version", step)
    return tuple(range(version + 1, len(migrations) + 1))
