"""The dialog about contact requests, with advice made up for the test."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget, QTreeWidget

from app.model.contact_advice import ContactAdvice, Reply, SafetyStep, Tone
from app.model.contact_request import Asker, ContactRequest, ContactRequestId, LoggedRequest, Outcome
from app.model.draft import Stage
from app.model.finding import Severity, Span
from app.model.giveaway import Giveaway, SearchProgress
from app.model.ids import DraftId, PersonaId
from app.model.persona import Side
from ui.dialogs.contact_request_dialog import LOG, ContactRequestDialog
from ui.widgets.contact_words import Account
from ui.widgets.notice_strip import NoticeStrip

NOW = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)
HOME = Account(PersonaId("home"), "Ann at home", Side.PERSONAL, "patients", "bluesky")
WORK = Account(PersonaId("work"), "Ann Novak", Side.PROFESSIONAL, "patients", "linkedin")
ALT = Qt.KeyboardModifier.AltModifier


def advised(asked):
    replies = tuple(
        Reply(tone, f"{tone} {number} to {asked.name or 'nobody'}", Outcome.REDIRECTED, "LinkedIn")
        for tone in Tone
        for number in (1, 2)
    )
    steps = (SafetyStep("Report", ("Report it.",)),) if asked.asker is Asker.FRIGHTENING else ()
    return ContactAdvice(f"What to do about {asked.asker}", f"on {asked.account.persona_name}", replies, steps)


@pytest.fixture
def dialog(qtbot):
    shown = ContactRequestDialog(advised)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(shown)
    shown.show_accounts((HOME, WORK))
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def named(dialog, kind, name):
    """The visible *kind* of control that a screen reader knows by *name*."""
    return next(each for each in dialog.findChildren(kind) if each.accessibleName() == name and each.isVisible())


def words_on(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def choose(dialog, name, words):
    box = named(dialog, QComboBox, name)
    box.setCurrentIndex(box.findText(words))


def test_what_to_do_follows_every_answer_at_once_in_the_users_own_word(dialog, qtbot):
    assert dialog.focusWidget() is named(dialog, QComboBox, "Who asks")
    who = named(dialog, QComboBox, "Who asks")
    assert [who.itemText(at) for at in range(2)] == ["A patient", "A colleague"]
    assert "What to do about client" in words_on(dialog)
    qtbot.keyClick(who, Qt.Key.Key_Down)
    assert "What to do about colleague" in words_on(dialog)
    choose(dialog, "On which account", "Ann Novak on LinkedIn")
    assert "on Ann Novak" in words_on(dialog)
    qtbot.keyClicks(named(dialog, QLineEdit, "Their name"), "Otto")
    assert "warm 1 to Otto" in words_on(dialog)


def test_one_key_copies_a_reply_and_sets_what_came_of_it_with_a_note(dialog, qtbot):
    copied = []
    dialog.answer.copied.connect(copied.append)
    qtbot.keyClick(dialog, Qt.Key.Key_2, ALT)
    assert [reply.text for reply in copied] == ["warm 2 to nobody"]
    assert dialog.answer.decision() == (Outcome.REDIRECTED, "sent to LinkedIn")
    named(dialog, QAbstractButton, "Formal").click()
    qtbot.keyClick(dialog, Qt.Key.Key_1, ALT)
    assert copied[-1].text == "formal 1 to nobody"


def test_a_note_of_the_users_own_is_left_alone_by_copying(dialog, qtbot):
    note = named(dialog, QLineEdit, "Note")
    note.setText("met at the fair")
    qtbot.keyClick(dialog, Qt.Key.Key_1, ALT)
    assert dialog.answer.decision() == (Outcome.REDIRECTED, "met at the fair")


def test_a_reply_is_read_out_at_its_button(dialog):
    button = named(dialog, QAbstractButton, "Copy reply 1, Alt+1")
    assert button.accessibleDescription() == "warm 1 to nobody"


def test_steps_and_the_search_show_for_somebody_who_frightens_alone(dialog):
    assert "Look through my drafts" not in [each.accessibleName() for each in visible_buttons(dialog)]
    choose(dialog, "Who asks", "Someone who frightens me")
    assert "1. Report" in words_on(dialog)
    assert "• Report it." in words_on(dialog)
    assert named(dialog, QAbstractButton, "Look through my drafts")
    choose(dialog, "Who asks", "A friend")
    assert "1. Report" not in words_on(dialog)


def visible_buttons(dialog):
    return [each for each in dialog.findChildren(QAbstractButton) if each.isVisible()]


def giveaway(words="14 Quay Street", stage=Stage.POSTED):
    span = Span(0, len(words))
    return Giveaway(HOME.persona_id, DraftId("one"), "Party", stage, span, words, "Tells where", Severity.WARN)


def test_the_search_says_how_far_it_is_and_what_it_found_and_opens_it(dialog, qtbot):
    choose(dialog, "Who asks", "Someone who frightens me")
    opened, search = [], dialog.answer.search
    search.opened.connect(opened.append)
    search.begin()
    search.show_progress(SearchProgress(0, 2))
    search.show_progress(SearchProgress(1, 2, (giveaway(), giveaway("every\nmorning", Stage.DRAFT))))
    assert "1 of 2 drafts looked through, 2 places found." in words_on(dialog)
    search.show_progress(SearchProgress(2, 2))
    assert "Looked through 2 drafts: 2 places in 1 of them. What is posted is still out." in words_on(dialog)
    found = named(dialog, QListWidget, "Places that give away where you are")
    assert [found.item(at).text() for at in range(found.count())] == [
        "Party (Ann at home, posted): “14 Quay Street”",
        "Party (Ann at home): “every morning”",
    ]
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Down)
    qtbot.keyClick(found, Qt.Key.Key_Return)
    named(dialog, QAbstractButton, "Open the draft").click()
    assert [each.words for each in opened] == ["every\nmorning", "every\nmorning"]
    search.begin()
    search.show_progress(SearchProgress(0, 0))
    assert "There are no drafts to look through yet." in words_on(dialog)


def test_the_search_that_finds_nothing_promises_nothing(dialog):
    choose(dialog, "Who asks", "Someone who frightens me")
    dialog.answer.search.begin()
    dialog.answer.search.show_progress(SearchProgress(3, 3))
    assert "Looked through 3 drafts. Nothing in them that Twofold knows gives you away." in words_on(dialog)


def test_another_request_starts_with_no_name_and_nothing_decided(dialog, qtbot):
    named(dialog, QLineEdit, "Their name").setText("Otto")
    qtbot.keyClick(dialog, Qt.Key.Key_1, ALT)
    dialog.answer.say_kept("Copied, and in the log: redirected.")
    with qtbot.waitSignal(dialog.answer.another_asked):
        named(dialog, QAbstractButton, "Another request").click()
    assert named(dialog, QLineEdit, "Their name").text() == ""
    assert dialog.answer.decision() == (Outcome.OPEN, "")
    assert dialog.focusWidget() is named(dialog, QComboBox, "Who asks")


def test_accounts_that_come_and_go_leave_the_chosen_one_chosen(dialog):
    choose(dialog, "On which account", "Ann Novak on LinkedIn")
    dialog.show_accounts(
        (replace(HOME, network="x"), HOME, replace(WORK, persona_name="Dr Novak", works_with="pupils"))
    )
    assert named(dialog, QComboBox, "On which account").currentText() == "Dr Novak on LinkedIn"
    assert named(dialog, QComboBox, "Who asks").itemText(0) == "A pupil"
    dialog.show_accounts((HOME,))
    assert named(dialog, QComboBox, "On which account").currentText() == "Ann at home on Bluesky"


def entries():
    request = ContactRequest(ContactRequestId("one"), Asker.CLIENT, "Mrs Novak", "bluesky", NOW)
    decided = replace(
        request,
        id=ContactRequestId("two"),
        name="",
        network="linkedin",
        outcome=Outcome.DECLINED,
        decided_at=NOW,
        note="kindly",
    )
    return LoggedRequest(HOME.persona_id, request), LoggedRequest(WORK.persona_id, decided)


def rows(dialog):
    table = named(dialog, QTreeWidget, "Contact requests")
    items = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items]


def test_the_log_says_when_who_where_and_what_came_of_it(dialog):
    dialog.show_page(LOG)
    assert "No requests yet. The first one you answer is kept here." in words_on(dialog)
    dialog.show_log(entries(), (HOME, WORK), NOW)
    assert rows(dialog) == [
        ["25 Nov", "Mrs Novak, a patient", "Ann at home on Bluesky", "Nothing decided yet"],
        ["25 Nov", "A patient", "Ann Novak on LinkedIn", "Declined, kindly, 25 November"],
    ]


def test_an_entry_is_decided_otherwise_and_stays_chosen(dialog, qtbot):
    dialog.show_page(LOG)
    dialog.show_log(entries(), (HOME, WORK), NOW)
    table = named(dialog, QTreeWidget, "Contact requests")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert named(dialog, QLineEdit, "Note").text() == "kindly"
    said = []
    dialog.decided.connect(lambda *answer: said.append(answer))
    choose(dialog, "What came of it", "Reported")
    named(dialog, QAbstractButton, "Keep the change").click()
    assert said == [(entries()[1], Outcome.REPORTED, "kindly")]
    dialog.show_log(entries(), (HOME, WORK), NOW)
    assert table.currentItem().text(1) == "A patient"


def test_what_was_removed_by_mistake_can_be_had_back(dialog, qtbot):
    dialog.show_page(LOG)
    dialog.show_log(entries(), (HOME, WORK), NOW)
    removed, returned = [], []
    dialog.removed.connect(removed.append)
    dialog.returned.connect(returned.append)
    named(dialog, QAbstractButton, "Remove from the log").click()
    dialog.show_log(entries()[1:], (HOME, WORK), NOW)
    named(dialog, QAbstractButton, "Undo").click()
    assert removed == returned == [entries()[0]]


def test_without_an_entry_there_is_nothing_to_change(dialog):
    dialog.show_page(LOG)
    dialog.show_log((), (HOME, WORK), NOW)
    assert not named(dialog, QAbstractButton, "Keep the change").isEnabled()
    assert not named(dialog, QAbstractButton, "Remove from the log").isEnabled()


def test_what_went_wrong_is_said_on_the_page_on_show(dialog):
    dialog.show_page(LOG)
    dialog.say_problem("The disk is full.")
    strips = [strip for strip in dialog.findChildren(NoticeStrip) if strip.isVisible()]
    assert [strip.accessibleName() for strip in strips] == ["The disk is full."]


@pytest.mark.parametrize("size", [(520, 460), (720, 660), (1000, 660)])
def test_at_every_size_nothing_is_wider_than_the_window_or_lies_over_another(dialog, qtbot, size):
    choose(dialog, "Who asks", "Someone who frightens me")
    dialog.resize(*size)
    qtbot.wait(20)
    shown = [part for part in dialog.answer.findChildren(QLabel) if part.isVisible() and part.text()]
    for part in shown:
        left = part.mapTo(dialog, part.rect().topLeft()).x()
        assert left >= 0
        assert left + part.width() <= dialog.width()
        assert part.height() >= part.heightForWidth(part.width())


def test_every_control_has_a_name(dialog):
    choose(dialog, "Who asks", "Someone who frightens me")
    controls = [each for kind in (QAbstractButton, QComboBox, QLineEdit) for each in dialog.findChildren(kind)]
    assert controls
    assert [each for each in controls if each.isVisible() and not each.accessibleName()] == []
