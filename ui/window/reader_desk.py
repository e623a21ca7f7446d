"""Has the second reader read what is on show, brings what it says to the panes, and knows why it does not read."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.model.finding import Finding
from app.model.persona import Side
from app.reader.naming import is_readers
from app.reader.reading import Reading
from app.reader.unavailable import ReaderUnavailable
from ui.bridge.second_reader import Opens, Reads, SecondReader
from ui.dialogs.why_dialog import SecondThoughts
from ui.widgets.second_reader_words import not_understood_words, off_words
from ui.window.draft_pane import DraftPane


def shipped_reading(on_read: Callable[[Side, Reading], None], on_lack: Callable[[ReaderUnavailable], None]) -> Reads:
    """Return the second reader whose weights come with Twofold."""
    from app.reader.loading import shipped_folder  # the studio shows the drafts first
    from app.studio.second_reading import SecondReading

    return SecondReading(shipped_folder(), on_read=on_read, on_lack=on_lack)


class ReaderDesk(QObject):
    """Nothing is loaded until ``begin``, which waits for the first paint."""

    said_changed = Signal()  # what ``words`` returns

    def __init__(self, panes: Mapping[Side, DraftPane], opens: Opens, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._opens = opens
        self._reader: SecondReader | None = None

    def begin(self, *, on: bool) -> None:
        """Read along from now on, if *on*."""
        reader = self._reader = SecondReader(
            self._opens, {side: pane.editor for side, pane in self._panes.items()}, self
        )
        reader.has_read.connect(self._take)
        reader.lack_changed.connect(self._tell_panes)
        for side, pane in self._panes.items():
            pane.text_written.connect(partial(reader.read_soon, side))
            pane.draft_shown.connect(partial(reader.begin_anew, side))
        self.switch(on=on)

    def switch(self, *, on: bool) -> None:
        """Read along, or no more."""
        if self._reader is not None:
            self._reader.switch(on=on)
            for side in self._panes:
                self._reader.read_soon(side)

    def words(self, side: Side) -> str:
        """Return why the second reader adds nothing to what the rules say on *side*; empty while it may."""
        if self._reader is not None and self._reader.lack is not None:
            return off_words(self._reader.lack)
        reading = self._panes[side].live.reading()
        return "" if reading is None or reading.understood else not_understood_words()

    def thoughts(self, side: Side, finding: Finding) -> SecondThoughts | None:
        """Return how the second reader came to *finding*, ``None`` if it has not made it."""
        reading = self._panes[side].live.reading()
        if self._reader is None or reading is None or not is_readers(finding):
            return None
        same = (each for each in reading.opinions if each.risk is finding.risk and each.span.overlaps(finding.span))
        opinion = next(same, None)
        if opinion is None:
            return None
        return SecondThoughts(opinion.sureness, tuple(post.text for post in self._reader.likened(reading, opinion)))

    def close(self) -> None:
        """Read nothing any more."""
        if self._reader is not None:
            self._reader.close()

    def _take(self, reading: Reading) -> None:
        self._panes[reading.side].take_reading(reading)
        self.said_changed.emit()

    def _tell_panes(self) -> None:
        for pane in self._panes.values():
            pane.live.expect_readings(expected=self._reader is not None and self._reader.is_at_work)
        self.said_changed.emit()
