"""What is saved and what is not: said above the drafts, and asked about before anything could be lost."""

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.store.saver import Edit, SavedMark
from app.studio.studio import Studio
from ui.bridge.studio_signals import SaveFailure, StudioSignals
from ui.dialogs.unsaved_dialog import UnsavedAnswer, UnsavedDialog, copied_wording, unsaved_wording
from ui.widgets.notice_strip import Notice, NoticeAction, NoticeKind, NoticeStrip
from ui.window.sentences import read_only_sentence, sentence_for

_COPY = "copy"


class Safekeeping(QObject):
    """Speaks through the strip of the window: what passes gives way to what holds until it is mended."""

    save_state_changed = Signal(object)  # str, a few words
    chosen = Signal(object)  # NoticeAction, one that is not about saving

    def __init__(
        self,
        studio: Studio,
        signals: StudioSignals,
        strip: NoticeStrip,
        now: Callable[[], datetime],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio = studio
        self._signals = signals
        self._strip = strip
        self._now = now
        self._window = window
        self._failure: SaveFailure | None = None
        self._asking = False
        strip.chosen.connect(self._answer)
        signals.saved.connect(self._saved)
        signals.save_failed.connect(self._save_failed)

    def stand_by(self) -> None:
        """Show what holds until it is mended: that something is not saved, or that nothing can be written."""
        if self._failure is not None:
            copy = NoticeAction(_COPY, self.tr("Copy the unsaved text"))
            self._strip.show_notice(Notice(NoticeKind.ERROR, sentence_for(self._failure.error), (copy,)))
            return
        closed = tuple(vault.path for vault in self._studio.vaults.opened() if vault.read_only)
        self._strip.show_notice(Notice(NoticeKind.WARN, read_only_sentence(closed)) if closed else None)

    def warn(self, problem: BaseException) -> None:
        """Say what went wrong, until it is answered."""
        if self._failure is not None and type(problem) is type(self._failure.error):
            self.stand_by()  # this says it already, and offers the text
            return
        close = NoticeAction("close", self.tr("Close"))
        self._strip.show_notice(Notice(NoticeKind.ERROR, sentence_for(problem), (close,)))

    def inform(self, words: str, *actions: NoticeAction) -> None:
        """Say something in passing; it gives way to nothing that is wrong."""
        if self._failure is None:
            close = NoticeAction("close", self.tr("Close"))
            self._strip.show_notice(Notice(NoticeKind.INFO, words, (*actions, close)))

    def may_close(self) -> bool:
        """Return whether all that was typed is durable, or the writer has let it go with a copy in hand."""
        if self._asking:
            return False
        unsaved = self._studio.settle()
        if not unsaved:
            return True
        self._asking = True
        try:
            wording = unsaved_wording(sentence_for(unsaved[0].error))
            if UnsavedDialog(wording, self._window).ask() is UnsavedAnswer.STAY:
                return False
            self._copy(each.edit for each in unsaved)
            return UnsavedDialog(copied_wording(), self._window).ask() is UnsavedAnswer.GO_ON
        finally:
            self._asking = False

    def stop(self) -> None:
        """Hear no more of the saver."""
        self._signals.saved.disconnect(self._saved)
        self._signals.save_failed.disconnect(self._save_failed)

    def _saved(self, mark: SavedMark) -> None:
        if all(edit == mark.edit for edit in self._studio.unsaved()):
            words = self.tr("Saved {time}").format(time=f"{self._now().astimezone():%H:%M}")
            self.save_state_changed.emit(words)
            if self._failure is not None:
                self._failure = None
                self.stand_by()

    def _save_failed(self, failure: SaveFailure) -> None:
        self._failure = failure
        self.save_state_changed.emit(self.tr("Not saved"))
        self.stand_by()

    def _answer(self, action: NoticeAction) -> None:
        if action.key == _COPY:
            self._copy(self._studio.unsaved())
            return
        self.stand_by()
        self.chosen.emit(action)

    def _copy(self, edits: Iterable[Edit]) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(edit.text for edit in edits))
