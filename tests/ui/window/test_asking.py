"""Pictures and the four questions before a text leaves, by keyboard in the real window over real vaults."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from app.model.asking import Answer, Picture, Question
from app.model.boundaries import Asking
from app.model.draft import Stage
from app.model.persona import Side
from tests.ui.window.answering import answering, pressing
from tests.ui.window.conftest import Session, Start
from tests.ui.window.driving import CTRL, SHIFT, come_back, pane, press, write
from ui.dialogs.before_you_post_dialog import BeforeYouPostDialog
from ui.dialogs.gate_dialog import GateDialog
from ui.dialogs.picture_dialog import PictureDialog
from ui.widgets.notice_strip import NoticeStrip
from ui.widgets.picture_button import PictureButton

HARMLESS = "Our spring workshop dates are up."
OPEN = "My boss is an idiot."
ENTER = Qt.Key.Key_Return


def keys(qtbot: QtBot, *pressed: Qt.Key) -> Callable[[QDialog], None]:
    """The step that presses keys, each where the keyboard is by then."""

    def press_them(_dialog: QDialog) -> None:
        for key in pressed:
            press(qtbot, key)

    return press_them


def new_draft(qtbot: QtBot, session: Session, text: str) -> None:
    press(qtbot, Qt.Key.Key_N, CTRL)
    write(qtbot, text)
    QGuiApplication.clipboard().setText("something else")


def copy(qtbot: QtBot, session: Session) -> None:
    come_back(qtbot, session)
    press(qtbot, Qt.Key.Key_C, CTRL | SHIFT)


def answers(session: Session) -> dict[Question, str]:
    draft = pane(session, Side.PERSONAL).draft
    assert draft is not None
    kept: tuple[Answer, ...] = session.studio.questioning.answers(draft.id)
    return {each.question: each.answer for each in kept}


def choose_picture(qtbot: QtBot, session: Session, downs: int) -> None:
    """Open the menu of the button by keyboard and go *downs* entries down."""
    come_back(qtbot, session)
    button = pane(session, Side.PERSONAL).findChild(PictureButton)
    button.setFocus()

    def walk() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        try:
            for _ in range(downs):
                qtbot.keyClick(menu, Qt.Key.Key_Down)
            qtbot.keyClick(menu, ENTER)
        finally:
            menu.close()

    QTimer.singleShot(100, walk)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    pane(session, Side.PERSONAL).editor.setFocus()


def test_something_open_brings_the_four_questions_once_and_a_change_first(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        new_draft(qtbot, session, OPEN)
        shown = pane(session, Side.PERSONAL)
        said_no = keys(qtbot, Qt.Key.Key_1, ENTER, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_Y, ENTER)
        with answering((BeforeYouPostDialog, said_no)):
            copy(qtbot, session)
        assert QGuiApplication.clipboard().text() == "something else"
        come_back(qtbot, session)
        qtbot.waitUntil(shown.editor.hasFocus)
        assert shown.editor.textCursor().hasSelection()
        assert answers(session)[Question.AT_WORK] == "no"
        shown.editor.place_caret(len(OPEN))
        write(qtbot, " Truly.")
        with answering((BeforeYouPostDialog, keys(qtbot, *[ENTER] * 5))):
            copy(qtbot, session)
        assert QGuiApplication.clipboard().text() == OPEN + " Truly."
        assert shown.draft is not None
        assert shown.draft.stage is Stage.HANDED_OFF
        QGuiApplication.clipboard().setText("something else")
        with answering():
            copy(qtbot, session)
        assert QGuiApplication.clipboard().text() == OPEN + " Truly."


def test_a_picture_brings_its_question_and_then_the_four_also_after_a_restart(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        new_draft(qtbot, session, HARMLESS)
        choose_picture(qtbot, session, 3)
        draft = pane(session, Side.PERSONAL).draft
        assert draft is not None
        assert draft.picture is Picture.PEOPLE
        qtbot.waitUntil(lambda: not session.studio.unsaved())
    with start() as session:
        button = pane(session, Side.PERSONAL).findChild(PictureButton)
        assert button.accessibleName() == "Picture with this: people"
        with answering((PictureDialog, keys(qtbot, Qt.Key.Key_3, ENTER))):
            copy(qtbot, session)
        assert QGuiApplication.clipboard().text() != HARMLESS
        fine = keys(qtbot, Qt.Key.Key_1, ENTER, Qt.Key.Key_N, Qt.Key.Key_Y, Qt.Key.Key_Y, ENTER)
        with answering((BeforeYouPostDialog, fine)):  # the picture was cropped; nothing is asked twice
            copy(qtbot, session)
        assert QGuiApplication.clipboard().text() == HARMLESS
        assert answers(session)[Question.PICTURE] == "people: protected"
        choose_picture(qtbot, session, 2)
        shown = pane(session, Side.PERSONAL).draft
        assert shown is not None
        assert shown.picture is Picture.JOKE
        with answering((PictureDialog, keys(qtbot, Qt.Key.Key_1, ENTER))):
            copy(qtbot, session)
        assert answers(session)[Question.PICTURE] == "joke: nobody"


def test_the_gate_comes_before_the_picture_and_the_picture_before_the_four(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        new_draft(qtbot, session, "My password is Blue-Kettle-42")
        choose_picture(qtbot, session, 4)

        def go_on_anyway(dialog: QDialog) -> None:
            press(qtbot, Qt.Key.Key_2)
            pressing("Go on anyway")(dialog)

        with answering(
            (GateDialog, pressing("Copy anyway")),
            (PictureDialog, go_on_anyway),
            (BeforeYouPostDialog, keys(qtbot, Qt.Key.Key_Escape)),
        ):
            copy(qtbot, session)
        assert QGuiApplication.clipboard().text() == "something else"
        assert answers(session) == {Question.PICTURE: "workplace: readable"}


def test_when_they_are_asked_is_ticked_in_the_menu_and_belongs_to_the_persona(qtbot: QtBot, start: Start) -> None:
    def ticked(session: Session) -> list[str]:
        named = [each for each in session.window.actions() if each.objectName().startswith("ask_")]
        return [each.objectName() for each in named if each.isChecked()]

    def choose(session: Session, name: str) -> None:
        next(each for each in session.window.actions() if each.objectName() == name).trigger()

    with start() as session:
        assert ticked(session) == ["ask_when_open"]
        choose(session, "ask_always")
        assert ticked(session) == ["ask_always"]
        press(qtbot, Qt.Key.Key_F6)
        assert ticked(session) == ["ask_when_open"]
        choose(session, "ask_never")
        choose(session, "ask_never")
        assert ticked(session) == ["ask_never"]
    with start() as session:
        press(qtbot, Qt.Key.Key_F6)
        press(qtbot, Qt.Key.Key_F6)
        assert ticked(session) == ["ask_always"]
        new_draft(qtbot, session, HARMLESS)
        with answering((BeforeYouPostDialog, keys(qtbot, *[ENTER] * 5))):
            copy(qtbot, session)
        come_back(qtbot, session)
        professional = session.studio.personas.on_side(Side.PROFESSIONAL)
        assert professional is not None
        assert session.studio.questioning.asks(professional.id) is Asking.NEVER
        press(qtbot, Qt.Key.Key_F6)
        press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
        write(qtbot, OPEN)
        with answering():
            copy(qtbot, session)
        assert QGuiApplication.clipboard().text() == OPEN


def test_answers_and_a_picture_that_cannot_be_kept_are_said_and_hold_nothing_up(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        new_draft(qtbot, session, OPEN)
        qtbot.waitUntil(lambda: not session.studio.unsaved())
        draft = pane(session, Side.PERSONAL).draft
        assert draft is not None
        vault = session.studio.vaults.home_of(draft.id).path
        aside = vault.with_suffix(".aside")

        def without_the_vault(dialog: QDialog) -> None:
            vault.rename(aside)
            keys(qtbot, *[ENTER] * 5)(dialog)

        try:
            with answering((BeforeYouPostDialog, without_the_vault)):
                copy(qtbot, session)
            assert QGuiApplication.clipboard().text() == OPEN
            strips = [each.notice() for each in session.window.findChildren(NoticeStrip)]
            assert any(each is not None and "was moved or replaced" in each.text for each in strips)
            choose_picture(qtbot, session, 3)
            button = pane(session, Side.PERSONAL).findChild(PictureButton)
            assert button.accessibleName() == "Picture with this: none"
        finally:
            aside.rename(vault)
        assert answers(session) == {}
