from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication

from app.model.draft import Stage
from app.model.ids import DraftId
from app.model.persona import Side
from tests.ui.widgets.examples import NOW, accessible, draft
from ui.widgets.draft_list import DraftGroup, DraftList
from ui.widgets.draft_model import changed_words

PERSONAL = DraftGroup(
    Side.PERSONAL,
    "Personal",
    (draft("rant", "Monday rant", minutes_ago=5), draft("beans", "", excerpt="The beans are up", example=True)),
)
PROFESSIONAL = DraftGroup(
    Side.PROFESSIONAL, "Professional", (draft("launch", "A delayed launch", minutes_ago=1500, stage=Stage.READY),)
)
NOTHING_OPEN: frozenset[DraftId] = frozenset()


@pytest.fixture
def drafts(qtbot):
    shown = DraftList()
    qtbot.addWidget(shown)
    shown.resize(200, 400)
    shown.show_drafts((PERSONAL, PROFESSIONAL), frozenset({DraftId("rant"), DraftId("launch")}), NOW)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    shown.setFocus()
    return shown


def heard(signal):
    got = []
    signal.connect(got.append)
    return got


def test_drafts_stand_under_their_side_and_say_all_about_themselves(drafts):
    assert accessible(drafts, QAccessible.Role.ListItem) == [
        "Personal",
        "Monday rant, personal, open, 14:45",
        "The beans are up, personal, Example, 14:50",
        "Professional",
        "A delayed launch, professional, Ready, open, Yesterday",
    ]


def test_arrow_keys_step_over_headings_and_enter_opens(drafts, qtbot):
    opened = heard(drafts.opened)
    for _ in range(3):
        qtbot.keyClick(drafts, Qt.Key.Key_Down)
        qtbot.keyClick(drafts, Qt.Key.Key_Return)
    assert opened[-1] == "launch"
    assert None not in opened


def test_a_click_opens_a_draft_and_a_heading_opens_nothing(drafts, qtbot):
    opened = heard(drafts.opened)
    for row in (0, 1):
        place = drafts.visualRect(drafts.model().index(row, 0)).center()
        qtbot.mouseClick(drafts.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == ["rant"]


def test_the_menu_key_asks_for_the_menu_of_the_draft_with_the_keyboard(drafts):
    drafts.go_to(DraftId("launch"))
    asked = heard(drafts.menu_asked)
    QApplication.sendEvent(drafts, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    assert [each.draft_id for each in asked] == ["launch"]


def test_the_keyboard_stays_on_its_draft_when_the_list_changes(drafts):
    drafts.go_to(DraftId("rant"))
    newer = draft("new", "Something new")
    drafts.show_drafts((DraftGroup(Side.PERSONAL, "Personal", (newer, *PERSONAL.drafts)),), NOTHING_OPEN, NOW)
    assert drafts.current_draft() == "rant"
    assert drafts.drafts() == ("new", "rant", "beans")


def test_a_side_without_drafts_has_no_heading(drafts):
    drafts.show_drafts((DraftGroup(Side.PERSONAL, "Personal", ()), PROFESSIONAL), NOTHING_OPEN, NOW)
    assert accessible(drafts, QAccessible.Role.ListItem)[0] == "Professional"


def test_a_long_title_never_asks_for_a_scroll_bar(drafts, qtbot):
    long = draft("long", "Untold " * 60)
    drafts.show_drafts((DraftGroup(Side.PERSONAL, "Personal", (long,)),), NOTHING_OPEN, NOW)
    drafts.grab()
    assert drafts.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=10), "14:40"),
        (timedelta(hours=20), "Yesterday"),
        (timedelta(days=30), "26 Oct"),
        (timedelta(days=400), "21 Oct 2025"),
        (-timedelta(hours=1), "15:50"),
    ],
)
def test_the_older_a_draft_the_less_exact_its_time(qapp, ago, words):
    assert changed_words(NOW - ago, NOW) == words
