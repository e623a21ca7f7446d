"""A first start that is killed anywhere is finished by the next one."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.model.persona import Side
from app.store.places import places_in
from tests.app.studio.conftest import Start, persona_on

ROOT = Path(__file__).resolve().parents[3]

# Opening asks for the time at each of its steps, so a clock can end the process at any of them.
KILLED_BY_ITS_CLOCK = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from app.store.places import places_in
from app.studio.opening import open_vaults
from tests.app.studio.conftest import NAMES
left = int(sys.argv[2])
def clock():
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return datetime(2026, 11, 25, tzinfo=UTC)
open_vaults(places_in(Path(sys.argv[1])), NAMES, clock)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills processes the way POSIX knows")
@pytest.mark.parametrize("steps", [1, 2, 3, 4])
def test_both_personas_are_there_after_the_next_start(tmp_path: Path, start: Start, steps: int) -> None:
    command = [sys.executable, "-c", KILLED_BY_ITS_CLOCK, str(tmp_path), str(steps)]
    assert subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode == -9
    made_before = {path.parent.name for path in places_in(tmp_path).personas_folder.glob("*/vault.db")}

    with start() as studio:
        ids = {persona_on(studio, side).id for side in Side}
        assert len(studio.personas.all()) == 2
        assert made_before <= ids
        assert studio.vaults.locked() == ()
    with start() as again:
        assert {persona.id for persona in again.personas.all()} == ids
