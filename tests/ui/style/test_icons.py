from importlib.resources import files
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from ui.style import icons

DRAWINGS = sorted(each.name.removesuffix(".svg") for each in files("resources").joinpath("icons").iterdir())


@pytest.mark.parametrize("name", [name for name in DRAWINGS if name != "twofold"])
def test_every_drawing_keeps_to_the_grid_and_the_stroke(name):
    root = ElementTree.fromstring(files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8"))
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("stroke-width"), root.get("stroke-linecap")) == ("currentColor", "2", "round")


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_leaves_ink(qapp, name):
    image = icons.pixmap(name, "#FF0000", 24, 1.0).toImage()
    assert any(image.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24))


def test_a_drawing_takes_the_colour_it_is_asked_for(qapp):
    image = icons.pixmap("menu", QColor("#8A2F87"), 24, 1.0).toImage()
    assert image.pixelColor(12, 12).name().upper() == "#8A2F87"


def test_an_icon_is_sharp_at_twice_the_size(qapp):
    made = icons.icon("plus", "#000000", 16)
    assert made.pixmap(QSize(16, 16), 2.0).size() == QSize(32, 32)
    assert made.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Disabled).toImage() != made.pixmap(QSize(16, 16), 1.0).toImage()


def test_the_program_has_an_icon_in_every_usual_size(qapp):
    assert {16, 32, 48, 256} <= {size.width() for size in icons.application_icon().availableSizes()}
