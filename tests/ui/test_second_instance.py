"""Two windows cannot overwrite each other (promise V13): the second start brings the first window forward and ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.stage import ROOT, furnished
from ui.bridge.single_instance import SingleInstance

posix = pytest.mark.skipif(os.name != "posix", reason="stops and kills processes the way POSIX knows")


@contextmanager
def running(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The program, as a user starts it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ui", "--data-dir", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for_log(folder: Path) -> None:
    """Wait until a program holds the vaults in *folder*, which is when a log lies beside each."""
    deadline = time.monotonic() + 30
    while len(list(folder.glob("data/personas/*/vault.db-wal"))) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_second_instance_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    places = furnished(tmp_path)
    first = SingleInstance(places.data)
    assert first.take()
    try:
        with qtbot.waitSignal(first.show_asked, timeout=30_000), running(tmp_path) as second:
            qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
            said = second.stdout.read() if second.stdout is not None else ""
        assert second.returncode == 0
        assert said == "Twofold is open already with these drafts; its window has come forward.\n"
    finally:
        first.release()


@posix
def test_a_first_one_that_hangs_is_named_and_one_that_was_killed_locks_nobody_out(tmp_path: Path) -> None:
    furnished(tmp_path)
    with running(tmp_path) as first:
        wait_for_log(tmp_path)
        first.send_signal(signal.SIGSTOP)
        with running(tmp_path) as second:
            said = second.communicate(timeout=30)[0]
        assert second.returncode == 69
        assert said.startswith("Twofold is open already with these drafts, but its window does not answer.")
        assert f"end process {first.pid}" in said
    for log in tmp_path.glob("data/personas/*/vault.db-wal"):
        log.unlink()  # nothing was typed; a new log shows that the next start has the vaults
    with running(tmp_path) as third:
        wait_for_log(tmp_path)
        assert third.poll() is None
