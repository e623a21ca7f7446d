"""What lies on the disk: nothing in clear, nothing that was deleted, and no damage that goes unnoticed."""

import os
import random
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.errors import TwofoldError
from app.model.draft import RevisionReason
from app.model.ids import DraftId
from app.model.persona import Persona
from app.model.policy import Dismissal, IgnoreScope
from app.store.backups import backups_in
from app.store.keys import SALT_BYTES, VaultKey, read_slots, unlock_with_key_file
from app.store.places import Places
from app.store.roster import Roster, RosterEntry
from app.store.vault import Vault
from tests.app.store.samples import NOW, save, texts, written

PAGE = 4096
CANARY = "kanarienvogel"
FLIPS = int(os.environ.get("BIT_FLIPS", "300"))


def in_every_encoding(word: str) -> tuple[bytes, ...]:
    return tuple(word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def files_with(word: str, folder: Path) -> list[str]:
    """The files under *folder* in whose bytes or names *word* can be read."""
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(each in path.read_bytes() + os.fsencode(path) for each in in_every_encoding(word))
    ]


def test_canary_on_disk(places, persona, tmp_path):
    named = Persona(persona.id, persona.side, f"{CANARY} name", works_with=f"{CANARY}s")
    vault = Vault.create(places, named, NOW)
    Roster(places).add(RosterEntry(named.id, named.side))
    draft = written(vault, f"{CANARY} text " * 3000, title=f"{CANARY} title")
    vault.dismissals.add(Dismissal(IgnoreScope.SENTENCE, "print", "rule", f"{CANARY} shown", DraftId(draft.id)))
    save(vault, draft, f"{CANARY} changed " * 5000, after=timedelta(hours=1))
    vault.drafts.keep_revision(draft.id, RevisionReason.BEFORE_FIX, NOW)
    vault.drafts.search(f"{CANARY} chan")
    vault.drafts.trash(draft.id, NOW)
    vault.snapshot()
    control = tmp_path / "control"
    control.write_text(CANARY, encoding="utf-16-le")

    while_open = files_with(CANARY, tmp_path)
    vault.close()

    assert while_open == files_with(CANARY, tmp_path) == ["control"]


def test_deleted_text_leaves_the_wal(places, persona, vault):
    written(vault, "Something to keep")
    draft = written(vault, f"{CANARY} " * 2000, title=CANARY)
    save(vault, draft, f"{CANARY}s " * 2000)
    vault.drafts.search(CANARY)
    vault.drafts.trash(draft.id, NOW)
    assert CANARY in _in_clear(places, persona)

    vault.drafts.purge_trash(NOW + timedelta(days=30))

    assert places.vault_file(persona.id).with_name("vault.db-wal").stat().st_size == 0
    left = _in_clear(places, persona)
    assert CANARY not in left
    assert "Something to keep" in left
    assert texts(vault) == {"Something to keep"}


def _in_clear(places: Places, persona: Persona) -> str:
    """Every page of the vault and of its log, in use or not, with the encryption of SQLCipher 4 taken off."""
    key = unlock_with_key_file(read_slots(places.slot_file(persona.id)), places.key_file(persona.id))
    vault = places.vault_file(persona.id)
    content, log = vault.read_bytes(), vault.with_name("vault.db-wal").read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    frames = [log[start + 24 : start + 24 + PAGE] for start in range(32, len(log), 24 + PAGE)]
    return "".join(_page_in_clear(page, key, content[:SALT_BYTES]).decode("latin-1") for page in pages + frames)


def _page_in_clear(page: bytes, key: VaultKey, salt: bytes) -> bytes:
    start = SALT_BYTES if page.startswith(salt) else 0
    end = PAGE - 80  # 16 bytes of initialisation vector and 64 of authentication code
    cipher = Cipher(algorithms.AES(key.secret), modes.CBC(page[end : end + 16])).decryptor()
    return cipher.update(page[start:end]) + cipher.finalize()


@pytest.mark.slow
def test_every_flipped_bit_is_noticed(places, persona, vault):
    for number in range(30):
        draft = written(vault, f"{number} words " * 200)
        save(vault, draft, f"{number} other words " * 200, after=timedelta(hours=1))
    vault.drafts.search("words")
    vault.close()
    (backup,) = backups_in(places.backup_folder(persona.id))  # a vacuumed vault: it has no unused pages
    path = places.vault_file(persona.id)
    content = bytearray(backup.path.read_bytes())
    path.write_bytes(content)
    assert not _is_damaged(places, persona)
    chance, missed = random.Random(5), []

    for position in (chance.randrange(len(content)) for _ in range(FLIPS)):
        bit = 1 << chance.randrange(8)
        with path.open("rb+") as file:
            file.seek(position)
            file.write(bytes([content[position] ^ bit]))
        if not _is_damaged(places, persona):
            missed.append(position)
        path.write_bytes(content)

    assert missed == []


def test_no_damaged_page_gets_into_a_backup_unnoticed(places, persona, vault):
    for number in range(10):
        written(vault, f"{number} words " * 200, title=f"title {number}")
    vault.close()
    path = places.vault_file(persona.id)
    content = path.read_bytes()

    for page in range(0, len(content), PAGE):
        path.write_bytes(content[: page + 50] + bytes([content[page + 50] ^ 1]) + content[page + 51 :])
        for backup in backups_in(places.backup_folder(persona.id)):
            backup.path.unlink()
        with pytest.raises(TwofoldError):
            Vault.open(places, persona.id, NOW).close()
        assert backups_in(places.backup_folder(persona.id)) == ()
        path.write_bytes(content)


def _is_damaged(places: Places, persona: Persona) -> bool:
    try:
        vault = Vault.open(places, persona.id, NOW)
    except TwofoldError:
        return True
    try:
        vault.check()
    except TwofoldError:
        return True
    return False
