"""The inspector "Before you post": what to look at in one draft, in whose eyes, and a word about the other."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.finding import Report
from ui.widgets.accessible_roles import set_role
from ui.widgets.announcer import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.clock_line import ClockLine
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.finding_groups import FindingGroup, FixChoice, IgnoreChoice, Readership, grouped
from ui.widgets.finding_words import counts_words
from ui.widgets.findings_list import FindingsList
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icon_label import IconLabel
from ui.widgets.lens_words import Reader, reader_words
from ui.widgets.notice_strip import Notice, NoticeKind, NoticeStrip
from ui.widgets.paragraphs import Paragraph, Paragraphs
from ui.widgets.verdict import CHECKING, Verdict, VerdictState, severity_word, verdict_icon, verdict_of, verdict_words
from ui.widgets.wrapped_label import wrapped_label

if TYPE_CHECKING:
    from app.checks.lens import Reading
    from ui.widgets.lens_list import LensList

__all__ = ["FixChoice", "IgnoreChoice", "RiskPanel"]


_LONGEST_NAME = 16
_CLOSE_ROOM = 30  # of the button that is there while the panel lies over the drafts


class RiskPanel(Card):
    """Shows one report at a time; a report that looks the same changes nothing and is not announced again."""

    shown = Signal(object)  # Finding, to be selected in the text
    fix_chosen = Signal(object)  # FixChoice
    ignored = Signal(object)  # IgnoreChoice
    why_asked = Signal(object)  # Finding
    readers_asked = Signal()  # to choose whose eyes
    reader_left = Signal()  # by Escape
    persona_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._readership = Readership("")
        self._groups: tuple[FindingGroup, ...] = ()
        self._counts = ElidedLabel(look="muted")
        self._read_as = Button("", icon_name="eye")
        self._clock = ClockLine()
        self._skipped = NoticeStrip()
        self._list = FindingsList()
        self._empty = Paragraphs()
        self._lens: LensList | None = None
        self._reader: Reader | None = None
        self._raised: Collection[str] = ()
        self._is_checking = False
        self._owes_verdict = False
        self._second_reader = wrapped_label(look="muted")
        self._second_reader.hide()
        self._other = QWidget()
        self._other_icon = IconLabel("check")
        self._other_words = ElidedLabel()
        set_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(self.tr("Before you post"))
        self._lay_out()
        self._name_reader()
        self._read_as.clicked.connect(self.readers_asked)
        self._clock.persona_asked.connect(self.persona_asked)
        self._list.shown.connect(self.shown)
        self._list.fix_chosen.connect(self.fix_chosen)
        self._list.ignored.connect(self.ignored)
        self._list.why_asked.connect(self.why_asked)

    def show_checking(self, persona_name: str) -> None:
        """Say that the draft of *persona_name* is still to be reviewed; what is found then is not news."""
        self._report, self._readership, self._groups = None, Readership(persona_name), ()
        self._is_checking = self._owes_verdict = False
        self._name_draft(persona_name, "", CHECKING)
        self._skipped.show_notice(None)
        self._list.show_groups((), self._readership)
        self._empty.show_paragraphs(Paragraph(verdict_words(CHECKING), "ink_soft"))
        self._show_one_reading()

    def set_report(
        self,
        report: Report,
        persona_name: str,
        works_with: str = "clients",
        raised: Collection[str] = (),
        *,
        is_checking: bool = False,
    ) -> None:
        """Show *report* about the draft of *persona_name*, whose readers at work are *works_with* (plural).

        *raised* are the categories of risks that weigh more because these read along. While *is_checking*, more may
        still be found.
        """
        self._raised = raised
        readership = Readership(persona_name, works_with)
        if (report, readership, is_checking) == (self._report, self._readership, self._is_checking):
            self._show_one_reading()
            return
        before, same_draft = self._groups, readership == self._readership and self._report is not None
        self._report, self._readership, self._groups = report, readership, grouped(report)
        self._is_checking = is_checking
        self._name_draft(persona_name, counts_words(report), verdict_of(report, is_checking=is_checking))
        self._skipped.show_notice(self._skipped_notice(report))
        self._list.show_groups(self._groups, readership)
        if not self._groups:
            self._empty.show_paragraphs(*self._empty_words(report))
        self._show_one_reading()
        words = self._change_words(before) if same_draft else ""
        if same_draft and self._reader is None:
            announce(self, words)

    def show_second_reader(self, words: str) -> None:
        """Say in *words* why the second reader adds nothing; empty while it reads along."""
        if words != self._second_reader.text():
            self._second_reader.setText(words)
            self._second_reader.setVisible(bool(words))

    def show_reading(self, reading: "Reading | None", reader: Reader | None) -> None:
        """Show the draft as *reader* reads it in place of the findings; ``None`` is the writer.

        Without a *reading*, it is still to come.
        """
        if reader is None and self._reader is None:
            return
        self._reader = reader
        lens = self._made_lens()
        if reader is None:
            lens.forget()
        elif reading is None:
            lens.show_checking(reader)
        else:
            lens.show_reading(reading, reader, len(self._report.findings) if self._report is not None else 0)
        self._name_reader()
        self._show_one_reading()

    def menu_place(self) -> QPoint:
        """Return where a menu of readers belongs on the screen."""
        return self._read_as.mapToGlobal(self._read_as.rect().bottomLeft())

    def show_other(self, persona_name: str, verdict: Verdict | None) -> None:
        """Sum up the draft in the other pane; ``None`` when there is none on show."""
        self._other.setVisible(verdict is not None)
        if verdict is None:
            return
        phrase = self.tr("{persona} draft: {verdict}")
        words = verdict_words(verdict)
        name = _shortened(persona_name)
        self._other_words.set_text(phrase.format(persona=name, verdict=words[:1].lower() + words[1:]))
        self._other_icon.show_icon(*verdict_icon(verdict))

    def focus_findings(self) -> bool:
        """Give the first finding, or sentence that the reader would mind, the keyboard; return whether there is one."""
        return self._list.focus_first() if self._reader is None else self._made_lens().focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._reader is not None:
            self.reader_left.emit()
        else:
            super().keyPressEvent(event)

    def _show_one_reading(self) -> None:
        """Show what is found for the writer, or for the reader whose eyes the draft is read with."""
        own = self._reader is None
        self._clock.show_raised(self._raised if own else (), self._readership.works_with)
        self._list.setVisible(own and bool(self._groups))
        self._empty.setVisible(own and not self._groups)
        if self._lens is not None:
            self._lens.setVisible(not own)

    def _made_lens(self) -> "LensList":
        """Return the list for a reader's eyes, made when it is first needed."""
        if self._lens is None:
            from ui.widgets.lens_list import LensList

            self._lens = LensList()
            self._lens.shown.connect(self.shown)
            self._column.insertWidget(self._column.indexOf(self._list) + 1, self._lens, 1)
        return self._lens

    def _name_reader(self) -> None:
        who = self.tr("you") if self._reader is None else reader_words(self._reader)
        self._read_as.set_words(self.tr("Read as: {reader}").format(reader=who))

    def _name_draft(self, persona_name: str, counts: str, verdict: Verdict) -> None:
        self._counts.set_text(": ".join(part for part in (_shortened(persona_name), counts) if part))
        self.setAccessibleName(self.tr("Before you post, {persona}").format(persona=persona_name))
        self.setAccessibleDescription(verdict_words(verdict))

    def _lay_out(self) -> None:
        head = FlowLayout(gap=10, line_gap=2)
        head.setContentsMargins(0, 0, _CLOSE_ROOM, 0)
        head.addWidget(ElidedLabel(self.tr("Before you post"), look="heading"))
        head.addWidget(self._counts)
        foot = QHBoxLayout(self._other)
        foot.setContentsMargins(0, 4, 0, 0)
        foot.setSpacing(7)
        foot.addWidget(self._other_icon)
        foot.addWidget(self._other_words, 1)
        self._other.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._read_as, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._clock)
        column.addWidget(self._skipped)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(self._second_reader)
        column.addWidget(self._other)

    def _skipped_notice(self, report: Report) -> Notice | None:
        if not report.skipped:
            return None
        phrase = self.tr("Could not check: {checks}. Please look yourself.")
        return Notice(NoticeKind.WARN, phrase.format(checks=", ".join(report.skipped)))

    def _empty_words(self, report: Report) -> tuple[Paragraph, ...]:
        if verdict_of(report).state is VerdictState.EMPTY:
            return (Paragraph(self.tr("What to look at shows up here while you write."), "ink_soft"),)
        if self._is_checking:
            return (Paragraph(verdict_words(CHECKING), "ink_soft"),)
        checked = self.tr(
            "Looked for names and numbers that should stay private, plans that are not public yet, complaints about "
            "work and people, words that hurt or divide, where to find you, and what belongs on the other account."
        )
        limits = self.tr("Pictures, links and what only you know were not looked at.")
        head = self.tr("The other checks found nothing") if report.skipped else self.tr("Nothing found")
        return (
            Paragraph(head, "ink", bold=True),
            Paragraph(checked, "ink_soft"),
            Paragraph(limits, "ink_soft", small=True),
        )

    def _change_words(self, before: tuple[FindingGroup, ...]) -> str:
        """Return what to tell a screen reader: what is new, else what is left when something went.

        While more may still be found, that nothing is left has to wait.
        """
        old_keys = {group.key for group in before}
        new = [group for group in self._groups if group.key not in old_keys]
        if new:
            self._owes_verdict = False
            phrase = self.tr("{severity} risk: {title}.")
            sentences = [phrase.format(severity=severity_word(each.severity), title=each.first.title) for each in new]
            return " ".join(sentences[:3])
        has_waited = self._owes_verdict and not self._is_checking
        if self._report is None or (len(self._groups) == len(old_keys) and not has_waited):
            return ""
        self._owes_verdict = self._is_checking and not self._groups
        return "" if self._owes_verdict else verdict_words(verdict_of(self._report))


def _shortened(name: str) -> str:
    """Return *name*, or its beginning: what is said about the draft matters more than the end of a long name."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
