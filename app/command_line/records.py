"""Posts as lines of JSON: read them one by one, however many there are."""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NoReturn, TextIO, TypeGuard

from app.command_line.reading import decoding
from app.errors import TwofoldError
from app.model.persona import Side

Identifier = str | int | float
_LONGEST_LINE = 16 * 1024 * 1024
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Record:
    """One post, and the name by which its writer will know the answer."""

    id: Identifier
    text: str
    side: Side


@dataclass(eq=False)
class BadLine(TwofoldError):
    """A line that holds no post; *problem* says why, *id* is ``None`` when the line has no usable one."""

    id: Identifier | None
    problem: str


def records(stream: BinaryIO, default_side: Side) -> Iterator[tuple[int, Record | BadLine]]:
    """Return the number of each line of *stream* and what it holds, one line at a time; blank lines are left out."""
    for number, line in enumerate(_lines(decoding(stream)), start=1):
        if isinstance(line, BadLine):
            yield number, line
        elif line.strip():
            try:
                yield number, _record(line, default_side)
            except BadLine as bad:
                yield number, bad


def _lines(reader: TextIO) -> Iterator[str | BadLine]:
    while True:
        try:
            line = reader.readline(_LONGEST_LINE)
        except UnicodeDecodeError:
            yield BadLine(None, "the file ends in the middle of a character")
            return
        if not line:
            return
        if len(line) == _LONGEST_LINE and not line.endswith("\n"):
            _skip_rest_of_line(reader)
            yield BadLine(None, f"longer than {_LONGEST_LINE:,} characters")
        elif foreign := _NOT_UTF8.search(line):
            byte = len(line[: foreign.start()].encode()) + 1
            yield BadLine(None, f"not UTF-8 at byte {byte} of the line")
        else:
            yield line


def _skip_rest_of_line(reader: TextIO) -> None:
    while (piece := reader.readline(_LONGEST_LINE)) and not piece.endswith("\n"):
        pass


def _record(line: str, default_side: Side) -> Record:
    fields = _object(line)
    identifier = fields.get("id")
    if not _is_identifier(identifier):
        raise BadLine(None, 'needs an "id", a text or a number')
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadLine(identifier, 'needs a "text" in quotation marks')
    persona = fields.get("persona")
    if persona is None:
        return Record(identifier, text, default_side)
    if persona not in [side.value for side in Side]:
        shown = json.dumps(persona)[:_SHOWN]
        raise BadLine(identifier, f'"persona" must be "personal" or "professional", not {shown}')
    return Record(identifier, text, Side(persona))


def _object(line: str) -> dict[str, object]:
    try:
        value = json.loads(line, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise BadLine(None, f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise BadLine(None, "not JSON that anybody means: nested too deeply") from error
    except ValueError as error:
        raise BadLine(None, f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise BadLine(None, 'not an object: a line looks like {"id": "1", "text": "..."}')
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _is_identifier(value: object) -> TypeGuard[Identifier]:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, str | int) and not isinstance(value, bool)
