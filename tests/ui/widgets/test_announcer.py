from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui.widgets.announcer import announce


def test_an_announcement_is_safe_with_and_without_a_screen_reader(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "Nobody listens")
    QAccessible.setActive(True)
    announce(widget, "2 to look at")
    announce(widget, "Not saved", urgent=True)
    announce(widget, "")
    QAccessible.setActive(False)
