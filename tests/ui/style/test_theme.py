from dataclasses import fields

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from app.model.finding import Severity
from app.model.persona import Side
from ui.style import theme
from ui.style.type_scale import TypeScale


@pytest.mark.parametrize("name", [theme.LIGHT, theme.DARK])
def test_a_theme_has_a_valid_colour_under_every_name(name):
    loaded = theme.load_theme(name)
    assert [field.name for field in fields(loaded)[1:] if not loaded.colour(field.name).isValid()] == []


def test_the_users_choice_of_a_theme_beats_the_system(qapp):
    assert theme.choose("dark", qapp) == theme.DARK
    assert theme.choose("light", qapp) == theme.LIGHT


def test_a_system_that_does_not_say_gets_the_light_theme(qapp):
    assert theme.choose("system", qapp) == theme.LIGHT


def test_applying_a_theme_makes_it_current_and_repaints_open_windows(qapp, qtbot):
    window = PaintCounter()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.paints > 0)
    before = window.paints
    theme.apply(qapp, theme.load_theme(theme.DARK))
    qtbot.waitUntil(lambda: window.paints > before)
    assert theme.current().name == theme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.current().colour("background")
    theme.apply(qapp, theme.load_theme(theme.LIGHT))


def test_severities_and_sides_have_colours_of_their_own():
    light = theme.load_theme(theme.LIGHT)
    assert len({light.severity(severity).name() for severity in Severity}) == 3
    assert len({light.persona(side).name() for side in Side}) == 2


def test_a_larger_system_font_makes_every_size_larger():
    usual, large = TypeScale(13), TypeScale(26)
    assert (usual.secondary, usual.interface, usual.editor, usual.title, usual.countdown) == (12, 13, 15, 19, 20)
    assert (large.secondary, large.editor, large.title, large.countdown) == (24, 30, 38, 40)


def test_a_theme_that_does_not_fit_names_every_colour_that_is_wrong():
    light = theme.load_theme(theme.LIGHT)
    colours = {field.name: getattr(light, field.name) for field in fields(light)[1:]}
    del colours["ink"], colours["focus"]
    with pytest.raises(theme.ThemeError) as problem:
        theme.theme_of("mine", {**colours, "inc": "#000000"})
    assert (problem.value.missing, problem.value.unknown) == (("focus", "ink"), ("inc",))


class PaintCounter(QWidget):
    def __init__(self):
        super().__init__()
        self.paints = 0

    def paintEvent(self, event):
        self.paints += 1
