"""The studio ends when it is asked to, however early that is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED_BEFORE_THE_LOOP = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.store.places import places_in
from ui.application import Running
application = QApplication([])
running = Running(application, places_in(Path(sys.argv[1])))
os.kill(os.getpid(), signal.SIGTERM)
application.exec()
running.finish()
print("ended")
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are how POSIX ends a session")
def test_a_session_that_ends_before_the_first_event_ends_the_studio_too(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", ASKED_BEFORE_THE_LOOP, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "ended\n"), done.stderr
