"""What can be done with findings, and the gate before a text leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import TwofoldError
from app.model.finding import Finding, Report
from app.model.ids import PersonaId
from app.model.persona import Side
from app.model.policy import Dismissal, IgnoreScope, Policy
from app.reader.reading import Reading
from app.studio.advice import advice
from app.studio.reviewing import BELONGS_HERE
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.dialogs.gate_dialog import GateAnswer, GateDialog
from ui.dialogs.picking_dialog import PickingDialog, Row, Wording
from ui.dialogs.question import asked
from ui.dialogs.why_dialog import Explained, WhyDialog
from ui.widgets.finding_groups import FixChoice, IgnoreChoice
from ui.window.asking_desk import AskingDesk
from ui.window.desk import Desk
from ui.window.draft_pane import DraftPane
from ui.window.live_wordings import LiveWordings
from ui.window.pane_desk import PaneDesk
from ui.window.reader_desk import ReaderDesk


@dataclass(frozen=True, slots=True)
class Answer:
    """Something ignored, and the persona it is ignored for."""

    persona_id: PersonaId
    dismissal: Dismissal


class ReviewDesk(PaneDesk):
    """Reviews what is on show and carries out what the writer decides about findings."""

    copied = Signal(object)  # Side
    wordings_found = Signal()

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        desk: Desk,
        panes: Mapping[Side, DraftPane],
        asking: AskingDesk,
        reader: ReaderDesk,
        window: QWidget,
    ) -> None:
        super().__init__(studio, signals, desk, panes, window)
        self._reader = reader
        self._asking = asking
        self._wordings = LiveWordings(studio, self)
        self._wordings.found.connect(self.wordings_found)
        for pane in panes.values():
            pane.copy_asked.connect(self.copy_for)

    def show_finding(self, finding: Finding) -> None:
        """Select the words of *finding* in the current draft."""
        self._desk.pane.show_finding(finding)

    def step(self, direction: int) -> Finding | None:
        """Select the next (1) or previous (-1) finding from the caret on, around the end; return it."""
        findings = self._desk.pane.report().findings
        if not findings:
            return None
        caret = self._desk.pane.editor.caret()
        if direction > 0:
            chosen = next((each for each in findings if each.span.start >= caret), findings[0])
        else:
            before = [each for each in findings if each.span.end < caret]
            chosen = before[-1] if before else findings[-1]
        self._desk.pane.show_finding(chosen)
        return chosen

    def current(self) -> Finding | None:
        """Return the finding at the caret, else the worst one, ``None`` when there is none."""
        report = self._desk.pane.report()
        caret = self._desk.pane.editor.caret()
        here = (each for each in report.worst_first() if each.span.start <= caret <= each.span.end)
        return next(here, next(iter(report.worst_first()), None))

    def worded(self, side: Side) -> Report:
        """Return the report on *side* with the wordings known so far; ``wordings_found`` says when there are more."""
        report = self._panes[side].report()
        if self._panes[side].persona is None or not report.findings:
            return report
        return self._wordings.known(report, self._policy(side))

    def use_wording(self) -> None:
        """Put the first wording that holds for the current finding in its place."""
        finding = self.current()
        if finding is None or self._desk.pane.persona is None:
            return
        text = self._desk.pane.report().text
        fixes = self._studio.wordings.find(text, finding, self._policy(self._desk.side))
        if fixes:
            self.fix(FixChoice(finding, fixes[0]))

    def fix(self, choice: FixChoice) -> None:
        """Put a suggested wording in place; the text before it is kept."""
        pane = self._desk.pane
        if pane.draft is None:
            return
        try:
            self._studio.drafting.keep_before_fix(pane.draft.id)
        except TwofoldError as problem:
            self.failed.emit(problem)
        pane.apply_fix(choice.fix)

    def ignore(self, choice: IgnoreChoice) -> None:
        """Stay quiet about a finding as far as its scope reaches."""
        draft = self._desk.pane.draft
        if draft is None:
            return
        words = self._desk.pane.words(choice.finding.span)
        self._attempt(
            lambda: self._studio.reviewing.dismiss(draft.persona_id, draft.id, choice.finding, choice.scope, words)
        )

    def explain(self, finding: Finding | None = None) -> None:
        """Answer "Why am I seeing this?" about *finding* (the current one)."""
        explained = self.explained(finding)
        if explained is not None:
            asked(WhyDialog(explained, self._window))

    def explained(self, finding: Finding | None = None) -> Explained | None:
        """Return what there is to say about why *finding* (the current one) is there, ``None`` without one."""
        pane = self._desk.pane
        chosen = finding or self.current()
        if chosen is None or pane.persona is None:
            return None
        return Explained(
            chosen,
            tuple(pane.words(span) for span in chosen.evidence or (chosen.span,)),
            advice(chosen.guideline),
            pane.persona.name,
            pane.persona.works_with,
            self._reader.thoughts(pane.side, chosen),
        )

    def show_ignored(self) -> None:
        """List everything ignored on both personas, each to be taken back."""
        rows = [
            Row(self._listed(dismissal, persona.name), Answer(persona.id, dismissal))
            for persona in self._studio.personas.all()
            for dismissal in self._studio.reviewing.dismissals(persona.id)
        ]
        wording = Wording(
            self.tr("Ignored findings"),
            self.tr("Twofold keeps quiet about these. Take one back and it speaks up again."),
            self.tr("Nothing is ignored."),
            self.tr("Take back"),
        )
        asked(PickingDialog(wording, rows, self._take_back, self._window))

    def copy_for(self, side: Side) -> None:
        """Look at exactly what will leave, ask what is to be asked about it, and put it on the clipboard."""
        pane = self._panes[side]
        if pane.draft is None or pane.persona is None:
            return
        self._desk.keep()
        text = pane.editor.text()
        gate = self._studio.handing_off.gate(pane.persona.id, pane.draft.id, text, self._policy(side))
        worst = gate.asks_about
        if worst is not None:
            words = text[worst.span.start : worst.span.end]
            answer = GateDialog(worst, words, pane.persona.name, self._window).ask()
            if answer is GateAnswer.CHANGE:
                self._desk.go_to(side)
                pane.show_finding(worst)
                return
        reading = pane.live.reading()
        report = gate.report if reading is None or reading.text != text else self.join(side, gate.report, reading)
        if not self._asking.may_leave(side, report):
            return
        QGuiApplication.clipboard().setText(text)
        draft_id = pane.draft.id
        self._attempt(lambda: self._studio.handing_off.left(draft_id))
        self.copied.emit(side)

    def review(self, side: Side, text: str) -> Report | None:
        """Return the review of *text* for the draft on *side*, ``None`` while the rules are still to be loaded.

        Where no draft is open, there is nothing to review.
        """
        pane = self._panes[side]
        if pane.draft is None or pane.persona is None:
            return Report(text)
        if not self._studio.reviewing.is_ready:
            return None
        report = self._studio.reviewing.review(pane.persona.id, pane.draft.id, text, self._policy(side))
        if self._panes[side.other].persona is not None:
            return report
        return replace(report, skipped=(*report.skipped, self._what_is_locked(side.other)))

    def join(self, side: Side, report: Report, reading: Reading) -> Report:
        """Return *report* with what the second reader's *reading* adds to it for the draft on *side*."""
        pane = self._panes[side]
        if pane.draft is None or pane.persona is None or reading.text != report.text:
            return report
        return self._studio.reviewing.join(pane.persona.id, pane.draft.id, report, reading, self._policy(side))

    def _what_is_locked(self, side: Side) -> str:
        """Return what cannot be checked while nobody can say how the persona on *side* is called."""
        words = {
            Side.PERSONAL: self.tr("what leads to your personal account, which is locked"),
            Side.PROFESSIONAL: self.tr("what leads to your professional account, which is locked"),
        }
        return words[side]

    def _policy(self, side: Side) -> Policy:
        persona, other = self._panes[side].persona, self._panes[side.other].persona
        assert persona is not None
        return self._studio.personas.policy(persona.id, None if other is None else other.id)

    def _listed(self, dismissal: Dismissal, persona_name: str) -> str:
        if dismissal.rule_id == BELONGS_HERE:
            return self.tr("{persona}, this draft belongs here: “{words}”").format(
                persona=persona_name, words=dismissal.shown
            )
        template = {
            IgnoreScope.SENTENCE: self.tr("{persona}, this sentence: “{words}”"),
            IgnoreScope.PHRASE: self.tr("{persona}, this phrase everywhere: “{words}”"),
            IgnoreScope.RULE: self.tr("{persona}, this whole rule: {words}"),
        }[dismissal.scope]
        return template.format(persona=persona_name, words=dismissal.shown)

    def _take_back(self, value: object) -> None:
        if isinstance(value, Answer):
            self._attempt(lambda: self._studio.reviewing.take_back(value.persona_id, value.dismissal))
