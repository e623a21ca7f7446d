import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from ui.widgets.segmented_control import Segment, SegmentedControl


@pytest.fixture
def panes(qtbot):
    control = SegmentedControl(
        (
            Segment("personal", "Personal", "person", "personal"),
            Segment("both", "Side by side", "side-by-side"),
            Segment("professional", "Professional", "briefcase", "professional"),
        ),
        "Which drafts are shown",
    )
    qtbot.addWidget(control)
    control.choose("both")
    control.show()
    control.activateWindow()
    return control


def checked(control):
    return [each.accessibleName() for each in control.findChildren(QAbstractButton) if each.isChecked()]


def test_one_segment_is_chosen_without_a_signal(panes, qtbot):
    with qtbot.assertNotEmitted(panes.chosen):
        panes.choose("personal")
    assert checked(panes) == ["Personal"]


def test_a_click_chooses_and_says_so(panes, qtbot):
    with qtbot.waitSignal(panes.chosen) as chosen:
        qtbot.mouseClick(panes.findChildren(QAbstractButton)[2], Qt.MouseButton.LeftButton)
    assert chosen.args == ["professional"]
    assert checked(panes) == ["Professional"]


def test_arrow_keys_move_the_choice(panes, qtbot):
    middle = panes.findChildren(QAbstractButton)[1]
    middle.setFocus()
    with qtbot.waitSignal(panes.chosen) as chosen:
        qtbot.keyClick(middle, Qt.Key.Key_Right)
    assert chosen.args == ["professional"]
