from PySide6.QtGui import QAccessible

from app.model.persona import Side
from tests.ui.widgets.examples import REPORT, accessible, widget_interface
from ui.style import theme
from ui.widgets.persona_band import Avatar, PersonaBand
from ui.widgets.verdict import verdict_of


def test_the_band_names_persona_side_and_handles(qtbot):
    band = PersonaBand(Side.PERSONAL)
    qtbot.addWidget(band)
    band.show_persona("Ann at home", "@ann_at_home")
    assert widget_interface(band).text(QAccessible.Text.Name) == "Ann at home, personal side, @ann_at_home"


def test_the_chip_says_what_the_review_came_to(qtbot):
    band = PersonaBand(Side.PROFESSIONAL)
    qtbot.addWidget(band)
    band.show_persona("Professional")
    band.show_verdict(verdict_of(REPORT))
    band.show()
    assert accessible(band, QAccessible.Role.StaticText) == ["Professional", "3 to look at"]
    assert band.verdict_text() == "3 to look at"


def test_the_sides_differ_in_shape_and_not_in_colour_alone(qtbot):
    corners = []
    for side in Side:
        avatar = Avatar(side)
        qtbot.addWidget(avatar)
        corners.append(avatar.grab().toImage().pixelColor(4, 3) == theme.current().persona(side))
    assert corners == [False, True]


def test_a_long_name_gives_way_before_the_band_grows(qtbot):
    band = PersonaBand(Side.PERSONAL)
    qtbot.addWidget(band)
    band.show_persona("A very long name " * 10, "@handle " * 20)
    band.show_verdict(verdict_of(REPORT))
    assert band.minimumSizeHint().width() < 338
