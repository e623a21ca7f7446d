"""Nothing that comes over the drafts stays in the way, and the keyboard is never left with nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.draft import Stage
from app.model.persona import Side
from tests.ui.window.conftest import Session, Start
from tests.ui.window.test_journey import pane, press, write
from ui.widgets.button import Button, IconButton
from ui.widgets.draft_editor import DraftEditor
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.risk_panel import RiskPanel
from ui.widgets.title_field import TitleField
from ui.window.rail import Rail

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NARROW = (1000, 700)


def part(session: Session, kind: type[QWidget]) -> QWidget:
    found = session.window.findChild(kind)
    assert isinstance(found, QWidget)
    return found


def close_button(inside: QWidget) -> IconButton:
    return next(each for each in inside.findChildren(IconButton) if each.accessibleName() == "Close")


def writing_in(session: Session, side: Side) -> bool:
    return QApplication.focusWidget() is pane(session, side).editor


def test_findings_over_the_drafts_go_by_their_own_button_and_give_the_keyboard_back(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        session.window.resize(*NARROW)
        press(qtbot, Qt.Key.Key_B, CTRL)
        panel = part(session, RiskPanel)
        assert panel.isVisible()
        assert panel.isAncestorOf(QApplication.focusWidget())
        button = close_button(panel)
        assert button.isVisible()
        assert panel.rect().contains(button.geometry())
        assert button.width() == button.height()
        button.click()
        assert not panel.isVisible()
        assert writing_in(session, Side.PERSONAL)


def test_escape_works_too_where_nothing_was_found(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        session.window.resize(*NARROW)
        press(qtbot, Qt.Key.Key_N, CTRL)
        press(qtbot, Qt.Key.Key_B, CTRL)
        panel = part(session, RiskPanel)
        assert panel.isVisible()
        press(qtbot, Qt.Key.Key_Escape)
        assert not panel.isVisible()
        assert writing_in(session, Side.PERSONAL)


def test_escape_sends_the_list_of_drafts_away_and_gives_the_keyboard_back(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        session.window.resize(*NARROW)
        press(qtbot, Qt.Key.Key_L, CTRL)
        rail = part(session, Rail)
        assert rail.isVisible()
        press(qtbot, Qt.Key.Key_Escape)
        assert not rail.isVisible()
        assert writing_in(session, Side.PERSONAL)


def test_what_lies_over_the_drafts_goes_when_the_writer_turns_to_a_draft(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        session.window.resize(*NARROW)
        press(qtbot, Qt.Key.Key_B, CTRL)
        pane(session, Side.PROFESSIONAL).editor.setFocus()
        assert not part(session, RiskPanel).isVisible()
        assert writing_in(session, Side.PROFESSIONAL)


def test_a_window_that_gets_narrow_takes_the_findings_away_but_not_the_keyboard(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_B, CTRL)
        panel = part(session, RiskPanel)
        assert not close_button(panel).isVisible()
        session.window.resize(*NARROW)
        qtbot.waitUntil(lambda: not panel.isVisible())
        assert writing_in(session, Side.PERSONAL)
        session.window.resize(1440, 900)
        qtbot.waitUntil(panel.isVisible)


def test_each_stage_is_a_word_beside_the_title_and_offers_what_comes_next(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Seeds sown")
        shown = pane(session, Side.PERSONAL)
        assert shown.draft is not None

        def offered() -> set[str]:
            return {each.words() for each in shown.findChildren(Button) if each.isVisible()}

        def stands_there(word: str) -> bool:
            return any(each.text() == word and each.isVisible() for each in shown.findChildren(ElidedLabel))

        def choose(words: str) -> None:
            next(each for each in shown.findChildren(Button) if each.words() == words).click()

        choose("Mark ready")
        assert shown.draft.stage is Stage.READY
        assert stands_there("Ready")
        choose("Back to draft")
        assert shown.draft.stage is Stage.DRAFT
        assert not stands_there("Ready")
        press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)
        assert shown.draft.stage is Stage.HANDED_OFF
        assert stands_there("Handed off")
        choose("Mark posted")
        assert shown.draft.stage is Stage.POSTED
        assert stands_there("Posted")
        assert "Back to draft" in offered()


def test_tab_goes_through_a_pane_as_one_reads_it(start: Start) -> None:
    with start() as session:
        shown = pane(session, Side.PERSONAL)
        first = next(each for each in shown.findChildren(Button) if each.words() == "Make it mine")
        first.setFocus()
        names = []
        for _ in range(10):
            here = QApplication.focusWidget()
            assert here is not None
            names.append(here.words() if isinstance(here, Button) else here.accessibleName())
            following = next_stop(here)
            following.setFocus()
        assert names == [
            "Make it mine",
            "Remove examples",
            "Title of the Personal draft",
            "Personal draft",
            "Start the professional version",
            "Pair these",
            "Characters left, Personal draft",
            "Picture with this: none",
            "Networks of Personal",
            "Copy for Personal",
        ]


def next_stop(widget: QWidget) -> QWidget:
    """The widget that Tab goes to from *widget*."""
    following = widget.nextInFocusChain()
    while not (following.isVisible() and following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isEnabled()):
        following = following.nextInFocusChain()
    return following


def test_a_long_title_shows_its_beginning_and_nothing_is_cut_in_the_smallest_window(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        session.window.resize(session.window.minimumSize())
        press(qtbot, Qt.Key.Key_N, CTRL)
        press(qtbot, Qt.Key.Key_F2)
        write(qtbot, "A long walk " * 25)
        title = QApplication.focusWidget()
        assert isinstance(title, TitleField)
        press(qtbot, Qt.Key.Key_Tab)
        assert title.is_elided()
        assert title.cursorPosition() == 0
        assert title.toolTip() == title.text()
        for each in pane(session, Side.PERSONAL).findChildren(QAbstractButton):
            if each.isVisible():
                assert each.height() >= each.minimumHeight()
                assert each.visibleRegion().boundingRect().size() == each.size()
        assert isinstance(QApplication.focusWidget(), DraftEditor)
