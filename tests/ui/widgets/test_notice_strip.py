import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.ui.widgets.examples import button, widget_interface
from ui.widgets.notice_strip import Notice, NoticeAction, NoticeKind, NoticeStrip

KEEP, REMOVE = NoticeAction("keep", "Make it mine"), NoticeAction("remove", "Remove examples")
EXAMPLE = Notice(NoticeKind.INFO, "This is an example.", (KEEP, REMOVE))


@pytest.fixture
def strip(qtbot):
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 50)
    return strip


def test_a_strip_is_there_only_while_it_has_something_to_say(strip):
    assert not strip.isVisible()
    strip.show_notice(EXAMPLE)
    assert strip.isVisible()
    assert widget_interface(strip).text(QAccessible.Text.Name) == "This is an example."
    strip.show_notice(None)
    assert not strip.isVisible()


def test_its_buttons_say_what_was_chosen(strip, qtbot):
    strip.show_notice(EXAMPLE)
    with qtbot.waitSignal(strip.chosen) as chosen:
        qtbot.mouseClick(button(strip, "Remove examples"), Qt.MouseButton.LeftButton)
    assert chosen.args == [REMOVE]


def test_another_notice_takes_the_place_of_the_first(strip):
    strip.show_notice(EXAMPLE)
    strip.show_notice(Notice(NoticeKind.ERROR, "Not saved: the disk is full."))
    assert strip.notice().kind is NoticeKind.ERROR
    with pytest.raises(StopIteration):
        button(strip, "Make it mine")


def test_buttons_go_below_the_words_when_it_gets_narrow(strip, qtbot):
    strip.show_notice(EXAMPLE)
    strip.resize(700, strip.sizeHint().height())
    qtbot.waitUntil(lambda: button(strip, "Make it mine").mapTo(strip, strip.rect().topLeft()).x() > 300)
    strip.resize(320, 120)
    qtbot.waitUntil(lambda: button(strip, "Make it mine").mapTo(strip, strip.rect().topLeft()).x() < 100)


def test_a_strip_has_room_for_two_actions():
    with pytest.raises(ValueError, match="two actions"):
        Notice(NoticeKind.INFO, "Too much", (KEEP, REMOVE, KEEP))
