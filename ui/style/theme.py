"""Named colours from a theme file, turned into a palette and one style sheet.

A custom-painted widget reads ``current()`` inside ``paintEvent``: Qt repaints it by itself when a theme is applied.
A widget that keeps something made from colours (an icon on a button, a text format) makes it again in ``changeEvent``
when ``is_theme_change(event)`` says so.
"""

import json
from dataclasses import dataclass, fields, replace
from importlib.resources import files

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.errors import TwofoldError
from app.model.finding import Severity
from app.model.persona import Side
from ui.style.style_sheet import style_sheet_for
from ui.style.type_scale import TypeScale, interface_font, type_scale

LIGHT = "light"
DARK = "dark"


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

    def side(self, side: Side) -> QColor:
        """Return the colour of a persona's side."""
        return self.colour(side.value)

    def side_tint(self, side: Side) -> QColor:
        """Return the background of the band of a persona's side."""
        return self.colour(f"{side.value}_tint")


SEVERITY_TOKENS = {Severity.HOLD: "high", Severity.WARN: "medium", Severity.NOTE: "low"}


def load_theme(name: str) -> Theme:
    """Return the shipped theme *name* (``light`` or ``dark``); raises ``ThemeError`` for a file that does not fit."""
    colours = json.loads(files("resources").joinpath("themes", f"{name}.json").read_text(encoding="utf-8"))
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


def choose(setting: str, application: QApplication) -> str:
    """Return ``light`` or ``dark``: the user's choice, else what the system says, else light."""
    if setting in (LIGHT, DARK):
        return setting
    return DARK if application.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """Return the palette for everything that Qt paints by itself."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("ink_faint"))
    return made


def style_sheet(theme: Theme, scale: TypeScale | None = None) -> str:
    """Return the one style sheet of the application, in the sizes of *scale* (the system's when there is none)."""
    return style_sheet_for(theme, scale or type_scale())


def apply(application: QApplication, theme: Theme) -> None:
    """Make *theme* the current one and repaint everything, also while windows are open.

    Sets the Fusion style on the first call, and stronger outlines when the system asks for high contrast.
    """
    if _wants_more_contrast(application):
        theme = with_more_contrast(theme)
    _shown[:] = [theme]
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setFont(interface_font())
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def current() -> Theme:
    """Return the theme on show; light before any has been applied."""
    if not _shown:
        _shown.append(load_theme(LIGHT))
    return _shown[0]


def is_theme_change(event: QEvent) -> bool:
    """Return whether *event*, in ``changeEvent``, means that colours or sizes of type may be others now."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def _wants_more_contrast(application: QApplication) -> bool:
    hints = (
        application.styleHints()
    )  # kept in a name: PySide6 6.11 loses accessibility() with the wrapper of its parent
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


# The one theme on show. A paint event cannot be handed values, so this is the single piece of state in ui.style.
_shown: list[Theme] = []

_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_quiet",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "high",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_faint",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Light: "raised",
}
