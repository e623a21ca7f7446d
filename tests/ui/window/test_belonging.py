"""Being told that a draft stands in the wrong pane, by keyboard in the real window over real vaults."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.model.persona import Side
from app.store.places import Places
from tests.ui.window.answering import answering
from tests.ui.window.conftest import Session, Start
from tests.ui.window.driving import CTRL, SHIFT, pane, press, write
from ui.dialogs.picking_dialog import PickingDialog
from ui.window.pane_strip import PaneStrip

BUSINESS = "The client moved the deadline, so the keynote is on Friday and the webinar after it."
HOME = "A quiet evening with the heron by the weir, and rain on the way back."


def said(session: Session, side: Side) -> str:
    notice = pane(session, side).strip.notice()
    return "" if notice is None else notice.text


def offered(session: Session, side: Side) -> list[str]:
    notice = pane(session, side).strip.notice()
    return [] if notice is None else [action.text for action in notice.actions]


def start_business_on_personal(qtbot: QtBot, session: Session) -> None:
    press(qtbot, Qt.Key.Key_N, CTRL)
    write(qtbot, BUSINESS)
    qtbot.waitUntil(lambda: said(session, Side.PERSONAL) != "")


def focused_button() -> str:
    focused = QApplication.focusWidget()
    return focused.text() if isinstance(focused, QPushButton) else ""


def go_to_button(qtbot: QtBot, words: str) -> None:
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Backtab, SHIFT)
        if focused_button() == words:
            return
    raise AssertionError(f"no way by keyboard to {words}")


def test_business_on_the_personal_side_is_told_with_the_words_that_decided(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        start_business_on_personal(qtbot, session)
        assert said(session, Side.PERSONAL) == (
            "This reads like your professional side: “client”, “deadline”, “keynote”."
        )
        assert offered(session, Side.PERSONAL) == ["Move to Professional", "It belongs here"]
        assert said(session, Side.PROFESSIONAL) == "An example, to try things on. Type in it and it is yours."


def test_one_button_takes_it_across_where_nothing_is_said(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        start_business_on_personal(qtbot, session)
        draft = pane(session, Side.PERSONAL).draft
        assert draft is not None
        go_to_button(qtbot, "Move to Professional")
        press(qtbot, Qt.Key.Key_Space)
        across = pane(session, Side.PROFESSIONAL)
        qtbot.waitUntil(lambda: across.editor.text() == BUSINESS)
        assert across.draft is not None
        assert across.draft.id == draft.id
        assert "reads like" not in said(session, Side.PERSONAL)
        qtbot.wait(900)
        assert said(session, Side.PROFESSIONAL) == ""


def test_belongs_here_is_asked_once_also_after_a_restart(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        start_business_on_personal(qtbot, session)
        go_to_button(qtbot, "It belongs here")
        press(qtbot, Qt.Key.Key_Space)
        assert said(session, Side.PERSONAL) == ""
        assert pane(session, Side.PERSONAL).editor.hasFocus()
        write(qtbot, " Wish us luck.")
        qtbot.wait(900)
        assert said(session, Side.PERSONAL) == ""
    with start() as again:
        assert pane(again, Side.PERSONAL).editor.text().startswith(BUSINESS)
        qtbot.wait(900)
        assert said(again, Side.PERSONAL) == ""


def test_belongs_here_is_listed_and_can_be_taken_back(qtbot: QtBot, start: Start) -> None:
    def take_back(dialog: QDialog) -> None:
        rows = dialog.findChild(QListWidget)
        assert [rows.item(row).text() for row in range(rows.count())] == [
            f"Personal, this draft belongs here: “{BUSINESS[:60]}”"
        ]
        rows.setCurrentRow(0)
        next(each for each in dialog.findChildren(QPushButton) if each.text() == "Take back").click()

    with start() as session:
        start_business_on_personal(qtbot, session)
        go_to_button(qtbot, "It belongs here")
        press(qtbot, Qt.Key.Key_Space)
        with answering((PickingDialog, take_back)):
            ignored = next(each for each in session.window.actions() if each.objectName() == "show_ignored")
            ignored.trigger()
        qtbot.waitUntil(lambda: said(session, Side.PERSONAL) != "")


def test_it_goes_by_itself_when_the_text_no_longer_reads_like_that(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        start_business_on_personal(qtbot, session)
        press(qtbot, Qt.Key.Key_A, CTRL)
        write(qtbot, HOME)
        qtbot.waitUntil(lambda: said(session, Side.PERSONAL) == "")
        assert pane(session, Side.PERSONAL).editor.text() == HOME


def test_what_was_said_stands_while_its_words_do(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        start_business_on_personal(qtbot, session)
        before = said(session, Side.PERSONAL)
        write(qtbot, " Press release and annual report to follow on behalf of the team.")
        qtbot.wait(900)
        assert said(session, Side.PERSONAL) == before


def test_opening_another_draft_takes_it_away_at_once(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        start_business_on_personal(qtbot, session)
        press(qtbot, Qt.Key.Key_N, CTRL)
        assert said(session, Side.PERSONAL) == ""


def test_with_the_other_side_locked_there_is_nowhere_to_move_to(qtbot: QtBot, start: Start, places: Places) -> None:
    with start() as session:
        across = session.studio.personas.on_side(Side.PROFESSIONAL)
        assert across is not None
    places.key_file(across.id).unlink()
    with start() as session:
        start_business_on_personal(qtbot, session)
        assert offered(session, Side.PERSONAL) == ["It belongs here"]


def test_an_example_is_left_alone_until_it_is_the_users_own(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        shown = pane(session, Side.PERSONAL)
        qtbot.wait(900)
        assert said(session, Side.PERSONAL).startswith("An example")
        shown.editor.selectAll()
        write(qtbot, BUSINESS)
        qtbot.waitUntil(lambda: said(session, Side.PERSONAL).startswith("This reads like"))


def test_a_question_about_a_paste_comes_first(qtbot: QtBot) -> None:
    strip = PaneStrip()
    qtbot.addWidget(strip)
    answers: list[bool] = []
    strip.paste_answered.connect(answers.append)
    strip.ask_about_paste(300_000)
    strip.show_belonging("This reads like your professional side: “client”.", "Work")
    notice = strip.notice()
    assert notice is not None
    assert [action.text for action in notice.actions] == ["Put it in", "Leave it out"]
    next(each for each in strip.findChildren(QPushButton) if each.text() == "Leave it out").click()
    assert answers == [False]
    notice = strip.notice()
    assert notice is not None
    assert [action.text for action in notice.actions] == ["Move to Work", "It belongs here"]
