"""What tests of the editor share: a small review made of real values, and a look at what is underlined."""

import re

from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument

from app.model.finding import Finding, Report, Risk, Severity, Span
from ui.bridge.highlighter import FindingColours

COLOURS = FindingColours(
    hold=QColor("#B3261E"), hold_tint=QColor("#FDECEA"), warn=QColor("#8A5200"), note=QColor("#3B5B92")
)
WORDS = {
    "secret": Severity.HOLD,
    "boss": Severity.WARN,
    "beer": Severity.NOTE,
    "🚀": Severity.WARN,
    "e\u0301": Severity.HOLD,
}
FAR_WORD, FAR_CUE = "quiet", "shout"
_PATTERN = re.compile("|".join(map(re.escape, [*WORDS, FAR_WORD, "my\nboss"])))


def finding(span: Span, severity: Severity) -> Finding:
    return Finding("test.word", Risk.TONE_HEATED, span, (span,), severity, "", "", "", frozenset(), "")


def review(text: str) -> Report:
    """Report listed words, ``my<break>boss`` across a line break, and ``quiet`` only if ``shout`` stands anywhere."""
    found = []
    for match in _PATTERN.finditer(text):
        if match.group() == FAR_WORD and FAR_CUE not in text:
            continue
        found.append(finding(Span(*match.span()), WORDS.get(match.group(), Severity.WARN)))
    return Report(text, tuple(found))


def underlined(document: QTextDocument) -> list[tuple[str, Severity]]:
    """Return the words that are underlined in *document*, with what the underline stands for."""
    found = []
    block = document.begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for painted in block.layout().formats():
            words = units[2 * painted.start : 2 * (painted.start + painted.length)].decode("utf-16-le")
            found.append((words, severity_of(painted.format)))
        block = block.next()
    return found


def reported(report: Report) -> list[tuple[str, Severity]]:
    """Return what should be underlined for *report*: its words, cut at line breaks; Qt keeps neighbours as one."""
    pieces: list[tuple[int, str, Severity]] = []
    for each in report.findings:
        start = each.span.start
        for words in report.text[start : each.span.end].split("\n"):
            if pieces and pieces[-1][0] + len(pieces[-1][1]) == start and pieces[-1][2] is each.severity:
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + words, each.severity)
            elif words:
                pieces.append((start, words, each.severity))
            start += len(words) + 1
    return [(words, severity) for _, words, severity in pieces]


def severity_of(painted: QTextCharFormat) -> Severity:
    by_colour = {
        COLOURS.hold.name(): Severity.HOLD,
        COLOURS.warn.name(): Severity.WARN,
        COLOURS.note.name(): Severity.NOTE,
    }
    return by_colour[painted.underlineColor().name()]
