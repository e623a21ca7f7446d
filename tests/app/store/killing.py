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
from pathlib import Path

import apsw

from app.model.ids import DraftId, PersonaId
from app.store.encryption import connect, is_whole
from app.store.keys import read_slots, unlock_with_key_file
from app.store.places import Places, places_in
from app.store.schema import MIGRATIONS, Migration
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona, texts, written

_ACKNOWLEDGED = struct.Struct("<II")
_DRAFTS = 6
_STEPS = 6


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


def killed(work: Callable[[int], None], seconds: float) -> bytes:
    """Run *work* in a child, kill it after a while, and return what it had written to its descriptor."""
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
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read()


def saves(folder: Path, rounds: int) -> dict[str, int]:
    """Kill a writer *rounds* times; count what it had been told was saved and is not there."""
    places, persona, chance = places_in(folder), a_persona(), random.Random(3)
    vault = Vault.create(places, persona, NOW)
    ids = [written(vault, body(0, chance)).id for _ in range(_DRAFTS)]
    vault.close()
    promised = [0] * _DRAFTS
    outcome = dict.fromkeys(("rounds", "acknowledged", "lost", "spoilt", "unclean"), 0)
    for round_number in range(rounds):
        start = max(promised) + 1

        def work(writer: int, seed: int = round_number, start: int = start) -> None:
            write_for_ever(places, persona.id, ids, writer, random.Random(seed), start)

        said = killed(work, chance.uniform(0.002, 0.05))
        for which, number in _ACKNOWLEDGED.iter_unpack(said[: len(said) // _ACKNOWLEDGED.size * _ACKNOWLEDGED.size]):
            promised[which] = number
            outcome["acknowledged"] += 1
        vault = Vault.open(places, persona.id, NOW)
        outcome["unclean"] += not vault.opening.clean
        vault.check()
        for which, draft_id in enumerate(ids):
            there = number_in(vault.drafts.get(draft_id).text)
            outcome["spoilt"] += there is None
            outcome["lost"] += there is not None and there < promised[which]
        vault.close()
        outcome["rounds"] += 1
    return outcome


def write_for_ever(
    places: Places, persona_id: PersonaId, ids: list[DraftId], writer: int, chance: random.Random, start: int
) -> None:
    """Save one text after the other, and say so after each."""
    vault = Vault.open(places, persona_id, NOW)
    number = start
    while True:
        which = chance.randrange(_DRAFTS)
        now = NOW + timedelta(seconds=number)
        vault.drafts.save(ids[which], title=str(number), text=body(number, chance), cursor=0, scroll=0, now=now)
        os.write(writer, _ACKNOWLEDGED.pack(which, number))
        if number % 37 == 0:
            vault.tidy(now)
        number += 1


def later_migrations() -> tuple[Migration, ...]:
    """What future versions might do: each makes a table of its own from every draft, in many small writes."""

    def to_version(version: int) -> Migration:
        def apply(connection: apsw.Connection) -> None:
            connection.execute(f"CREATE TABLE later_{version} (draft TEXT PRIMARY KEY, letter TEXT) STRICT")
            for draft_id, text in connection.execute("SELECT id, text FROM drafts").fetchall():
                for letter in text[:40]:
                    connection.execute(
                        f"INSERT INTO later_{version} VALUES (?, ?) ON CONFLICT DO UPDATE SET letter = excluded.letter",
                        (draft_id, letter),
                    )

        return Migration(f"later {version}", apply)

    return MIGRATIONS + tuple(to_version(version) for version in range(2, 2 + _STEPS))


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
        killed(lambda _: Vault.open(places, persona.id, NOW, migrations=newest).close(), chance.uniform(0.005, 0.12))
        version, whole, made = _looked_at(places, persona.id)
        outcome["half"] += made != set(range(2, version + 1))
        vault = Vault.open(places, persona.id, NOW, migrations=newest[:version])
        outcome["spoilt"] += not whole or texts(vault) != everything
        vault.close()
        outcome["broke_off"] += 1 < version < len(newest)
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
