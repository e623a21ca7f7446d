"""Where no window can open, or nothing can be kept: one sentence and what to do, and never an abort of Qt's."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.namespaces import read_only

ROOT = Path(__file__).resolve().parents[1]
UNAVAILABLE, WRONG_USAGE = 69, 64
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about Linux, its displays and its loader")
pytestmark = linux


def started(folder: Path, *more: str, python: Iterable[str] = (sys.executable,), **environment: str) -> tuple[int, str]:
    """Start the program as a user would, and return its exit status and all that it said."""
    inherited = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    finished = subprocess.run(
        [*python, "-m", "ui", "--data-dir", str(folder), *more],
        cwd=ROOT,
        env=inherited | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return finished.returncode, finished.stdout


def assert_refused(outcome: tuple[int, str], *words: str, status: int = UNAVAILABLE) -> None:
    code, said = outcome
    assert code == status, said
    assert said.count("\n") == 1
    assert "Traceback" not in said
    for each in words:
        assert each in said


def test_no_display(tmp_path: Path) -> None:
    assert_refused(started(tmp_path), "there is no display here", "xvfb-run", "twofold check FILE")
    assert list(tmp_path.iterdir()) == []


def test_a_display_that_does_not_answer(tmp_path: Path) -> None:
    assert_refused(started(tmp_path, DISPLAY=":987"), "the display :987 does not answer", "desktop session")


def test_a_wayland_display_that_is_gone(tmp_path: Path) -> None:
    gone = started(tmp_path, QT_QPA_PLATFORM="wayland", WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path))
    assert_refused(gone, "no Wayland display")


def test_a_platform_that_qt_does_not_have(tmp_path: Path) -> None:
    assert_refused(started(tmp_path, QT_QPA_PLATFORM="nonsense"), "“nonsense”", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("library", ["libxkbcommon-x11.so.0", "libEGL.so.1"])
def test_a_library_that_qt_needs_is_missing(tmp_path: Path, library: str) -> None:
    (tmp_path / library).touch()  # the loader takes this one and finds nothing in it
    outcome = started(tmp_path / "data", DISPLAY=":987", LD_LIBRARY_PATH=str(tmp_path))
    assert_refused(outcome, f"the library {library} is missing", "make install")


def test_qt_is_not_installed(tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    for each in Path(sysconfig.get_path("purelib")).iterdir():
        if not each.name.lower().startswith(("pyside6", "shiboken6")):
            (packages / each.name).symlink_to(each)
    outcome = started(tmp_path / "data", python=[sys.executable, "-S"], PYTHONPATH=str(packages))
    assert_refused(outcome, "PySide6-Essentials is not installed", "make install")


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine", encoding="utf-8")
    outcome = started(file, QT_QPA_PLATFORM="offscreen")
    assert_refused(outcome, f"{file} is a file", "--data-dir FOLDER")
    assert file.read_text(encoding="utf-8") == "mine"


def test_nothing_can_be_written_in_the_folder(tmp_path: Path) -> None:
    outcome = started(tmp_path, python=[*read_only(tmp_path), sys.executable], QT_QPA_PLATFORM="offscreen")
    assert_refused(outcome, f"Nothing can be written in {tmp_path}", "--data-dir FOLDER")


def test_wrong_words(tmp_path: Path) -> None:
    for words in (["--colour", "red"], ["another"]):
        outcome = started(tmp_path, *words, QT_QPA_PLATFORM="offscreen")
        assert_refused(outcome, "twofold", words[0], status=WRONG_USAGE)
