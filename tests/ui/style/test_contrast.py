import pytest
from PySide6.QtGui import QColor

from ui.style.colours import PERSONA_COLOURS
from ui.style.theme import DARK, LIGHT, Theme, load_theme, with_more_contrast

TEXT = 4.5  # WCAG 2.2, 1.4.3
OUTLINE = 3.0  # WCAG 2.2, 1.4.11

PERSONAS = [token for colours in PERSONA_COLOURS.values() for token in colours if token]
PAIRS = [
    *((token, ground, TEXT) for token in PERSONAS for ground in (f"{token}_tint", "surface")),
    *((token, ground, OUTLINE) for token in PERSONAS for ground in ("selection", "surface_quiet")),
    *((ink, f"{token}_tint", TEXT) for token in PERSONAS for ink in ("ink", "ink_soft")),
    *(("focus", f"{token}_tint", OUTLINE) for token in PERSONAS),
    *(("ink", ground, TEXT) for ground in ("background", "surface", "surface_quiet", "raised", "hover", "selection")),
    *(("ink_soft", ground, TEXT) for ground in ("background", "surface", "surface_quiet", "raised", "hover")),
    *(("ink_soft", ground, TEXT) for ground in ("selection", "personal_tint", "professional_tint")),
    *(("ink_faint", ground, TEXT) for ground in ("background", "surface", "surface_quiet")),
    *(("accent", ground, TEXT) for ground in ("background", "surface")),
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    *((side, ground, TEXT) for side in ("personal", "professional") for ground in (f"{side}_tint", "surface")),
    *((side, ground, OUTLINE) for side in ("personal", "professional") for ground in ("selection", "surface_quiet")),
    *((level, ground, TEXT) for level in ("high", "medium", "low") for ground in (f"{level}_tint", "surface")),
    *((ink, f"{level}_tint", TEXT) for level in ("high", "medium", "low") for ink in ("ink", "ink_soft")),
    ("good", "good_tint", TEXT),
    ("good", "surface", TEXT),
    ("guard", "guard_tint", TEXT),
    *(("line_strong", ground, OUTLINE) for ground in ("surface", "raised")),
    *(("focus", ground, OUTLINE) for ground in ("background", "surface", "surface_quiet", "selection")),
    *(("focus", f"{level}_tint", OUTLINE) for level in ("high", "medium", "low", "guard", "personal", "professional")),
]


def luminance(colour: QColor) -> float:
    """Source: WCAG 2.2, definition of relative luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    darker, lighter = sorted((luminance(theme.colour(one)), luminance(theme.colour(other))))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", [LIGHT, DARK])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_every_pair_of_colours_in_use_is_readable(name, front, ground, least):
    assert contrast(load_theme(name), front, ground) >= least


@pytest.mark.parametrize("name", [LIGHT, DARK])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_more_contrast_makes_no_pair_worse(name, front, ground, least):
    theme = load_theme(name)
    assert contrast(with_more_contrast(theme), front, ground) >= contrast(theme, front, ground) - 0.01
