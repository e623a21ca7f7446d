import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.model.finding import Severity
from tests.ui.bridge.written import COLOURS, reported, review, underlined
from ui.bridge.highlighter import FindingColours, FindingHighlighter
from ui.bridge.underlines import underlines_of
from ui.style.theme import load_theme


class Watched(FindingHighlighter):
    """Counts the lines that Qt has asked to be painted."""

    def __init__(self, document):
        self.painted = []
        super().__init__(document, COLOURS)

    def highlightBlock(self, text):
        self.painted.append(text)
        super().highlightBlock(text)


@pytest.fixture
def editor(qtbot):
    made = QTextEdit()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def highlighter(editor):
    made = Watched(editor.document())
    made.text_changed.connect(lambda: made.show(underlines_of(text_of(editor), review(text_of(editor)).findings)))
    return made


def text_of(editor):
    return editor.document().toRawText().replace("\u2029", "\n")


def is_right(editor):
    return underlined(editor.document()) == reported(review(text_of(editor)))


def formats_on_first_line(editor):
    return [QTextCharFormat(each.format) for each in editor.document().begin().layout().formats()]


def test_the_line_of_a_key_is_painted_before_the_event_loop_runs(editor, highlighter):
    editor.textCursor().insertText("my boss")
    assert underlined(editor.document()) == [("boss", Severity.WARN)]


def test_a_line_far_away_is_painted_in_the_same_call(editor, highlighter):
    editor.setPlainText("quiet\n\n\n.")
    assert underlined(editor.document()) == []
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.textCursor().insertText("shout")
    assert underlined(editor.document()) == [("quiet", Severity.WARN)]


def test_a_key_paints_its_own_line_and_those_that_changed_only(editor, highlighter):
    editor.setPlainText("quiet\nboss\nbeer\nboss\nend ")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    highlighter.painted.clear()
    editor.textCursor().insertText("shout")
    assert highlighter.painted == ["end shout", "quiet"]


@pytest.mark.parametrize("at", range(0, 25, 3))
def test_underlines_move_with_their_lines(editor, highlighter, at):
    editor.setPlainText("boss\nnone\nsecret beer\nboss\n")
    cursor = editor.textCursor()
    cursor.setPosition(at)
    highlighter.painted.clear()
    cursor.insertText("\n\n")
    assert is_right(editor)
    assert len(highlighter.painted) <= 4
    cursor.setPosition(max(0, at - 6), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert is_right(editor)


def test_a_finding_across_a_line_break_is_underlined_on_both_lines(editor, highlighter):
    editor.setPlainText("oh my\nbos")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.textCursor().insertText("s")
    assert underlined(editor.document()) == [("my", Severity.WARN), ("boss", Severity.WARN)]


def test_text_that_was_there_first_is_painted_too(editor):
    editor.setPlainText("a secret")
    late = FindingHighlighter(editor.document(), COLOURS)
    late.show(underlines_of("a secret", review("a secret").findings))
    assert is_right(editor)
    late.text_changed.connect(lambda: late.show(underlines_of(text_of(editor), review(text_of(editor)).findings)))
    editor.textCursor().insertText("boss ")
    assert is_right(editor)


def test_the_first_key_after_a_quiet_text_was_there_is_painted_at_once(editor):
    editor.setPlainText("nothing")
    late = FindingHighlighter(editor.document(), COLOURS)
    late.text_changed.connect(lambda: late.show(underlines_of(text_of(editor), review(text_of(editor)).findings)))
    editor.textCursor().insertText("boss ")
    assert is_right(editor)


def test_severity_is_a_shape_and_not_a_colour_alone(editor, highlighter):
    editor.setPlainText("secret boss beer")
    hold, warn, note = formats_on_first_line(editor)
    wave, straight = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.SingleUnderline
    assert [each.underlineStyle() for each in (hold, warn, note)] == [wave, wave, straight]
    assert [each.background().style() for each in (hold, warn, note)] == [
        Qt.BrushStyle.SolidPattern,
        Qt.BrushStyle.NoBrush,
        Qt.BrushStyle.NoBrush,
    ]


def test_other_colours_repaint_what_is_there(editor, highlighter):
    editor.setPlainText("boss")
    dark = FindingColours.of(load_theme("dark"))
    highlighter.set_colours(dark)
    assert [each.underlineColor() for each in formats_on_first_line(editor)] == [dark.warn]


def test_painting_leaves_nothing_to_undo(editor, highlighter):
    editor.setPlainText("secret boss beer")
    highlighter.show({})
    assert not editor.document().isUndoAvailable()
    assert underlined(editor.document()) == []
