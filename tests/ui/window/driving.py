"""How a test drives the real window: by keys, as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.persona import Side
from tests.ui.window.conftest import Session
from ui.window.draft_pane import DraftPane

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def pane(session: Session, side: Side) -> DraftPane:
    return next(each for each in session.window.findChildren(DraftPane) if each.side is side)


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def write(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    if text.isascii():
        qtbot.keyClicks(focused, text)
    else:  # no key of a keyboard writes an emoji
        QGuiApplication.clipboard().setText(text)
        press(qtbot, Qt.Key.Key_V, CTRL)


def come_back(qtbot: QtBot, session: Session) -> None:
    """Give the window the keyboard again after a dialog: no window manager does it here."""
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
