"""The drafts come before the rules: what the window says until it has looked."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.model.finding import Severity
from app.model.persona import Side
from app.store.places import Places
from tests.ui.window.answering import answering, pressing
from tests.ui.window.conftest import Clock, Session
from tests.ui.window.test_journey import PASSWORD, pane
from ui.dialogs.before_you_post_dialog import BeforeYouPostDialog
from ui.dialogs.gate_dialog import GateDialog
from ui.widgets.compact_risk_line import CompactRiskLine
from ui.widgets.persona_band import PersonaBand
from ui.widgets.risk_panel import RiskPanel


def verdicts(session: Session) -> list[str]:
    return [band.verdict_text() for band in session.window.findChildren(PersonaBand)]


def panel(session: Session) -> RiskPanel:
    (found,) = session.window.findChildren(RiskPanel)
    return found


def finish(qtbot: QtBot, session: Session) -> None:
    session.window.close()
    assert session.studio.close() == ()
    session.window.deleteLater()
    qtbot.wait(1)


def test_before_its_first_paint_the_window_claims_nothing_about_the_drafts(
    qtbot: QtBot, places: Places, clock: Clock
) -> None:
    session = Session(places, clock)
    assert not session.studio.reviewing.is_ready
    assert verdicts(session) == ["Checking…", "Checking…"]
    assert panel(session).accessibleDescription() == "Checking…"
    (line,) = session.window.findChildren(CompactRiskLine)
    assert line.accessibleName() == "Before you post, Personal: Checking…"
    for side in Side:
        assert pane(session, side).editor.text()
        assert not pane(session, side).report().is_clear
    finish(qtbot, session)


def test_right_after_the_first_paint_both_drafts_are_reviewed(qtbot: QtBot, places: Places, clock: Clock) -> None:
    session = Session(places, clock)
    session.window.show()
    qtbot.waitUntil(lambda: session.studio.reviewing.is_ready, timeout=20_000)
    assert all(pane(session, side).report().findings for side in Side)
    qtbot.waitUntil(lambda: "Checking…" not in verdicts(session))
    qtbot.waitUntil(lambda: " to look at" in panel(session).accessibleDescription())
    assert all(" to look at" in verdict for verdict in verdicts(session))
    finish(qtbot, session)


def test_the_gate_does_not_wait_for_the_first_paint(qtbot: QtBot, places: Places, clock: Clock) -> None:
    session = Session(places, clock)
    shown = pane(session, Side.PERSONAL)
    shown.editor.set_text(PASSWORD)
    questions = (BeforeYouPostDialog, pressing("Copy for Personal"))
    with answering((GateDialog, pressing("Copy anyway")), questions):
        shown.copy_asked.emit(Side.PERSONAL)
    assert QGuiApplication.clipboard().text() == PASSWORD
    assert session.studio.reviewing.is_ready
    shown.review_again()
    assert shown.report().worst is Severity.HOLD
    finish(qtbot, session)
