from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor

from tests.ui.widgets.examples import widget_interface
from ui.style import theme
from ui.widgets.tick_box import TickBox


def shown(qtbot, text="Bread & butter"):
    box = TickBox(text)
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    box.show()
    return box


def test_a_tick_box_is_ticked_by_key_and_by_a_click_anywhere_on_it(qtbot):
    box = shown(qtbot)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 3, 3))
    assert not box.isChecked()


def test_an_ampersand_is_a_letter(qtbot):
    assert widget_interface(shown(qtbot)).text(QAccessible.Text.Name) == "Bread & butter"


def test_the_box_is_outlined_in_both_themes_and_filled_when_ticked(qtbot, qapp):
    for name in (theme.DARK, theme.LIGHT):
        theme.apply(qapp, theme.load_theme(name))
        box = shown(qtbot)
        ticked = shown(qtbot)
        ticked.setChecked(True)
        colours = {_colour_at(each, 6, each.height() // 2) for each in (box, ticked)}
        assert colours == {theme.current().colour("surface").name(), theme.current().colour("accent").name()}


def _colour_at(box: TickBox, x: int, y: int) -> str:
    return QColor(box.grab().toImage().pixelColor(x, y)).name()
