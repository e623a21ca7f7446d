"""Programs that are killed at any moment, and a look at what they leave: run by the tests of the same names.

One long-lived process starts light children, so that 200 of them cost seconds.
"""

import json
import os
import random
import shutil
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from hashlib import blake2b
from itertools import count
from pathlib import Path

import apsw

from app.model.ids import DraftId, PersonaId
from app.store.encryption import connect, is_whole
from app.store.keys import read_slots, unlock_with_key_file
from app.store.places import Places, places_in
from app.store.schema import MIGRATIONS, Migration
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona, texts, written

_SAYS = struct.Struct("<II")  # a draft and the number saved in it, or what the vault was like on opening
_DRAFTS = 6
_CLEAN, _UNCLEAN = _DRAFTS, _DRAFTS + 1
_STEPS = 6
_TODAY = len(MIGRATIONS)


def body(number: int, chance: random.Random) -> str:
    """A text that says its number and can be told from a spoilt one."""
    words = f"{number} " + " ".join(
        chance.choice(("nurse", "évening", "🚀", "client")) for _ in range(chance.randrange(150))
    )
    return f"{blake2b(words.encode(), digest_size=8).hexdigest()} {words}"


def number_in(text: str) -> int | None:
    """The number that a text says, ``None`` when it is not as it was written."""
    digest, _, words = text.partition(" ")
    if blake2b(words.encode(), digest_size=8).hexdigest() != digest:
        return None
    return int(words.partition(" ")[0])


def killed(work: Callable[[int], None], after_bytes: int, seconds: float) -> bytes:
    """Run *work* in a child, kill it *seconds* after it has written so much, and return all that it had written.

    The number of bytes and not a time alone: a busy machine would kill every child before it has begun.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reader)
            work(writer)
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        first = pipe.read(after_bytes)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return first + pipe.read()


def saves(folder: Path, rounds: int) -> dict[str, int]:
    """Kill a writer *rounds* times; count what it had been told was saved and is not there at the next opening."""
    places, persona, chance = places_in(folder), a_persona(), random.Random(3)
    vault = Vault.create(places, persona, NOW)
    ids = [written(vault, body(0, chance)).id for _ in range(_DRAFTS)]
    vault.close()
    promised = [0] * _DRAFTS
    outcome = dict.fromkeys(("rounds", "acknowledged", "opened", "unclean", "bad"), 0)
    for seed in range(rounds):
        said = killed(
            lambda writer, seed=seed: _open_and_write(places, persona.id, ids, promised, writer, random.Random(seed)),
            chance.randrange(12) * _SAYS.size,
            chance.uniform(0, 0.01),
        )
        for what, number in _SAYS.iter_unpack(said[: len(said) // _SAYS.size * _SAYS.size]):
            if what < _DRAFTS:
                promised[what] = number
                outcome["acknowledged"] += 1
            else:
                outcome["opened"] += 1
                outcome["unclean"] += what == _UNCLEAN
                outcome["bad"] += number
        outcome["rounds"] += 1
    vault = Vault.open(places, persona.id, NOW)
    outcome["bad"] += _bad(vault, ids, promised)
    vault.close()
    return outcome


def _open_and_write(
    places: Places, persona_id: PersonaId, ids: list[DraftId], promised: list[int], writer: int, chance: random.Random
) -> None:
    """Look at what the killed one before has left, then save one text after the other, and say so after each."""
    vault = Vault.open(places, persona_id, NOW)
    os.write(writer, _SAYS.pack(_CLEAN if vault.opening.clean else _UNCLEAN, _bad(vault, ids, promised)))
    for number in count(max(promised) + 1):
        which, now = chance.randrange(_DRAFTS), NOW + timedelta(seconds=number)
        vault.drafts.save(ids[which], title=str(number), text=body(number, chance), cursor=0, scroll=0, now=now)
        os.write(writer, _SAYS.pack(which, number))
        if number % 37 == 0:
            vault.tidy(now)
            vault.snapshot()


def _bad(vault: Vault, ids: list[DraftId], promised: list[int]) -> int:
    """How many drafts are not as they were promised to be, or are not as they were written."""
    vault.check()
    found = (number_in(vault.drafts.get(draft_id).text) for draft_id in ids)
    return sum(number is None or number < least for number, least in zip(found, promised, strict=True))


def later_migrations(report: Callable[[], object] = bool) -> tuple[Migration, ...]:
    """What future versions might do: each makes a table of its own from every draft, in many small writes.

    Each calls *report* when it begins.
    """

    def to_version(version: int) -> Migration:
        def apply(connection: apsw.Connection) -> None:
            report()
            connection.execute(f"CREATE TABLE later_{version} (draft TEXT PRIMARY KEY, letter TEXT) STRICT")
            for draft_id, text in connection.execute("SELECT id, text FROM drafts").fetchall():
                for letter in text[:40]:
                    connection.execute(
                        f"INSERT INTO later_{version} VALUES (?, ?) ON CONFLICT DO UPDATE SET letter = excluded.letter",
                        (draft_id, letter),
                    )

        return Migration(f"later {version}", apply)

    return MIGRATIONS + tuple(to_version(version) for version in range(_TODAY + 1, _TODAY + 1 + _STEPS))


def migrations(folder: Path, rounds: int) -> dict[str, int]:
    """Kill a program *rounds* times while it brings a vault up to date; count the vaults that are between versions."""
    places, persona, chance = places_in(folder / "now"), a_persona(), random.Random(14)
    original = Places(folder / "original", places.config)
    vault = Vault.create(places, persona, NOW)
    for number in range(30):
        written(vault, body(number, chance))
    everything = texts(vault)
    vault.close()
    shutil.copytree(places.data, original.data)
    newest = later_migrations()
    outcome = dict.fromkeys(("rounds", "half", "spoilt", "broke_off", "finished"), 0)
    for _ in range(rounds):

        def work(writer: int) -> None:
            steps = later_migrations(lambda: os.write(writer, b"."))
            Vault.open(places, persona.id, NOW, migrations=steps).close()

        killed(work, chance.randrange(4), chance.uniform(0, 0.03))
        version, whole, made = _looked_at(places, persona.id)
        outcome["half"] += made != set(range(_TODAY + 1, version + 1))
        vault = Vault.open(places, persona.id, NOW, migrations=newest[:version])
        outcome["spoilt"] += not whole or texts(vault) != everything
        vault.close()
        outcome["broke_off"] += _TODAY < version < len(newest)
        if version == len(newest):
            outcome["finished"] += 1
            shutil.rmtree(places.data)
            shutil.copytree(original.data, places.data)
        outcome["rounds"] += 1
    return outcome


def _looked_at(places: Places, persona_id: PersonaId) -> tuple[int, bool, set[int]]:
    key = unlock_with_key_file(read_slots(places.slot_file(persona_id)), places.key_file(persona_id))
    connection = connect(places.vault_file(persona_id), key)
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    version, whole = connection.pragma("user_version"), is_whole(connection)
    connection.close()
    return version, whole, set(_later_versions(name for (name,) in tables))


def _later_versions(names: Iterator[str]) -> Iterator[int]:
    for name in names:
        if name.startswith("later_"):
            yield int(name.removeprefix("later_"))


if __name__ == "__main__":
    _what, _folder, _rounds = sys.argv[1:]
    json.dump({"saves": saves, "migrations": migrations}[_what](Path(_folder), int(_rounds)), sys.stdout)
