"""Snapshots of a vault that were opened and counted before they count as backups."""

import re
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import apsw

from app.errors import BackupFailed, Damage, StoreError, VaultDamaged
from app.store.encryption import connect_to_copy, explained, is_whole
from app.store.files import as_store_error, sync_file, sync_folder, write_whole
from app.store.keys import Slots, VaultKey, dump_slots, salt_of
from app.store.places import make_folder
from app.store.vault_file import VaultFile, from_us

_NAME = re.compile(r"(\d{12})-v(\d{3})-(\d{8}T\d{6}Z)\.db")
_STAMP = "%Y%m%dT%H%M%SZ"
_UNFINISHED = ".unfinished.db"
_RECENT, _DAYS, _WEEKS, _MONTHS = 24, 7, 4, 6


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified snapshot: the vault after its change number *seq*, in schema *version*; *of* is the last change."""

    path: Path
    seq: int
    version: int
    of: datetime

    @property
    def slot_file(self) -> Path:
        """What opens it, together with the key file or another way of unlocking."""
        return self.path.with_suffix(".slots.json")


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the verified snapshots, newest first by number, whatever the clock said."""
    found = []
    for path in folder.glob("*.db"):
        name = _NAME.fullmatch(path.name)
        if name is not None:
            of = datetime.strptime(name[3], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, int(name[1]), int(name[2]), of))
    return tuple(sorted(found, key=lambda backup: (backup.seq, backup.version), reverse=True))


def take_backup(file: VaultFile, key: VaultKey, slots: Slots, folder: Path) -> Backup | None:
    """Snapshot the vault into *folder* unless its newest state is there already; then thin what has piled up.

    The snapshot holds no examples. It gets its name only after it was opened with the key, checked and counted.
    Raises ``BackupFailed``; all earlier backups are untouched then.
    """
    unfinished = folder / _UNFINISHED
    try:
        make_folder(folder)
        with file.reading() as live:
            backup = _named(live, folder)
            if backup.path.exists():
                return None
            if not is_whole(live):  # a copy has new indexes, and would hide damage in the old ones
                raise VaultDamaged(file.path, Damage.CONTENT)
            _discard(unfinished)
            live.execute("VACUUM INTO ?", (str(unfinished),))
            _verify(unfinished, key, least=_own_drafts(live))
        sync_file(unfinished)
        salt = salt_of(unfinished)
        write_whole(backup.slot_file, dump_slots(replace(slots, salt=salt)))
        unfinished.chmod(0o600)
        unfinished.replace(backup.path)
        sync_folder(folder)
    except (StoreError, OSError) as error:
        _discard(unfinished)
        reason = error if isinstance(error, StoreError) else as_store_error(unfinished, error)
        raise BackupFailed(folder, reason) from error
    _thin(folder)
    return backup


def worth_keeping(newest_first: Iterable[Backup]) -> frozenset[Backup]:
    """Return the newest 24, and the newest of each of 7 days, 4 weeks and 6 months: at most 41."""
    backups = tuple(newest_first)
    kept = set(backups[:_RECENT])
    kept |= _newest_of_each(backups, lambda backup: backup.of.date(), _DAYS)
    kept |= _newest_of_each(backups, lambda backup: backup.of.isocalendar()[:2], _WEEKS)
    kept |= _newest_of_each(backups, lambda backup: (backup.of.year, backup.of.month), _MONTHS)
    return frozenset(kept)


def _newest_of_each(backups: Iterable[Backup], period: Callable[[Backup], Hashable], most: int) -> set[Backup]:
    newest: dict[Hashable, Backup] = {}
    for backup in backups:
        if len(newest) == most:
            break
        newest.setdefault(period(backup), backup)
    return set(newest.values())


def _named(live: apsw.Connection, folder: Path) -> Backup:
    seq, last_us = live.execute("SELECT seq, last_wall_us FROM vault").get
    version = live.pragma("user_version")
    of = from_us(last_us)
    return Backup(folder / f"{seq:012d}-v{version:03d}-{of.strftime(_STAMP)}.db", seq, version, of)


def _own_drafts(connection: apsw.Connection) -> int:
    count = connection.execute("SELECT count(*) FROM drafts WHERE NOT example").get
    assert isinstance(count, int)
    return count


def _verify(copy: Path, key: VaultKey, *, least: int) -> None:
    with explained(copy):
        connection = connect_to_copy(copy, key)
        try:
            connection.execute("DELETE FROM drafts WHERE example")
            if connection.changes():
                connection.execute("VACUUM")
            if not is_whole(connection) or _own_drafts(connection) < least:
                raise VaultDamaged(copy, Damage.CONTENT)
        finally:
            connection.close()


def _discard(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _thin(folder: Path) -> None:
    backups = backups_in(folder)
    for backup in set(backups) - worth_keeping(backups):
        _discard(backup.path)
        _discard(backup.slot_file)
