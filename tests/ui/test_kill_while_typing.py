"""You lose at most about one second of typing (promise V3), in the real program, killed while somebody types."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from app.model.persona import Side
from app.store.places import places_in
from app.store.roster import Roster
from app.store.vault import Vault
from tests.ui.stage import furnished

KILLS = int(os.environ.get("TYPING_KILLS", "8"))  # the promise was proved with 60
PER_SECOND = 28
LONGEST_LOSS_S = 1.6  # a second after the first key, a commit, and a key or two on their way
WORDS = "a quiet evening by the canal and not a word of work "


def typed_until_killed(folder: Path, seconds: float) -> list[tuple[float, int]]:
    """Type for *seconds* after the first key, kill, and return when how many characters were on screen."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typist", str(folder), WORDS, str(PER_SECOND)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    seen: list[tuple[float, int]] = []
    try:
        for line in process.stdout:
            seen.append((time.monotonic(), int(line)))
            if seen[-1][0] - seen[0][0] >= seconds:
                break
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    return seen


def saved_text(folder: Path) -> str:
    """The newest personal draft, as the next start finds it."""
    places = places_in(folder)
    entry = next(each for each in Roster(places).entries() if each.side is Side.PERSONAL)
    vault = Vault.open(places, entry.persona_id, now=datetime(2026, 11, 25, tzinfo=UTC))
    try:
        return vault.drafts.get(vault.drafts.summaries()[0].id).text
    finally:
        vault.close()


def loss_allowed(seen: list[tuple[float, int]]) -> float:
    """A second and a bit; where the machine kept the typing hand waiting, it kept the saving waiting, too."""
    return LONGEST_LOSS_S + max(later[0] - earlier[0] for earlier, later in pairwise(seen))


def check_one_kill(folder: Path, seconds: float) -> None:
    seen = typed_until_killed(folder, seconds)
    text = saved_text(folder)
    assert text == (WORDS * 10)[: len(text)]
    killed_at = seen[-1][0]
    must_be_there = max((count for at, count in seen if at <= killed_at - loss_allowed(seen)), default=0)
    assert len(text) >= must_be_there


@pytest.mark.slow
def test_kill_while_typing(tmp_path: Path) -> None:
    chance = random.Random(11)
    seconds = [chance.uniform(1.2, 3.0) for _ in range(KILLS)]
    folders = [tmp_path / str(number) for number in range(KILLS)]
    furnished(tmp_path / "first")
    for folder in folders:
        shutil.copytree(tmp_path / "first", folder)
    with ThreadPoolExecutor(max_workers=2) as workers:
        list(workers.map(check_one_kill, folders, seconds))
