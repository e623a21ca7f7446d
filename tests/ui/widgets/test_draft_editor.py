from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.model.finding import Span
from tests.strategies import FAMILY
from ui.widgets.draft_editor import DraftEditor


@pytest.fixture
def editor(qtbot):
    made = DraftEditor()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def edited(editor):
    heard = []
    editor.text_edited.connect(heard.append)
    return heard


def mime(text):
    data = QMimeData()
    data.setText(text)
    return data


def paste(editor, text):
    QGuiApplication.clipboard().setText(text)
    editor.paste()


def blocks(editor):
    block = editor.document().begin()
    while block.isValid():
        yield block
        block = block.next()


def is_spaced(editor):
    return all(block.blockFormat().lineHeight() == 142 for block in blocks(editor))


# What is told


def test_typing_tells_the_whole_text_once_a_key(qtbot, editor, edited):
    qtbot.keyClicks(editor, "hi")
    assert edited == ["h", "hi"]


def test_showing_another_text_is_no_edit(editor, edited):
    editor.set_text("a\nb")
    assert edited == []
    assert editor.text() == "a\nb"
    assert not editor.document().isUndoAvailable()


def test_a_change_of_formats_is_no_edit(editor, edited):
    editor.set_text("a")
    fat = QTextCharFormat()
    fat.setFontWeight(700)
    editor.selectAll()
    editor.textCursor().mergeCharFormat(fat)
    assert edited == []


def test_composing_is_no_edit_until_it_is_committed(editor, edited):
    editor.set_text("ab")
    QApplication.sendEvent(editor, QInputMethodEvent("にほ", []))
    assert edited == []
    assert editor.text() == "ab"
    commit = QInputMethodEvent()
    commit.setCommitString("日本")
    QApplication.sendEvent(editor, commit)
    assert edited == ["日本ab"]


def test_the_caret_is_told_when_it_moves(qtbot, editor):
    editor.set_text("ab")
    with qtbot.waitSignal(editor.caret_moved):
        editor.place_caret(1)


# What is kept as it is, and what is not


def test_no_break_spaces_stay(editor):
    editor.set_text("10\u00a0km")
    assert editor.text() == "10\u00a0km"
    editor.selectAll()
    editor.copy()
    assert QGuiApplication.clipboard().text() == "10\u00a0km"


def test_copied_text_is_plain_with_newlines(editor):
    editor.set_text("a\nb")
    editor.selectAll()
    editor.cut()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "a\nb"
    assert not data.hasHtml()
    assert editor.text() == ""


def test_pasted_text_is_cleaned_and_what_was_removed_is_counted(qtbot, editor, edited):
    with qtbot.waitSignal(editor.characters_removed) as removed:
        paste(editor, "a\x00b\r\nc\x1b\u2028d\u202e\u200b")
    assert removed.args == [2]
    assert edited == ["ab\nc\nd\u202e\u200b"]


@pytest.mark.parametrize("text", ["a\ufdd0b", "a\ufdd1b"])
def test_what_qt_takes_for_a_line_break_and_unicode_does_not_is_none(editor, text):
    paste(editor, text)
    assert editor.text() == "a\ufffdb"
    editor.set_text(text)
    assert editor.text() == "a\ufffdb"


def test_pasted_html_leaves_its_formats_behind(editor):
    data = mime("plain words")
    data.setHtml("<b>plain</b> <i>words</i>")
    QGuiApplication.clipboard().setMimeData(data)
    editor.paste()
    assert editor.text() == "plain words"
    assert [len(block.textFormats()) for block in blocks(editor)] == [1]


@pytest.mark.parametrize(
    ("typed", "kept"), [("\x07", ""), ("\ud83d", "\ufffd"), ("a\ude00\x01b😀", "a\ufffdb😀"), ("a\u2028b", "a\nb")]
)
def test_what_comes_in_past_the_clipboard_is_cleaned_and_no_step_of_undo_shows_it(editor, edited, typed, kept):
    editor.set_text("😀.")
    editor.place_caret(1)
    editor.textCursor().insertText(typed)
    assert editor.text() == f"😀{kept}."
    assert editor.document().characterCount() - 1 == len(editor.text().encode("utf-16-le")) // 2
    assert edited == ([editor.text()] if kept else [])
    clean = editor.text()
    editor.undo()
    assert editor.text() == "😀."
    editor.redo()
    assert editor.text() == clean


def test_the_caret_stays_where_words_were_cleaned_when_they_are_taken_back(qtbot, editor):
    editor.set_text("ab ")
    editor.place_caret(3)
    composed = QInputMethodEvent()
    composed.setCommitString("c\x07\x07d\x07")
    QApplication.sendEvent(editor, composed)
    assert (editor.text(), editor.caret()) == ("ab cd", 5)
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (editor.text(), editor.caret()) == ("ab ", 3)
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (editor.text(), editor.caret()) == ("ab cd", 5)


@pytest.mark.parametrize(("written", "text"), [("x", "a\ufffdx\ufffdb"), ("", "a\ufffdb")])
def test_half_an_emoji_is_never_left(editor, written, text):
    editor.set_text("a😀b")
    cursor = editor.textCursor()
    cursor.setPosition(2)
    if not written:
        cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(written)
    assert editor.text() == text
    assert editor.document().characterCount() - 1 == len(text)
    editor.undo()
    assert editor.text() == "a😀b"


def test_control_characters_that_are_typed_are_counted(qtbot, editor):
    with qtbot.waitSignal(editor.characters_removed) as removed:
        editor.textCursor().insertText("a\x01\x02")
    assert removed.args == [2]


def test_a_soft_line_break_is_a_line_break(qtbot, editor):
    qtbot.keyClick(editor, Qt.Key.Key_A)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.text() == "a\n"


def test_every_line_is_spaced_whatever_happened(qtbot, editor):
    assert is_spaced(editor)
    editor.set_text("a\nb")
    paste(editor, "x\ny\r\nz")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert is_spaced(editor)
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    paste(editor, "1\n2")
    assert is_spaced(editor)
    editor.undo()
    editor.undo()
    editor.redo()
    assert is_spaced(editor)


def test_dropped_text_comes_in_clean(editor, edited):
    editor.set_text("ab")
    data = mime("x\x00\r\ny")
    place = QPointF(editor.cursorRect().center())
    actions, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place.toPoint(), actions, data, button, none)
    QApplication.sendEvent(editor.viewport(), entered)
    QApplication.sendEvent(editor.viewport(), QDropEvent(place, actions, data, button, none))
    assert edited == ["x\nyab"]
    editor.undo()
    assert editor.text() == "ab"


def test_tab_goes_to_the_next_control(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    editor, line = DraftEditor(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(editor)
    column.addWidget(line)
    window.show()
    window.activateWindow()
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == ""
    assert window.focusWidget() is line


# Positions


def test_positions_count_code_points(editor):
    editor.set_text(f"{FAMILY} boss")
    editor.place_caret(len(FAMILY) + 1)
    assert editor.caret() == len(FAMILY) + 1
    editor.select_span(Span(len(FAMILY) + 1, len(FAMILY) + 5))
    assert editor.textCursor().selectedText() == "boss"


def test_a_caret_inside_a_surrogate_pair_is_before_it(editor):
    editor.set_text("a😀b")
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    assert editor.caret() == 1


def test_a_caret_beyond_the_text_goes_to_its_end(editor):
    editor.set_text("ab")
    editor.place_caret(99)
    assert editor.caret() == 2


def test_a_fix_is_selected_and_undone_at_once(qtbot, editor, edited):
    qtbot.keyClicks(editor, "my boss ")
    edited.clear()
    editor.apply_fix(Span(3, 7), "a 😀\nfriend")
    assert edited == ["my a 😀\nfriend "]
    assert editor.textCursor().selectedText() == "a 😀\u2029friend"
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "my boss "


@pytest.mark.parametrize(("span", "replacement"), [(Span(2, 4), ""), (Span(4, 4), "cd"), (Span(0, 4), "abcdef")])
def test_a_fix_does_not_melt_into_the_typing_beside_it(qtbot, editor, span, replacement):
    editor.set_text("")
    qtbot.keyClicks(editor, "abcd")
    editor.apply_fix(span, replacement)
    fixed = editor.text()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "xy")
    editor.undo()
    assert editor.text() == fixed
    editor.undo()
    assert editor.text() == "abcd"
    editor.redo()
    assert editor.text() == fixed


def test_pointing_emphasises_one_place_until_the_text_changes(qtbot, editor):
    editor.set_text("my boss")
    editor.point_at(Span(3, 7))
    assert [each.cursor.selectedText() for each in editor.extraSelections()] == ["boss"]
    editor.point_at(None)
    assert editor.extraSelections() == []
    editor.point_at(Span(0, 2))
    qtbot.keyClicks(editor, "x")
    assert editor.extraSelections() == []


def test_selecting_takes_the_focus_and_scrolls_there(qtbot, editor):
    editor.set_text("line\n" * 200 + "boss")
    editor.clearFocus()
    editor.select_span(Span(1000, 1004))
    assert editor.hasFocus()
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_a_draft_is_shown_where_it_was_left(qtbot, editor):
    editor.set_text("line\n" * 3000)
    editor.set_scroll_fraction(0.5)
    qtbot.wait(100)
    assert editor.scroll_fraction() == pytest.approx(0.5, abs=0.01)
    bar = editor.verticalScrollBar()
    assert bar.value() / editor.document().size().height() == pytest.approx(0.5, abs=0.01)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    assert editor.scroll_fraction() == 0.0


def test_the_place_can_be_set_before_the_window_is_shown(qtbot):
    editor = DraftEditor()
    qtbot.addWidget(editor)
    editor.set_text("line\n" * 500)
    editor.set_scroll_fraction(0.4)
    editor.resize(300, 200)
    editor.show()
    qtbot.wait(50)
    assert editor.verticalScrollBar().value() / editor.document().size().height() == pytest.approx(0.4, abs=0.01)


# Too much


def test_a_large_paste_waits_for_an_answer(qtbot, editor, edited):
    with qtbot.waitSignal(editor.large_paste_offered) as offered:
        paste(editor, "word " * 50_000)
    assert offered.args == [250_000]
    assert edited == []
    editor.insert_offered()
    assert len(editor.text()) == 250_000
    editor.insert_offered()
    assert len(edited) == 1


def test_a_large_paste_that_is_forgotten_does_not_come_back(qtbot, editor):
    with qtbot.waitSignal(editor.large_paste_offered):
        paste(editor, "word " * 50_000)
    editor.forget_offered()
    editor.insert_offered()
    assert editor.text() == ""


def test_what_a_large_paste_leaves_out_is_counted_when_it_comes_in(qtbot, editor):
    paste(editor, "wo\x01rd " * 50_000)
    with qtbot.waitSignal(editor.characters_removed) as removed:
        editor.insert_offered()
    assert removed.args == [50_000]


def test_a_paste_over_the_limit_is_refused_with_the_limit(qtbot, editor):
    editor.set_text("ab")
    with qtbot.waitSignal(editor.paste_refused) as refused:
        paste(editor, "x" * 999_999)
    assert refused.args == [1_000_000]
    assert editor.text() == "ab"


def test_a_long_run_without_blanks_breaks_anywhere_and_says_so_once(qtbot, editor):
    heard = []
    editor.wrapping_changed.connect(lambda: heard.append(editor.wordWrapMode()))
    paste(editor, "x" * 20_001)
    assert editor.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere
    editor.undo()
    assert editor.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    editor.redo()
    qtbot.wait(10)
    assert heard == [QTextOption.WrapMode.WrapAnywhere]


def test_a_long_run_that_grows_from_both_sides_is_noticed(editor):
    editor.set_text("x" * 10_000 + " " + "x" * 10_001)
    assert editor.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    editor.apply_fix(Span(10_000, 10_001), "")
    assert editor.wordWrapMode() is QTextOption.WrapMode.WrapAnywhere


@pytest.mark.parametrize("show", ["set_text", "paste"])
def test_a_megabyte_without_a_blank_does_not_freeze(qtbot, editor, show):
    text = "x" * 1_000_000
    start = perf_counter()
    if show == "set_text":
        editor.set_text(text)
    else:
        paste(editor, text)
        editor.insert_offered()
    editor.viewport().repaint()
    assert perf_counter() - start < 5  # a minute and more when words are kept whole
    assert len(editor.text()) == 1_000_000


# Marks


def test_hidden_characters_are_visible(qtbot, editor):
    editor.set_text("Acme é")
    plain = editor.viewport().grab().toImage()
    editor.set_text("Ac\u200bme é")
    marked = editor.viewport().grab().toImage()
    assert plain != marked


@pytest.mark.parametrize("before", ["Acme", "Acme é", "é\u200c" + "Acme " * 30])
@pytest.mark.parametrize("written", ["\u200b", "\u200b" * 80])
def test_hidden_characters_are_visible_however_they_came(editor, before, written):
    editor.set_text(before)
    editor.viewport().grab()
    editor.place_caret(2)
    editor.insertFromMimeData(mime(written))
    come = editor.viewport().grab().toImage()
    editor.undo()
    gone = editor.viewport().grab().toImage()
    assert come != gone
    editor.redo()
    assert editor.viewport().grab().toImage() == come


def test_hidden_characters_that_were_pasted_are_still_seen_when_more_is_written_at_once(qtbot, editor):
    editor.insertFromMimeData(mime("Acme " * 30 + "\u200b"))
    qtbot.keyClicks(editor, "x")
    marked = editor.viewport().grab().toImage()
    editor.set_text("Acme " * 30 + "x")
    editor.place_caret(151)
    assert editor.viewport().grab().toImage() != marked
