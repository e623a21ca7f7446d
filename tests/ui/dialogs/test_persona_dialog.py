"""Everything about a persona on six pages, kept at once."""

from dataclasses import replace
from datetime import time
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import PersonaClash
from app.model.boundaries import Boundaries
from app.model.finding import Group, Risk
from app.model.persona import Handle
from app.model.policy import Reads, Stance, WatchTerm
from app.model.work_calendar import Shift, WorkCalendar
from tests.ui.dialogs.asking import ANN, LORE, NOTHING_SAID, Kept, called
from ui.dialogs.persona_dialog import STATEMENT_PAGE, PersonaDialog
from ui.dialogs.persona_pages.answers import Answers, NotKept
from ui.dialogs.persona_pages.page import Page
from ui.widgets.segmented_control import SegmentedControl
from ui.widgets.tick_box import TickBox

ROW_HEIGHT = 12
WHO, READERS, STRICT, TERMS, HOURS = range(5)


def opened(qtbot: QtBot, answers: Answers = NOTHING_SAID, keep: Kept | None = None) -> tuple[PersonaDialog, Kept]:
    kept = keep or Kept()
    dialog = PersonaDialog(answers, LORE, kept)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog, kept


def saved(dialog: PersonaDialog, kept: Kept) -> Answers:
    called(dialog, QPushButton, "Save").click()
    assert not dialog.isVisible()
    return kept.answers[-1] if kept.answers else NOTHING_SAID


def choose(dialog: PersonaDialog, group: str, answer: str) -> None:
    control = called(dialog, SegmentedControl, group)
    called(control, QAbstractButton, answer).click()


def test_what_is_not_touched_stays_as_it_was(qtbot: QtBot) -> None:
    everything = Answers(
        replace(ANN, own_limits=(("mastodon", 5000),), networks=("mastodon", "bluesky")),
        Boundaries(
            occupation="a nurse",
            statement="Only leeks.",
            off_limits="my ward",
            audience=((Group.FRIENDS, Reads.YES), (Group.BOSS, Reads.NO)),
            readers=((Group.CLIENTS, "Mrs Novak"),),
            stances=((Risk.POLARIZING_POLITICS, Stance.OFF), (Risk.TONE_HEATED, Stance.HOLD)),
            watch_terms=(WatchTerm("Acme", ("AF",)), WatchTerm("Lantern")),
            calendar=WorkCalendar((Shift(0, time(9), time(17)), Shift(4, time(22), time(6))), "Europe/London"),
        ),
    )
    dialog, kept = opened(qtbot, everything)
    for page in range(6):
        dialog.show_page(page)
    called(dialog, QLineEdit, "Name").setText("Ann at home")
    assert saved(dialog, kept) == replace(everything, persona=replace(everything.persona, name="Ann at home"))


def test_nothing_is_written_where_nothing_was_changed(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    for page in range(6):
        dialog.show_page(page)
    called(dialog, QPushButton, "Save").click()
    assert not dialog.isVisible()
    assert kept.answers == []


def test_a_server_of_ones_own_has_a_limit_of_its_own_while_it_is_ticked(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    limit = called(dialog, QLineEdit, "Characters that your Mastodon server allows")
    limit.setText("many")
    called(dialog, QPushButton, "Save").click()
    assert dialog.isVisible()
    assert "A number from 1" in limit.accessibleDescription()
    assert limit.hasFocus()
    limit.setText("5000")
    called(dialog, TickBox, "Count characters for X").click()
    called(dialog, QLineEdit, "X handle or link").setText("@ann_x")
    persona = saved(dialog, kept).persona
    assert persona.own_limits == (("mastodon", 5000),)
    assert persona.networks == ("bluesky", "mastodon", "x")
    assert persona.handles == (Handle("bluesky", "@ann"), Handle("x", "@ann_x"))


def test_readers_are_asked_for_in_the_writers_own_word(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    called(dialog, QComboBox, "Whom you work with").setCurrentText("pupils")
    dialog.show_page(READERS)
    choose(dialog, "Your pupils: do they read this account?", "Yes")
    choose(dialog, "Your boss: do they read this account?", "No")
    choose(dialog, "Friends: do they read this account?", "Yes")
    choose(dialog, "Friends: do they read this account?", "Don't know")
    called(dialog, QLineEdit, "Your pupils: somebody to imagine").setText(" Tom in  Year 4 ")
    boundaries = saved(dialog, kept).boundaries
    assert boundaries.audience == ((Group.BOSS, Reads.NO), (Group.CLIENTS, Reads.YES))
    assert boundaries.readers == ((Group.CLIENTS, "Tom in Year 4"),)


def test_a_preset_fills_the_table_and_one_change_makes_it_ones_own(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    dialog.show_page(STRICT)
    presets = called(dialog, SegmentedControl, "How strict")
    called(presets, QAbstractButton, "Careful").click()
    heated = called(dialog, QComboBox, "Tone: Anger aimed at somebody")
    assert heated.currentText() == "High"
    qtbot.keyClick(heated, Qt.Key.Key_Up)
    assert heated.currentText() == "Medium"
    heated.activated.emit(heated.currentIndex())
    assert called(presets, QAbstractButton, "My own").isChecked()
    stances = dict(saved(dialog, kept).boundaries.stances)
    assert stances[Risk.TONE_HEATED] is Stance.WARN
    assert stances[Risk.VENTING_CUSTOMER] is Stance.HOLD


def test_the_wheel_scrolls_past_a_choice(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    dialog, _ = opened(qtbot)
    dialog.show_page(STRICT)
    field = called(dialog, QComboBox, "Taking sides: Party politics")
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    assert field.currentText() == "As the rule says"


def test_hours_are_written_a_day_a_line_and_what_is_not_clear_is_said_at_the_day(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    dialog.show_page(HOURS)
    called(dialog, QPushButton, "Office hours").click()
    called(dialog, QLineEdit, "Hours on Friday").setText("22-6")
    sunday = called(dialog, QLineEdit, "Hours on Sunday")
    sunday.setText("all day")
    dialog.show_page(WHO)
    called(dialog, QPushButton, "Save").click()
    assert "“all day” on Sunday is not clear" in sunday.accessibleDescription()
    assert sunday.hasFocus()
    sunday.setText("")
    called(dialog, QComboBox, "Time zone").setCurrentText("europe/london")
    calendar = saved(dialog, kept).boundaries.calendar
    assert calendar.zone == "Europe/London"
    assert [shift.weekday for shift in calendar.shifts] == [0, 1, 2, 3, 4]
    assert calendar.shifts[4] == Shift(4, time(22), time(6))


def test_weekdays_can_follow_monday_and_hours_can_go(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    dialog.show_page(HOURS)
    called(dialog, QLineEdit, "Hours on Monday").setText("8-12, 13-17")
    called(dialog, QLineEdit, "Hours on Saturday").setText("10-12")
    called(dialog, QPushButton, "All weekdays like Monday").click()
    assert called(dialog, QLineEdit, "Hours on Friday").text() == "8-12, 13-17"
    assert called(dialog, QLineEdit, "Hours on Saturday").text() == "10-12"
    called(dialog, QPushButton, "No set hours").click()
    assert saved(dialog, kept).boundaries.calendar.shifts == ()


def test_an_unknown_zone_is_said_where_it_stands(qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    dialog.show_page(HOURS)
    zone = called(dialog, QComboBox, "Time zone")
    zone.setCurrentText("Atlantis")
    called(dialog, QPushButton, "Save").click()
    assert "no time zone of that name" in zone.accessibleDescription()


def test_the_statement_follows_the_answers_until_it_is_edited(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    called(dialog, QLineEdit, "What you do").setText("nurse")
    dialog.show_page(STATEMENT_PAGE)
    statement = called(dialog, QPlainTextEdit, "Boundary statement")
    again = called(dialog, QPushButton, "Make it again from my answers")
    assert "I work as a nurse" in statement.toPlainText()
    assert not again.isEnabled()
    statement.setFocus()
    qtbot.keyClicks(statement, "My own words. ")
    called(dialog, QLineEdit, "What you do").setText("teacher")
    dialog.show_page(WHO)
    dialog.show_page(STATEMENT_PAGE)
    assert statement.toPlainText().startswith("My own words. This is my personal account")
    assert "nurse" in statement.toPlainText()
    again.click()
    assert "I work as a teacher" in statement.toPlainText()
    assert saved(dialog, kept).boundaries.statement == ""


def test_without_a_word_for_them_people_are_clients(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    called(dialog, QComboBox, "Whom you work with").setCurrentText("  ")
    dialog.show_page(STATEMENT_PAGE)
    assert "my clients." in called(dialog, QPlainTextEdit, "Boundary statement").toPlainText()
    assert saved(dialog, kept).persona.works_with == "clients"


def test_an_edited_statement_is_kept_as_it_is(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot)
    dialog.show_page(STATEMENT_PAGE)
    called(dialog, QPlainTextEdit, "Boundary statement").setPlainText("Only leeks.")
    assert saved(dialog, kept).boundaries.statement == "Only leeks."


@pytest.mark.parametrize(
    ("problem", "field", "said"),
    [
        (PersonaClash("Ann"), "Name", "Another persona is called Ann too."),
        (PersonaClash("@ann", "bluesky"), "Bluesky handle or link", "@ann belongs to another persona already."),
    ],
)
def test_a_clash_is_said_at_its_field_whatever_page_is_in_front(
    qtbot: QtBot, problem: PersonaClash, field: str, said: str
) -> None:
    dialog, kept = opened(qtbot, keep=Kept(problem))
    called(dialog, QLineEdit, "What you do").setText("nurse")
    dialog.show_page(TERMS)
    called(dialog, QPushButton, "Save").click()
    shown = called(dialog, QLineEdit, field)
    assert said in shown.accessibleDescription()
    assert shown.hasFocus()
    saved(dialog, kept)


def test_what_the_disk_refuses_is_said_and_nothing_typed_is_lost(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot, keep=Kept(NotKept("The disk is full.")))
    called(dialog, QLineEdit, "What you do").setText("nurse")
    called(dialog, QPushButton, "Save").click()
    assert dialog.isVisible()
    assert saved(dialog, kept).boundaries.occupation == "nurse"


@pytest.mark.parametrize("page", range(6))
def test_tab_goes_from_the_pages_through_the_page_to_the_answers(qtbot: QtBot, page: int) -> None:
    dialog, _ = opened(qtbot)
    for each in (STATEMENT_PAGE, STRICT, page):
        dialog.show_page(each)
    pages = called(dialog, QListWidget, "Pages")
    pages.setFocus()
    stops = []
    while not stops or stops[-1] is not pages:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        stops.append(dialog.focusWidget())
        assert len(stops) < 80
    assert [each.accessibleName() for each in stops[-3:]] == ["Save", "Cancel", "Pages"]
    inside = next(each for each in dialog.findChildren(Page) if each.isVisible()).widget()
    places = [each.mapTo(inside, each.rect().topLeft()) for each in stops[:-3]]
    assert places
    for one, following in pairwise(places):
        in_one_row = abs(one.y() - following.y()) < ROW_HEIGHT
        assert following.x() > one.x() if in_one_row else following.y() > one.y()


def test_pages_turn_by_key_and_every_control_has_a_name(qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    pages = called(dialog, QListWidget, "Pages")
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert pages.currentRow() == READERS
    for _ in range(2):
        qtbot.keyClick(dialog, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert pages.currentRow() == STATEMENT_PAGE
    for page in range(6):
        dialog.show_page(page)
        reachable = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        shown = [each for each in reachable if each.isVisible() and not _is_inside_a_combo(each)]
        assert len(shown) > 4
        assert [each for each in shown if not each.accessibleName()] == []


def _is_inside_a_combo(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox):
            return True
        above = above.parentWidget()
    return False
