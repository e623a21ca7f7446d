"""Where a persona draws the line, told by keyboard in the real window over real vaults."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.model.boundaries import Boundaries
from app.model.finding import Group, Severity
from app.model.persona import Persona, Side
from app.model.policy import Reads
from tests.ui.dialogs.asking import called, in_dialogs
from tests.ui.window.conftest import Session, Start
from tests.ui.window.driving import CTRL, SHIFT, come_back, pane, press, write
from ui.dialogs.five_questions_dialog import FiveQuestionsDialog
from ui.dialogs.persona_dialog import PersonaDialog
from ui.dialogs.persona_pages.watch_term_dialog import WatchTermDialog
from ui.dialogs.statement_dialog import StatementDialog
from ui.widgets.counter import CounterRow
from ui.widgets.segmented_control import SegmentedControl

VENTING = "Ugh, another nightmare client today"


def personal(session: Session) -> tuple[Persona, Boundaries]:
    persona = session.studio.personas.on_side(Side.PERSONAL)
    assert persona is not None
    return persona, session.studio.personas.boundaries(persona.id)


def test_clients_among_the_readers_make_the_same_sentence_weigh_more(qtbot: QtBot, start: Start) -> None:
    def tell(dialog: QWidget) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
        readers = called(dialog, SegmentedControl, "Your clients: do they read this account?")
        unknown = called(readers, QAbstractButton, "Don't know")
        unknown.setFocus()
        for _ in range(2):
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Left)
        assert called(readers, QAbstractButton, "Yes").isChecked()
        called(dialog, QPushButton, "Save").click()

    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, VENTING)
        shown = pane(session, Side.PERSONAL)
        assert shown.report().worst is Severity.WARN
        in_dialogs((PersonaDialog, tell))
        press(qtbot, Qt.Key.Key_I, CTRL)
        come_back(qtbot, session)
        assert personal(session)[1].audience == ((Group.CLIENTS, Reads.YES),)
        qtbot.waitUntil(lambda: shown.report().worst is Severity.HOLD)


def test_five_questions_are_answered_by_keyboard_and_the_statement_is_one_key_away(qtbot: QtBot, start: Start) -> None:
    def answer(dialog: QWidget) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "nurse")
        for _ in range(5):
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CTRL)
        assert "I work as a nurse" in called(dialog, QPlainTextEdit, "Boundary statement").toPlainText()
        called(dialog, QPushButton, "Done").click()

    def read(dialog: QWidget) -> None:
        assert "I work as a nurse" in called(dialog, QPlainTextEdit, "Boundary statement").toPlainText()
        called(dialog, QPushButton, "Edit…").click()

    def edit(dialog: QWidget) -> None:
        statement = called(dialog, QPlainTextEdit, "Boundary statement")
        assert statement.hasFocus()
        qtbot.keyClick(statement, Qt.Key.Key_A, CTRL)
        qtbot.keyClicks(statement, "Only leeks.")
        called(dialog, QPushButton, "Save").click()

    with start() as session:
        in_dialogs((FiveQuestionsDialog, answer))
        action = next(each for each in session.window.actions() if each.objectName() == "five_questions")
        action.trigger()
        come_back(qtbot, session)
        assert personal(session)[1].occupation == "nurse"
        in_dialogs((StatementDialog, read), (PersonaDialog, edit))
        press(qtbot, Qt.Key.Key_B, CTRL | SHIFT)
        assert personal(session)[1].statement == "Only leeks."
    with start() as again:
        assert personal(again)[1].statement == "Only leeks."
        in_dialogs((StatementDialog, lambda dialog: _says(dialog, "Only leeks.")))
        called(again.window, QAbstractButton, "Boundaries of Personal").click()


def test_the_first_start_offers_the_questions_where_nothing_else_is_to_be_said(qtbot: QtBot, start: Start) -> None:
    def answer(dialog: QWidget) -> None:
        qtbot.keyClicks(dialog.focusWidget(), "nurse")
        dialog.close()

    with start() as session:
        session.window.inform("Something else.")
        session.window.invite()
        called(session.window, QPushButton, "Close").click()
        session.window.invite()
        in_dialogs((FiveQuestionsDialog, answer))
        called(session.window, QPushButton, "Five questions…").click()
        assert personal(session)[1].occupation == "nurse"
        assert not called(session.window, QPushButton, "Five questions…").isVisible()


def test_a_watch_term_is_found_from_then_on_and_a_server_of_ones_own_counts(qtbot: QtBot, start: Start) -> None:
    def name(dialog: QWidget) -> None:
        field = called(dialog, QLineEdit, "Name")
        qtbot.keyClicks(field, "Acme Foods")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    def tell(dialog: QWidget) -> None:
        called(dialog, QLineEdit, "Characters that your Mastodon server allows").setText("5000")
        for _ in range(3):
            qtbot.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
        called(dialog, QPushButton, "Add…").click()
        called(dialog, QPushButton, "Save").click()

    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Lunch at acme foods")
        shown = pane(session, Side.PERSONAL)
        assert not shown.report().findings
        in_dialogs((PersonaDialog, tell), (WatchTermDialog, name))
        press(qtbot, Qt.Key.Key_I, CTRL)
        qtbot.waitUntil(lambda: len(shown.report().findings) == 1)
        row = shown.findChild(CounterRow)
        left = str(5000 - len("Lunch at acme foods"))
        assert any(left in each.accessibleName().replace(",", "") for each in row.findChildren(QWidget))


def _says(dialog: QWidget, words: str) -> None:
    assert called(dialog, QPlainTextEdit, "Boundary statement").toPlainText() == words
