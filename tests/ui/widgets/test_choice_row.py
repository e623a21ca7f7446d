import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QRadioButton

from ui.widgets.choice import Choice
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.notice_strip import NoticeStrip

REPLIES = (Choice("yes", "Yes", "Y"), Choice("no", "No", "N"), Choice("unsure", "Not sure", "S"))
GROUPS = (Choice("friends", "Friends", "1"), Choice("clients", "Salt & pepper people", "2"))
ENTER_ON_A_DESKTOP = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton

from ui.widgets.choice import Choice
from ui.widgets.choice_row import ChoiceRow

application = QApplication([])
usual = QRadioButton()
QTest.keyClick(usual, Qt.Key.Key_Return)
row = ChoiceRow("Would you say it at work?", [Choice("yes", "Yes", "Y")])
QTest.keyClick(row.findChild(QRadioButton), Qt.Key.Key_Return)
print(usual.isChecked(), row.words())
"""


def shown(qtbot, choices, *, several=False):
    row = ChoiceRow("Would you say it at work?", choices, several=several)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.take_keyboard()
    return row


@pytest.fixture
def one(qtbot):
    return shown(qtbot, REPLIES)


@pytest.fixture
def several(qtbot):
    return shown(qtbot, GROUPS, several=True)


def here():
    return QApplication.focusWidget()


def test_one_key_picks_an_answer_tells_it_and_goes_on(qtbot, one):
    with qtbot.waitSignal(one.settled), qtbot.waitSignal(one.picked) as told:
        qtbot.keyClick(here(), Qt.Key.Key_N)
    assert told.args == [("no",)]
    assert one.words() == ("no",)
    assert here().accessibleName() == "No"


def test_another_key_changes_the_answer(qtbot, one):
    qtbot.keyClick(here(), Qt.Key.Key_N)
    qtbot.keyClick(here(), Qt.Key.Key_S)
    assert one.words() == ("unsure",)


def test_enter_leaves_the_question_as_it_is_and_goes_on(qtbot, one):
    with qtbot.waitSignal(one.settled), qtbot.assertNotEmitted(one.picked):
        qtbot.keyClick(here(), Qt.Key.Key_Return)
    assert one.words() == ()


@pytest.mark.screen
def test_enter_picks_nothing_either_where_the_desktop_lets_it_press_buttons(display):
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "GNOME"}
    done = subprocess.run(
        [sys.executable, "-c", ENTER_ON_A_DESKTOP], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "()"]


def test_arrows_walk_along_the_answers_and_space_picks_one(qtbot, one):
    qtbot.keyClick(here(), Qt.Key.Key_Right)
    with qtbot.assertNotEmitted(one.settled):
        qtbot.keyClick(here(), Qt.Key.Key_Space)
    assert one.words() == ("no",)
    qtbot.keyClick(here(), Qt.Key.Key_Right)
    assert one.words() == ("unsure",)


def test_tab_stops_once_at_answers_that_exclude_each_other_also_before_the_keyboard_was_there(qtbot):
    row = ChoiceRow("Would you say it at work?", REPLIES)
    qtbot.addWidget(row)
    stops = [each for each in row.findChildren(QRadioButton) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each.accessibleName() for each in stops] == ["Yes"]


def test_a_click_anywhere_in_the_box_picks_it(qtbot, one):
    box = one.findChildren(QAbstractButton)[2]
    with qtbot.waitSignal(one.picked):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert one.words() == ("unsure",)


def test_answers_that_go_together_are_ticked_and_unticked_by_their_keys_without_going_on(qtbot, several):
    with qtbot.assertNotEmitted(several.settled):
        qtbot.keyClick(here(), Qt.Key.Key_2)
        qtbot.keyClick(here(), Qt.Key.Key_1)
    assert several.words() == ("friends", "clients")
    qtbot.keyClick(here(), Qt.Key.Key_2)
    assert several.words() == ("friends",)


def test_the_answers_say_to_a_screen_reader_what_they_are(one, several):
    question = QAccessible.queryAccessibleInterface(one)
    assert question.text(QAccessible.Text.Name) == "Would you say it at work?"
    assert question.role() is QAccessible.Role.Grouping
    for row, kind, role in (
        (one, QRadioButton, QAccessible.Role.RadioButton),
        (several, QCheckBox, QAccessible.Role.CheckBox),
    ):
        answers = [QAccessible.queryAccessibleInterface(each) for each in row.findChildren(kind)]
        assert {each.role() for each in answers} == {role}
    assert answers[1].text(QAccessible.Text.Name) == "Salt & pepper people"


def test_a_picked_answer_differs_by_its_mark_and_not_by_colour_alone(qtbot, one):
    box = one.findChildren(QAbstractButton)[0]
    one.setFocus()

    def rows_with_ink(image):
        ground = image.pixelColor(6, image.height() // 2)
        return [y for y in range(4, image.height() - 4) if any(image.pixelColor(x, y) != ground for x in range(11, 25))]

    before = rows_with_ink(box.grab().toImage())
    box.setChecked(True)
    assert rows_with_ink(box.grab().toImage()) != before


def test_advice_takes_room_only_while_there_is_some(one):
    strip = one.findChild(NoticeStrip)
    assert (one.advice(), strip.isVisible()) == ("", False)
    one.show_advice("Leave the name out.")
    assert (one.advice(), strip.isVisible()) == ("Leave the name out.", True)
    one.show_advice("")
    assert (one.advice(), strip.isVisible()) == ("", False)


def test_in_a_narrow_row_nothing_reaches_beyond_it(qtbot, one):
    one.resize(150, one.heightForWidth(150))
    qtbot.waitUntil(lambda: one.width() == 150)
    for each in one.findChildren(QAbstractButton):
        right = each.mapTo(one, each.rect().bottomRight())
        assert right.x() < one.width()
        assert right.y() < one.height()
