"""Five questions that nobody has to answer, and the statement that the answers write."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.errors import PersonaClash
from app.model.finding import Risk
from app.model.policy import Stance
from tests.ui.dialogs.asking import ANN, LORE, NOTHING_SAID, Kept, called
from ui.dialogs.five_questions_dialog import FiveQuestionsDialog
from ui.dialogs.statement_dialog import StatementDialog
from ui.widgets.tick_box import TickBox


def opened(qtbot: QtBot, keep: Kept | None = None) -> tuple[FiveQuestionsDialog, Kept]:
    kept = keep or Kept()
    dialog = FiveQuestionsDialog(NOTHING_SAID, LORE, kept)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog, kept


def press(dialog: FiveQuestionsDialog, *buttons: str) -> None:
    for button in buttons:
        called(dialog, QPushButton, button).click()


def heading(dialog: FiveQuestionsDialog) -> str:
    return next(each.text() for each in dialog.findChildren(QLabel) if each.objectName() == "h1" and each.isVisible())


def test_five_questions_write_a_statement(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    qtbot.keyClicks(called(dialog, QLineEdit, "What you do"), "midwife")
    qtbot.keyClick(called(dialog, QLineEdit, "What you do"), Qt.Key.Key_Return)
    called(dialog, QLineEdit, "X handle or link").setText("@ann_x")
    press(dialog, "Next", "Next")
    assert heading(dialog) == "What is off limits here?"
    called(dialog, TickBox, "Politics and religion").click()
    called(dialog, TickBox, "My family and friends").click()
    assert any("among your watch terms" in label.text() for label in dialog.findChildren(QLabel))
    press(dialog, "Next")
    press(dialog, "Office hours", "Next")
    assert heading(dialog) == "This is your line"
    statement = called(dialog, QPlainTextEdit, "Boundary statement").toPlainText()
    for words in ("as a midwife", "@ann_x on X", "my family and friends; politics and religion", "Monday to Friday"):
        assert words in statement
    press(dialog, "Done")
    assert not dialog.isVisible()
    boundaries = kept.answers[-1].boundaries
    assert (Risk.POLARIZING_POLITICS, Stance.HOLD) in boundaries.stances
    assert boundaries.occupation == "midwife"
    assert boundaries.statement == ""


def test_nothing_has_to_be_answered_and_nothing_is_written_then(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    press(dialog, "Next", "Skip", "Next", "Skip", "Next", "Done")
    assert not dialog.isVisible()
    assert kept.answers == []


def test_skipping_leaves_a_question_as_it_was(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    called(dialog, QComboBox, "Whom you work with").setCurrentText("guests")
    press(dialog, "Skip", "Back")
    assert called(dialog, QComboBox, "Whom you work with").currentText() == "patients"
    assert kept.answers == []


def test_what_was_answered_stays_when_the_rest_is_left(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    called(dialog, QLineEdit, "What you do").setText("midwife")
    press(dialog, "Next")
    called(dialog, QLineEdit, "X handle or link").setText("@ann_x")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept.answers[-1].boundaries.occupation == "midwife"
    assert {handle.name for handle in kept.answers[-1].persona.handles} == {"@ann", "@ann_x"}


def test_an_answer_that_cannot_be_kept_is_said_once_before_it_is_let_go(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot, Kept(PersonaClash("@ann_x", "x"), PersonaClash("@ann_x", "x")))
    press(dialog, "Next")
    field = called(dialog, QLineEdit, "X handle or link")
    field.setText("@ann_x")
    press(dialog, "Next")
    assert heading(dialog) == "Where is this account?"
    assert "@ann_x belongs to another persona" in field.accessibleDescription()
    assert field.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept.answers == []


def test_tab_comes_to_the_buttons_after_the_question(qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    press(dialog, "Next", "Next", "Next")
    stops = []
    while "Skip" not in stops:
        stops.append(dialog.focusWidget().accessibleName())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert stops[:2] == ["Off limits here, in your own words", "My family and friends"]
    assert stops[-5:] == ["Wild nights", "Finish later", "Back", "Next", "Skip"]


def test_taking_a_tick_away_takes_its_stances_away(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    press(dialog, "Next", "Next", "Next")
    wild = called(dialog, TickBox, "Wild nights")
    wild.click()
    press(dialog, "Next", "Back")
    assert wild.isChecked()
    wild.click()
    press(dialog, "Next")
    assert [bool(each.boundaries.stances) for each in kept.answers] == [True, False]


def test_the_statement_is_read_with_the_way_to_change_it_beside_it(qtbot: QtBot) -> None:
    dialog = StatementDialog(ANN, "Only leeks.")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Boundaries of Ann"
    text = called(dialog, QPlainTextEdit, "Boundary statement")
    assert (text.toPlainText(), text.isReadOnly()) == ("Only leeks.", True)
    assert {"Edit…", "Five questions…", "Close"} <= {each.accessibleName() for each in dialog.findChildren(QPushButton)}
