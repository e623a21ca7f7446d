import pytest

from ui.style import theme


@pytest.fixture(autouse=True)
def light_theme(qapp):
    if not qapp.styleSheet() or theme.current().name != theme.LIGHT:
        theme.apply(qapp, theme.load_theme(theme.LIGHT))
