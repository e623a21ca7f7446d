"""Say when a draft reads like the other side, and take the writer's answer."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import TwofoldError
from app.model.draft import Draft
from app.model.finding import Span
from app.model.ids import DraftId
from app.model.persona import Side
from app.studio.studio import Studio
from ui.bridge.studio_signals import StudioSignals
from ui.window.draft_pane import DraftPane

_PAUSE_MS = 600
_REST_MS = 4000
_STEP_MS = 20
_MOST_WORDS = 3
_LONGEST_WORDS = 32


class BelongingDesk(QObject):
    """Looks when the writer pauses; reads how the two personas write when nothing has been saved for a while."""

    failed = Signal(object)  # TwofoldError

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        panes: Mapping[Side, DraftPane],
        move: Callable[[Side], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._signals = signals
        self._panes = panes
        self._said: dict[Side, tuple[DraftId, tuple[str, ...]]] = {}
        self._pauses = {side: _single_shot(_PAUSE_MS, partial(self._look, side), self) for side in Side}
        self._rest = _single_shot(_REST_MS, self._learn, self)
        self._step = _single_shot(_STEP_MS, self._read_on, self)
        for side, pane in panes.items():
            pane.report_changed.connect(self._report_changed)
            pane.strip.move_asked.connect(partial(move, side))
            pane.strip.belongs_here.connect(partial(self._keep_here, side))
        signals.changed.connect(self._rest_again)
        signals.saved.connect(self._rest_again)
        signals.changed.connect(self._look_at_both_soon)

    def stop(self) -> None:
        """Look and read no more."""
        self._signals.saved.disconnect(self._rest_again)
        self._signals.changed.disconnect(self._rest_again)
        self._signals.changed.disconnect(self._look_at_both_soon)
        for timer in (*self._pauses.values(), self._rest, self._step):
            timer.stop()
        for pane in self._panes.values():
            pane.report_changed.disconnect(self._report_changed)

    def _report_changed(self, side: Side) -> None:
        draft = self._panes[side].draft
        if side in self._said and (draft is None or draft.id != self._said[side][0]):
            self._say_nothing(side)
        self._pauses[side].start()

    def _look_at_both_soon(self, _change: object) -> None:
        for pause in self._pauses.values():
            pause.start()

    def _look(self, side: Side) -> None:
        pane, across = self._panes[side], self._panes[side.other].persona
        draft = pane.draft
        if draft is None or not pane.is_reviewed:
            return
        try:
            reading = self._studio.belonging.reading(draft, pane.report(), across.id if across is not None else None)
        except TwofoldError as problem:
            self.failed.emit(problem)
            return
        if reading is None:
            self._say_nothing(side)
        else:
            self._say(side, draft, reading.deciding)

    def _say(self, side: Side, draft: Draft, deciding: tuple[Span, ...]) -> None:
        """Say it once: what was said stands while the words that it named are there."""
        pane, across = self._panes[side], self._panes[side.other].persona
        text = pane.report().text
        said = self._said.get(side)
        if said is not None and said[0] == draft.id and all(word in text for word in said[1]):
            words = said[1]
        else:
            words = _words(text, deciding)
        self._said[side] = draft.id, words
        quoted = ", ".join(f"“{_short(word)}”" for word in words)
        pane.strip.show_belonging(
            self._sentence(side.other).format(words=quoted), across.name if across is not None else None
        )

    def _say_nothing(self, side: Side) -> None:
        self._said.pop(side, None)
        self._panes[side].strip.hide_belonging()

    def _sentence(self, side: Side) -> str:
        if side is Side.PERSONAL:
            return self.tr("This reads like your personal side: {words}.")
        return self.tr("This reads like your professional side: {words}.")

    def _keep_here(self, side: Side) -> None:
        pane = self._panes[side]
        if pane.draft is None:
            return
        try:
            self._signals.announce(self._studio.belonging.keep_here(pane.draft, pane.editor.text()), self)
        except TwofoldError as problem:
            self.failed.emit(problem)
            return
        self._say_nothing(side)
        pane.editor.setFocus()

    def _rest_again(self, _news: object) -> None:
        self._rest.start()

    def _learn(self) -> None:
        personas = [pane.persona for pane in self._panes.values() if pane.persona is not None]
        with suppress(TwofoldError):  # what keeps a vault from being read is said where its drafts are wanted
            self._studio.belonging.learn(persona.id for persona in personas)
            self._step.start()

    def _read_on(self) -> None:
        with suppress(TwofoldError):
            if self._studio.belonging.read_on():
                self._step.start()
            else:
                self._look_at_both_soon(None)


def _single_shot(milliseconds: int, then: Callable[[], None], parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer


def _words(text: str, deciding: tuple[Span, ...]) -> tuple[str, ...]:
    """Return the weightiest of the words that decided, each once, a handle with its sign."""
    words: dict[str, str] = {}
    for span in deciding:
        start = span.start - 1 if span.start and text[span.start - 1] in "@#" else span.start
        word = text[start : span.end]
        words.setdefault(word.casefold(), word)
    return tuple(words.values())[:_MOST_WORDS]


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST_WORDS else f"{plain[: _LONGEST_WORDS - 1].rstrip()}…"
