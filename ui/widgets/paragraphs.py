"""Several short paragraphs in different looks, painted as one: they wrap anywhere, so nothing is ever cut."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.finding import Severity, Span
from app.text.offsets import Offsets, from_utf16
from ui.style import theme
from ui.widgets.standing_out import format_of

_GAP = 3
_LEAST_WIDTH = 60
_NATURAL_WIDTH = 240
_MOST_WIDTHS = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; *colour* names a theme colour, *most_lines* is where it ends in "…" (0: never).

    The words that *standing_out* covers are bold, underlined, and on the background of their severity.
    """

    text: str
    colour: str = "ink_soft"
    bold: bool = False
    italic: bool = False
    small: bool = False
    most_lines: int = 0
    standing_out: tuple[tuple[Span, Severity], ...] = ()


@dataclass(frozen=True, slots=True)
class _Laid:
    """All paragraphs broken into lines at one width: colour, lines and top of each, and how high they are together."""

    parts: tuple[tuple[str, QTextLayout, float], ...]
    height: float


class Paragraphs(QWidget):
    """Shows paragraphs as high as they need to be; screen readers get them from whatever contains them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._laid: dict[int, _Laid] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_paragraphs(self, *paragraphs: Paragraph) -> None:
        """Replace what is shown; paragraphs without text are left out."""
        shown = tuple(paragraph for paragraph in paragraphs if paragraph.text)
        if shown != self._paragraphs:
            self._paragraphs = shown
            self._forget()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(self._laid_out(width).height)

    def sizeHint(self) -> QSize:
        return QSize(_NATURAL_WIDTH, self.heightForWidth(_NATURAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if theme.is_theme_change(event) or event.type() is QEvent.Type.FontChange:
            self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        for colour, lines, top in self._laid_out(self.width()).parts:
            painter.setPen(colours.colour(colour))
            lines.draw(painter, QPointF(0, top))

    def _forget(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> _Laid:
        """Return the lines at *width*; layouts ask for the same few widths again and again."""
        laid = self._laid.get(width)
        if laid is None:
            if len(self._laid) >= _MOST_WIDTHS:
                self._laid.clear()
            laid = self._laid[width] = self._lay_out(width)
        return laid

    def _lay_out(self, width: int) -> _Laid:
        top, parts = 0.0, []
        for paragraph in self._paragraphs:
            lines, height = _broken(paragraph, self._font_of(paragraph), width)
            parts.append((paragraph.colour, lines, top))
            top += height + _GAP
        return _Laid(tuple(parts), max(0.0, top - _GAP))

    def _font_of(self, paragraph: Paragraph) -> QFont:
        font = QFont(self.font())
        scale = theme.current_scale()
        font.setPixelSize(scale.secondary if paragraph.small else scale.interface)
        font.setWeight(QFont.Weight.DemiBold if paragraph.bold else QFont.Weight.Normal)
        font.setItalic(paragraph.italic)
        return font


def _broken(paragraph: Paragraph, font: QFont, width: int) -> tuple[QTextLayout, float]:
    """Break *paragraph* into lines; an overlong one is laid out again with its last line elided."""
    formats = _formats(paragraph)
    layout, height, starts = _lines(paragraph.text, font, width, formats)
    most = paragraph.most_lines
    if not most or len(starts) <= most:
        return layout, height
    begin = from_utf16(paragraph.text, starts[most - 1])
    last = QFontMetricsF(font).elidedText(paragraph.text[begin:], Qt.TextElideMode.ElideRight, width - 1)
    layout, height, _ = _lines(paragraph.text[:begin] + last, font, width, formats)
    return layout, height


def _formats(paragraph: Paragraph) -> list[QTextLayout.FormatRange]:
    offsets = Offsets(paragraph.text)
    formats = []
    for span, severity in paragraph.standing_out:
        standing = QTextLayout.FormatRange()
        standing.start = offsets.to_utf16(span.start)
        standing.length = offsets.to_utf16(span.end) - standing.start
        standing.format = format_of(severity)
        standing.format.setFontWeight(QFont.Weight.DemiBold)
        formats.append(standing)
    return formats


def _lines(
    text: str, font: QFont, width: int, formats: list[QTextLayout.FormatRange]
) -> tuple[QTextLayout, float, list[int]]:
    """Return the lines, their height, and where each begins, in UTF-16 units."""
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height, starts = 0.0, []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        starts.append(line.textStart())
    layout.endLayout()
    return layout, height, starts
