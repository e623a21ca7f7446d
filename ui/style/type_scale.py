"""Sizes of type, all in proportion to the system's own interface font."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

_SMALLEST_INTERFACE = 13


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Sizes in device-independent pixels. At the usual 13: 12 secondary, 15 editor, 19 titles, 20 countdown."""

    interface: int

    @property
    def secondary(self) -> int:
        """Handles, counts, times."""
        return self._scaled(12)

    @property
    def editor(self) -> int:
        """The draft itself."""
        return self._scaled(15)

    @property
    def heading(self) -> int:
        """Headings inside a card."""
        return self._scaled(16)

    @property
    def title(self) -> int:
        """Titles of drafts and panels."""
        return self._scaled(19)

    @property
    def countdown(self) -> int:
        """The time left."""
        return self._scaled(20)

    def _scaled(self, size: int) -> int:
        return round(size * self.interface / _SMALLEST_INTERFACE)


def type_scale() -> TypeScale:
    """Return the sizes for this system: a user's larger system font makes everything larger."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return TypeScale(max(_SMALLEST_INTERFACE, QFontInfo(system).pixelSize()))


def interface_font() -> QFont:
    """Return the system's interface font at the interface size."""
    return sized_font(type_scale().interface)


def sized_font(pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the system's interface font at *pixels* (device-independent) and *weight*."""
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    font.setPixelSize(pixels)
    font.setWeight(weight)
    return font
