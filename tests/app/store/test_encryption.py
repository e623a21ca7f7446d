import apsw
import pytest

from app.store.encryption import connect, connect_new, connect_to_copy, connect_to_read
from app.store.keys import new_vault_key

SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "locking_mode": "exclusive",
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "temp_store": 2,  # in memory
    "cipher": "sqlcipher",
}


@pytest.fixture
def key():
    return new_vault_key()


@pytest.fixture
def file(tmp_path, key):
    path = tmp_path / "file.db"
    connection = connect_new(path, key)
    connection.execute("CREATE TABLE notes (text TEXT) STRICT; INSERT INTO notes VALUES ('secret')")
    connection.close()
    return path


def test_a_connection_keeps_every_promise_of_its_settings(file, key):
    connection = connect(file, key)

    assert {name: connection.pragma(name) for name in SETTINGS} == SETTINGS
    assert connection.pragma("legacy") == "4"
    connection.close()


def test_a_copy_is_one_file_and_minds_what_belongs_together(file, key):
    connection = connect_to_copy(file, key)

    assert (connection.pragma("journal_mode"), connection.pragma("foreign_keys")) == ("memory", 1)
    connection.close()


@pytest.mark.parametrize("open_with", [connect, connect_to_read, connect_to_copy])
def test_another_key_opens_nothing_and_changes_nothing(file, open_with):
    before = file.read_bytes()

    with pytest.raises(apsw.NotADBError):
        open_with(file, new_vault_key())

    assert file.read_bytes() == before


@pytest.mark.parametrize("open_with", [connect, connect_to_read, connect_to_copy])
def test_what_is_not_there_is_not_made(tmp_path, key, open_with):
    with pytest.raises(apsw.CantOpenError):
        open_with(tmp_path / "nothing.db", key)

    assert list(tmp_path.iterdir()) == []
