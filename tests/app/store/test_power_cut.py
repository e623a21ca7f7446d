import os
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.model.persona import Persona
from app.store.places import Places
from app.store.vault import Vault
from tests.app.store.killing import body, number_in
from tests.app.store.power import Acknowledged, Event, RecordingDisk, after_cut
from tests.app.store.samples import NOW, written

CUTS = int(os.environ.get("POWER_CUTS", "150"))  # the promise was proved with 1,000
SAVES = 80
DRAFTS = 5

pytestmark = pytest.mark.skipif(os.name == "nt", reason="stands on SQLite's file layer for POSIX")


@pytest.mark.slow
def test_power_cut(places, persona, vault, tmp_path):
    for number in range(DRAFTS):
        written(vault, body(0, random.Random(number)))
    vault.close()
    before = {"vault.db": places.vault_file(persona.id).read_bytes()}
    log = _recorded(places, persona)
    acknowledgements = [index for index, event in enumerate(log) if isinstance(event, Acknowledged)]
    chance = random.Random(99)

    for cut in range(CUTS):
        # Right after an acknowledgement is the hardest moment: the promise has just been given.
        end = chance.choice(acknowledgements) + 1 if cut % 3 == 0 else chance.randrange(1, len(log) + 1)
        files, promised = after_cut(before, log[:end], chance)
        survivor = _with_files(places, persona, files, tmp_path / "after")
        vault = Vault.open(survivor, persona.id, NOW)
        vault.check()
        numbers = [number_in(vault.drafts.get(summary.id).text) for summary in vault.drafts.summaries()]
        assert None not in numbers
        assert len(numbers) == DRAFTS
        assert max(number for number in numbers if number is not None) >= promised
        vault.close()


def _recorded(places: Places, persona: Persona) -> list[Event]:
    """What reaches the disk while 80 texts are saved, and when each was acknowledged."""
    disk, chance = RecordingDisk(), random.Random(42)
    vault = Vault.open(places, persona.id, NOW, vfs=disk.vfs)
    ids = [summary.id for summary in vault.drafts.summaries()]
    for number in range(1, SAVES + 1):
        now = NOW + timedelta(seconds=20 * number)
        vault.drafts.save(chance.choice(ids), title="title", text=body(number, chance), cursor=0, scroll=0, now=now)
        disk.log.append(Acknowledged(number))
        if number % 23 == 0:
            vault.tidy(now)
    log = list(disk.log)
    vault.close()
    return log


def _with_files(places: Places, persona: Persona, files: dict[str, bytes], folder: Path) -> Places:
    shutil.rmtree(folder, ignore_errors=True)
    survivor = Places(folder, places.config)
    survivor.persona_folder(persona.id).mkdir(parents=True)
    shutil.copyfile(places.slot_file(persona.id), survivor.slot_file(persona.id))
    for name, content in files.items():
        (survivor.persona_folder(persona.id) / name).write_bytes(content)
    return survivor
