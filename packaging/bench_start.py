"""How long a start takes to the first paint and to both drafts reviewed, and how much memory."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 9

# Runs inside the process that is measured: the program itself, with an ear for its first paint and its reviews.
_STUDIO = """
import json, resource, sys, time
begun = float(sys.argv.pop(1))
noted = {}
def note(name):
    pages = int(open("/proc/self/statm").read().split()[1])
    noted.setdefault(name, [time.monotonic() - begun, time.process_time(), pages * resource.getpagesize()])

from pathlib import Path
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication
import ui.__main__
from app.checks.memory import made_to_stay
from ui.preflight import why_no_window
assert why_no_window() is None  # this and the next are what ui.__main__ does
with made_to_stay():
    import ui.application
from app.studio.reviewing import Reviewing
from ui.window.draft_pane import DraftPane
from ui.window.studio_window import StudioWindow
note("imported")

class Ear(QObject):
    painting = Signal()
    def __init__(self):
        super().__init__()
        self.painting.connect(self.painted, Qt.ConnectionType.QueuedConnection)  # comes when the paint is done
    def painted(self):
        note("painted")
        self.look()
    def look(self):
        (window,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, StudioWindow)]
        if all(pane.is_reviewed for pane in window.findChildren(DraftPane)):
            note("reviewed")
            QTimer.singleShot(500, lambda: (note("settled"), window.close()))
        else:
            QTimer.singleShot(0, self.look)

ear = Ear()
paint, make_ready = StudioWindow.paintEvent, Reviewing.make_ready
def painting(window, event):
    if "painted" not in noted:
        ear.painting.emit()
    paint(window, event)
def making_ready(reviewing):
    problems = make_ready(reviewing)
    note("ready")
    return problems
StudioWindow.paintEvent, Reviewing.make_ready = painting, making_ready
ui.application.run(Path(sys.argv[1]))
print(json.dumps(noted))
"""

# What packs and index add to a process that has imported their code already.
_ENGINE = """
import resource
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
import app.checks.engine, app.checks.packcache
from app.model.persona import Side
from app.model.policy import default_policy
from app.studio.reviewing import review_text
before = resident()
for side in Side:
    review_text("My boss is an idiot", default_policy(side))
print(resident() - before)
"""

Noted = dict[str, list[float]]


def run() -> None:
    """Print medians over several warm starts with drafts there, and one first start that makes vaults and cache."""
    with tempfile.TemporaryDirectory(prefix="twofold-bench-") as folder:
        environment = _environment(Path(folder))
        first = _start(Path(folder), environment)
        starts = [_start(Path(folder), environment) for _ in range(RUNS)]
        checks = [_check(Path(folder), environment) for _ in range(RUNS)]
        engine = [int(_output(["-c", _ENGINE], environment)) / 2**20 for _ in range(3)]
    print(f"{RUNS} warm starts, times from the start of the process; median (worst), CPU of the process alone behind")
    _say("Qt and our modules imported", starts, "imported")
    _say("first paint", starts, "painted", "target <= 600 ms")
    _say("rules loaded", starts, "ready")
    _say("both drafts reviewed", starts, "reviewed", "target <= 150 ms after the first paint")
    waits = [(start["reviewed"][0] - start["painted"][0]) * 1000 for start in starts]
    print(f"  {'from first paint to reviewed':<30} {statistics.median(waits):7.0f} ms ({max(waits):.0f})")
    print(f"  {'first start of all, first paint':<30} {first['painted'][0] * 1000:6.0f} ms, making two vaults")
    print(
        f"  {'first start of all, reviewed':<30} {first['reviewed'][0] * 1000:6.0f} ms, reading and caching the rules"
    )
    check = f"{statistics.median(checks):7.0f} ms ({max(checks):.0f})"
    print(f"  {'twofold check of a small file':<30} {check}  target <= 400 ms")
    print("memory, resident")
    for name, words in (("painted", "first paint"), ("settled", "both drafts reviewed")):
        megabytes = statistics.median(start[name][2] for start in starts) / 2**20
        print(f"  {words:<30} {megabytes:7.0f} MB  target <= 130 MB")
    print(f"  {'packs and index by themselves':<30} {statistics.median(engine):7.1f} MB  target <= 12 MB")


def _say(words: str, starts: list[Noted], name: str, target: str = "") -> None:
    wall = [start[name][0] * 1000 for start in starts]
    processor = statistics.median(start[name][1] for start in starts) * 1000
    print(
        f"  {words:<30} {statistics.median(wall):7.0f} ms ({max(wall):.0f}), CPU {processor:.0f} ms  {target}".rstrip()
    )


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment of a user who lives in *folder*, of whom nothing is there yet."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    environment |= {"XDG_CACHE_HOME": str(folder / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is started again finds itself compiled
    return environment


def _start(folder: Path, environment: dict[str, str]) -> Noted:
    written = _output(["-c", _STUDIO, str(time.monotonic()), str(folder / "studio")], environment)
    noted: Noted = json.loads(written.splitlines()[-1])
    return noted


def _check(folder: Path, environment: dict[str, str]) -> float:
    post = folder / "post.txt"
    post.write_text("My boss is an idiot, and the wifi password is Blue-Kettle-42.\n", encoding="utf-8")
    begun = time.monotonic()
    command = [sys.executable, "-m", "app", "check", "--reader", "off", str(post)]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)  # its status is its verdict
    return (time.monotonic() - begun) * 1000


def _output(arguments: list[str], environment: dict[str, str]) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    run()
