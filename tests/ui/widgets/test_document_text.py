"""What the editor remembers of its text is what stands in the document, whatever was edited how."""

from random import Random

import pytest
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from app.model.finding import Span
from tests.strategies import ENGLAND, FAMILY
from ui.widgets.draft_editor import DraftEditor
from ui.widgets.text_cursors import raw_text

_PIECES = (
    "a",
    " ",
    "\n",
    "é",
    "\u00a0",
    "😀",
    FAMILY,
    ENGLAND,
    "one\n\ntwo 😀\nthree",
    "x" * 70,
    "line\n" * 30,
    "\u200b",
)
_STEPS = 120


def halve_or_replace(editor, random, most):
    """Write as assistive technology may: anywhere, also between the halves of a surrogate pair."""
    length = editor.document().characterCount() - 1
    cursor = QTextCursor(editor.document())
    cursor.setPosition(random.randint(0, length))
    cursor.setPosition(min(length, cursor.position() + random.randint(0, most)), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(random.choice(("", "\x07", "\ud83d", *_PIECES)))


def compose(editor, random):
    event = QInputMethodEvent("か", [])
    if random.random() < 0.5:
        event = QInputMethodEvent()
        event.setCommitString(random.choice(("漢😀", "c\x07\x07")))
    editor.place_caret(random.randint(0, len(editor.text())))
    QApplication.sendEvent(editor, event)


def fix(editor, random):
    start = random.randint(0, len(editor.text()))
    editor.apply_fix(Span(start, start + random.randint(0, 9)), random.choice(("", *_PIECES)))


def edit(editor, random):
    chosen = random.choice("iiiirrfuuycmd" if random.random() < 0.98 else "s")
    if chosen in "ir":
        halve_or_replace(editor, random, 0 if chosen == "i" else 40)
    elif chosen == "f":
        fix(editor, random)
    elif chosen == "u":
        editor.undo()
    elif chosen == "y":
        editor.redo()
    elif chosen == "c":
        compose(editor, random)
    elif chosen == "m":
        editor.insertFromMimeData(editor.createMimeDataFromSelection())
    elif chosen == "d":
        editor.document().markContentsDirty(0, editor.document().characterCount() - 1)
    else:
        editor.set_text(random.choice(_PIECES) * 20)


@pytest.fixture
def editor(qtbot):
    made = DraftEditor()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("seed", range(40))
def test_the_text_is_that_of_the_document_after_any_edits(editor, seed):
    random = Random(seed)
    editor.set_text("Some words 😀.\n" * 10)
    for _ in range(_STEPS):
        edit(editor, random)
        assert editor.text() == raw_text(editor.document())
        assert len(editor.text().encode("utf-16-le")) // 2 == editor.document().characterCount() - 1


@pytest.mark.parametrize("seed", range(20))
def test_undo_and_redo_lead_through_texts_that_were_there_and_no_others(editor, seed):
    random = Random(seed)
    editor.set_text("Some words 😀.\n" * 3)
    told = {editor.text()}
    editor.text_edited.connect(told.add)
    for _ in range(20):
        halve_or_replace(editor, random, 10)
    last, written = editor.text(), set(told)
    seen = []
    while editor.document().isUndoAvailable():
        editor.undo()
        seen.append(editor.text())
    while editor.document().isRedoAvailable():
        editor.redo()
    assert editor.text() == last
    assert seen[-1:] == ["Some words 😀.\n" * 3]
    assert written.issuperset(seen)
