"""The draft as somebody else reads it: the invitation to imagine that, and what this reader would mind."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.checks.lens import Reading
from ui.widgets.accessible_roles import set_role
from ui.widgets.announcer import announce
from ui.widgets.lens_rows import LensRows
from ui.widgets.lens_words import Reader, count_words, imagine_words, nothing_words, reader_words
from ui.widgets.paragraphs import Paragraph, Paragraphs
from ui.widgets.verdict import CHECKING, verdict_words


class LensList(QWidget):
    """Shows one reading at a time, and tells a screen reader how much would be minded whenever that changes."""

    shown = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[Reader, int] | None = None
        set_role(self, QAccessible.Role.Grouping)
        self._head = Paragraphs()
        self._rows = LensRows()
        self._rows.shown.connect(self.shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._rows, 1)
        column.addStretch(0)

    def show_reading(self, reading: Reading, reader: Reader, others: int) -> None:
        """Show *reading*, as *reader* reads; *others* is how much the review for oneself has found."""
        self._show_head(*self._head_words(reading, reader, others))
        self._rows.show_sentences(reading, reader)
        if self._told != (reader, len(reading.sentences)):
            self._told = reader, len(reading.sentences)
            announce(self, count_words(*self._told))

    def show_checking(self, reader: Reader) -> None:
        """Say that the draft is still to be read as *reader* reads."""
        self._show_head(Paragraph(imagine_words(reader), "ink", bold=True), Paragraph(verdict_words(CHECKING)))
        self._rows.hide()

    def forget(self) -> None:
        """Show nobody's reading any more: the next one is news."""
        self._told = None

    def focus_first(self) -> bool:
        """Give the first sentence the keyboard; return whether there is one."""
        return self._rows.focus_first()

    def _show_head(self, *head: Paragraph) -> None:
        self._head.show_paragraphs(*head)
        words = " ".join(f"{each.text.rstrip('.…')}." for each in head if each.text)
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def _head_words(self, reading: Reading, reader: Reader, others: int) -> tuple[Paragraph, ...]:
        """Return the invitation, or, in words as careful as those for oneself, that nothing was found."""
        if reading.sentences:
            return (Paragraph(imagine_words(reader), "ink", bold=True),)
        if not reading.report.text.strip():
            phrase = self.tr("What {reader} would mind shows up here while you write.")
            return (Paragraph(phrase.format(reader=reader_words(reader))),)
        limits = self.tr("Pictures, links and what only you know were not looked at.")
        return (
            Paragraph(nothing_words(reader), "ink", bold=True),
            Paragraph(self._elsewhere_words(others, len(reading.report.ignored))),
            Paragraph(limits, small=True),
        )

    def _elsewhere_words(self, others: int, ignored: int) -> str:
        sentences = []
        if others:
            phrase = self.tr("Other readers might: read as yourself, it has {count} to look at.")
            sentences.append(phrase.format(count=others))
        if ignored:
            sentences.append(self.tr("What you ignored is left out here too: {count}.").format(count=ignored))
        return " ".join(sentences)
