from dataclasses import replace

import pytest

from app.errors import KeyMissing, KeyRefused, SlotsDamaged
from app.model.ids import PersonaId
from app.model.persona import Side
from app.store.keys import (
    Slots,
    VaultKey,
    dump_slots,
    new_key_file,
    new_vault_key,
    parse_slots,
    read_slots,
    twin_of,
    unlock_with_key_file,
    wrap_with_key_file,
    write_slots,
)

ANN = PersonaId("ann")


@pytest.fixture
def key_file(tmp_path):
    return tmp_path / "ann.key"


@pytest.fixture
def key():
    return new_vault_key()


@pytest.fixture
def slots(key, key_file):
    return Slots(ANN, Side.PERSONAL, bytes(range(16)), (wrap_with_key_file(key, ANN, new_key_file(key_file)),))


def test_the_key_file_gives_the_key_back(key, slots, key_file):
    assert unlock_with_key_file(slots, key_file) == key


def test_the_slot_file_comes_back_and_does_not_hold_the_key(tmp_path, key, slots, key_file):
    write_slots(tmp_path / "slots.json", slots)

    assert read_slots(tmp_path / "slots.json") == slots
    for secret in (key.secret, key_file.read_bytes()):
        assert secret not in dump_slots(slots)
        assert secret.hex().encode() not in dump_slots(slots)


def test_a_slot_opens_no_other_vault(slots, key_file):
    with pytest.raises(KeyRefused):
        unlock_with_key_file(replace(slots, persona_id=PersonaId("work")), key_file)


def test_a_missing_key_file_is_told_from_a_wrong_one(tmp_path, slots, key_file):
    other = tmp_path / "other.key"
    new_key_file(other)
    with pytest.raises(KeyRefused):
        unlock_with_key_file(slots, other)
    key_file.unlink()
    with pytest.raises(KeyMissing):
        unlock_with_key_file(slots, key_file)


def test_every_changed_byte_of_a_slot_file_is_noticed(slots):
    whole = dump_slots(slots)
    for position in range(len(whole)):
        spoilt = whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :]
        try:
            assert parse_slots(spoilt) == slots
        except (ValueError, KeyError, TypeError):
            continue


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff", b'{"checksum": "", "format": 1}', b"[" * 100_000]
)
def test_two_spoilt_slot_files_are_said_to_be_damaged(tmp_path, content):
    path = tmp_path / "slots.json"
    for each in (path, twin_of(path)):
        each.write_bytes(content)

    with pytest.raises(SlotsDamaged):
        read_slots(path)


def test_a_key_shows_in_no_description(key):
    assert key.secret.hex() not in repr(key)
    assert str(key.secret) not in repr(key)


def test_a_key_has_256_bits():
    with pytest.raises(ValueError, match="not a key"):
        VaultKey(b"short")
