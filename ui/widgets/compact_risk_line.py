"""The inspector of a narrow window: the worst finding in one line, and a way to all of them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.finding import Report
from ui.widgets.accessible_roles import set_role
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.finding_words import quoted
from ui.widgets.icon_label import IconLabel
from ui.widgets.lens_words import Reader, count_words, reader_words
from ui.widgets.verdict import CHECKING, Verdict, severity_word, verdict_icon, verdict_of, verdict_words

if TYPE_CHECKING:
    from app.checks.lens import Reading


class CompactRiskLine(Card):
    """Shows the worst finding of a report, or what the review came to."""

    all_asked = Signal(object)  # Report, when the user wants to see every finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = Report("")
        self._reading: Reading | None = None
        self._reader: Reader | None = None
        self._shown: tuple[Report, Verdict, str] = (self._report, CHECKING, "")
        self._icon = IconLabel("check", size=18)
        self._title = ElidedLabel(look="h2")
        self._words = ElidedLabel()
        self._all = Button("")
        self._all.clicked.connect(self._ask_for_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(self._all)
        set_role(self, QAccessible.Role.Grouping)
        self.setMinimumHeight(50)

    def show_checking(self, persona_name: str) -> None:
        """Say that the draft of *persona_name* is still to be reviewed."""
        self._show(Report(""), CHECKING, persona_name)

    def show_report(self, report: Report, persona_name: str, *, is_checking: bool = False) -> None:
        """Show the worst finding of *report* about the draft of *persona_name*; more may come while *is_checking*."""
        self._show(report, verdict_of(report, is_checking=is_checking), persona_name)

    def show_reading(self, reading: "Reading | None", reader: Reader | None) -> None:
        """Say how much *reader* would mind in place of the findings; ``None`` is the writer.

        Without a *reading*, it is still to come.
        """
        if (reading, reader) != (self._reading, self._reader):
            self._reading, self._reader = reading, reader
            self._show(*self._shown)

    def _show(self, report: Report, verdict: Verdict, persona_name: str) -> None:
        self._report, self._shown = report, (report, verdict, persona_name)
        if self._reader is not None:
            self._show_lens(self._reading, self._reader)
            return
        self._icon.show_icon(*verdict_icon(verdict))
        worst = report.worst_first()[:1]
        if worst:
            phrase = self.tr("{severity}: {title}")
            self._title.set_text(phrase.format(severity=severity_word(worst[0].severity), title=worst[0].title))
            self._words.set_text(quoted(report.text[worst[0].span.start : worst[0].span.end]))
        else:
            self._title.set_text(self.tr("{persona} draft").format(persona=persona_name))
            self._words.set_text(verdict_words(verdict))
        count = len(report.findings)
        self._all.set_words(self.tr("Show all %n", "", count) if count else "")
        self._all.setVisible(count > 0)
        summary = self.tr("Before you post, {persona}: {verdict}")
        self.setAccessibleName(summary.format(persona=persona_name, verdict=verdict_words(verdict)))

    def _show_lens(self, reading: "Reading | None", reader: Reader) -> None:
        self._icon.show_icon("eye", "ink_soft")
        self._title.set_text(self.tr("Read as {reader}").format(reader=reader_words(reader)))
        count = 0 if reading is None else len(reading.sentences)
        self._words.set_text(verdict_words(CHECKING) if reading is None else count_words(reader, count))
        self._all.set_words(self.tr("Show all %n", "", count) if count else "")
        self._all.setVisible(count > 0)
        self.setAccessibleName(f"{self._title.text()}: {self._words.text()}")

    def _ask_for_all(self) -> None:
        self.all_asked.emit(self._report)
