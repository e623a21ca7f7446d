"""The second reader at work beside the studio: on a thread of its own, the newest text of each pane."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from threading import Lock
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

    Both are called on the reader's own thread. The weights in *folder* are loaded with the first text.
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
        self._reads = Lock()
        self._worker: LatestWorker[Side, _Job, None] | None = None
        self._lack: ReaderUnavailable | None = None

    @property
    def lack(self) -> ReaderUnavailable | None:
        """What has kept the reader from reading, ``None`` as long as nothing has."""
        return self._lack

    def read(self, side: Side, text: str, near: int = 0) -> None:
        """Have *text* read, what stands at *near* first, not what waits on *side*; do nothing without a reader."""
        if self._lack is not None:
            return
        if self._worker is None:
            self._worker = LatestWorker("second reader", self._do, on_done=_done, on_failed=self._failed)
        self._worker.put(side, _Job(side, text, near))

    def drop(self, side: Side) -> None:
        """Forget what waits to be read on *side*."""
        if self._worker is not None:
            self._worker.drop(side)

    def likened(self, reading: Reading, opinion: Opinion) -> tuple[TaughtPost, ...]:
        """Return the two posts that the reader was taught with, for the same risk, which read most like this one."""
        if self._reader is None:
            return ()
        with self._reads:
            return self._reader.likened(reading.text, reading.side, opinion)

    def close(self) -> None:
        """Read nothing any more; what is being read right now is waited for a moment."""
        if self._worker is not None:
            self._worker.close(1.0)

    def _do(self, job: _Job) -> None:
        if self._lack is not None:
            return
        if self._reader is None:
            from app.reader.loading import load_reader  # a start does without

            self._reader = load_reader(self._folder)
        readings = self._reader.readings(job.text, job.side, job.near)
        while True:
            with self._reads:
                reading = next(readings, None)
            if reading is None:
                return
            self._on_read(job.side, reading)
            if self._worker is not None and self._worker.waits(job.side):
                return

    def _failed(self, _side: Side, _job: _Job, error: Exception) -> None:
        self._lack = error if isinstance(error, ReaderUnavailable) else ReaderUnavailable(Lack.FAILED)
        self._on_lack(self._lack)


def _done(_side: Side, _job: _Job, _result: None) -> None:
    """Do nothing: what was read has been told of already."""
