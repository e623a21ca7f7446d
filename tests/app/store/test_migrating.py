import apsw
import pytest

from app.errors import BackupFailed, VaultDamaged, VaultTooNew
from app.store.backups import backups_in
from app.store.schema import MIGRATIONS, Migration
from app.store.vault import Vault
from tests.app.store.killing import later_migrations
from tests.app.store.samples import NOW, texts, written

TODAY = len(MIGRATIONS)
TWO_MORE = later_migrations()[: TODAY + 2]


def _breaks_off(connection: apsw.Connection) -> None:
    connection.execute("DROP TABLE dismissals; DELETE FROM drafts")
    connection.execute("SELECT * FROM no_such_table")


def test_an_older_vault_becomes_one_of_today_with_everything_in_it(places, persona, vault):
    draft = written(vault, "From the first version")
    vault.close()

    newer = Vault.open(places, persona.id, NOW, migrations=TWO_MORE)

    assert newer.opening.migrated_to == (TODAY + 1, TODAY + 2)
    assert newer.drafts.get(draft.id) == draft
    newer.check()
    newer.close()
    again = Vault.open(places, persona.id, NOW, migrations=TWO_MORE)
    assert again.opening.migrated_to == ()
    again.close()


def test_a_backup_is_there_before_each_step(places, persona, vault):
    written(vault, "From the first version")
    vault.close()
    for backup in backups_in(places.backup_folder(persona.id)):
        backup.path.unlink()

    Vault.open(places, persona.id, NOW, migrations=TWO_MORE).close()

    assert [backup.version for backup in backups_in(places.backup_folder(persona.id))] == [TODAY + 2, TODAY + 1, TODAY]


def test_a_step_that_breaks_off_leaves_the_vault_as_it_was(places, persona, vault):
    written(vault, "Untouched")
    vault.close()

    with pytest.raises(apsw.SQLError):
        Vault.open(places, persona.id, NOW, migrations=(*MIGRATIONS, Migration("breaks off", _breaks_off)))

    same = Vault.open(places, persona.id, NOW)
    same.check()
    assert texts(same) == {"Untouched"}
    assert same.dismissals.all() == ()
    same.close()


def test_without_a_backup_there_is_no_step(places, persona, vault):
    written(vault, "Untouched")
    folder = places.backup_folder(persona.id)
    vault.close()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("in the way")

    with pytest.raises(BackupFailed):
        Vault.open(places, persona.id, NOW, migrations=TWO_MORE)

    folder.unlink()
    same = Vault.open(places, persona.id, NOW)
    assert texts(same) == {"Untouched"}
    same.close()


def test_a_damaged_vault_is_not_migrated(places, persona, vault):
    for number in range(50):
        written(vault, f"{number} " * 500)
    vault.close()
    for path in places.backup_folder(persona.id).iterdir():
        path.unlink()
    file = places.vault_file(persona.id)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    with pytest.raises(BackupFailed) as failure:
        Vault.open(places, persona.id, NOW, migrations=TWO_MORE)

    assert isinstance(failure.value.reason, VaultDamaged)
    assert file.read_bytes()[100:] == content[100:]


def test_the_vault_of_a_newer_twofold_is_refused_and_left_alone(places, persona, vault):
    vault.close()
    Vault.open(places, persona.id, NOW, migrations=TWO_MORE).close()
    before = places.vault_file(persona.id).read_bytes()

    with pytest.raises(VaultTooNew) as refusal:
        Vault.open(places, persona.id, NOW)

    assert (refusal.value.found, refusal.value.known) == (TODAY + 2, TODAY)
    assert places.vault_file(persona.id).read_bytes() == before
