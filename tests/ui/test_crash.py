"""An error that nobody expected: the drafts are kept, the user is told, and no word of a draft is written anywhere."""

import threading
import warnings
from pathlib import Path

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from app.errors import DiskFault
from app.model.persona import Side
from tests.ui.stage import Stage, played

CANARY = "kanarienvogel"
WORDS = f"a {CANARY} sings"


class Careless:
    """Something that fails while it is thrown away, and whose name is what somebody typed."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words

    def __del__(self) -> None:
        raise KeyError(self._words)


def errors_of_every_kind(stage: Stage) -> None:
    pane = stage.new_draft()
    QTest.keyClicks(pane.editor, WORDS)

    def fail() -> None:
        raise ValueError(f"cannot use {pane.editor.text()}")

    QTimer.singleShot(0, fail)
    told = dialog(stage)
    assert not stage.running.studio.unsaved()  # it was saved before anything was said
    assert "Your drafts are saved" in told
    assert CANARY not in told

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert CANARY not in dialog(stage)
    Careless(pane.editor.text())
    assert CANARY not in dialog(stage)

    QTimer.singleShot(0, fail)  # the same again: written down and told once
    stage.rest(0.3)
    assert shown(stage) == []
    assert report_of(stage).count("ValueError") == 2
    assert pane.editor.text() == WORDS
    QTest.keyClicks(pane.editor, " on")
    stage.saved()


def what_programs_say_of_themselves(stage: Stage) -> None:
    pane = stage.new_draft()
    QTest.keyClicks(pane.editor, WORDS)
    cursor = QTextCursor(pane.editor.document())
    cursor.setPosition(10_000)  # Qt complains
    pane.editor.setStyleSheet("no style sheet {")
    qWarning("a warning of Qt's own kind")
    warnings.warn(ResourceWarning("something is not closed"), stacklevel=1)
    stage.saved()


def an_expected_problem_in_an_unexpected_place(stage: Stage) -> None:
    def fail() -> None:
        raise DiskFault(Path("/somewhere/vault.db"), "EIO")

    QTimer.singleShot(0, fail)
    stage.until(lambda: stage.says("/somewhere/vault.db could not be read or written (EIO)"))
    assert shown(stage) == []


def saving_fails_as_well(stage: Stage) -> None:
    pane = stage.new_draft(Side.PERSONAL)
    QTest.keyClicks(pane.editor, WORDS)
    vault = next(stage.folder.glob(f"data/personas/{pane.persona.id}/vault.db"))
    vault.rename(vault.with_name("elsewhere.db"))

    def fail() -> None:
        raise ValueError(pane.editor.text())

    QTimer.singleShot(0, fail)
    told = dialog(stage)
    assert "Not everything could be saved: copy your text" in told
    assert CANARY not in told
    assert pane.editor.text() == WORDS
    vault.with_name("elsewhere.db").rename(vault)
    stage.saved()


def shown(stage: Stage) -> list[QMessageBox]:
    return [each for each in stage.window.findChildren(QMessageBox) if each.isVisible()]


def dialog(stage: Stage) -> str:
    """Wait for the message, close it, and return all that it said."""
    stage.until(lambda: shown(stage))
    (box,) = shown(stage)
    said = " ".join((box.windowTitle(), box.text(), box.informativeText(), box.detailedText()))
    box.close()
    stage.until(lambda: not shown(stage))
    return said


def report_of(stage: Stage) -> str:
    return (stage.places.data / "errors.log").read_text(encoding="utf-8")


def test_an_error_in_a_slot_or_a_thread_keeps_the_drafts_and_tells_no_word_of_them(tmp_path: Path) -> None:
    said = played(errors_of_every_kind, tmp_path, crashes=True)
    log = (tmp_path / "data" / "errors.log").read_text(encoding="utf-8")
    assert "test_crash.py" in log
    assert "in fail" in log
    assert CANARY not in said
    assert CANARY not in log


def test_an_error_while_saving_fails_says_that_not_everything_is_saved(tmp_path: Path) -> None:
    assert CANARY not in played(saving_fails_as_well, tmp_path, crashes=True)


def test_a_problem_with_a_file_is_said_in_the_window_wherever_it_comes_up(tmp_path: Path) -> None:
    played(an_expected_problem_in_an_unexpected_place, tmp_path)


def test_warnings_of_qt_and_python_print_no_word_of_a_draft(tmp_path: Path) -> None:
    said = played(what_programs_say_of_themselves, tmp_path)
    assert "a warning of Qt's own kind" in said
    assert CANARY not in said
