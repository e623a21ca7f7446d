"""Nothing you write is on disk in clear (promise V8), in the real program: not in any file, log, or thing it says.

Every byte that the program hands to the system is looked at, also what goes into files that are gone again afterwards.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from app.model.persona import Side
from app.model.policy import IgnoreScope
from tests.ui.stage import ROOT, Stage
from ui.widgets.finding_groups import IgnoreChoice
from ui.widgets.risk_panel import RiskPanel

CANARY = "".join(("kanarien", "vogel"))  # in two pieces, so that it stands in no compiled file of the tests'
WRITES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendfile,rename,renameat,renameat2,openat,mkdir,symlink"


def everything_with_a_canary(stage: Stage) -> None:
    for side in Side:
        pane = stage.new_draft(side)
        title = pane.findChild(QLineEdit, "draft_title")
        QTest.keyClicks(title, CANARY)
        QTest.keyClicks(pane.editor, f"My boss is an idiot, says the {CANARY}. ")
    stage.saved()
    pane = stage.pane(Side.PERSONAL)
    pane.editor.insertPlainText(f"My password is {CANARY}42 " * 50)
    stage.until(lambda: pane.report().findings)
    panel = stage.window.findChild(RiskPanel)
    panel.ignored.emit(IgnoreChoice(pane.report().findings[-1], IgnoreScope.PHRASE))
    pane.editor.selectAll()
    pane.editor.copy()
    stage.saved()

    def fail() -> None:
        raise ValueError(pane.editor.text())

    QTimer.singleShot(0, fail)
    stage.until(lambda: stage.window.findChildren(QMessageBox))
    stage.window.findChildren(QMessageBox)[0].close()

    drafting = stage.running.studio.drafting
    assert pane.persona is not None
    assert pane.draft is not None
    assert drafting.search(pane.persona.id, CANARY)
    drafting.trash(pane.draft.id)
    drafting.tidy()
    stage.close()


CARELESS = """
import sys, tempfile
from pathlib import Path
canary = "kanarien" + "vogel"
with tempfile.NamedTemporaryFile() as file:
    file.write(b"gone again: " + canary.encode("utf-16-le"))
Path(sys.argv[1], "left").write_text(canary)
"""


def traced(program: list[str], folder: Path) -> tuple[str, str]:
    """Run *program* in *folder*, home and all; return what it wrote, in strace's own writing, and what it said."""
    strace = shutil.which("strace")
    if strace is None:
        if os.environ.get("CI"):
            pytest.fail("strace is not installed (Debian package strace)")
        pytest.skip("strace is not installed (Debian package strace)")
    for name in ("home", "tmp"):
        (folder / name).mkdir()
    environment = os.environ | {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp")}
    log = folder.parent / "calls"
    finished = subprocess.run(
        [strace, "-f", "-qq", "-xx", "-s", "4000000", "-e", f"trace={WRITES}", "-o", str(log), *program],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    said = finished.stdout.decode(errors="backslashreplace")
    assert finished.returncode == 0, said
    return log.read_text(encoding="ascii"), said


def in_every_encoding(word: str) -> tuple[bytes, ...]:
    return tuple(word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def calls_with(word: str, calls: str) -> list[str]:
    """The calls that handed *word* to the system."""
    spelt = ["".join(f"\\x{byte:02x}" for byte in each) for each in in_every_encoding(word)]
    return [line[:80] for line in calls.splitlines() if any(each in line for each in spelt)]


def files_with(word: str, folder: Path) -> list[str]:
    """The files under *folder* in whose bytes or names *word* can be read."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(
        path.name
        for path in files
        if any(each in path.read_bytes() + os.fsencode(path) for each in in_every_encoding(word))
    )


def test_canary_on_disk(tmp_path: Path) -> None:
    folder = tmp_path / "machine"
    folder.mkdir()
    scene = [everything_with_a_canary.__module__, everything_with_a_canary.__name__, str(folder / "data"), "1500000000"]

    calls, said = traced([sys.executable, "-m", "tests.ui.stage", *scene], folder)

    assert "ValueError" in (folder / "data" / "data" / "errors.log").read_text(encoding="utf-8")
    assert len(list(folder.glob("data/data/personas/*/backups/*"))) >= 2
    assert calls_with("ValueError", calls)  # the trace sees what is written
    assert calls_with(CANARY, calls) == []
    assert files_with(CANARY, folder) == []
    assert CANARY not in said


def test_a_careless_program_is_caught(tmp_path: Path) -> None:
    folder = tmp_path / "machine"
    folder.mkdir()
    calls, _said = traced([sys.executable, "-c", CARELESS, str(folder)], folder)
    assert len(calls_with(CANARY, calls)) == 2
    assert files_with(CANARY, folder) == ["left"]
