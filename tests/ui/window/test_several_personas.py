"""Several personas on one side, and drafts that go across, by keyboard in the real window over real vaults."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.model.boundaries import Boundaries
from app.model.persona import Side
from app.model.policy import WatchTerm
from app.store.places import Places
from tests.ui.dialogs.asking import in_next_dialog
from tests.ui.window.conftest import Clock, Session, Start
from tests.ui.window.driving import CTRL, SHIFT, come_back, pane, press, write
from ui.bridge.midnight import Midnight
from ui.dialogs.delete_persona_dialog import DeletePersonaDialog
from ui.dialogs.new_persona_dialog import NewPersonaDialog
from ui.dialogs.picking_dialog import PickingDialog
from ui.widgets.notice_strip import NoticeStrip
from ui.widgets.persona_band import PersonaBand

BOTH = CTRL | SHIFT


def said(session: Session) -> str:
    """What the strip above the drafts says."""
    strip = next(
        each for each in session.window.findChildren(NoticeStrip) if each.isVisible() and not _in_a_pane(session, each)
    )
    notice = strip.notice()
    assert notice is not None
    return notice.text


def _in_a_pane(session: Session, strip: NoticeStrip) -> bool:
    return any(pane(session, side).isAncestorOf(strip) for side in Side)


def make_pottery(qtbot: QtBot, session: Session) -> None:
    def fill(dialog: NewPersonaDialog) -> None:
        name, colour = dialog.findChild(QLineEdit), dialog.findChild(QComboBox)
        assert name.hasFocus()
        qtbot.keyClicks(name, "Personal")
        qtbot.keyClick(name, Qt.Key.Key_Return)
        assert "Another persona is called Personal" in name.accessibleDescription()
        name.clear()
        qtbot.keyClicks(name, "Pottery")
        qtbot.keyClick(colour, Qt.Key.Key_Down)
        qtbot.keyClick(name, Qt.Key.Key_Return)

    in_next_dialog(NewPersonaDialog, fill)
    next(each for each in session.window.actions() if each.objectName() == "new_persona").trigger()
    come_back(qtbot, session)


def band(session: Session, side: Side) -> PersonaBand:
    return pane(session, side).findChild(PersonaBand)


def test_a_new_persona_has_its_own_drafts_its_pane_shows_it_and_remembers(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        make_pottery(qtbot, session)
        assert session.window.windowTitle() == "Twofold - Pottery"
        assert pane(session, Side.PERSONAL).draft is None
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Glazed the blue bowls")
        qtbot.waitUntil(lambda: not session.studio.unsaved())
        assert "Pottery" in band(session, Side.PERSONAL).accessibleName()

    with start() as session:
        assert session.window.windowTitle() == "Twofold - Pottery"
        assert pane(session, Side.PERSONAL).editor.text() == "Glazed the blue bowls"
        pottery = session.studio.personas.on_side(Side.PERSONAL)
        assert pottery is not None
        assert session.studio.roll.colour(pottery.id) == "rose"
        press(qtbot, Qt.Key.Key_P, BOTH)
        assert session.window.windowTitle() == "Twofold - Personal"
        assert pane(session, Side.PERSONAL).draft is not None
        press(qtbot, Qt.Key.Key_P, BOTH)
        assert pane(session, Side.PERSONAL).editor.text() == "Glazed the blue bowls"


def test_the_menu_of_personas_opens_by_key_and_switches(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        make_pottery(qtbot, session)
        press(qtbot, Qt.Key.Key_P, CTRL)
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        words = [action.text() for action in menu.actions() if action.text()]
        assert words[:3] == ["Personal", "Pottery", "New persona…"]
        assert [action.text() for action in menu.actions() if action.isChecked()] == ["Pottery"]
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
        assert session.window.windowTitle() == "Twofold - Personal"


def test_archiving_can_be_undone_and_the_last_persona_of_a_side_stays(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        make_pottery(qtbot, session)
        personas = {each.name: each for each in session.studio.personas.of_side(Side.PERSONAL)}
        menu_action(qtbot, session, "Archive Pottery")
        assert session.window.windowTitle() == "Twofold - Personal"
        assert "Pottery is archived" in said(session)
        menu_action(qtbot, session, "Archive Personal")
        assert "only personal persona" in said(session)
        assert pane(session, Side.PERSONAL).persona == personas["Personal"]

        def bring_back(dialog: PickingDialog) -> None:
            button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Bring back")
            button.click()

        in_next_dialog(PickingDialog, bring_back)
        menu_action(qtbot, session, "Archived and deleted…")
        assert session.window.windowTitle() == "Twofold - Pottery"


def test_deleting_says_what_goes_and_asks_once(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        make_pottery(qtbot, session)
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "Glazed")

        def keep(dialog: DeletePersonaDialog) -> None:
            assert "Its one draft goes" in dialog.accessibleDescription()
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

        in_next_dialog(DeletePersonaDialog, keep)
        menu_action(qtbot, session, "Delete Pottery…")
        assert session.window.windowTitle() == "Twofold - Pottery"

        def delete_now(dialog: DeletePersonaDialog) -> None:
            next(each for each in dialog.findChildren(QPushButton) if each.text() == "Delete now").click()

        in_next_dialog(DeletePersonaDialog, delete_now)
        menu_action(qtbot, session, "Delete Pottery…")
        assert session.window.windowTitle() == "Twofold - Personal"
        assert session.studio.roll.put_away() == ()


def test_a_draft_goes_across_by_one_key_says_what_changed_and_comes_back(qtbot: QtBot, start: Start) -> None:
    text = "Book your appointment with our clinic today, link in bio. Missing my mum today, cried all morning."
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, text)
        moved = pane(session, Side.PERSONAL).draft
        assert moved is not None
        press(qtbot, Qt.Key.Key_M, BOTH)
        there = pane(session, Side.PROFESSIONAL).draft
        assert there is not None
        assert (there.id, there.text) == (moved.id, text)
        assert pane(session, Side.PROFESSIONAL).editor.hasFocus()
        assert said(session).startswith("Moved to Professional. 1 gone, 1 new: ")
        assert moved.id != getattr(pane(session, Side.PERSONAL).draft, "id", None)
        press(qtbot, Qt.Key.Key_M, BOTH)
        back = pane(session, Side.PERSONAL).draft
        assert back is not None
        assert back.id == moved.id
        press(qtbot, Qt.Key.Key_K, BOTH)
        twin = pane(session, Side.PROFESSIONAL).draft
        assert twin is not None
        assert twin.text == text
        assert session.studio.drafting.twin_of(moved.id) == twin.id


def menu_action(qtbot: QtBot, session: Session, words: str) -> None:
    """Choose *words* in the menu of personas."""
    press(qtbot, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each.text() == words)
    menu.close()
    action.trigger()
    come_back(qtbot, session)


def test_a_watch_term_goes_quiet_when_its_last_day_is_over(qtbot: QtBot, start: Start, clock: Clock) -> None:
    with start() as session:
        persona = session.studio.personas.on_side(Side.PERSONAL)
        assert persona is not None
        until = session.studio.personas.today(persona.id)
        terms = (WatchTerm("Acme Foods", confidential_until=until),)
        session.signals.announce(session.studio.personas.describe(persona, Boundaries(watch_terms=terms)))
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, "A long day with Acme Foods.")
        qtbot.waitUntil(lambda: bool(pane(session, Side.PERSONAL).report().findings))
        clock.move(timedelta(days=1))
        session.window.findChildren(Midnight)[0].look()
        qtbot.waitUntil(lambda: pane(session, Side.PERSONAL).report().findings == ())


def test_a_locked_persona_across_is_named_as_what_could_not_be_checked(
    qtbot: QtBot, start: Start, places: Places
) -> None:
    with start() as session:
        work = session.studio.personas.on_side(Side.PROFESSIONAL)
        assert work is not None
    places.key_file(work.id).unlink()
    with start() as session:
        (skipped,) = pane(session, Side.PERSONAL).report().skipped
        assert "professional account" in skipped
