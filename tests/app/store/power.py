"""A disk that remembers the order of writes, so that a power cut can be tried at any point of it.

``RecordingDisk`` sits under the encryption: it logs every write, truncation, synchronisation and deletion that SQLite
issues. ``after_cut`` rebuilds what a disk may hold when the power goes: everything that was synchronised, and of what
was not, any 512-byte sectors whatsoever.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

import apsw

_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at an offset."""

    name: str
    offset: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A new length."""

    name: str
    length: int


@dataclass(frozen=True, slots=True)
class Sync:
    """Everything before it is on the disk."""

    name: str


@dataclass(frozen=True, slots=True)
class Delete:
    """The file is gone, for certain only once its folder is synchronised."""

    name: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The program was told that this number is saved."""

    number: int


Event = Write | Truncate | Sync | Delete | Acknowledged


class _RecordingFile(apsw.VFSFile):
    def __init__(self, below: str, name: object, flags: list[int], log: list[Event]) -> None:
        self._log = log
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self._name = PurePath(path).name
        super().__init__(below, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.append(Write(self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._log.append(Truncate(self._name, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append(Sync(self._name))


class RecordingDisk(apsw.VFS):
    """The system's own files, with ``log`` of what was done to them. ``vfs`` is the name of the encryption over it."""

    vfs = "multipleciphers-recording"

    def __init__(self) -> None:
        self.log: list[Event] = []
        super().__init__("recording", "unix")

    def xOpen(self, name: object, flags: list[int]) -> _RecordingFile:
        return _RecordingFile("unix", name, flags, self.log)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.log.append(Delete(PurePath(filename).name, syncdir))


class ForgetfulDisk(apsw.VFS):
    """The system's own files, but every fortieth write to the file *name* is lost without a word."""

    vfs = "multipleciphers-forgetful"

    def __init__(self, name: str) -> None:
        self._name = name
        super().__init__("forgetful", "unix")

    def xOpen(self, name: object, flags: list[int]) -> apsw.VFSFile:
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        if PurePath(path).name == self._name:
            return _ForgetfulFile("unix", name, flags)
        return apsw.VFSFile("unix", name, flags)


class _ForgetfulFile(apsw.VFSFile):
    def __init__(self, below: str, name: object, flags: list[int]) -> None:
        self._writes = 0
        super().__init__(below, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._writes += 1
        super().xWrite(bytes(len(data)) if self._writes % 40 == 0 else data, offset)


def after_cut(before: dict[str, bytes], log: Iterable[Event], chance: random.Random) -> tuple[dict[str, bytes], int]:
    """Return the files as they may be after a cut at the end of *log*, and the last number acknowledged."""
    safe = {name: bytearray(content) for name, content in before.items()}
    pending: dict[str, list[Write | Truncate]] = {}
    uncertain: set[str] = set()
    acknowledged = 0
    for event in log:
        match event:
            case Acknowledged(number):
                acknowledged = number
            case Delete(name, is_certain):
                pending.pop(name, None)
                uncertain.add(name)
                if is_certain:
                    safe.pop(name, None)
            case Sync(name):
                for each in pending.pop(name, []):
                    _apply(safe, each)
            case _:
                pending.setdefault(event.name, []).append(event)
    for name in uncertain & safe.keys():
        if chance.random() < 0.5:
            del safe[name]
    if chance.random() < 0.8:  # else nothing at all of what was not synchronised
        for events in pending.values():
            likely = chance.random()
            for part in (part for event in events for part in _sectors(event)):
                if chance.random() < likely:
                    _apply(safe, part)
    return {name: bytes(content) for name, content in safe.items()}, acknowledged


def _apply(files: dict[str, bytearray], event: Write | Truncate) -> None:
    content = files.setdefault(event.name, bytearray())
    end = event.length if isinstance(event, Truncate) else event.offset
    content.extend(bytes(max(0, end - len(content))))
    if isinstance(event, Truncate):
        del content[event.length :]
    else:
        content[event.offset : event.offset + len(event.content)] = event.content


def _sectors(event: Write | Truncate) -> Iterable[Write | Truncate]:
    if isinstance(event, Truncate):
        yield event
        return
    start = 0
    while start < len(event.content):
        end = min(len(event.content), start + _SECTOR - (event.offset + start) % _SECTOR)
        yield Write(event.name, event.offset + start, event.content[start:end])
        start = end
