import pytest

from app.model.asking import Picture
from ui.widgets.picture_button import PictureButton


@pytest.fixture
def button(qtbot):
    made = PictureButton()
    qtbot.addWidget(made)
    return made


def offered(button):
    return {each.text(): each for each in button.menu().actions() if each.isEnabled()}


def ticked(button):
    return [words for words, action in offered(button).items() if action.isChecked()]


def test_it_says_what_goes_with_the_draft_in_its_name_its_drawing_and_its_menu(button):
    plain = button.grab().toImage()
    assert (button.accessibleName(), ticked(button)) == ("Picture with this: none", ["none"])
    button.show_picture(Picture.WORKPLACE)
    assert button.accessibleName() == button.toolTip() == "Picture with this: my workplace or a screen"
    assert ticked(button) == ["my workplace or a screen"]
    assert button.grab().toImage() != plain


@pytest.mark.parametrize("picture", Picture)
def test_every_kind_can_be_chosen_and_is_on_show_once_it_is_so(qtbot, button, picture):
    words = dict(zip(Picture, offered(button), strict=True))[picture]
    with qtbot.waitSignal(button.chosen) as chosen:
        offered(button)[words].trigger()
    assert chosen.args == [picture]
    assert ticked(button) == ["none"]
    button.show_picture(picture)
    assert ticked(button) == [words]
