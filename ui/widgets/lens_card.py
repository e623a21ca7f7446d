"""One sentence of a draft with the name of somebody who reads it on top, and what that reader would take from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.checks.lens import MindedSentence
from app.model.finding import Finding, Severity, Span
from ui.style.colours import SEVERITY_TOKENS
from ui.widgets.accessible_roles import set_role
from ui.widgets.button import QUIET_PADDING, Button, Look
from ui.widgets.card import FINDING_RADIUS, Card
from ui.widgets.finding_words import quoted
from ui.widgets.icon_label import IconLabel
from ui.widgets.lens_words import Reader, begun, reader_words, taken_words
from ui.widgets.paragraphs import Paragraph, Paragraphs
from ui.widgets.severity_word import SeverityWord
from ui.widgets.verdict import severity_word

_MOST_SENTENCE_LINES = 24


class LensCard(Card):
    """Shows one sentence; Enter means *Show*, which walks through what its reader would mind there."""

    shown = Signal(object)  # Finding, to be selected in the text
    reached = Signal()  # the keyboard has come to the card

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, radius=FINDING_RADIUS)
        self._findings: tuple[Finding, ...] = ()
        self._said: tuple[MindedSentence, str, Reader] | None = None
        self._place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, QAccessible.Role.ListItem)
        self._icon = IconLabel("eye", "ink_soft")
        self._name = Paragraphs()
        self._word = SeverityWord(Severity.NOTE)
        self._body = Paragraphs()
        self._show_button = Button(self.tr("Show"), look=Look.QUIET)
        self._show_button.clicked.connect(self.show_next_place)
        self._lay_out()

    def show_sentence(self, sentence: MindedSentence, text: str, reader: Reader) -> None:
        """Show a *sentence* of *text* as *reader* reads it; what looks the same is left alone."""
        words = text[sentence.span.start : sentence.span.end]
        if (sentence, words, reader) == self._said:
            return
        self._said = sentence, words, reader
        self._findings, self._place = sentence.findings, 0
        severity = max(finding.severity for finding in sentence.findings)
        token = SEVERITY_TOKENS[severity]
        self.set_colours(surface="surface_quiet", line="line", bar=token)
        self._word.show_severity(severity)
        self._show_button.set_severity(severity)
        name = begun(reader_words(reader))
        self._name.show_paragraphs(Paragraph(name, "ink", bold=True))
        self._body.show_paragraphs(_sentence_paragraph(sentence, words), *self._taken())
        self.setAccessibleName(self._spoken(name, words))

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the card and its button in reading order."""
        return (self, self._show_button)

    def show_next_place(self) -> None:
        """Say that the next of the words is to be shown in the text."""
        if self._findings:
            self.shown.emit(self._findings[self._place % len(self._findings)])
            self._place += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self.show_next_place()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        head.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(QUIET_PADDING, 0, QUIET_PADDING, 0)
        words.setSpacing(4)
        words.addLayout(head)
        words.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - QUIET_PADDING, 10, 12 - QUIET_PADDING, 4)
        column.setSpacing(2)
        column.addLayout(words)
        column.addWidget(self._show_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _taken(self) -> list[Paragraph]:
        """Return what the reader would take from the sentence, once however often it is found there."""
        paragraphs: list[Paragraph] = []
        for finding in _different(self._findings):
            paragraphs.append(Paragraph(finding.title, "ink", bold=True, small=True))
            paragraphs.append(Paragraph(taken_words(finding)))
        return paragraphs

    def _spoken(self, name: str, words: str) -> str:
        phrase = self.tr("{reader} reads: {sentence}.")
        risk = self.tr("{severity} risk: {title}.")
        parts = [phrase.format(reader=name, sentence=quoted(words))]
        for finding in _different(self._findings):
            parts.append(risk.format(severity=severity_word(finding.severity), title=finding.title))
            parts.append(taken_words(finding))
        return " ".join(part for part in parts if part)


def _different(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that say different things, the worst first."""
    worst_first = sorted(findings, key=lambda each: -each.severity)
    return tuple({(each.title, each.message): each for each in reversed(worst_first)}.values())[::-1]


def _sentence_paragraph(sentence: MindedSentence, words: str) -> Paragraph:
    """Return the sentence on one line, in quotation marks, with the words that the reader would mind."""
    start = sentence.span.start - 1  # a quotation mark comes before it
    standing_out = tuple(
        (Span(finding.span.start - start, finding.span.end - start), finding.severity) for finding in sentence.findings
    )
    line = "".join(" " if letter.isspace() else letter for letter in words)
    return Paragraph(f"“{line}”", "ink", most_lines=_MOST_SENTENCE_LINES, standing_out=standing_out)
