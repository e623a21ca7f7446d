"""Underlines findings while a text is written: the first frame after a key already shows the new review.

Qt paints a changed line from inside the document's ``contentsChange``. The highlighter hears of that change before Qt's
own handler does, because it connects before it attaches itself, and says so: whoever reviews the text answers with
``show``. Lines elsewhere whose underlines have changed too are painted right after, still before the next frame.
"""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.model.finding import Severity
from ui.bridge.underlines import Underline, Underlines


class SeverityColours(Protocol):
    """Something that knows the colours of severities, such as a theme."""

    def severity(self, severity: Severity) -> QColor:
        """Return the colour of underlines."""
        ...

    def severity_tint(self, severity: Severity) -> QColor:
        """Return the background that goes with it."""
        ...


@dataclass(frozen=True, slots=True)
class FindingColours:
    """Colours of the underlines, and of the background of what must be looked at before all else."""

    hold: QColor
    hold_tint: QColor
    warn: QColor
    note: QColor

    @classmethod
    def of(cls, colours: SeverityColours) -> "FindingColours":
        """Return the colours that *colours*, a theme, has for severities."""
        return cls(
            hold=colours.severity(Severity.HOLD),
            hold_tint=colours.severity_tint(Severity.HOLD),
            warn=colours.severity(Severity.WARN),
            note=colours.severity(Severity.NOTE),
        )


class FindingHighlighter(QSyntaxHighlighter):
    """Paints exactly the underlines it was last shown: wavy for hold and warn, straight for note, or dotted."""

    text_changed = Signal()  # nothing of the change is painted yet

    def __init__(self, document: QTextDocument, colours: FindingColours) -> None:
        super().__init__(QObject(document))  # with the document itself, Qt would connect its handler before ours
        self._colours = colours
        self._formats = _formats(colours)
        self._wanted: Underlines = {}
        self._painted: dict[int, tuple[Underline, ...]] = {}
        self._line_count = document.blockCount()
        self._changing = False
        self._catching_up = False
        document.contentsChange.connect(self._text_changed)
        self.setDocument(document)
        document.contentsChanged.connect(self._text_settled)

    def show(self, underlines: Underlines) -> None:
        """Underline this and nothing else, in the text as it is now."""
        self._wanted = underlines
        if not self._changing:
            self._catch_up()

    def set_colours(self, colours: FindingColours) -> None:
        """Paint everything again in other colours."""
        if colours != self._colours:
            self._colours = colours
            self._formats = _formats(colours)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        underlines = self._wanted.get(number, ())
        if underlines:
            self._painted[number] = underlines
        else:
            self._painted.pop(number, None)
        for underline in underlines:
            self.setFormat(underline.start, underline.length, self._formats[underline[2:]])

    def _text_changed(self, position: int, _removed: int, added: int) -> None:
        self._changing = True
        self._renumber(position, added)
        self.text_changed.emit()

    def _renumber(self, position: int, added: int) -> None:
        """Keep account of which line is painted how, when lines come or go above it."""
        document = self.document()
        grown = document.blockCount() - self._line_count
        if not grown:
            return
        self._line_count += grown
        first = document.findBlock(position).blockNumber()
        last = document.findBlock(min(position + added, document.characterCount() - 1)).blockNumber()
        self._painted = {
            number if number < first else number + grown: underlines
            for number, underlines in self._painted.items()
            if number < first or number + grown > last
        }

    def _text_settled(self) -> None:
        self._changing = False
        self._catch_up()

    def _catch_up(self) -> None:
        """Paint the lines whose underlines are not those on screen."""
        if self._catching_up or self._painted == self._wanted:
            return
        self._catching_up = True
        try:
            for number in sorted(self._painted.keys() | self._wanted.keys()):
                if self._painted.get(number, ()) != self._wanted.get(number, ()):
                    self.rehighlightBlock(self.document().findBlockByNumber(number))
        finally:
            self._catching_up = False


def _formats(colours: FindingColours) -> dict[tuple[Severity, bool], QTextCharFormat]:
    """Return how each severity looks by itself, and dotted."""
    style = QTextCharFormat.UnderlineStyle
    by_severity = {Severity.HOLD: colours.hold, Severity.WARN: colours.warn, Severity.NOTE: colours.note}
    made: dict[tuple[Severity, bool], QTextCharFormat] = {}
    for severity, colour in by_severity.items():
        line = style.SingleUnderline if severity is Severity.NOTE else style.WaveUnderline
        made[severity, False] = _underlined(line, colour)
        made[severity, True] = _underlined(style.DotLine, colour)
    made[Severity.HOLD, False].setBackground(colours.hold_tint)
    return made


def _underlined(style: QTextCharFormat.UnderlineStyle, colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(style)
    made.setUnderlineColor(colour)
    return made
