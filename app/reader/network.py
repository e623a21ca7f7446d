"""Run the encoder: numbers of pieces in, answers for the post and for each of its pieces out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy
import onnxruntime
from numpy.typing import NDArray

from app.reader.unavailable import Lack, ReaderUnavailable

Numbers = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the encoder says of one post: ``post`` holds a logit for each risk, ``pieces`` pieces x risks.

    ``meaning`` is the post's place among others, 384 numbers of length 1 in all.
    """

    post: Numbers
    pieces: Numbers
    meaning: Numbers


class Network:
    """An encoder in ONNX, for several threads at once; *model* is its file, *threads* read each text.

    The runtime reads the file itself: given its content it would keep that as well, which is 25 MB.
    """

    def __init__(self, model: Path, threads: int = 2) -> None:
        onnxruntime.disable_telemetry_events()  # for Windows, where no variable of the environment does
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.enable_cpu_mem_arena = False  # which would keep what the longest text has needed
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 4  # what goes wrong is raised; nothing is written about a text
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])

    def answers(self, numbers: Sequence[int]) -> Answers:
        """Return what the encoder says of the post with these pieces, start and end among them.

        Raises :class:`ReaderUnavailable` when it cannot, as where memory runs out.
        """
        given = {"numbers": numpy.asarray([numbers], dtype=numpy.int64)}
        try:
            post, pieces, meaning = self._session.run(["post", "pieces", "meaning"], given)
        except Exception as error:  # the runtime raises kinds of its own
            raise ReaderUnavailable(Lack.FAILED) from error
        length = float(numpy.linalg.norm(meaning[0])) or 1.0
        return Answers(post[0], pieces[0], meaning[0] / length)
