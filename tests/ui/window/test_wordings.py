"""Wordings that were tried, beside a finding, by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.model.persona import Side
from tests.ui.widgets.examples import button
from tests.ui.window.conftest import Start
from tests.ui.window.driving import CTRL, pane, press, write
from ui.widgets.risk_panel import RiskPanel

COMPLAINT = "My manager took credit for the whole launch again."
WORDING = "Credit where it is due means a lot to everybody who works hard"


def test_a_finding_whose_rule_has_no_wording_gets_one_when_the_typing_rests(qtbot: QtBot, start: Start):
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, COMPLAINT)
        panel = session.window.findChild(RiskPanel)
        assert panel is not None
        offered = f"Use “{WORDING}”"
        qtbot.waitUntil(lambda: any(each.accessibleName() == offered for each in panel.findChildren(QPushButton)))
        qtbot.mouseClick(button(panel, offered), Qt.MouseButton.LeftButton)
        assert pane(session, Side.PERSONAL).editor.text() == f"{WORDING}."


def test_the_key_for_a_wording_puts_in_one_that_holds(qtbot: QtBot, start: Start):
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        write(qtbot, COMPLAINT)
        shown = pane(session, Side.PERSONAL)
        qtbot.waitUntil(lambda: bool(shown.report().findings))
        press(qtbot, Qt.Key.Key_Period, CTRL)
        qtbot.waitUntil(lambda: shown.editor.text() == f"{WORDING}.")
        assert not shown.report().findings
