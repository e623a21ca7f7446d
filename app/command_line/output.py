"""Write for whoever reads: a person, a file, or a program that may stop reading at any time."""

import io
import os
import sys
from dataclasses import dataclass
from typing import TextIO

from app.errors import TwofoldError


@dataclass(eq=False)
class OutputFailed(TwofoldError):
    """The answer could not be written; *reason* is the system's own word for it."""

    reason: str


class Output:
    """A stream that is flushed after each piece; letters that it cannot show are written out, never refused."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

    @property
    def stream(self) -> TextIO | None:
        """What is written to, ``None`` for a program started without it."""
        return self._stream

    def write(self, text: str) -> None:
        """Write and flush; raise ``BrokenPipeError`` when nobody reads any more, else ``OutputFailed``."""
        if self._stream is None:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputFailed(error.strerror or str(error)) from error


def abandon_standard_output() -> None:
    """Let what is still waiting to be written go nowhere, so that the interpreter does not complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):  # no real stream, or closed: nothing waits there
        pass
    finally:
        os.close(nowhere)
