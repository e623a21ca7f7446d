"""The second reader in the real window: what it says joins the list, and where it cannot read that is said."""

from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCharFormat
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.model.finding import Risk, Severity, Span
from app.model.persona import Side
from app.model.policy import IgnoreScope
from app.reader.loading import is_there, shipped_folder
from app.reader.naming import is_readers
from app.reader.reading import Opinion, Reading, Sureness, TaughtPost
from app.reader.unavailable import Lack, ReaderUnavailable
from app.store.settings import load_settings
from tests.ui.widgets.examples import accessible
from tests.ui.window.answering import answering
from tests.ui.window.conftest import Session, Start, reader_in
from tests.ui.window.driving import CTRL, pane, press, write
from ui.dialogs.why_dialog import WhyDialog
from ui.widgets.finding_groups import IgnoreChoice
from ui.widgets.persona_band import PersonaBand
from ui.widgets.risk_panel import RiskPanel
from ui.window.review_desk import ReviewDesk

NAILS = "bitten nails"
TEXT = f"A long week. I saw {NAILS} at the other end of the table."
TAUGHT = ("Somebody at the top has started smoking again.", "Our figures are in, and nobody whistles.")


class ByHand:
    """Reads nothing by itself: a test says what it has read."""

    def __init__(self) -> None:
        self.asked: list[tuple[Side, str, int]] = []
        self.is_closed = False

    def opened(
        self, on_read: Callable[[Side, Reading], None], on_lack: Callable[[ReaderUnavailable], None]
    ) -> "ByHand":
        self.on_read, self.on_lack, self.is_closed = on_read, on_lack, False
        return self

    def read(self, side: Side, text: str, near: int = 0) -> None:
        self.asked.append((side, text, near))

    def drop(self, side: Side) -> None:
        """Nothing waits here."""

    def likened(self, _reading: Reading, opinion: Opinion) -> tuple[TaughtPost, ...]:
        return tuple(TaughtPost(text, Side.PERSONAL, frozenset({opinion.risk})) for text in TAUGHT)

    def close(self) -> None:
        self.is_closed = True

    def says(self, text: str, *words: str, sureness: Sureness = Sureness.QUITE, **rest: object) -> None:
        """Tell of a reading of *text* in which *words* read like news that is not out."""
        self.on_read(Side.PERSONAL, reading(text, *words, sureness=sureness, **rest))


def reading(text: str, *words: str, sureness: Sureness = Sureness.QUITE, **rest: object) -> Reading:
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in words]
    opinions = [Opinion(Risk.CONFIDENTIAL_MEETING, 0.8, sureness, span, (span,), (span,)) for span in spans]
    return Reading(text, Side.PERSONAL, tuple(opinions), **rest)  # type: ignore[arg-type]  # named by the test


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def begun(qtbot: QtBot, start: Start):
    """Open the window with a new personal draft in front."""

    @contextmanager
    def opened(opens):
        with start(opens) as session:
            press(qtbot, Qt.Key.Key_N, CTRL)
            yield session

    return opened


def asked_about(hand: ByHand, text: str) -> bool:
    return any(each[:2] == (Side.PERSONAL, text) for each in hand.asked)


def wait_asked(qtbot: QtBot, hand: ByHand, text: str) -> None:
    qtbot.waitUntil(lambda: asked_about(hand, text))


def panel(session: Session) -> RiskPanel:
    found = session.window.findChild(RiskPanel)
    assert found is not None
    return found


def words_below(session: Session) -> str:
    return " ".join(label.text() for label in panel(session).findChildren(QLabel) if label.isVisible())


def verdict(session: Session) -> str:
    band = pane(session, Side.PERSONAL).findChild(PersonaBand)
    assert band is not None
    return band.verdict_text()


def dotted(session: Session) -> list[str]:
    block = pane(session, Side.PERSONAL).editor.document().begin()
    return [
        block.text()[each.start : each.start + each.length]
        for each in block.layout().formats()
        if each.format.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    ]


def switch(session: Session) -> None:
    (action,) = [each for each in session.window.actions() if each.objectName() == "second_reader"]
    action.trigger()


def found(qtbot: QtBot, session: Session, hand: ByHand, text: str = TEXT) -> None:
    """Write *text* and let the second reader find the nails in it."""
    write(qtbot, text)
    wait_asked(qtbot, hand, text)
    hand.says(text, NAILS)
    qtbot.waitUntil(lambda: len(accessible(panel(session), QAccessible.Role.ListItem)) == 1)


def test_what_it_finds_is_dotted_and_joins_the_list_and_typing_carries_it_along(qtbot, begun, hand):
    with begun(hand.opened) as session:
        found(qtbot, session, hand)
        assert dotted(session) == [NAILS]
        assert accessible(panel(session), QAccessible.Role.ListItem)[0].startswith("Medium risk: Reads like: ")
        pane(session, Side.PERSONAL).editor.place_caret(0)
        for letter in "Oh. ":
            write(qtbot, letter)
            assert dotted(session) == [NAILS]
            assert len(pane(session, Side.PERSONAL).report().findings) == 1
        wait_asked(qtbot, hand, f"Oh. {TEXT}")


def test_the_list_is_in_reading_order_with_what_the_rules_find(qtbot, begun, hand):
    text = f"{TEXT} My boss is an idiot."
    with begun(hand.opened) as session:
        write(qtbot, text)
        wait_asked(qtbot, hand, text)
        by_rules = len(pane(session, Side.PERSONAL).report().findings)
        hand.says(text, NAILS)
        qtbot.waitUntil(lambda: len(pane(session, Side.PERSONAL).report().findings) > by_rules)
        findings = pane(session, Side.PERSONAL).report().findings
        assert [is_readers(each) for each in findings] == [True] + [False] * by_rules
        assert by_rules
        assert all(each.severity < Severity.HOLD for each in findings if is_readers(each))


def test_a_key_has_the_whole_text_read_after_a_rest_from_the_caret_on(qtbot, begun, hand):
    with begun(hand.opened):
        write(qtbot, "Quiet.")
        assert not asked_about(hand, "Quiet.")
        wait_asked(qtbot, hand, "Quiet.")
        assert hand.asked[-1] == (Side.PERSONAL, "Quiet.", 6)
        assert not any(text.strip() == "" for _, text, _ in hand.asked)


def test_nothing_is_clear_while_it_reads(qtbot, begun, hand):
    with begun(hand.opened) as session:
        write(qtbot, "A quiet evening by the canal.")
        wait_asked(qtbot, hand, "A quiet evening by the canal.")
        qtbot.waitUntil(lambda: verdict(session) == "Checking…")
        assert panel(session).accessibleDescription() == "Checking…"
        hand.says("A quiet evening by the canal.", is_whole=False)
        qtbot.wait(100)
        assert verdict(session) == "Checking…"
        hand.says("A quiet evening by the canal.")
        qtbot.waitUntil(lambda: verdict(session) == "Nothing found")
        assert panel(session).accessibleDescription() == "Nothing found"
        write(qtbot, "!")
        qtbot.waitUntil(lambda: verdict(session) == "Checking…")


def test_what_was_changed_and_changed_back_is_read_again_before_anything_is_clear(qtbot, begun, hand):
    with begun(hand.opened) as session:
        found(qtbot, session, hand)
        shown = pane(session, Side.PERSONAL)
        before = len(hand.asked)
        shown.editor.place_caret(TEXT.index(NAILS) + 3)
        write(qtbot, "x")
        press(qtbot, Qt.Key.Key_Backspace)
        assert shown.editor.text() == TEXT
        assert shown.report().findings == ()
        assert shown.is_checking
        qtbot.waitUntil(lambda: len(hand.asked) > before)
        hand.says(TEXT, NAILS)
        qtbot.waitUntil(lambda: dotted(session) == [NAILS])


def test_what_it_says_of_a_draft_that_is_gone_is_not_said_of_the_next(qtbot, begun, hand):
    with begun(hand.opened) as session:
        write(qtbot, TEXT)
        wait_asked(qtbot, hand, TEXT)
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, f"No {NAILS} here.")
        hand.says(TEXT, NAILS)
        qtbot.wait(100)
        assert pane(session, Side.PERSONAL).report().findings == ()
        assert dotted(session) == []


@pytest.mark.parametrize(
    ("lack", "words"),
    [
        (ReaderUnavailable(Lack.NO_WEIGHTS, "encoder.onnx"), "its file encoder.onnx is missing"),
        (ReaderUnavailable(Lack.FOREIGN_WEIGHTS, "letters.npz"), "its file letters.npz is not the one that came with"),
        (ReaderUnavailable(Lack.NO_RUNTIME), "does not run on this machine"),
        (ReaderUnavailable(Lack.FAILED), "it met an error"),
    ],
)
def test_where_it_cannot_read_the_panel_says_why_and_the_rules_go_on(qtbot, begun, hand, lack, words):
    with begun(hand.opened) as session:
        found(qtbot, session, hand)
        assert "Second reader" not in words_below(session)
        hand.on_lack(lack)
        qtbot.waitUntil(lambda: "Second reader: off (" in words_below(session))
        assert words in words_below(session)
        assert dotted(session) == []
        qtbot.waitUntil(lambda: verdict(session) == "Nothing found")


def test_without_its_weights_the_panel_names_the_file(qtbot, begun, tmp_path):
    with begun(reader_in(tmp_path / "nothing here")) as session:
        qtbot.waitUntil(lambda: "Second reader: off (its file reader.json is missing)" in words_below(session))


def test_weights_that_were_not_shipped_are_not_read_and_named(qtbot, begun, tmp_path):
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "reader.json").write_text("[]")
    with begun(reader_in(tmp_path / "reader")) as session:
        qtbot.waitUntil(lambda: "its file reader.json is not the one" in words_below(session))


def test_a_draft_in_another_language_is_said_to_be_checked_by_the_rules_alone(qtbot, begun, hand):
    with begun(hand.opened) as session:
        write(qtbot, "Heute war es ruhig.")
        wait_asked(qtbot, hand, "Heute war es ruhig.")
        hand.says("Heute war es ruhig.", understood=False)
        qtbot.waitUntil(lambda: "The second reader reads English only" in words_below(session))


def test_it_is_switched_off_and_on_at_once_and_for_the_next_start(qtbot, begun, hand, places):
    with begun(hand.opened) as session:
        found(qtbot, session, hand)
        switch(session)
        assert hand.is_closed
        assert "Second reader: off (switched off in the Review menu)" in words_below(session)
        assert dotted(session) == []
        hand.says(TEXT, NAILS)
        qtbot.wait(50)
        assert dotted(session) == []
        assert not load_settings(places)[0].second_reader
        hand.asked.clear()
        switch(session)
        assert not hand.is_closed
        wait_asked(qtbot, hand, TEXT)
        assert "Second reader" not in words_below(session)
        hand.says(TEXT, NAILS)
        qtbot.waitUntil(lambda: dotted(session) == [NAILS])
        switch(session)
    with begun(hand.opened) as session:
        assert hand.is_closed
        assert "switched off in the Review menu" in words_below(session)


def test_why_shows_how_sure_it_is_and_what_it_compares_with(qtbot, begun, hand):
    said: list[str] = []

    def look(dialog: QDialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))

    with begun(hand.opened) as session:
        found(qtbot, session, hand)
        with answering((WhyDialog, look)):
            session.window.findChild(ReviewDesk).explain()
    whole = "\n".join(said)
    assert f"“{NAILS}”" in said
    assert "What weighed most" in said
    assert "Quite sure: " in whole
    assert all(f"“{post}”" in whole for post in TAUGHT)
    assert "posts it was taught with (written for Twofold)" in whole
    assert "None: the second reader, " in whole
    assert "reader.confidential" not in whole


@pytest.mark.parametrize("scope", list(IgnoreScope))
def test_what_is_ignored_stays_ignored_while_the_rest_is_edited_until_it_is_taken_back(qtbot, begun, hand, scope):
    with begun(hand.opened) as session:
        found(qtbot, session, hand)
        shown = pane(session, Side.PERSONAL)
        (finding,) = shown.report().findings
        panel(session).ignored.emit(IgnoreChoice(finding, scope))
        assert shown.report().findings == ()
        assert dotted(session) == []
        shown.editor.place_caret(0)
        write(qtbot, "Well. ")
        wait_asked(qtbot, hand, f"Well. {TEXT}")
        hand.says(f"Well. {TEXT}", NAILS)
        qtbot.waitUntil(lambda: not shown.is_checking)
        assert shown.report().findings == ()
        assert shown.draft is not None
        (answer,) = session.studio.reviewing.dismissals(shown.draft.persona_id)
        session.signals.announce(session.studio.reviewing.take_back(shown.draft.persona_id, answer))
        assert [is_readers(each) for each in shown.report().findings] == [True]
        assert dotted(session) == [NAILS]


def test_with_its_real_weights_it_reads_what_is_written_and_the_window_closes(qtbot, begun):
    folder = shipped_folder()
    if not is_there(folder):
        pytest.skip("no weights")
    with begun(reader_in(Path(str(folder)))) as session:
        write(qtbot, TEXT)
        qtbot.waitUntil(lambda: not pane(session, Side.PERSONAL).is_checking, timeout=20_000)
        said = pane(session, Side.PERSONAL).live.reading()
        assert said is not None
        assert said.text == TEXT
        assert set(said.likely) == set(Risk)
        assert "Second reader: off" not in words_below(session)


def test_a_file_that_was_changed_is_named(qtbot, begun, tmp_path):
    folder = shipped_folder()
    if not is_there(folder):
        pytest.skip("no weights")
    copytree(str(folder), tmp_path / "reader")
    with (tmp_path / "reader" / "letters.npz").open("ab") as file:
        file.write(b"!")
    with begun(reader_in(tmp_path / "reader")) as session:
        qtbot.waitUntil(lambda: "its file letters.npz is not the one" in words_below(session), timeout=20_000)
