"""The second reader at work beside the studio: on a thread of its own, the newest text of each pane."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from app.latest import LatestWorker
from app.model.persona import Side
from app.reader.reading import Opinion, Reading, TaughtPost
from app.reader.unavailable import Lack, ReaderUnavailable

if TYPE_CHECKING:
    from app.reader.second_reader import SecondReader


@dataclass(frozen=True, slots=True)
class _Job:
    side: Side
    text: str
    near: int


class SecondReading:
    """Reads what it is given and tells *on_read*; what keeps it from reading goes to *on_lack*, once.

    Both are called on the reader's own thread. The weights in *folder* are loaded with the first text. Of a long text
    *on_read* gets what stands near first, and then the whole, unless a newer text of that side has come meanwhile.
    """

    def __init__(
        self,
        folder: Traversable,
        *,
        on_read: Callable[[Side, Reading], None],
        on_lack: Callable[[ReaderUnavailable], None],
    ) -> None:
        self._folder = folder
        self._on_read = on_read
        self._on_lack = on_lack
        self._reader: SecondReader | None = None
        self._worker: LatestWorker[Side, _Job, None] | None = None
        self._lack: ReaderUnavailable | None = None
        self._is_closed = False

    @property
    def lack(self) -> ReaderUnavailable | None:
        """What has kept the reader from reading, ``None`` as long as nothing has."""
        return self._lack

    def read(self, side: Side, text: str, near: int = 0) -> None:
        """Have *text* read, what stands at *near* first, not what waits on *side*; do nothing without a reader."""
        if self._lack is not None or self._is_closed:
            return
        if self._worker is None:
            self._worker = LatestWorker("second reader", self._do, on_done=_done, on_failed=self._failed)
        self._worker.put(side, _Job(side, text, near))

    def drop(self, side: Side) -> None:
        """Forget what waits to be read on *side*."""
        if self._worker is not None:
            self._worker.drop(side)

    def likened(self, reading: Reading, opinion: Opinion) -> tuple[TaughtPost, ...]:
        """Return the two posts that the reader was taught with, for the same risk, which read most like this one.

        There are none as long as nothing has been read, or if their file is not the one that was shipped.
        """
        if self._reader is None:
            return ()
        try:
            return self._reader.likened(reading.text, reading.side, opinion)
        except ReaderUnavailable:
            return ()

    def close(self) -> None:
        """Read nothing any more; what is being read right now is waited for a moment."""
        self._is_closed = True
        if self._worker is not None:
            self._worker.close(1.0)

    def _do(self, job: _Job) -> None:
        if self._lack is not None:
            return
        if self._reader is None:
            from app.reader.loading import load_reader  # a start does without

            self._reader = load_reader(self._folder)
        is_told = False
        for reading in self._reader.readings(job.text, job.side, job.near):
            if reading.is_whole or not is_told:
                self._on_read(job.side, reading)
                is_told = True
            if self._worker is not None and self._worker.waits(job.side):
                return

    def _failed(self, _side: Side, _job: _Job, error: Exception) -> None:
        self._lack = error if isinstance(error, ReaderUnavailable) else ReaderUnavailable(Lack.FAILED)
        self._on_lack(self._lack)


def _done(_side: Side, _job: _Job, _result: None) -> None:
    """Do nothing: what was read has been told of already."""
