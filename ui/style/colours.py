"""The colours of a theme, by what they are for, read from its file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from importlib.resources import files

from PySide6.QtGui import QColor

from app.errors import TwofoldError
from app.model.finding import Severity
from app.model.persona import Side

PERSONA_COLOURS = {
    Side.PERSONAL: ("", "rose", "violet", "earth"),
    Side.PROFESSIONAL: ("", "blue", "green", "slate"),
}
"""The palette of each side, warm and cool; the empty name is the side's own colour."""

SEVERITY_TOKENS = {Severity.HOLD: "high", Severity.WARN: "medium", Severity.NOTE: "low"}


class ThemeError(TwofoldError):
    """A theme file lacks colours, or names colours that nobody uses."""

    def __init__(self, name: str, missing: tuple[str, ...], unknown: tuple[str, ...]) -> None:
        super().__init__(name, missing, unknown)
        self.name = name
        self.missing = missing
        self.unknown = unknown


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for, each as ``#RRGGBB``; *name* is ``light`` or ``dark``.

    ``*_tint`` are backgrounds on which the colour of the same name is readable, ``*_line`` their borders.
    ``on_accent`` is text on ``accent``; ``line_strong`` is for outlines that carry meaning.
    """

    name: str
    background: str
    surface: str
    surface_quiet: str
    raised: str
    hover: str
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    ink_faint: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    focus: str
    personal: str
    personal_tint: str
    personal_line: str
    professional: str
    professional_tint: str
    professional_line: str
    rose: str
    rose_tint: str
    violet: str
    violet_tint: str
    earth: str
    earth_tint: str
    blue: str
    blue_tint: str
    green: str
    green_tint: str
    slate: str
    slate_tint: str
    high: str
    high_tint: str
    medium: str
    medium_tint: str
    low: str
    low_tint: str
    good: str
    good_tint: str
    guard: str
    guard_tint: str
    guard_line: str

    def colour(self, token: str) -> QColor:
        """Return the colour called *token*; ``AttributeError`` when there is none."""
        return QColor(getattr(self, token))

    def severity(self, severity: Severity) -> QColor:
        """Return the colour of words, icons, bars and underlines of *severity*."""
        return self.colour(SEVERITY_TOKENS[severity])

    def severity_tint(self, severity: Severity) -> QColor:
        """Return the background on which ``severity(...)`` is readable."""
        return self.colour(f"{SEVERITY_TOKENS[severity]}_tint")

    def persona(self, side: Side, colour: str = "") -> QColor:
        """Return the colour of a persona on *side*: *colour* if it is of that side's palette, else the side's own."""
        return self.colour(_persona_token(side, colour))

    def persona_tint(self, side: Side, colour: str = "") -> QColor:
        """Return the background of the band of a persona."""
        return self.colour(f"{_persona_token(side, colour)}_tint")


def _persona_token(side: Side, colour: str) -> str:
    return colour if colour and colour in PERSONA_COLOURS[side] else side.value


def load_theme(name: str) -> Theme:
    """Return the shipped theme *name* (``light`` or ``dark``)."""
    return theme_of(name, json.loads(files("resources").joinpath("themes", f"{name}.json").read_text(encoding="utf-8")))


def theme_of(name: str, colours: Mapping[str, str]) -> Theme:
    """Return a theme made of *colours*; raises ``ThemeError`` when some are missing or nobody uses them."""
    tokens = {field.name for field in fields(Theme)} - {"name"}
    missing, unknown = tokens - colours.keys(), colours.keys() - tokens
    if missing or unknown:
        raise ThemeError(name, tuple(sorted(missing)), tuple(sorted(unknown)))
    return Theme(name=name, **colours)


def with_more_contrast(theme: Theme) -> Theme:
    """Return *theme* with strong outlines and no faint words, for systems that ask for high contrast."""
    return replace(
        theme,
        line=theme.line_strong,
        personal_line=theme.personal,
        professional_line=theme.professional,
        guard_line=theme.guard,
        ink_soft=theme.ink,
        ink_faint=theme.ink,
    )
