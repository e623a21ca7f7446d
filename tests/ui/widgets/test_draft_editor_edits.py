"""Random edits: the text stays what a plain model says, and what is underlined stays what the report says."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from app.model.finding import Span
from app.text.offsets import to_utf16
from tests.strategies import pieces, texts
from tests.ui.bridge.written import COLOURS, WORDS, reported, review, underlined
from ui.bridge.highlighter import FindingHighlighter
from ui.bridge.live_report import LiveReport
from ui.widgets.draft_editor import DraftEditor

listed = st.sampled_from([*WORDS, "my\nboss", "quiet", "shout", "\n", "\n\n", "\u00a0"])
written = st.lists(listed | pieces, min_size=1, max_size=6).map("".join)
places = st.floats(0, 1)
same_editor = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # set_text starts it afresh


@dataclass
class Model:
    """A draft as a str, with the steps that undo and redo go through."""

    text: str = ""
    earlier: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)

    def put(self, span, words):
        text = self.text[: span.start] + words + self.text[span.end :]
        if text == self.text:
            return
        self.earlier.append(self.text)
        self.later.clear()
        self.text = text

    def undo(self):
        if self.earlier:
            self.later.append(self.text)
            self.text = self.earlier.pop()

    def redo(self):
        if self.later:
            self.earlier.append(self.text)
            self.text = self.later.pop()


def span_in(text, one, other):
    start, end = sorted((round(one * len(text)), round(other * len(text))))
    return Span(start, min(end, start + 12))


def write(editor, span, words):
    """Replace as keys and pastes do, as one step."""
    text = editor.text()
    cursor = editor.textCursor()
    cursor.setPosition(to_utf16(text, span.start))
    cursor.setPosition(to_utf16(text, span.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)


def put_alike(text):
    """Return *text* without what only the editor's own cleaning changes, which has tests of its own."""
    return "".join(each for each in text if each in "\n\t" or (each >= " " and each not in "\u2028\u2029\ufdd0\ufdd1"))


steps = st.one_of(
    st.tuples(st.just("fix"), places, places, written.map(put_alike)),
    st.tuples(st.just("fix"), places, places, st.just("")),
    st.tuples(st.sampled_from(["undo", "redo"]), places, places, st.just("")),
)


@pytest.fixture
def editor(qtbot):
    made = DraftEditor()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def live(editor):
    return LiveReport(editor, FindingHighlighter(editor.document(), COLOURS), review)


@same_editor
@given(texts.map(put_alike), st.lists(steps, max_size=12))
def test_fixes_undo_and_redo_keep_text_and_underlines_right(editor, live, text, script):
    editor.set_text(text)
    model = Model(text)
    assert editor.text() == text
    for kind, one, other, words in script:
        if kind == "fix":
            span = span_in(model.text, one, other)
            editor.apply_fix(span, words)
            model.put(span, words)
        else:
            getattr(editor, kind)()
            getattr(model, kind)()
        assert editor.text() == model.text
        assert live.report() == review(model.text)
        assert underlined(editor.document()) == reported(live.report())


@same_editor
@given(texts.map(put_alike), st.lists(st.tuples(places, places, written.map(put_alike) | st.just("")), max_size=12))
def test_keys_and_pastes_keep_text_and_underlines_right(editor, live, text, script):
    editor.set_text(text)
    expected = text
    for one, other, words in script:
        span = span_in(expected, one, other)
        write(editor, span, words)
        expected = expected[: span.start] + words + expected[span.end :]
        assert editor.text() == expected
        assert live.report() == review(expected)
        assert underlined(editor.document()) == reported(live.report())
    while editor.document().isUndoAvailable():
        editor.undo()
        assert underlined(editor.document()) == reported(review(editor.text()))
    assert editor.text() == text
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.text() == expected


@same_editor
@given(texts.map(put_alike), places, places)
def test_every_position_goes_in_and_comes_out_the_same(editor, text, one, other):
    editor.set_text(text)
    span = span_in(text, one, other)
    editor.place_caret(span.end)
    assert editor.caret() == span.end
    editor.select_span(span)
    assert editor.textCursor().selectedText().replace("\u2029", "\n") == text[span.start : span.end]
