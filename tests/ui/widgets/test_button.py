from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout

from ui.style import theme
from ui.widgets.button import LEAST_HEIGHT, Button, IconButton, Look


def test_a_button_is_high_enough_to_hit(qtbot):
    for look in Look:
        button = Button("Copy", look=look)
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= LEAST_HEIGHT


def test_words_that_do_not_fit_stand_in_the_tooltip(qtbot):
    button = Button("Copy for Personal – @ann_at_home", icon_name="copy")
    qtbot.addWidget(button)
    button.resize(120, 32)
    button.show()
    assert button.toolTip() == "Copy for Personal – @ann_at_home"
    button.resize(button.sizeHint())
    assert button.toolTip() == ""


def test_an_ampersand_is_a_letter(qtbot):
    button = Button("Copy for R&D")
    qtbot.addWidget(button)
    assert button.words() == button.accessibleName() == "Copy for R&D"
    assert button.shortcut().isEmpty()


def test_the_space_bar_presses(qtbot):
    button = Button("Show", look=Look.QUIET)
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_the_keyboard_is_seen_on_every_look(qtbot):
    for made in (*(Button("Show", look=look) for look in Look), IconButton("menu", "Menu")):
        qtbot.addWidget(made)
        made.show()
        made.clearFocus()
        before = made.grab().toImage()
        made.activateWindow()
        made.setFocus()
        qtbot.waitUntil(made.hasFocus)
        assert made.grab().toImage() != before


def test_an_icon_button_has_a_name_and_says_it_to_the_mouse(qtbot):
    button = IconButton("moon", "Dark theme")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Dark theme", "Dark theme")
    button.show_as("sun", "Light theme")
    assert (button.accessibleName(), button.toolTip()) == ("Light theme", "Light theme")


def test_a_theme_switched_at_run_time_tints_the_icon_anew(qtbot, qapp):
    button = IconButton("menu", "Menu")
    qtbot.addWidget(button)
    dark_on_light = button.grab().toImage().pixelColor(16, 16)
    theme.apply(qapp, theme.load_theme(theme.DARK))
    light_on_dark = button.grab().toImage().pixelColor(16, 16)
    assert light_on_dark.lightness() > dark_on_light.lightness() + 80


def test_enter_presses_the_button_with_the_keyboard_and_not_the_first_answer_of_the_dialog(qtbot):
    dialog = QDialog()
    first, second = Button("First"), Button("Second")
    first.setDefault(True)
    row = QHBoxLayout(dialog)
    row.addWidget(first)
    row.addWidget(second)
    pressed = []
    first.clicked.connect(lambda: pressed.append("first"))
    second.clicked.connect(lambda: pressed.append("second"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitActive(dialog)
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.keyClick(second, Qt.Key.Key_Enter)
    assert pressed == ["second", "second"]
