from time import perf_counter

import pytest
from hypothesis import given
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from tests.strategies import ASTRONAUT, ENGLAND, FAMILY, FLAG, KEYCAP, texts
from ui.widgets.draft_editor import DraftEditor
from ui.widgets.hidden_characters import hidden_positions, mark_at, marks_on_show


@pytest.mark.parametrize(
    "needed", [FAMILY, ASTRONAUT, ENGLAND, FLAG, KEYCAP, "❤️", "می\u200cخواهم", "क्\u200dष", "plain"]
)
def test_what_something_visible_needs_is_not_marked(needed):
    assert hidden_positions(f"a {needed} b") == ()


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u2066", "\u2060", "\ufeff", "\u00ad", "\U000e0041"]
)
def test_what_nothing_visible_needs_is_marked(hidden):
    assert hidden_positions(f"😀 Ac{hidden}me") == (4,)


@given(texts)
def test_positions_are_inside_the_text_and_rising(text):
    positions = hidden_positions(text)
    assert list(positions) == sorted(set(positions))
    assert all(0 <= each < len(text) for each in positions)


def test_a_mark_stands_between_its_neighbours_and_says_its_name(qtbot):
    editor = DraftEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show()
    editor.set_text("first\n😀 Ac\u200bme")
    editor.place_caret(6 + 4)
    caret = editor.cursorRect()
    (mark,) = marks_on_show(editor)
    assert mark.name == "zero width space, U+200B"
    assert abs(mark.place.x() - caret.x()) <= 2
    assert caret.top() - 2 <= mark.place.top() <= mark.place.bottom() <= caret.bottom() + 2
    assert mark_at(editor, QPointF(caret.center())) == mark
    assert mark_at(editor, QPointF(caret.center()) + QPointF(40, 0)) is None


def test_marks_in_a_very_long_line_are_those_on_show(qtbot):
    editor = DraftEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show()
    editor.set_text("é\u200b" + "word " * 4_000 + "😀\u200c" + "word " * 4_000 + "\u200e")
    assert [mark.character for mark in marks_on_show(editor)] == ["\u200b"]
    editor.place_caret(20_003)
    assert [mark.character for mark in marks_on_show(editor)] == ["\u200c"]
    editor.place_caret(40_005)
    assert [mark.character for mark in marks_on_show(editor)] == ["\u200e"]


def test_very_many_hidden_characters_do_not_stall_painting(qtbot):
    editor = DraftEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show()
    editor.set_text("a\u200b" * 9_000)
    started = perf_counter()
    editor.viewport().repaint()
    assert perf_counter() - started < 2


def test_the_pointer_over_a_mark_is_told_its_name_as_long_as_it_is_there(qtbot):
    editor = DraftEditor()
    qtbot.addWidget(editor)
    editor.resize(400, 200)
    editor.show()
    editor.set_text("Acme")
    editor.textCursor().insertText("A\u200bb")
    editor.place_caret(2)
    place = editor.cursorRect().center()
    help_asked = QHelpEvent(QEvent.Type.ToolTip, place, editor.viewport().mapToGlobal(place))
    QApplication.sendEvent(editor.viewport(), help_asked)
    assert "zero width space, U+200B" in QToolTip.text()
    editor.set_text("Acme")
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    QApplication.sendEvent(editor.viewport(), help_asked)
    assert not QToolTip.isVisible()
