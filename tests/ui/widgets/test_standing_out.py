import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.model.finding import Severity, Span
from ui.style import theme
from ui.widgets.draft_editor import DraftEditor

TEXT = "🙂 My boss is an idiot.\nBed."


@pytest.fixture
def editor(qtbot):
    editor = DraftEditor()
    qtbot.addWidget(editor)
    editor.set_text(TEXT)
    return editor


def over(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def emphasised(editor: DraftEditor) -> list[str]:
    return [each.cursor.selectedText() for each in editor.extraSelections()]


def backgrounds(editor: DraftEditor) -> list[QColor]:
    shown = editor.extraSelections()  # kept: a format goes with the list that holds it
    return [QColor(each.format.background().color()) for each in shown]


def test_words_stand_out_as_severe_as_they_are_and_others_take_their_place(editor):
    editor.let_stand_out([(over("boss"), Severity.HOLD), (over("Bed"), Severity.NOTE)])
    assert emphasised(editor) == ["boss", "Bed"]
    assert backgrounds(editor) == [theme.current().severity_tint(each) for each in (Severity.HOLD, Severity.NOTE)]
    editor.let_stand_out([(over("idiot"), Severity.WARN)])
    assert emphasised(editor) == ["idiot"]
    editor.let_stand_out([])
    assert emphasised(editor) == []


def test_words_that_stand_out_move_along_with_what_is_typed_before_them(editor):
    editor.let_stand_out([(over("idiot"), Severity.WARN)])
    editor.textCursor().insertText("Well, 😤 ")
    assert emphasised(editor) == ["idiot"]


def test_a_place_that_is_pointed_at_comes_and_goes_without_them(editor):
    editor.let_stand_out([(over("idiot"), Severity.WARN)])
    editor.point_at(over("boss"))
    assert emphasised(editor) == ["idiot", "boss"]
    editor.textCursor().insertText("Well. ")
    assert emphasised(editor) == ["idiot"]


def test_they_wear_the_colours_of_the_theme_that_is_on_show(editor):
    editor.let_stand_out([(over("idiot"), Severity.WARN)])
    light = backgrounds(editor)
    theme.apply(QApplication.instance(), theme.load_theme(theme.DARK))
    assert backgrounds(editor) == [theme.current().severity_tint(Severity.WARN)]
    assert backgrounds(editor) != light
