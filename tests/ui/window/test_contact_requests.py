"""Somebody wants in: answered, logged and looked up by keyboard alone, in the real window over real vaults."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.model.contact_request import Asker, Outcome
from app.model.persona import Handle, Side
from app.store.places import Places
from tests.ui.window.conftest import Clock, Session, Start
from ui.dialogs.contact_request_dialog import ContactRequestDialog
from ui.widgets.notice_strip import NoticeStrip
from ui.window.draft_pane import DraftPane

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ACCOUNT = "On which account"
HOME = "Come round, I live at 14 Quay Street."


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def asked(qtbot: QtBot, session: Session) -> ContactRequestDialog:
    """The dialog, opened by its key."""
    press(qtbot, Qt.Key.Key_R, CTRL | SHIFT)
    dialog = session.window.findChild(ContactRequestDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog and QApplication.focusWidget() is not None)
    return dialog


def focused_name() -> str:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    return focused.accessibleName()


def tab_to(qtbot: QtBot, name: str) -> None:
    """Press Tab until the control called *name* has the keyboard."""
    for _ in range(30):
        if focused_name() == name:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not come to {name}")


def describe(session: Session) -> None:
    for side, handles in ((Side.PERSONAL, ()), (Side.PROFESSIONAL, (Handle("linkedin", "linkedin.com/in/ann"),))):
        persona = session.studio.personas.on_side(side)
        assert persona is not None
        changes = session.studio.personas.describe(replace(persona, works_with="patients", handles=handles))
        session.signals.announce(changes)


def test_a_patient_is_redirected_with_two_keys_and_stands_in_the_log_after_a_restart(
    qtbot: QtBot, start: Start, clock: Clock
) -> None:
    with start() as session:
        describe(session)
        dialog = asked(qtbot, session)
        assert focused_name() == "Who asks"
        assert isinstance(QApplication.focusWidget(), QComboBox)
        press(qtbot, Qt.Key.Key_Tab)
        assert focused_name() == "Their name"
        qtbot.keyClicks(QApplication.focusWidget(), "Mrs Berger")
        press(qtbot, Qt.Key.Key_1, ALT)
        copied = QGuiApplication.clipboard().text()
        assert copied.startswith("Hello Mrs Berger! ")
        assert "patients" in copied
        assert copied.endswith("linkedin.com/in/ann")
        press(qtbot, Qt.Key.Key_2, ALT)  # thought better of it: still one request
        assert QGuiApplication.clipboard().text() != copied
        strips = [strip.accessibleName() for strip in dialog.findChildren(NoticeStrip) if strip.isVisible()]
        assert strips == ["Copied, and in the log: redirected."]
        press(qtbot, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: session.window.findChild(ContactRequestDialog) is None)
    clock.move(timedelta(days=2))
    with start() as again:
        (entry,) = again.studio.contact_requests.log()
        personal = again.studio.personas.on_side(Side.PERSONAL)
        assert personal is not None
        assert entry.persona_id == personal.id
        assert (entry.request.asker, entry.request.name, entry.request.network) == (
            Asker.CLIENT,
            "Mrs Berger",
            personal.networks[0],
        )
        assert (entry.request.outcome, entry.request.note) == (Outcome.REDIRECTED, "sent to LinkedIn")
        dialog = asked(qtbot, again)
        tab_to(qtbot, "Answer a request")
        press(qtbot, Qt.Key.Key_Right)
        tab_to(qtbot, "Contact requests")
        table = QApplication.focusWidget()
        assert isinstance(table, QTreeWidget)
        item = table.topLevelItem(0)
        assert item is not None
        assert item.text(3) == "Redirected, sent to LinkedIn, 25 November"
        tab_to(qtbot, "What came of it")
        press(qtbot, Qt.Key.Key_End)
        tab_to(qtbot, "Keep the change")
        press(qtbot, Qt.Key.Key_Space)
        assert again.studio.contact_requests.log()[0].request.outcome is Outcome.REPORTED
        tab_to(qtbot, "Remove from the log")
        press(qtbot, Qt.Key.Key_Space)
        assert again.studio.contact_requests.log() == ()
        tab_to(qtbot, "Undo")
        press(qtbot, Qt.Key.Key_Space)
        assert len(again.studio.contact_requests.log()) == 1


def test_two_requests_after_each_other_are_two_and_a_name_added_late_is_no_third(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        asked(qtbot, session)
        press(qtbot, Qt.Key.Key_1, ALT)
        press(qtbot, Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), "Ms Haddad")
        press(qtbot, Qt.Key.Key_Return)
        assert [entry.request.name for entry in session.studio.contact_requests.log()] == ["Ms Haddad"]
        name = QApplication.focusWidget()
        assert isinstance(name, QLineEdit)
        name.selectAll()
        qtbot.keyClicks(name, "Mr Otto")
        press(qtbot, Qt.Key.Key_2, ALT)
        names = [entry.request.name for entry in session.studio.contact_requests.log()]
        assert sorted(names) == ["Mr Otto", "Ms Haddad"]


def test_drafts_that_give_a_place_away_are_found_and_opened_beside_the_dialog(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        professional = session.studio.personas.on_side(Side.PROFESSIONAL)
        assert professional is not None
        draft, changes = session.studio.drafting.new(professional.id, title="Open day", text=HOME)
        session.studio.drafting.new(professional.id, text="Our spring dates are up.")
        session.signals.announce(changes)
        dialog = asked(qtbot, session)
        press(qtbot, Qt.Key.Key_End)
        tab_to(qtbot, "Look through my drafts")
        press(qtbot, Qt.Key.Key_Space)
        found = dialog.findChild(QListWidget)
        assert found is not None
        qtbot.waitUntil(lambda: found.isVisible() and "2 drafts" in words_of(dialog))
        tab_to(qtbot, "Places that give away where you are")
        assert all("Open day (Professional)" in found.item(row).text() for row in range(found.count()))
        press(qtbot, Qt.Key.Key_Return)
        pane = next(each for each in session.window.findChildren(DraftPane) if each.side is Side.PROFESSIONAL)
        assert pane.draft is not None
        assert pane.draft.id == draft.id
        assert pane.editor.textCursor().selectedText() in found.item(0).text()
        assert dialog.isVisible()


def test_a_locked_persona_is_asked_nothing_and_with_both_locked_the_reason_is_said(
    qtbot: QtBot, start: Start, places: Places
) -> None:
    with start() as session:
        personas = {side: session.studio.personas.on_side(side) for side in Side}
    for side in Side:
        persona = personas[side]
        assert persona is not None
        places.key_file(persona.id).unlink()
        with start() as session:
            if side is Side.PERSONAL:
                dialog = asked(qtbot, session)
                accounts = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == ACCOUNT)
                offered = [accounts.itemText(at) for at in range(accounts.count())]
                assert offered == ["Professional on LinkedIn", "Professional on X"]
            else:
                press(qtbot, Qt.Key.Key_R, CTRL | SHIFT)
                strips = [strip.accessibleName() for strip in session.window.findChildren(NoticeStrip)]
                assert any("is missing" in words for words in strips)
                assert session.window.findChild(ContactRequestDialog) is None


def words_of(dialog: ContactRequestDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_closing_the_studio_during_a_search_closes_the_dialog_with_it(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        personal = session.studio.personas.on_side(Side.PERSONAL)
        assert personal is not None
        for _ in range(30):
            session.studio.drafting.new(personal.id, text=HOME * 100)
        dialog = asked(qtbot, session)
        press(qtbot, Qt.Key.Key_End)
        button = next(each for each in dialog.findChildren(QAbstractButton) if each.text() == "Look through my drafts")
        button.click()
        qtbot.wait(30)
        session.window.close()
        qtbot.waitUntil(lambda: session.window.findChild(ContactRequestDialog) is None)
