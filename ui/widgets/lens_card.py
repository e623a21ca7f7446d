"""One sentence of a draft with the name of somebody who reads it on top, and what that reader would take from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.checks.lens import MindedSentence
from app.model.finding import Finding, Severity, Span
from ui.style.colours import SEVERITY_TOKENS
from ui.widgets.finding_words import quoted
from ui.widgets.icon_label import IconLabel
from ui.widgets.lens_words import Reader, begun, reader_words, taken_words
from ui.widgets.paragraphs import Paragraph
from ui.widgets.place_card import PlaceCard
from ui.widgets.verdict import severity_word

_MOST_SENTENCE_LINES = 24


class LensCard(PlaceCard):
    """Shows one sentence; Enter means *Show*, which walks through what its reader would mind there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(IconLabel("eye", "ink_soft"), Severity.NOTE, "line", parent)
        self._findings: tuple[Finding, ...] = ()
        self._said: tuple[MindedSentence, str, Reader] | None = None
        column = self._column_of_words()
        column.setSpacing(2)
        column.addWidget(self._show_button, 0, Qt.AlignmentFlag.AlignLeft)

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
        self._title.show_paragraphs(Paragraph(name, "ink", bold=True))
        self._body.show_paragraphs(_sentence_paragraph(sentence, words), *self._taken())
        self.setAccessibleName(self._spoken(name, words))

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return the card and its button in reading order."""
        return (self, self._show_button)

    def _findings_here(self) -> tuple[Finding, ...]:
        return self._findings

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
