import pytest
from PySide6.QtGui import QInputMethodEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from app.model.finding import Report, Severity
from tests.ui.bridge.written import COLOURS, reported, review, underlined
from ui.bridge.highlighter import FindingHighlighter
from ui.bridge.live_report import WHOLE_REVIEW, LiveReport
from ui.widgets.draft_editor import DraftEditor


class Reviewer:
    """Reviews with a word list, remembers what it was asked, and can be told to fail or to find nothing."""

    def __init__(self):
        self.asked = []
        self.error = None
        self.finds = True

    def __call__(self, text):
        self.asked.append(text)
        if self.error is not None:
            raise self.error
        return review(text) if self.finds else Report(text)


@pytest.fixture
def reviewer():
    return Reviewer()


@pytest.fixture
def editor(qtbot):
    made = DraftEditor()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def live(editor, reviewer):
    return LiveReport(editor, FindingHighlighter(editor.document(), COLOURS), reviewer)


@pytest.fixture
def told(qtbot, live):
    """What the panel has heard, after it has heard of the empty text."""
    heard = []
    with qtbot.waitSignal(live.report_changed):
        pass
    live.report_changed.connect(heard.append)
    return heard


def test_the_report_and_the_underlines_are_there_before_the_event_loop_runs(editor, live):
    editor.textCursor().insertText("a secret")
    assert live.report() == review("a secret")
    assert underlined(editor.document()) == [("secret", Severity.HOLD)]


def test_the_panel_hears_once_of_many_keys(qtbot, editor, live, told):
    for character in "my boss":
        editor.textCursor().insertText(character)
    assert told == []
    qtbot.waitUntil(lambda: told == [review("my boss")])
    qtbot.wait(100)
    assert told == [review("my boss")]


def test_steady_typing_does_not_starve_the_panel(qtbot, editor, live, told):
    for _ in range(12):
        editor.textCursor().insertText("x")
        qtbot.wait(20)
    assert told


def test_the_panel_hears_nothing_of_what_was_taken_back_at_once(qtbot, editor, live, told):
    editor.textCursor().insertText("boss")
    editor.undo()
    qtbot.wait(100)
    assert told == []


def test_composing_asks_for_no_review_and_keeps_the_underlines_in_place(editor, live, reviewer):
    editor.set_text("a boss")
    editor.place_caret(1)
    reviewer.asked.clear()
    QApplication.sendEvent(editor, QInputMethodEvent("にほ", []))
    painted = [(each.start, each.length) for each in editor.document().begin().layout().formats()]
    assert painted[-1] == (4, 4)
    assert reviewer.asked == []
    assert live.report() == review("a boss")


def test_a_change_of_formats_asks_for_no_review(editor, live, reviewer):
    editor.set_text("my boss")
    reviewer.asked.clear()
    spacing = QTextBlockFormat()
    spacing.setTopMargin(3)
    editor.textCursor().mergeBlockFormat(spacing)
    assert reviewer.asked == []


def test_a_key_asks_for_one_review(editor, live, reviewer):
    editor.set_text("quiet\n.")
    reviewer.asked.clear()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.textCursor().insertText("shout")
    assert reviewer.asked == ["quiet\n.shout"]


def test_another_policy_repaints_and_is_told(qtbot, editor, live, reviewer, told):
    editor.set_text("my boss")
    reviewer.finds = False
    live.review_again()
    assert underlined(editor.document()) == []
    qtbot.waitUntil(lambda: told == [Report("my boss")])


def test_a_text_that_was_there_before_is_reviewed(editor, reviewer):
    editor.set_text("my boss")
    late = LiveReport(editor, FindingHighlighter(editor.document(), COLOURS), reviewer)
    assert late.report() == review("my boss")
    assert underlined(editor.document()) == reported(late.report())


def test_a_review_that_fails_is_named_and_typing_goes_on(qtbot, editor, live, reviewer, told):
    editor.set_text("my boss")
    reviewer.error = RuntimeError("broken rule")
    with qtbot.capture_exceptions() as errors:
        qtbot.keyClicks(editor, "ab")
    assert [kind for kind, _, _ in errors] == [RuntimeError, RuntimeError]
    assert editor.text() == "abmy boss"
    assert live.report() == Report("abmy boss", skipped=(WHOLE_REVIEW,))
    assert not live.report().is_clear
    assert underlined(editor.document()) == []
    qtbot.waitUntil(lambda: told[-1:] == [live.report()])


def test_a_review_of_another_text_is_refused(qtbot, editor):
    astray = LiveReport(editor, FindingHighlighter(editor.document(), COLOURS), lambda _text: Report(""))
    with qtbot.capture_exceptions() as errors:
        editor.set_text("x")
    assert [kind for kind, _, _ in errors] == [ValueError]
    assert astray.report() == Report("x", skipped=(WHOLE_REVIEW,))


def test_while_no_review_can_be_made_nothing_is_clear_and_nothing_is_told(qtbot, editor):
    waiting = LiveReport(editor, FindingHighlighter(editor.document(), COLOURS), lambda _text: None)
    heard = []
    waiting.report_changed.connect(heard.append)
    editor.textCursor().insertText("my boss")
    qtbot.wait(100)
    assert not waiting.is_reviewed
    assert not waiting.report().is_clear
    assert waiting.report().text == "my boss"
    assert underlined(editor.document()) == []
    assert heard == []


def test_what_was_written_while_no_review_could_be_made_is_reviewed_when_asked(qtbot, editor):
    ready = []
    waiting = LiveReport(
        editor, FindingHighlighter(editor.document(), COLOURS), lambda text: review(text) if ready else None
    )
    editor.textCursor().insertText("my boss")
    ready.append(True)
    with qtbot.waitSignal(waiting.report_changed):
        waiting.review_again()
    assert waiting.is_reviewed
    assert waiting.report() == review("my boss")
    assert underlined(editor.document()) == reported(waiting.report())
