import pytest

from ui.style import theme


@pytest.fixture(autouse=True)
def light_theme(qapp):
    theme.apply(qapp, theme.load_theme(theme.LIGHT))
