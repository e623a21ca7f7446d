"""The window that is open already shows itself when somebody starts Twofold again."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import Start


def test_the_first_window_comes_forward(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        other = QWidget()
        qtbot.addWidget(other)
        session.window.showMinimized()
        with qtbot.waitActive(other):
            other.show()
            other.activateWindow()
        with qtbot.waitActive(session.window):
            session.window.come_forward()
        assert not session.window.isMinimized()
