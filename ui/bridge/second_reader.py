"""The second reader on the event loop: it reads what was written after a rest, and signals what it has to say."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.model.persona import Side
from app.reader.reading import Opinion, Reading, TaughtPost
from app.reader.unavailable import Lack, ReaderUnavailable

REST_MS = 400


class Reads(Protocol):
    """Something that reads texts on a thread of its own, the newest of each side."""

    def read(self, side: Side, text: str, near: int = 0) -> None:
        """Have *text* read, what stands at *near* first."""
        ...

    def drop(self, side: Side) -> None:
        """Forget what waits to be read on *side*."""
        ...

    def likened(self, reading: Reading, opinion: Opinion) -> tuple[TaughtPost, ...]:
        """Return the posts it was taught with that read most like this one."""
        ...

    def close(self) -> None:
        """Read nothing any more."""
        ...


Opens = Callable[[Callable[[Side, Reading], None], Callable[[ReaderUnavailable], None]], Reads]
"""Makes one, given what to call on its thread with a reading, and with what keeps it from reading."""


class Written(Protocol):
    """Something that is written in, such as an editor."""

    def text(self) -> str:
        """Return what stands in it now."""
        ...

    def caret(self) -> int:
        """Return where the caret stands."""
        ...


class SecondReader(QObject):
    """Reads what is written on each side 400 ms after the last change, while it is switched on and able to."""

    has_read = Signal(object)  # Reading, of a text that has stood on its side since ``begin_anew``
    lack_changed = Signal()
    _told = Signal(int, object)  # how often it was switched on before, Reading; emitted on the reader's thread
    _failed = Signal(int, object)  # the same, ReaderUnavailable; emitted on the reader's thread

    def __init__(self, opens: Opens, written: Mapping[Side, Written], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opens = opens
        self._written = written
        self._reads: Reads | None = None
        self._times_on = 0
        self._lack: ReaderUnavailable | None = None
        self._asked: dict[Side, list[str]] = {side: [] for side in written}
        self._rests = {side: self._rest(side) for side in written}
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._give_up, Qt.ConnectionType.QueuedConnection)

    @property
    def lack(self) -> ReaderUnavailable | None:
        """What keeps it from reading, ``None`` while nothing does that is known of."""
        return self._lack

    @property
    def is_at_work(self) -> bool:
        """Whether what is written will be read."""
        return self._reads is not None and self._lack is None

    def switch(self, *, on: bool) -> None:
        """Read from now on, or no more; whatever kept it from reading is tried again."""
        self.close()
        self._lack = None if on else ReaderUnavailable(Lack.SWITCHED_OFF)
        if on:
            number = self._times_on
            self._reads = self._opens(
                lambda _side, reading: self._tell(number, reading), lambda lack: self._tell_lack(number, lack)
            )
        self.lack_changed.emit()

    def read_soon(self, side: Side) -> None:
        """Read what stands on *side* when nothing has been written there for a while."""
        if self.is_at_work:
            self._rests[side].start()

    def begin_anew(self, side: Side) -> None:
        """Read at once what stands on *side*; nothing is said any more of what stood there before."""
        self._asked[side].clear()
        if self._reads is not None:
            self._reads.drop(side)
            self._read(side)

    def likened(self, reading: Reading, opinion: Opinion) -> tuple[TaughtPost, ...]:
        """Return the posts it was taught with that read most like this one; none while it does not read."""
        return () if self._reads is None else self._reads.likened(reading, opinion)

    def close(self) -> None:
        """Read nothing any more."""
        self._times_on += 1
        for side, rest in self._rests.items():
            rest.stop()
            self._asked[side].clear()
        reads, self._reads = self._reads, None
        if reads is not None:
            reads.close()

    def _rest(self, side: Side) -> QTimer:
        rest = QTimer(self)
        rest.setSingleShot(True)
        rest.setInterval(REST_MS)
        rest.timeout.connect(partial(self._read, side))
        return rest

    def _read(self, side: Side) -> None:
        self._rests[side].stop()
        text = self._written[side].text()
        if self._reads is None or self._lack is not None or text.isspace() or not text:
            return
        if text not in self._asked[side]:
            self._asked[side].append(text)
        self._reads.read(side, text, self._written[side].caret())

    def _tell(self, number: int, reading: Reading) -> None:
        """Hand a reading over to the event loop; once closed, there may be none."""
        if number == self._times_on:
            self._told.emit(number, reading)

    def _tell_lack(self, number: int, lack: ReaderUnavailable) -> None:
        if number == self._times_on:
            self._failed.emit(number, lack)

    def _take(self, number: int, reading: Reading) -> None:
        asked = self._asked[reading.side]
        if number == self._times_on and reading.text in asked:
            del asked[: asked.index(reading.text)]
            self.has_read.emit(reading)

    def _give_up(self, number: int, lack: ReaderUnavailable) -> None:
        if number == self._times_on:
            self._lack = lack
            self.lack_changed.emit()
