"""Read posts from files: UTF-8 with or without a byte order mark, or UTF-16 with one."""

import codecs
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.errors import TwofoldError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STANDARD_INPUT = "-"
_LARGEST_POST = 16 * 1024 * 1024
_ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Obstacle(StrEnum):
    """Why a file could not be read."""

    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    NO_INPUT = "no_input"
    SYSTEM = "system"


@dataclass(eq=False)
class FileUnreadable(TwofoldError):
    """A file that cannot be read; *detail* is the first byte that is no text, a size, or the system's own words."""

    name: str
    obstacle: Obstacle
    detail: str = ""


def read_post(name: str) -> str:
    """Return the text of a file without its byte order mark; raise ``FileUnreadable``."""
    with opened(name) as stream:
        data = stream.read(_LARGEST_POST + 1)
    if len(data) > _LARGEST_POST:
        raise FileUnreadable(name, Obstacle.TOO_LARGE, f"{_LARGEST_POST // 1024 // 1024} MiB")
    encoding = _ENCODINGS.get(data[:2])
    try:
        return data[2:].decode(encoding) if encoding else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        shift = 2 if encoding else len(data) - len(error.object)
        raise FileUnreadable(name, Obstacle.NOT_TEXT, str(error.start + shift + 1)) from error


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file, ``-`` for standard input, for reading; whatever the system refuses is ``FileUnreadable``."""
    try:
        if name == STANDARD_INPUT:
            yield _standard_input()
        else:
            with _path(name).open("rb") as stream:
                yield stream
    except BrokenPipeError:  # of the output, which is written while the input is open
        raise
    except OSError as error:
        raise FileUnreadable(name, Obstacle.SYSTEM, error.strerror or str(error)) from error


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # a program started without one
        raise FileUnreadable(STANDARD_INPUT, Obstacle.NO_INPUT)
    return sys.stdin.buffer


def _path(name: str) -> Path:
    if "\0" in name or not name:
        raise FileUnreadable(name, Obstacle.SYSTEM, "no file has such a name")
    return Path(name)


def decoding(stream: BinaryIO) -> io.TextIOWrapper:
    """Return *stream* as text of the encoding that it begins with, read no further than asked for.

    Bytes that are not UTF-8 come as lone surrogates (PEP 383); UTF-16 that ends in the middle of a character raises
    ``UnicodeDecodeError`` there.
    """
    beginning = stream.read(3)
    encoding = _ENCODINGS.get(beginning[:2])
    if encoding:
        rejoined = io.BufferedReader(_Rejoined(beginning[2:], stream))
        return io.TextIOWrapper(rejoined, encoding, "surrogatepass", newline="\n")
    rejoined = io.BufferedReader(_Rejoined(beginning.removeprefix(codecs.BOM_UTF8), stream))
    return io.TextIOWrapper(rejoined, "utf-8", "surrogateescape", newline="\n")


class _Rejoined(io.RawIOBase):
    """A stream and what had been read of it already."""

    def __init__(self, beginning: bytes, rest: BinaryIO) -> None:
        self._beginning = beginning
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        if self._beginning:
            data, self._beginning = self._beginning[: len(view)], self._beginning[len(view) :]
        else:
            data = self._read_some(len(view))
        view[: len(data)] = data
        return len(data)

    def _read_some(self, size: int) -> bytes:
        if isinstance(self._rest, io.BufferedIOBase):
            return self._rest.read1(size)
        return self._rest.read(size)
