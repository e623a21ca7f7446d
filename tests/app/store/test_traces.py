"""What lies on the disk: nothing in clear, nothing that was deleted, and no damage that goes unnoticed."""

import os
import random
import shutil
from datetime import timedelta
from pathlib import Path

from app.errors import TwofoldError
from app.model.draft import RevisionReason
from app.model.ids import DraftId
from app.model.persona import Persona
from app.model.policy import Dismissal, IgnoreScope
from app.store.backups import backups_in
from app.store.encryption import connect
from app.store.keys import read_slots, unlock_with_key_file
from app.store.places import Places
from app.store.roster import Roster, RosterEntry
from app.store.vault import Vault
from tests.app.store.samples import NOW, save, texts, written

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


def test_deleted_text_leaves_the_wal(places, persona, vault, tmp_path):
    written(vault, "Something to keep")
    draft = written(vault, f"{CANARY} " * 2000, title=CANARY)
    save(vault, draft, f"{CANARY}s " * 2000)
    vault.drafts.search(CANARY)
    vault.drafts.trash(draft.id, NOW)
    assert CANARY in _in_clear(places, persona, tmp_path / "before")

    vault.drafts.purge_trash(NOW + timedelta(days=30))

    assert places.vault_file(persona.id).with_name("vault.db-wal").stat().st_size == 0
    left = _in_clear(places, persona, tmp_path / "after")
    assert CANARY not in left
    assert "Something to keep" in left
    assert texts(vault) == {"Something to keep"}


def _in_clear(places: Places, persona: Persona, folder: Path) -> str:
    """Everything in a copy of the vault and its log, deleted or not, with the encryption taken off."""
    folder.mkdir()
    for path in places.persona_folder(persona.id).glob("vault.db*"):
        shutil.copyfile(path, folder / path.name)
    key = unlock_with_key_file(read_slots(places.slot_file(persona.id)), places.key_file(persona.id))
    connection = connect(folder / "vault.db", key)
    connection.execute("PRAGMA journal_mode = DELETE; PRAGMA rekey = ''").fetchall()
    connection.close()
    content = (folder / "vault.db").read_bytes()
    assert content.startswith(b"SQLite format 3")
    return content.decode("latin-1")


def test_every_flipped_bit_is_noticed(places, persona, vault, tmp_path):
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
