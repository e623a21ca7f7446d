"""The open file of one vault: one connection, one lock, one counter."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock

import apsw

from app.errors import Damage, StoreError, VaultDamaged, VaultForeign, VaultMissing, VaultReadOnly, VaultReplaced
from app.store.encryption import can_write, connect, connect_to_read, explained
from app.store.keys import Slots, VaultKey, salt_of
from app.store.schema import APPLICATION_ID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PLAIN_SQLITE = b"SQLite format 3\x00"


def to_us(moment: datetime) -> int:
    """Return microseconds since 1970 of an aware *moment*."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_us(microseconds: int) -> datetime:
    """Return the UTC moment, the way back from ``to_us``."""
    return _EPOCH + timedelta(microseconds=microseconds)


def next_seq(connection: apsw.Connection) -> int:
    """Count one further change and return its number; numbers, not the clock, say what came first."""
    number = connection.execute("UPDATE vault SET seq = seq + 1 RETURNING seq").get
    assert isinstance(number, int)
    return number


class VaultFile:
    """One vault, open for this process alone; safe to share between threads.

    ``read_only`` is true when the system lets nobody write it: everything can be read, every write raises
    ``VaultReadOnly``.
    """

    def __init__(self, path: Path, connection: apsw.Connection, *, read_only: bool, scratch: Path | None) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._scratch = scratch
        self._lock = RLock()
        self._identity = _identity_of(path)
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """Give the connection to one thread, for reading."""
        with self._lock, explained(self.path):
            yield self._connection

    @contextmanager
    def writing(self, now: datetime | None = None) -> Iterator[apsw.Connection]:
        """Give the connection to one thread inside a transaction, durable on leaving and undone on an error.

        *now*, when given, becomes the latest time that the vault has seen. Raises ``VaultReplaced`` when the file
        on disk is no longer the one that was opened: SQLite would write into the void without a word.
        """
        with self._lock:
            if self.read_only:
                raise VaultReadOnly(self.path)
            if _identity_of(self.path) != self._identity:
                raise VaultReplaced(self.path)
            with explained(self.path), _transaction(self._connection):
                yield self._connection
                if now is not None:
                    self._connection.execute("UPDATE vault SET last_wall_us = ?", (to_us(now),))

    def checkpoint(self) -> None:
        """Move the log into the vault and empty it, so that nothing replaced or deleted stays in it."""
        if self.read_only:
            return
        with self.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def mark(self, *, clean_close: bool) -> None:
        """Remember whether this session has ended in good order, where that can be written: no reason to stop here."""
        with suppress(StoreError), self.writing() as connection:
            connection.execute("UPDATE vault SET clean_close = ?", (int(clean_close),))

    def close(self) -> None:
        """Let go of the file; calling twice does no harm."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            try:
                with explained(self.path):
                    self._connection.close()
            finally:
                if self._scratch is not None:
                    shutil.rmtree(self._scratch, ignore_errors=True)


def open_vault_file(path: Path, key: VaultKey, slots: Slots, *, vfs: str | None = None) -> VaultFile:
    """Open the vault that *slots* describe; never make one.

    Raises ``VaultDamaged``, ``VaultForeign``, ``VaultBusy`` or ``DiskFault``. Falls back to reading alone where
    nothing can be written.
    """
    require_content(path)
    with explained(path):
        try:
            file = _opened(path, key, vfs)
        except apsw.NotADBError:
            raise _not_a_vault(path, slots) from None
    try:
        _require_identity(file, slots)
    except BaseException:
        file.close()
        raise
    return file


def require_content(path: Path) -> None:
    """Raise ``VaultMissing`` or, for a file without a single byte, ``VaultDamaged``."""
    try:
        size = path.stat().st_size
    except OSError:
        raise VaultMissing(path) from None
    if size == 0:  # SQLite would take it for an empty database, whatever the key
        raise VaultDamaged(path, Damage.EMPTY)


def _opened(path: Path, key: VaultKey, vfs: str | None) -> VaultFile:
    if can_write(path):
        try:
            return VaultFile(path, connect(path, key, vfs=vfs), read_only=False, scratch=None)
        except (apsw.ReadOnlyError, apsw.CantOpenError):
            pass  # the answer of can_write is a guess on Windows
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or log.stat().st_size == 0:
        return VaultFile(path, connect_to_read(path, key), read_only=True, scratch=None)
    # The last saves stand in the log alone, and SQLite reads no log where it cannot write: read a copy of both.
    scratch = Path(tempfile.mkdtemp(prefix="twofold-"))
    try:
        for each in (path, log):
            shutil.copyfile(each, scratch / each.name)
        return VaultFile(path, connect(scratch / path.name, key), read_only=True, scratch=scratch)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def _not_a_vault(path: Path, slots: Slots) -> VaultForeign | VaultDamaged:
    beginning = salt_of(path)
    if beginning == _PLAIN_SQLITE:
        return VaultForeign(path)
    return VaultDamaged(path, Damage.CONTENT if beginning == slots.salt else Damage.HEADER)


def _require_identity(file: VaultFile, slots: Slots) -> None:
    with file.reading() as connection:
        try:
            application_id = connection.pragma("application_id")
            vault_id = connection.execute("SELECT vault_id FROM vault").get
        except apsw.SQLError:
            raise VaultForeign(file.path) from None
    if (application_id, vault_id) != (APPLICATION_ID, slots.persona_id):
        raise VaultForeign(file.path)


def _identity_of(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


@contextmanager
def _transaction(connection: apsw.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
