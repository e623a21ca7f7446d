import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BackupFailed, VaultDamaged
from app.model.draft import RevisionReason
from app.model.persona import Persona
from app.store.backups import Backup, backups_in, worth_keeping
from app.store.places import Places
from app.store.vault import Vault
from tests.app.store.power import ForgetfulDisk
from tests.app.store.samples import NOW, a_draft, save, texts, written

steps = st.lists(st.timedeltas(-timedelta(days=40), timedelta(days=40)), max_size=120)


def brought_back(places: Places, persona: Persona, backup: Backup, folder: Path) -> Vault:
    """The backup, opened as a vault elsewhere with the same key file."""
    elsewhere = Places(folder / "elsewhere", places.config)
    elsewhere.persona_folder(persona.id).mkdir(parents=True)
    shutil.copyfile(backup.path, elsewhere.vault_file(persona.id))
    shutil.copyfile(backup.slot_file, elsewhere.slot_file(persona.id))
    return Vault.open(elsewhere, persona.id, NOW)


def test_closing_leaves_a_backup_that_opens_with_everything_in_it(places, persona, vault, tmp_path):
    draft = written(vault, "Worth a backup")
    save(vault, draft, "Worth a backup, twice", after=timedelta(hours=1))
    revisions = vault.drafts.revisions(draft.id)
    vault.close()

    (backup,) = backups_in(places.backup_folder(persona.id))
    copy = brought_back(places, persona, backup, tmp_path)

    copy.check()
    assert (copy.persona, texts(copy)) == (persona, {"Worth a backup, twice"})
    assert copy.drafts.revisions(draft.id) == revisions != ()
    assert backup.of == NOW + timedelta(hours=1)
    copy.close()


def test_examples_are_in_no_backup(places, persona, vault, tmp_path):
    vault.drafts.insert(a_draft(persona, "An example", example=True))
    written(vault, "My own")

    copy = brought_back(places, persona, vault.snapshot(), tmp_path)

    assert texts(copy) == {"My own"}
    assert texts(vault) == {"My own", "An example"}
    copy.close()


def test_an_example_with_a_kept_text_does_not_keep_a_backup_from_being_whole(places, persona, vault):
    example = a_draft(persona, "An example", example=True)
    vault.drafts.insert(example)
    vault.drafts.keep_revision(example.id, RevisionReason.BEFORE_FIX, NOW)

    assert vault.snapshot() is not None


def test_an_unchanged_vault_gets_no_second_backup(places, persona, vault):
    written(vault, "Once")
    assert vault.snapshot() is not None
    assert vault.snapshot() is None
    vault.close()

    Vault.open(places, persona.id, NOW).close()

    assert len(backups_in(places.backup_folder(persona.id))) == 1


def test_backup_never_replaces_until_verified(places, persona, vault):
    draft = written(vault, "Good")
    vault.snapshot()
    folder = places.backup_folder(persona.id)
    (good,) = backups_in(folder)
    before = good.path.read_bytes()
    save(vault, draft, "Better " * 100_000)
    vault.close()
    for backup in backups_in(folder):
        if backup != good:
            backup.path.unlink()
            backup.slot_file.unlink()
    _damage(places.vault_file(persona.id))

    broken = Vault.open(places, persona.id, NOW)
    with pytest.raises(BackupFailed) as failure:
        broken.close()

    assert isinstance(failure.value.reason, VaultDamaged)
    assert [backup.path for backup in backups_in(folder)] == [good.path]
    assert good.path.read_bytes() == before
    assert {path.name for path in folder.iterdir()} == {good.path.name, good.slot_file.name}


def test_a_backup_that_a_lying_disk_spoilt_does_not_count(places, persona, vault):
    save(vault, written(vault, "an earlier text fills many pages " * 12_000), "short")
    vault.close()
    folder = places.backup_folder(persona.id)
    (good,) = backups_in(folder)
    disk = ForgetfulDisk(".unfinished.db")
    vault = Vault.open(places, persona.id, NOW, vfs=disk.vfs)
    written(vault, "one more")

    with pytest.raises(BackupFailed) as failure:
        vault.snapshot()

    assert isinstance(failure.value.reason, VaultDamaged)
    assert backups_in(folder) == (good,)
    with pytest.raises(BackupFailed):
        vault.close()


def _damage(path: Path) -> None:
    """Spoil one page in the middle of a file."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle + 100 : middle + 200] = bytes(100)
    path.write_bytes(content)


def test_a_backup_that_was_not_finished_does_not_count(places, persona, vault):
    folder = places.backup_folder(persona.id)
    folder.mkdir()
    (folder / ".unfinished.db").write_bytes(b"half a snapshot")
    (folder / "notes.db").write_bytes(b"not ours")
    assert backups_in(folder) == ()
    written(vault, "text")

    assert vault.snapshot() is not None

    assert len(backups_in(folder)) == 1
    assert (folder / "notes.db").exists()


def test_backups_do_not_pile_up(places, persona, vault):
    draft = written(vault, "")
    for number in range(30):
        save(vault, draft, f"text {number}", after=timedelta(minutes=number))
        vault.snapshot()

    folder = places.backup_folder(persona.id)

    assert len(backups_in(folder)) == 24
    assert len(list(folder.iterdir())) == 48


def _history(pauses: list[timedelta]) -> tuple[Backup, ...]:
    of, backups = datetime(2026, 3, 2, tzinfo=UTC), []
    for seq, pause in enumerate(pauses):
        of += pause
        backups.append(Backup(Path(str(seq)), seq, 1, of))
    return tuple(reversed(backups))


@given(steps)
def test_the_newest_are_kept_whatever_the_clock_did(pauses):
    backups = _history(pauses)

    kept = worth_keeping(backups)

    assert set(backups[:24]) <= kept <= set(backups)
    assert len(kept) <= 41
    assert worth_keeping(backup for backup in backups if backup in kept) == kept


def test_a_year_of_use_leaves_days_weeks_and_months():
    kept = worth_keeping(_history([timedelta(hours=6)] * 1460))

    newest, oldest = max(backup.of for backup in kept), min(backup.of for backup in kept)
    assert timedelta(days=110) < newest - oldest < timedelta(days=190)
    assert 24 < len(kept) <= 41
