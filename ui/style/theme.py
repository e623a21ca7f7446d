"""Named colours from a theme file, turned into a palette and one style sheet.

A custom-painted widget reads ``current()`` inside ``paintEvent``: Qt repaints it by itself when a theme is applied.
A widget that keeps something made from colours (an icon on a button, a text format) makes it again in ``changeEvent``
when ``is_theme_change(event)`` says so.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.style.colours import Theme, ThemeError, load_theme, theme_of, with_more_contrast
from ui.style.style_sheet import style_sheet_for
from ui.style.type_scale import TypeScale, interface_font, type_scale

__all__ = [
    "DARK",
    "LIGHT",
    "Theme",
    "ThemeError",
    "apply",
    "choose",
    "current",
    "current_scale",
    "is_theme_change",
    "load_theme",
    "palette",
    "style_sheet",
    "theme_of",
    "with_more_contrast",
]

LIGHT = "light"
DARK = "dark"


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
    _sizes[:] = [type_scale()]
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


def current_scale() -> TypeScale:
    """Return the sizes of type in use; needs an application."""
    if not _sizes:
        _sizes.append(type_scale())
    return _sizes[0]


def is_theme_change(event: QEvent) -> bool:
    """Return whether *event*, in ``changeEvent``, means that colours or sizes of type may be others now."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def _wants_more_contrast(application: QApplication) -> bool:
    hints = (
        application.styleHints()
    )  # kept in a name: PySide6 6.11 loses accessibility() with the wrapper of its parent
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


# The theme and the sizes on show. A paint event cannot be handed values, so this is the only state in ui.style.
_shown: list[Theme] = []
_sizes: list[TypeScale] = []

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
