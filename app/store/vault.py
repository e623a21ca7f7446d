"""One persona's encrypted vault: make it, open it, use it, close it with a verified snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import BackupFailed, Damage, VaultDamaged, VaultForeign
from app.model.boundaries import Boundaries
from app.model.ids import DraftId, PersonaId
from app.model.persona import Persona
from app.store.answers import AnswerTable
from app.store.backups import Backup, take_backup
from app.store.boundary_rows import read_boundaries, write_boundaries
from app.store.dismissals import DismissalTable
from app.store.drafts import DraftTable
from app.store.encryption import is_whole
from app.store.keys import Slots, VaultKey, mend_slots, read_slots, unlock_with_key_file
from app.store.making import make_vault
from app.store.migrating import migrate
from app.store.persona_rows import read_persona, write_persona
from app.store.places import Places
from app.store.schema import MIGRATIONS, Migration
from app.store.vault_file import VaultFile, from_us, next_seq, open_vault_file, require_content

if TYPE_CHECKING:
    from app.store.contact_requests import ContactRequestTable


@dataclass(frozen=True, slots=True)
class Opening:
    """What was noticed on opening a vault.

    ``clean`` is false when the last session ended without closing. ``clock_behind`` is how far the clock stands
    before the latest time that the vault has seen. ``migrated_to`` are the schema versions that were reached just now.
    """

    clean: bool
    clock_behind: timedelta
    migrated_to: tuple[int, ...]


class Vault:
    """An open vault: a table of each kind of thing in it, and what its persona is; safe to share between threads."""

    def __init__(self, file: VaultFile, key: VaultKey, slots: Slots, backup_folder: Path, opening: Opening) -> None:
        self._file = file
        self._key = key
        self._slots = slots
        self._backup_folder = backup_folder
        self._closed = False
        self._persona = read_persona(file)
        self._boundaries = read_boundaries(file)
        self.opening = opening
        self.drafts = DraftTable(file, self._persona.id)
        self.dismissals = DismissalTable(file)
        self.answers = AnswerTable(file)

    @classmethod
    def create(cls, places: Places, persona: Persona, now: datetime, *, vfs: str | None = None) -> "Vault":
        """Make the vault of a new persona and open it; on return it would survive a power cut.

        Raises ``VaultExists``, ``FolderUnwritable``, ``DiskFull`` or ``DiskFault``; there is no vault then.
        """
        make_vault(places, persona, now)
        return cls.open(places, persona.id, now, vfs=vfs)

    @classmethod
    def open(
        cls,
        places: Places,
        persona_id: PersonaId,
        now: datetime,
        *,
        migrations: Sequence[Migration] = MIGRATIONS,
        vfs: str | None = None,
    ) -> "Vault":
        """Open a vault that exists, unlocked by its key file and brought to the newest schema.

        Raises ``VaultMissing``, ``VaultDamaged``, ``VaultForeign``, ``VaultTooNew``, ``VaultBusy``, ``KeyMissing``,
        ``KeyRefused``, ``SlotsDamaged``, ``BackupFailed`` (before a migration), ``DiskFull`` or ``DiskFault``; the
        file is as it was then. Where nothing can be written, the vault is open all the same and ``read_only``.
        """
        path = places.vault_file(persona_id)
        require_content(path)
        slots = read_slots(places.slot_file(persona_id))
        if slots.persona_id != persona_id:
            raise VaultForeign(path)
        key = unlock_with_key_file(slots, places.key_file(persona_id))
        backup_folder = places.backup_folder(persona_id)
        file = open_vault_file(path, key, slots, vfs=vfs)
        try:
            with file.reading() as connection:
                clean, last_us = connection.execute("SELECT clean_close, last_wall_us FROM vault").get
            migrated = migrate(file, migrations, now, lambda: take_backup(file, key, slots, backup_folder))
            opening = Opening(bool(clean), max(from_us(last_us) - now, timedelta()), migrated)
            vault = cls(file, key, slots, backup_folder, opening)
            file.mark(clean_close=False)
            if not file.read_only:
                mend_slots(places.slot_file(persona_id), slots)
        except BaseException:
            file.close()
            raise
        return vault

    @cached_property
    def contact_requests(self) -> "ContactRequestTable":
        """The log of contact requests; brought in when first asked for: a vault opens before the drafts are shown."""
        from app.store.contact_requests import ContactRequestTable

        return ContactRequestTable(self._file)

    @property
    def path(self) -> Path:
        """Where the encrypted file lies."""
        return self._file.path

    @property
    def persona(self) -> Persona:
        """Whose vault this is."""
        return self._persona

    @property
    def boundaries(self) -> Boundaries:
        """Where the persona draws the line; the same value until it changes."""
        return self._boundaries

    @property
    def read_only(self) -> bool:
        """Whether the system lets nobody write the vault."""
        return self._file.read_only

    def save_persona(self, persona: Persona, boundaries: Boundaries | None = None) -> None:
        """Take over everything about the persona but its id and its side, and its *boundaries* when they are given."""
        if (persona.id, persona.side) != (self._persona.id, self._persona.side):
            raise ValueError("a vault belongs to one persona")
        with self._file.writing() as connection:
            write_persona(connection, persona)
            if boundaries is not None:
                write_boundaries(connection, boundaries)
            next_seq(connection)
        self._persona = read_persona(self._file)
        if boundaries is not None:
            self._boundaries = read_boundaries(self._file)

    @property
    def open_draft(self) -> DraftId | None:
        """Which draft was on show when the studio was last used, ``None`` when there was none or it is gone."""
        with self._file.reading() as connection:
            draft_id = connection.execute(
                "SELECT id FROM session JOIN drafts ON number = open_draft WHERE trashed_us IS NULL"
            ).get
        return None if draft_id is None else DraftId(draft_id)

    def remember_open_draft(self, draft_id: DraftId | None) -> None:
        """Keep which draft is on show, for the next start."""
        with self._file.writing() as connection:
            connection.execute("UPDATE session SET open_draft = (SELECT number FROM drafts WHERE id = ?)", (draft_id,))

    def check(self) -> None:
        """Raise ``VaultDamaged`` unless every page, row and index is as it was written."""
        with self._file.reading() as connection:
            if not is_whole(connection):
                raise VaultDamaged(self._file.path, Damage.CONTENT)

    def snapshot(self) -> Backup | None:
        """Take a verified backup, ``None`` when nothing has changed since the last one; raise ``BackupFailed``."""
        if self.read_only:
            return None
        return take_backup(self._file, self._key, self._slots, self._backup_folder)

    def tidy(self, now: datetime) -> None:
        """Do what can wait for an idle moment: empty old trash, thin revisions, index, empty the log."""
        if self.read_only:
            return
        self.drafts.purge_trash(now)
        self.drafts.thin_revisions(now)
        self.drafts.index_changed()
        self._file.checkpoint()

    def close(self) -> None:
        """Take a verified backup and let go of the file; calling twice does no harm.

        Raises ``BackupFailed`` after the vault is closed.
        """
        if self._closed:
            return
        self._closed = True
        failure: BackupFailed | None = None
        try:
            self.snapshot()
        except BackupFailed as error:
            failure = error
        finally:
            self._file.mark(clean_close=True)
            self._file.close()
        if failure is not None:
            raise failure
