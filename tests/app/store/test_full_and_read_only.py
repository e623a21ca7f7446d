"""A disk without room and a disk that cannot be written: said, never made worse."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from queue import Queue

import pytest

from app.errors import BackupFailed, DiskFull, FolderUnwritable, TwofoldError, VaultReadOnly
from app.store.places import Places
from app.store.roster import Roster, RosterEntry
from app.store.saver import Edit, Saver
from app.store.settings import Settings, save_settings
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona, save, texts, written

ROOT = Path(__file__).parents[3]

LEAVE_WITHOUT_CLOSING = """
import os, sys
from pathlib import Path
from app.store.places import Places
from app.store.vault import Vault
from tests.app.store.samples import NOW, written
vault = Vault.open(Places(Path(sys.argv[1]), Path(sys.argv[2])), sys.argv[3], NOW)
written(vault, "The last save before the crash")
os._exit(0)
"""


def fill(folder: Path) -> Path:
    """Take all the room that *folder* has left, and return the file to remove for getting it back."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    return ballast


def test_disk_full(small_disk, tmp_path):
    places, persona = Places(small_disk / "data", tmp_path / "config"), a_persona()
    vault = Vault.create(places, persona, NOW)
    draft, saved = written(vault, "0 "), 0
    ballast = fill(small_disk)

    for attempt in range(1, 200):
        try:
            save(vault, draft, f"{attempt} " + "word " * 2000)
            saved = attempt
        except DiskFull:
            break
    else:
        pytest.fail("the disk was never full")
    for _ in range(5):
        with pytest.raises(DiskFull):
            save(vault, draft, "again " * 20_000)
        assert vault.drafts.get(draft.id).text.startswith(f"{saved} ")
    assert len(vault.drafts.search("word")) == (1 if saved else 0)
    vault.check()
    with pytest.raises(BackupFailed) as failure:
        vault.close()
    assert isinstance(failure.value.reason, DiskFull)

    vault = Vault.open(places, persona.id, NOW)
    assert vault.drafts.get(draft.id).text.startswith(f"{saved} ")
    vault.check()
    ballast.unlink()
    save(vault, draft, "Room again")
    assert texts(vault) == {"Room again"}
    vault.close()


def test_a_text_outlives_a_full_disk_in_the_saver(small_disk, tmp_path):
    places, persona = Places(small_disk / "data", tmp_path / "config"), a_persona()
    vault = Vault.create(places, persona, NOW)
    draft, outcomes = written(vault, ""), Queue[object]()

    def commit(edit: Edit) -> None:
        vault.drafts.save(edit.draft_id, title="", text=edit.text, cursor=0, scroll=0, now=NOW)

    saver = Saver(
        commit, on_saved=lambda mark: outcomes.put(len(mark.edit.text)), on_failed=lambda *what: outcomes.put(what[0])
    )
    ballast = fill(small_disk)
    saver.edit(Edit(persona.id, draft.id, "", "x" * 200_000))
    assert isinstance(outcomes.get(timeout=5), DiskFull)
    saver.edit(Edit(persona.id, draft.id, "", "x" * 200_001))

    ballast.unlink()

    assert outcomes.get(timeout=5) == 200_001
    assert saver.close() == ()
    assert len(vault.drafts.get(draft.id).text) == 200_001
    vault.close()


def test_a_vault_that_has_no_room_to_be_made_is_not_there(small_disk, tmp_path):
    places, persona = Places(small_disk / "data", tmp_path / "config"), a_persona()
    places.persona_folder(persona.id).mkdir(parents=True)
    ballast = fill(small_disk)

    with pytest.raises(DiskFull):
        Vault.create(places, persona, NOW)

    assert not places.vault_file(persona.id).exists()
    ballast.unlink()
    Vault.create(places, persona, NOW).close()


def test_small_files_keep_what_they_said_on_a_full_disk(small_disk):
    places = Places(small_disk / "data", small_disk / "config")
    places.prepare()
    entry = RosterEntry(a_persona().id, a_persona().side)
    Roster(places).add(entry)
    fill(small_disk)

    for attempt in (
        lambda: Roster(places).add(RosterEntry(a_persona().id, a_persona().side)),
        lambda: save_settings(places, Settings()),
    ):
        with pytest.raises(DiskFull):
            attempt()

    assert Roster(places).entries() == (entry,)
    assert [path.name for path in places.data.iterdir()] == ["roster.json"]


@pytest.fixture
def make_read_only(small_disk):
    """Make the disk, and the vault on it, one that nobody can write, not even root."""
    return lambda: subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)


def test_read_only_folder(small_disk, make_read_only, tmp_path):
    places, persona = Places(small_disk / "data", tmp_path / "config"), a_persona()
    vault = Vault.create(places, persona, NOW)
    draft = written(vault, "Readable")
    vault.close()
    make_read_only()

    vault = Vault.open(places, persona.id, NOW)

    assert vault.read_only
    assert (vault.persona, texts(vault)) == (persona, {"Readable"})
    assert len(vault.drafts.search("readable")) == 1
    vault.check()
    vault.tidy(NOW)
    for attempt in (
        lambda: save(vault, draft, "Changed"),
        lambda: vault.drafts.trash(draft.id, NOW),
        lambda: vault.save_persona(persona),
        lambda: vault.remember_open_draft(draft.id),
    ):
        with pytest.raises(VaultReadOnly):
            attempt()
    vault.close()


def test_the_last_saves_before_a_crash_are_read_from_a_read_only_disk_too(small_disk, make_read_only, tmp_path):
    places, persona = Places(small_disk / "data", tmp_path / "config"), a_persona()
    Vault.create(places, persona, NOW).close()
    subprocess.run(
        [sys.executable, "-c", LEAVE_WITHOUT_CLOSING, places.data, places.config, persona.id], cwd=ROOT, check=True
    )
    make_read_only()
    log = places.vault_file(persona.id).with_name("vault.db-wal")
    before = log.read_bytes()

    vault = Vault.open(places, persona.id, NOW)

    assert vault.read_only
    assert texts(vault) == {"The last save before the crash"}
    with pytest.raises(VaultReadOnly):
        written(vault, "No")
    vault.close()
    assert log.read_bytes() == before != b""


def test_nothing_can_be_made_where_nothing_can_be_written(small_disk, make_read_only):
    places, persona = Places(small_disk / "data", small_disk / "config"), a_persona()
    make_read_only()

    for attempt in (
        places.prepare,
        lambda: Vault.create(places, persona, NOW),
        lambda: save_settings(places, Settings()),
    ):
        with pytest.raises(FolderUnwritable):
            attempt()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="no permission binds root")
def test_a_folder_without_permission_to_write_can_be_read(places, persona, vault):
    draft = written(vault, "Readable")
    vault.close()
    folder = places.persona_folder(persona.id)
    places.vault_file(persona.id).chmod(0o400)
    folder.chmod(0o500)
    try:
        reader = Vault.open(places, persona.id, NOW)
        assert texts(reader) == {"Readable"}
        with pytest.raises(TwofoldError):
            save(reader, draft, "Changed")
        reader.close()
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)
