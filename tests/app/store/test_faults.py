"""What the vault promises when programs are killed, disks fill up and files change underneath (RELIABILITY.md)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import VaultBusy
from app.store.vault import Vault
from tests.app.store.samples import NOW, save, texts, written

ROOT = Path(__file__).parents[3]
kills = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes the way POSIX knows")

HOLD = """
import sys
from pathlib import Path
from app.store.places import places_in
from app.store.vault import Vault
from tests.app.store.samples import NOW
vault = Vault.open(places_in(Path(sys.argv[1])), sys.argv[2], NOW)
print("open", flush=True)
sys.stdin.read()
"""


def killed(what: str, folder: Path, rounds: int) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.store.killing", what, str(folder), str(rounds)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    outcome: dict[str, int] = json.loads(done.stdout)
    return outcome


@kills
@pytest.mark.slow
def test_kill9_loses_nothing(tmp_path):
    outcome = killed("saves", tmp_path, 200)

    assert (outcome["rounds"], outcome["bad"]) == (200, 0)
    assert outcome["unclean"] > 100
    assert outcome["acknowledged"] > 500


@kills
@pytest.mark.slow
def test_kill9_during_migration(tmp_path):
    outcome = killed("migrations", tmp_path, 100)

    assert (outcome["half"], outcome["spoilt"]) == (0, 0)
    assert outcome["rounds"] == 100
    assert outcome["broke_off"] > 10
    assert outcome["finished"] > 0


def test_second_instance_is_refused(places, persona, vault, tmp_path):
    draft = written(vault, "Mine")
    vault.close()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, places.data.parent, persona.id],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"open"

        with pytest.raises(VaultBusy):
            Vault.open(places, persona.id, NOW)
        with pytest.raises(VaultBusy):
            Vault.open(places, persona.id, NOW)

        other.kill()
    again = Vault.open(places, persona.id, NOW)
    save(again, draft, "Mine again")
    assert texts(again) == {"Mine again"}
    again.close()


def test_a_second_vault_in_the_same_program_is_refused_too(places, persona, vault):
    for _ in range(2):
        with pytest.raises(VaultBusy):
            Vault.open(places, persona.id, NOW)

    draft = written(vault, "Still the only one")
    assert vault.drafts.holds(draft.id)
