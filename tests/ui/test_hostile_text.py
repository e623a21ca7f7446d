"""Strange text in the real window (promise V15): kept, shown, saved, found by the checks, and nothing freezes.

What a scene may cost is counted in time of the processor, which a busy machine does not stretch.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from app.model.persona import Side
from app.model.policy import Policy, WatchTerm
from app.studio.reviewing import review_text
from tests.ui.stage import Stage, played
from ui.widgets.hidden_characters import marks_on_show
from ui.window.draft_pane import DraftPane

ODD = "Ac\u200bme \u202egnirb\u202c a\u2066b\u2069 tag\U000e0041 cafe\u0301 "
ODD += "\U0001f468\u200d\U0001f469\u200d\U0001f467 end"
CONTROLS = "\x00\x07\x1b"
LONE = "\ud83d"  # the first half of an emoji


@contextmanager
def costs_at_most(seconds: float) -> Iterator[None]:
    started = time.process_time()
    yield
    spent = time.process_time() - started
    assert spent < seconds, f"{spent:.2f} s, not under {seconds:.2f}"


def cost_to_qt(text: str) -> float:
    """Seconds of the processor that Qt's own editor takes, in this process, to lay *text* out and a key after it."""
    editor = QTextEdit()
    editor.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    editor.resize(380, 500)
    editor.show()
    QApplication.processEvents()
    started = time.process_time()
    editor.insertPlainText(text)
    QTest.keyClicks(editor, "y")
    editor.viewport().repaint()
    for _ in range(10):
        QApplication.processEvents()
    spent = time.process_time() - started
    editor.deleteLater()
    return spent


def pasted(stage: Stage, text: str) -> DraftPane:
    """Paste *text* into a new personal draft, once the rules are there, which are read when the window is shown."""
    stage.until(lambda: stage.pane(Side.PROFESSIONAL).report().findings)
    pane = stage.new_draft()
    QGuiApplication.clipboard().setText(text)
    pane.editor.paste()
    return pane


def painted(stage: Stage) -> None:
    """Let the program do everything it has to, painting included."""
    stage.pane().editor.viewport().repaint()
    for _ in range(10):
        stage.application.processEvents()


def stored(stage: Stage, pane: DraftPane) -> str:
    stage.saved()
    assert pane.draft is not None
    return stage.running.studio.drafting.draft(pane.draft.id).text


def a_megabyte_without_a_blank(stage: Stage) -> None:
    pane = pasted(stage, "x" * 999_990)
    stage.until(lambda: stage.says("That is a long text"))
    assert pane.editor.text() == ""
    with costs_at_most(3.0 * cost_to_qt("x" * 999_990)):  # as for any key: three times what Qt itself takes
        stage.press("Put it in")
        QTest.keyClicks(pane.editor, "y")
        painted(stage)
    assert len(stored(stage, pane)) == 999_991
    stage.new_draft()
    assert stage.pane().editor.text() == ""


def test_hostile_megabyte_without_a_blank(tmp_path: Path) -> None:
    played(a_megabyte_without_a_blank, tmp_path)


def odd_characters(stage: Stage) -> None:
    pane = pasted(stage, ODD + CONTROLS)
    assert pane.editor.text() == ODD
    assert stage.says("3 control characters did not come in")
    painted(stage)
    marks = marks_on_show(pane.editor)
    assert {mark.character for mark in marks} >= {"\u200b", "\u202e", "\u202c", "\u2066", "\u2069", "\U000e0041"}

    pane.editor.textCursor().insertText(LONE)
    assert pane.editor.text() == ODD + "\ufffd"
    title = pane.findChild(QLineEdit, "draft_title")
    title.insert(f"a title {LONE}\u202e")
    title.textEdited.emit(title.text())
    assert stored(stage, pane) == ODD + "\ufffd"
    policy = Policy(Side.PERSONAL, watch_terms=(WatchTerm("Acme"),))
    found = [each for each in review_text(pane.editor.text(), policy).findings if each.span.start == 0]
    assert pane.words(found[0].span) == "Ac\u200bme"


def test_hostile_characters(tmp_path: Path) -> None:
    played(odd_characters, tmp_path)


def very_long_lines(stage: Stage) -> None:
    goes_on(stage, "\U0001f468" + "\u200d\U0001f469" * 20_000)
    goes_on(stage, "e" + "\u0301" * 50_000)
    goes_on(stage, "My boss, ann@example.org, is an idiot. " * 2564)


def test_hostile_lines_of_joiners_of_accents_and_of_a_hundred_thousand_characters(tmp_path: Path) -> None:
    played(very_long_lines, tmp_path)


def goes_on(stage: Stage, text: str) -> None:
    """Paste *text* on one line, write on, and find all of it saved."""
    with costs_at_most(6.0):
        pane = pasted(stage, text)
        painted(stage)
    with costs_at_most(1.5):
        QTest.keyClicks(pane.editor, "!")
        painted(stage)
    with costs_at_most(3.0):
        assert stored(stage, pane) == text + "!"
