import os
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import (
    Damage,
    DiskFault,
    KeyMissing,
    KeyRefused,
    SlotsDamaged,
    StoreError,
    VaultDamaged,
    VaultExists,
    VaultForeign,
    VaultMissing,
    VaultReplaced,
)
from app.model.draft import Draft
from app.model.persona import Handle, Persona, Side
from app.store.encryption import connect
from app.store.keys import read_key_file, read_slots, twin_of, unlock_with_key_file, wrap_with_key_file, write_slots
from app.store.places import Places
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona, save, texts, written


def test_what_was_saved_is_there_after_opening_again(places, persona, vault):
    draft = written(vault, "A quiet evening.", title="Evening")
    vault.close()

    again = Vault.open(places, persona.id, NOW)

    assert (again.persona, again.drafts.get(draft.id)) == (persona, draft)
    again.close()


def test_a_persona_keeps_its_new_handles_and_networks(places, persona, vault):
    changed = replace(persona, name="Ann", handles=(Handle("mastodon", "@ann@example.org"),), networks=("mastodon",))

    vault.save_persona(changed)
    vault.close()

    again = Vault.open(places, persona.id, NOW)
    assert again.persona == changed
    again.close()


def test_a_vault_never_becomes_that_of_another_persona(persona, vault):
    with pytest.raises(ValueError, match="one persona"):
        vault.save_persona(replace(persona, side=Side.PROFESSIONAL))


def test_the_open_draft_is_remembered_until_it_is_gone(vault):
    draft = written(vault, "On show")
    vault.remember_open_draft(draft.id)
    assert vault.open_draft == draft.id

    vault.drafts.trash(draft.id, NOW)

    assert vault.open_draft is None


def test_a_session_that_was_not_closed_is_noticed(places, persona, vault, tmp_path):
    vault.close()
    assert _reopened_with(places, persona, tmp_path, closed=True).clean
    assert not _reopened_with(places, persona, tmp_path, closed=False).clean


def _reopened_with(places: Places, persona: Persona, tmp_path: Path, *, closed: bool):
    """What is noticed when a copy of the folder, taken of an open or of a closed vault, is opened."""
    first = Vault.open(places, persona.id, NOW)
    copy = Places(tmp_path / f"copy-{closed}", places.config)
    if closed:
        first.close()
    shutil.copytree(places.data, copy.data)
    first.close()
    second = Vault.open(copy, persona.id, NOW)
    second.close()
    return second.opening


def test_clock_backwards_is_said_and_changes_no_order(places, persona, vault):
    older, newer = written(vault, "older"), written(vault, "newer")
    save(vault, newer, "newer, said at noon")
    save(vault, older, "older, said an hour earlier by the clock", after=-timedelta(hours=1))
    save(vault, newer, "newer again, a day earlier by the clock", after=-timedelta(days=1))
    assert [summary.id for summary in vault.drafts.summaries()] == [newer.id, older.id]
    vault.close()

    again = Vault.open(places, persona.id, NOW - timedelta(days=3))

    assert again.opening.clock_behind == timedelta(days=2)
    again.close()


def test_making_a_vault_twice_leaves_the_first(places, persona, vault):
    written(vault, "Still here")

    with pytest.raises(VaultExists):
        Vault.create(places, persona, NOW)

    assert texts(vault) == {"Still here"}


def test_making_a_vault_again_after_it_broke_off_works(places, persona):
    folder = places.persona_folder(persona.id)
    folder.mkdir(parents=True)
    (folder / "unfinished.db").write_bytes(b"half of it")
    (folder / "unfinished.db-wal").write_bytes(b"and a log")

    vault = Vault.create(places, persona, NOW)

    vault.check()
    vault.close()


def test_a_missing_vault_is_said_and_not_made(places, persona):
    with pytest.raises(VaultMissing):
        Vault.open(places, persona.id, NOW)

    assert not places.vault_file(persona.id).exists()


def _zero_length(places: Places, persona: Persona) -> None:
    places.vault_file(persona.id).write_bytes(b"")


def _half_written(places: Places, persona: Persona) -> None:
    whole = places.vault_file(persona.id).read_bytes()
    places.vault_file(persona.id).write_bytes(whole[: len(whole) // 2])


def _broken_header(places: Places, persona: Persona) -> None:
    whole = places.vault_file(persona.id).read_bytes()
    places.vault_file(persona.id).write_bytes(bytes(16) + whole[16:])


def _plain_sqlite(places: Places, persona: Persona) -> None:
    places.vault_file(persona.id).unlink()
    connection = sqlite3.connect(places.vault_file(persona.id))
    connection.execute("CREATE TABLE somebody_elses (thing)")
    connection.close()


def _another_vault(places: Places, persona: Persona) -> None:
    other = a_persona(Side.PROFESSIONAL)
    Vault.create(places, other, NOW).close()
    for where in (places.vault_file, places.slot_file, places.key_file):
        shutil.copyfile(where(other.id), where(persona.id))


def _another_vault_under_our_slots(places: Places, persona: Persona) -> None:
    other = a_persona(Side.PROFESSIONAL)
    Vault.create(places, other, NOW).close()
    theirs = read_slots(places.slot_file(other.id))
    key = unlock_with_key_file(theirs, places.key_file(other.id))
    ours = wrap_with_key_file(key, persona.id, read_key_file(places.key_file(persona.id)))
    write_slots(places.slot_file(persona.id), replace(theirs, persona_id=persona.id, slots=(ours,)))
    shutil.copyfile(places.vault_file(other.id), places.vault_file(persona.id))


def _of_another_program(places: Places, persona: Persona) -> None:
    key = unlock_with_key_file(read_slots(places.slot_file(persona.id)), places.key_file(persona.id))
    connection = connect(places.vault_file(persona.id), key)
    connection.pragma("application_id", 7)
    connection.close()


def _key_is_a_folder(places: Places, persona: Persona) -> None:
    places.key_file(persona.id).unlink()
    places.key_file(persona.id).mkdir()


def _key_gone(places: Places, persona: Persona) -> None:
    places.key_file(persona.id).unlink()


def _another_key(places: Places, persona: Persona) -> None:
    places.key_file(persona.id).write_bytes(bytes(32))


def _half_a_key(places: Places, persona: Persona) -> None:
    places.key_file(persona.id).write_bytes(bytes(16))


def _no_slots(places: Places, persona: Persona) -> None:
    slots = places.slot_file(persona.id)
    slots.write_bytes(slots.read_bytes()[:100])
    twin_of(slots).unlink()


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (_zero_length, VaultDamaged),
        (_half_written, VaultDamaged),
        (_broken_header, VaultDamaged),
        (_plain_sqlite, VaultForeign),
        (_another_vault, VaultForeign),
        (_another_vault_under_our_slots, VaultForeign),
        (_of_another_program, VaultForeign),
        (_key_is_a_folder, DiskFault),
        (_key_gone, KeyMissing),
        (_another_key, KeyRefused),
        (_half_a_key, KeyRefused),
        (_no_slots, SlotsDamaged),
    ],
)
def test_what_cannot_be_opened_is_named_and_left_as_it_is(places, persona, vault, spoil, expected):
    written(vault, "Something to lose " * 5000)
    vault.close()
    spoil(places, persona)
    before = places.vault_file(persona.id).read_bytes()

    with pytest.raises(expected) as refusal:
        Vault.open(places, persona.id, NOW).check()

    assert isinstance(refusal.value, StoreError)
    assert refusal.value.path.is_relative_to(places.data) or refusal.value.path == places.key_file(persona.id)
    assert places.vault_file(persona.id).read_bytes() == before


@pytest.mark.parametrize(
    ("spoil", "damage"),
    [(_zero_length, Damage.EMPTY), (_broken_header, Damage.HEADER), (_half_written, Damage.CONTENT)],
)
def test_the_kind_of_damage_is_told(places, persona, vault, spoil, damage):
    written(vault, "Something to lose " * 5000)
    vault.close()
    spoil(places, persona)

    with pytest.raises(VaultDamaged) as refusal:
        Vault.open(places, persona.id, NOW).check()

    assert refusal.value.damage is damage


@pytest.mark.parametrize("which", [lambda path: path, twin_of])
def test_one_whole_slot_file_is_enough_and_mends_the_other(places, persona, vault, which):
    vault.close()
    slots = places.slot_file(persona.id)
    whole = slots.read_bytes()
    which(slots).write_bytes(b"{")

    Vault.open(places, persona.id, NOW).close()

    assert slots.read_bytes() == twin_of(slots).read_bytes() == whole


def _moved_away(path: Path) -> None:
    path.rename(path.with_name("moved.db"))


def _swapped(path: Path) -> None:
    copy = path.with_name("copy.db")
    shutil.copyfile(path, copy)
    copy.replace(path)


@pytest.mark.parametrize("change", [_moved_away, _swapped])
def test_a_vault_replaced_under_the_program_is_not_saved_into(places, persona, vault, change):
    draft = written(vault, "Before")

    change(places.vault_file(persona.id))

    with pytest.raises(VaultReplaced):
        save(vault, draft, "After")


def test_a_key_file_that_is_there_already_is_used_and_not_written_over(places, persona):
    key_file = places.key_file(persona.id)
    key_file.parent.mkdir(parents=True)
    key_file.write_bytes(bytes(range(32)))

    Vault.create(places, persona, NOW).close()

    assert key_file.read_bytes() == bytes(range(32))


def test_all_files_are_for_their_owner_alone(places, persona, vault):
    written(vault, "Mine")
    vault.snapshot()

    files = [path for folder in (places.data, places.config) for path in folder.rglob("*") if path.is_file()]

    assert {path.stat().st_mode & 0o077 for path in files} == {0}
    assert (places.data.stat().st_mode | places.config.stat().st_mode) & 0o077 == 0


def test_closing_twice_does_no_harm_and_leaves_one_file(places, persona, vault):
    vault.close()
    vault.close()

    assert [path.name for path in places.persona_folder(persona.id).glob("vault.db*")] == ["vault.db"]


def test_a_folder_in_the_place_of_a_vault_is_said(places, persona, vault):
    vault.close()
    places.vault_file(persona.id).unlink()
    places.vault_file(persona.id).mkdir()

    with pytest.raises(StoreError):
        Vault.open(places, persona.id, NOW)


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="no permission binds root")
def test_a_vault_that_may_not_be_read_is_said(places, persona, vault):
    vault.close()
    places.vault_file(persona.id).chmod(0)

    with pytest.raises(DiskFault):
        Vault.open(places, persona.id, NOW)


def test_threads_share_a_vault(vault):
    drafts = [written(vault, "") for _ in range(3)]

    def typing(draft: Draft) -> None:
        for number in range(60):
            save(vault, draft, f"{number} words", after=timedelta(minutes=number))
            vault.drafts.summaries()
            vault.drafts.search("words")

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(typing, drafts))

    vault.check()
    assert texts(vault) == {"59 words"}
