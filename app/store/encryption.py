"""Connections to encrypted SQLite files, and what their errors mean to a user."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from app.errors import Damage, DiskFault, DiskFull, VaultBusy, VaultDamaged, VaultReadOnly
from app.store.keys import VaultKey

_WRITE = apsw.SQLITE_OPEN_READWRITE
_CREATE = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
_READ = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI


def connect_new(path: Path, key: VaultKey, *, vfs: str | None = None) -> apsw.Connection:
    """Return a connection to a file that is made when it is not there."""
    return _for_writing(apsw.Connection(str(path), flags=_CREATE, vfs=vfs), key)


def connect(path: Path, key: VaultKey, *, vfs: str | None = None) -> apsw.Connection:
    """Return a connection that has *path*, which must exist, for itself; raise apsw's errors.

    A write is durable when its COMMIT returns: write-ahead log, synchronised at each commit.
    """
    return _for_writing(apsw.Connection(str(path), flags=_WRITE, vfs=vfs), key)


def connect_to_read(path: Path, key: VaultKey) -> apsw.Connection:
    """Return a connection to a file that nobody can change, such as one on a read-only disk; its log is not read."""
    connection = apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=_READ)
    return _closed_unless_unlocked(connection, key)


def connect_to_copy(path: Path, key: VaultKey) -> apsw.Connection:
    """Return a connection to a copy that counts only once it is closed: no log beside it, no promise for a commit."""
    connection = _closed_unless_unlocked(apsw.Connection(str(path), flags=_WRITE), key)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = MEMORY")  # a statement of its own: it answers with a row
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about *path* into the errors that callers handle."""
    try:
        yield
    except apsw.FullError as error:
        raise DiskFull(path) from error
    except apsw.BusyError as error:
        raise VaultBusy(path) from error
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise VaultDamaged(path, Damage.CONTENT) from error
    except apsw.ReadOnlyError as error:
        raise VaultReadOnly(path) from error
    except (apsw.IOError, apsw.CantOpenError, apsw.PermissionsError) as error:
        raise DiskFault(path, type(error).__name__) from error


def is_whole(connection: apsw.Connection) -> bool:
    """Return whether every page, row, index and foreign key is as it should be."""
    answers = connection.execute("PRAGMA integrity_check(1)").fetchall()
    return answers == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()


def _for_writing(connection: apsw.Connection, key: VaultKey) -> apsw.Connection:
    _closed_unless_unlocked(connection, key, exclusive=True)
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        connection.execute(
            "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;"
            "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON"
        ).fetchall()  # SQLite goes on to the next statement only when the answers of one were read
    except apsw.Error:
        connection.close()
        raise
    return connection


def _closed_unless_unlocked(connection: apsw.Connection, key: VaultKey, *, exclusive: bool = False) -> apsw.Connection:
    try:
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)  # the file format of SQLCipher 4, which other programs read too
        connection.execute(f"PRAGMA key = 'raw:{key.secret.hex()}'").fetchall()
        connection.pragma("trusted_schema", False)
        connection.pragma("temp_store", 2)  # in memory: temporary files would not be encrypted
        if exclusive:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()  # the first read of the file
    except apsw.Error:
        connection.close()
        raise
    return connection


def can_write(path: Path) -> bool:
    """Return whether the system lets us write *path* and make files beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)
