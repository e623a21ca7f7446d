"""Opens the rule desk, and has the draft in front, or a sentence to try, explained while nobody types."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.model.finding import Report, Span
from app.model.persona import Side
from app.model.policy import Policy
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.window.coming_forward import come_forward
from ui.window.desk import Desk
from ui.window.draft_pane import DraftPane
from ui.window.pane_desk import PaneDesk

if TYPE_CHECKING:
    from app.checks.explained import ExplainedSentence
    from app.checks.explaining import Explainer
    from ui.dialogs.rule_desk_dialog import RuleDeskDialog

MOST_EXPLAINED = 3_000
"""Of a longer draft so many characters about the caret are explained."""

_REST_MS = 400
_AT_A_TIME_MS = 6


class RuleDesk(PaneDesk):
    """Follows the draft in front; nothing is worked out while the desk is closed or somebody types."""

    sized = Signal(object)  # QSize, that the desk had when it was closed

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        desk: Desk,
        panes: Mapping[Side, DraftPane],
        size: QSize | None,
        window: QWidget,
    ) -> None:
        super().__init__(studio, signals, desk, panes, window)
        self._size = size
        self._dialog: RuleDeskDialog | None = None
        self._explainer: tuple[Policy, Explainer] | None = None
        self._under_way: tuple[Report, Iterator[ExplainedSentence], list[ExplainedSentence]] | None = None
        self._shown = Report("")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._go_on)
        desk.side_changed.connect(lambda _side: self._follow())
        for pane in panes.values():
            pane.editor.document().contentsChanged.connect(self._follow)
            pane.report_changed.connect(lambda _side: self._follow())

    def show(self) -> None:
        """Open the desk, or bring it forward."""
        if self._dialog is None:
            self._dialog = self._made()
            self._begin()
        come_forward(self._dialog)

    def close(self) -> None:
        """Close the desk: the vaults are about to close."""
        if self._dialog is not None:
            self._dialog.close()

    def _made(self) -> "RuleDeskDialog":
        from app.studio.stance_presets import stance_choices  # neither is needed for the first paint
        from ui.dialogs.rule_desk_dialog import USUAL_SIZE, RuleDeskDialog

        risk_words = dict(stance_choices(self._desk.side).risks)
        dialog = RuleDeskDialog(risk_words, self._size or USUAL_SIZE, self._window)
        dialog.tried.connect(lambda _sentence: self._follow())
        dialog.chosen.connect(self._select)
        dialog.size_changed.connect(self._remember)
        dialog.closed.connect(self._closed)
        return dialog

    def _remember(self, size: QSize) -> None:
        self._size = size

    def _closed(self) -> None:
        self._dialog = None
        self._stop()
        if self._size is not None:
            self.sized.emit(self._size)

    def _follow(self) -> None:
        if self._dialog is not None:
            self._soon.stop()
            self._rest.start()

    def _stop(self) -> None:
        self._rest.stop()
        self._soon.stop()
        self._under_way = None

    def _begin(self) -> None:
        pane, dialog = self._desk.pane, self._dialog
        if dialog is None:
            return
        if pane.persona is None or not self._studio.reviewing.is_ready:
            self._rest.start()
            return
        policy = self._policy()
        if self._explainer is None or self._explainer[0] != policy:
            self._explainer = policy, self._studio.reviewing.explainer(policy)
        explainer = self._explainer[1]
        sentence = dialog.sentence()
        dialog.show_about(pane.persona.name, is_draft=not sentence)
        if sentence:
            report = self._studio.reviewing.try_out(sentence, policy)
        elif pane.draft is None:
            report = Report("")
        else:
            report = self._studio.reviewing.review(pane.persona.id, pane.draft.id, pane.editor.text(), policy)
        within = None if sentence else _within(report.text, pane.editor.caret())
        self._under_way = report, explainer.sentences(report, within), []
        self._soon.start()

    def _go_on(self) -> None:
        """Explain some sentences and let keys through; when all are explained, show them."""
        if self._under_way is None or self._explainer is None or self._dialog is None:
            self._stop()
            return
        report, sentences, done = self._under_way
        watch = QElapsedTimer()
        watch.start()
        for each in sentences:
            done.append(each)
            if watch.elapsed() >= _AT_A_TIME_MS:
                return
        self._stop()
        from ui.widgets.trace_words import traced

        self._shown = report
        explanation = self._explainer[1].explained(report, done)
        self._dialog.show_trace(traced(explanation, self._dialog.risk_words), self._note(report))

    def _note(self, report: Report) -> str:
        if not report.text.strip():
            return self.tr("There is no text yet. Write something, or try a sentence above.")
        if len(report.text) > MOST_EXPLAINED:
            phrase = self.tr("This draft is long: the {count} characters about the caret are explained.")
            return phrase.format(count=f"{MOST_EXPLAINED:,}")
        return ""

    def _select(self, span: Span) -> None:
        """Select the words of a row in the draft; a sentence that was only tried is in none."""
        dialog, pane = self._dialog, self._desk.pane
        if dialog is not None and not dialog.sentence() and pane.editor.text() == self._shown.text:
            pane.editor.select_span(span)

    def _policy(self) -> Policy:
        persona, other = self._desk.pane.persona, self._desk.other_pane.persona
        assert persona is not None
        return self._studio.personas.policy(persona.id, None if other is None else other.id)


def _within(text: str, caret: int) -> Span | None:
    if len(text) <= MOST_EXPLAINED:
        return None
    start = max(0, min(caret - MOST_EXPLAINED // 2, len(text) - MOST_EXPLAINED))
    return Span(start, start + MOST_EXPLAINED)
