"""One draft in the eyes of those who may read it, by keyboard alone."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QMenu
from pytestqt.qtbot import QtBot

from app.model.boundaries import Boundaries
from app.model.finding import Group, Severity
from app.model.persona import Side
from app.model.policy import Reads
from tests.ui.widgets.examples import accessible, button
from tests.ui.window.conftest import Session, Start
from tests.ui.window.driving import CTRL, SHIFT, come_back, pane, press, write
from ui.dialogs.persona_dialog import PersonaDialog
from ui.widgets.clock_line import ClockLine
from ui.widgets.compact_risk_line import CompactRiskLine
from ui.widgets.lens_line import LensLine
from ui.widgets.risk_panel import RiskPanel

RANT = "Another nightmare patient today."
BOSS = "My boss is an idiot."
DRUNK = "Still drunk from last night."
YOU, PATIENT, THE_BOSS = "You", "A patient", "Your boss"


def describe(session: Session, boundaries: Boundaries) -> None:
    persona = session.studio.personas.on_side(Side.PERSONAL)
    assert persona is not None
    changes = session.studio.personas.describe(replace(persona, works_with="patients"), boundaries)
    session.signals.announce(changes)


def panel(session: Session) -> RiskPanel:
    found = session.window.findChild(RiskPanel)
    assert found is not None
    return found


def lens_line(session: Session, side: Side = Side.PERSONAL) -> LensLine:
    found = pane(session, side).findChild(LensLine)
    assert found is not None
    return found


def choose(session: Session, qtbot: QtBot, words: str) -> None:
    """Open the menu of readers, go down to *words*, and choose."""
    press(qtbot, Qt.Key.Key_E, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        current = menu.activeAction()
        if current is not None and current.text() == words:
            break
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    come_back(qtbot, session)


def page_behind(session: Session, qtbot: QtBot, words: str) -> str:
    """Press the button in the panel that says *words*, and return the page of the dialog that it leads to."""
    pages: list[str] = []

    def look_and_leave() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, PersonaDialog)
            current = dialog.findChild(QListWidget).currentItem()
            pages.append(current.text())
        finally:
            if isinstance(dialog, QDialog):
                dialog.reject()

    QTimer.singleShot(100, look_and_leave)
    button(panel(session), words).click()
    come_back(qtbot, session)
    qtbot.waitUntil(session.window.isActiveWindow)
    return pages[0]


def read_out(session: Session) -> list[str]:
    return accessible(panel(session), QAccessible.Role.ListItem)


def standing_out(session: Session, side: Side = Side.PERSONAL) -> list[str]:
    return [each.cursor.selectedText() for each in pane(session, side).editor.extraSelections()]


def test_a_draft_is_read_as_a_patient_by_key_follows_typing_and_escape_ends_it(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        describe(session, Boundaries(readers=((Group.CLIENTS, "Mrs Novak"),)))
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, f"Lovely walk. {RANT}")
        choose(session, qtbot, "Mrs Novak (a patient)")
        assert lens_line(session).isVisible()
        assert lens_line(session).accessibleName() == "Read as Mrs Novak"
        assert pane(session, Side.PERSONAL).editor.accessibleDescription() == "Read as Mrs Novak"
        qtbot.waitUntil(lambda: len(read_out(session)) == 1)
        assert read_out(session)[0].startswith(f"Mrs Novak reads: “{RANT}”.")
        assert standing_out(session) == ["Another nightmare patient"]
        write(qtbot, f" {DRUNK}")
        qtbot.waitUntil(lambda: len(read_out(session)) == 2)
        assert standing_out(session) == ["Another nightmare patient", "Still drunk from last night"]
        press(qtbot, Qt.Key.Key_B, CTRL)
        press(qtbot, Qt.Key.Key_Return)
        assert pane(session, Side.PERSONAL).editor.textCursor().selectedText() == "Another nightmare patient"
        press(qtbot, Qt.Key.Key_Escape)
        assert not lens_line(session).isVisible()
        assert standing_out(session) == []
        assert all("reads:" not in each for each in read_out(session))
        assert pane(session, Side.PERSONAL).editor.accessibleDescription() == ""


def test_escape_in_the_list_and_you_in_the_menu_end_it_too(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        describe(session, Boundaries())
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, BOSS)
        choose(session, qtbot, THE_BOSS)
        qtbot.waitUntil(lambda: read_out(session)[:1] != [] and read_out(session)[0].startswith("Your boss reads:"))
        press(qtbot, Qt.Key.Key_B, CTRL)
        press(qtbot, Qt.Key.Key_Escape)
        assert not lens_line(session).isVisible()
        choose(session, qtbot, THE_BOSS)
        assert lens_line(session).isVisible()
        choose(session, qtbot, YOU)
        assert not lens_line(session).isVisible()


def test_a_lens_belongs_to_its_pane_and_ends_when_the_draft_changes_sides(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        describe(session, Boundaries())
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, RANT)
        choose(session, qtbot, PATIENT)
        qtbot.waitUntil(lambda: "A patient reads:" in "".join(read_out(session)))
        press(qtbot, Qt.Key.Key_F6)
        assert "reads:" not in "".join(read_out(session))
        assert not lens_line(session, Side.PROFESSIONAL).isVisible()
        press(qtbot, Qt.Key.Key_F6)
        assert "A patient reads:" in "".join(read_out(session))
        describe(session, Boundaries(readers=((Group.CLIENTS, "Mrs Novak"),)))
        assert "Mrs Novak reads:" in "".join(read_out(session))
        press(qtbot, Qt.Key.Key_M, CTRL | SHIFT)
        assert not lens_line(session).isVisible()
        assert not lens_line(session, Side.PROFESSIONAL).isVisible()
        press(qtbot, Qt.Key.Key_F6)
        assert "reads:" not in "".join(read_out(session))


def test_a_lens_ends_with_its_persona(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        describe(session, Boundaries())
        another, changes = session.studio.roll.create(Side.PERSONAL, "Ann at the kiln", "rose")
        session.signals.announce(changes)
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, RANT)
        choose(session, qtbot, PATIENT)
        assert lens_line(session).isVisible()
        press(qtbot, Qt.Key.Key_P, CTRL | SHIFT)
        shown = pane(session, Side.PERSONAL).persona
        assert shown is not None
        assert shown.id == another.id
        assert not lens_line(session).isVisible()
        press(qtbot, Qt.Key.Key_P, CTRL | SHIFT)
        assert not lens_line(session).isVisible()


def test_a_narrow_window_says_who_reads_in_its_line(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        describe(session, Boundaries())
        session.window.resize(1024, 700)
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, BOSS)
        choose(session, qtbot, THE_BOSS)
        line = session.window.findChild(CompactRiskLine)
        assert line is not None
        qtbot.waitUntil(lambda: line.accessibleName() == "Read as your boss: Your boss would mind 1 sentence")
        press(qtbot, Qt.Key.Key_B, CTRL)
        assert panel(session).isVisible()
        press(qtbot, Qt.Key.Key_Return)
        press(qtbot, Qt.Key.Key_Escape)
        assert not lens_line(session).isVisible()


def test_the_same_sentence_weighs_more_once_patients_read_it_and_the_panel_says_why(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        describe(session, Boundaries())
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, DRUNK)
        clock = session.window.findChild(ClockLine)
        assert clock is not None
        qtbot.waitUntil(lambda: read_out(session) != [])
        (before,) = pane(session, Side.PERSONAL).report().findings
        assert before.severity is Severity.NOTE
        assert not clock.isVisible()
        describe(session, Boundaries(audience=((Group.CLIENTS, Reads.YES),)))
        (after,) = pane(session, Side.PERSONAL).report().findings
        assert (after.rule_id, after.severity) == (before.rule_id, Severity.WARN)
        qtbot.waitUntil(clock.isVisible)
        assert clock.accessibleName().startswith("Your patients read this account: you are always on the clock")
        assert page_behind(session, qtbot, "About this persona…") == "Readers"
        press(qtbot, Qt.Key.Key_F6)
        assert not clock.isVisible()
        describe(session, Boundaries(audience=((Group.CLIENTS, Reads.NO), (Group.FRIENDS, Reads.YES))))
        press(qtbot, Qt.Key.Key_F6)
        assert not clock.isVisible()
