"""The whole program, played in a process of its own with bounded memory and time: nothing can take the tests along.

A scene is a function of a test module that gets the opened program; ``played`` runs it, its assertions included.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.model.persona import Side
from app.store.places import Places, places_in
from app.studio.opening import open_vaults
from ui.application import Running
from ui.widgets.notice_strip import NoticeStrip
from ui.window.draft_pane import DraftPane

ROOT = Path(__file__).resolve().parents[2]
NAMES = {Side.PERSONAL: "Personal", Side.PROFESSIONAL: "Professional"}
MEMORY_BYTES = 1_500_000_000
PROCESSOR_S = 60
PATIENCE_S = 120


class Stage:
    """The program with its window open, over the drafts in *folder*."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places = places_in(folder)
        self.application = QApplication(sys.argv[:1])
        self.running = Running(self.application, self.places)
        self.window = self.running.window

    def pane(self, side: Side = Side.PERSONAL) -> DraftPane:
        """The pane on *side*."""
        return next(each for each in self.window.findChildren(DraftPane) if each.side is side)

    def new_draft(self, side: Side = Side.PERSONAL) -> DraftPane:
        """The pane on *side*, with a new draft in it."""
        pane = self.pane(side)
        pane.new_asked.emit(side)
        return pane

    def until(self, condition: Callable[[], object], seconds: float = 20.0) -> None:
        """Let the program run until *condition* holds."""
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, f"still not so after {seconds} s"
            self.application.processEvents()
            time.sleep(0.005)

    def rest(self, seconds: float) -> None:
        """Let the program run."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end, seconds + 60)

    def notices(self) -> list[str]:
        """What the strips in the window say now."""
        strips = self.window.findChildren(NoticeStrip)
        return [strip.notice().text for strip in strips if strip.isVisible() and strip.notice() is not None]

    def says(self, words: str) -> bool:
        """Whether a strip says *words*."""
        return any(words in notice for notice in self.notices())

    def press(self, words: str, inside: QWidget | None = None) -> None:
        """Press the visible button called *words*."""
        buttons = (inside or self.window).findChildren(QAbstractButton)
        next(each for each in buttons if each.text() == words and each.isVisible()).click()

    def answer(self, *buttons: str) -> None:
        """Press *buttons*, one in each dialog that is about to open."""
        left = list(buttons)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is not None and left:
                self.press(left.pop(0), dialog)
            if left:
                QTimer.singleShot(30, look)

        QTimer.singleShot(30, look)

    def saved(self) -> None:
        """Wait until nothing is unsaved."""
        self.until(lambda: not self.running.studio.unsaved())

    def close(self) -> None:
        """Close the window as the user does, and the program with it."""
        self.window.close()
        assert not self.window.isVisible()
        self.running.finish()


def furnished(folder: Path) -> Places:
    """Make what the first start makes in *folder*."""
    places = places_in(folder)
    open_vaults(places, NAMES, lambda: datetime(2026, 11, 25, tzinfo=UTC)).close()
    return places


def played(
    scene: Callable[[Stage], None],
    folder: Path,
    *,
    before: Sequence[str] = (),
    memory_bytes: int = MEMORY_BYTES,
    crashes: bool = False,
    program: Path = ROOT,
) -> str:
    """Play *scene* over *folder*, with the words *before* in front of the command; return what the program said."""
    module, name = scene.__module__, scene.__name__
    command = [*before, sys.executable, "-m", "tests.ui.stage", module, name, str(folder), str(memory_bytes)]
    finished = subprocess.run(
        command,
        cwd=program,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
        timeout=PATIENCE_S,
    )
    assert finished.returncode == 0, finished.stdout
    assert ("twofold: " in finished.stdout) == crashes, finished.stdout
    return finished.stdout


def main(module: str, name: str, folder: str, memory_bytes: str) -> int:
    """Play one scene in this process."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (int(memory_bytes), int(memory_bytes)))
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_S, PROCESSOR_S))
    try:
        stage = Stage(Path(folder))
        getattr(import_module(module), name)(stage)
        if stage.window.isVisible():
            stage.close()
        # Only where there is no desktop, Qt frees what an editor has copied after Python has gone, and faults.
        QGuiApplication.clipboard().clear()
    finally:
        sys.excepthook = sys.__excepthook__  # a scene that fails says all about it
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
