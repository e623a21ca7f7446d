"""Where on which line a finding is underlined, in the UTF-16 units that Qt counts in."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import NamedTuple

from app.model.finding import Finding, Severity
from app.reader.naming import is_readers
from app.text.offsets import utf16_length


class Underline(NamedTuple):
    """*length* UTF-16 units of one line, from *start* on, to be underlined as *severity* is; dotted if unsaid by words.

    A tuple, because a long draft makes and compares hundreds of them at every key.
    """

    start: int
    length: int
    severity: Severity
    is_dotted: bool = False


Underlines = Mapping[int, tuple[Underline, ...]]
"""What to underline by the number of the line, counted from 0; lines without anything are absent."""


def underlines_of(text: str, findings: Iterable[Finding], number: int = 0, line_start: int = 0) -> Underlines:
    """Return the underlines of *findings* in *text*, the worst last on each line; breaks are never underlined.

    None of *findings* begins before *line_start*, where the line with that *number* begins.
    """
    by_line: dict[int, list[Underline]] = {}
    units = len if text.isascii() else utf16_length
    line_end = _line_end(text, line_start)
    for finding in sorted(findings, key=attrgetter("span.start")):
        start, end, is_dotted = finding.span.start, finding.span.end, is_readers(finding)
        if start > line_end:
            number += text.count("\n", line_start, start)
            line_start = text.rfind("\n", line_start, start) + 1
            line_end = _line_end(text, start)
        found = by_line.setdefault(number, [])
        before = units(text[line_start:start])
        if end <= line_end:
            found.append(Underline(before, units(text[start:end]), finding.severity, is_dotted))
            continue
        first, *others = text[start:end].split("\n")
        found.append(Underline(before, units(first), finding.severity, is_dotted))
        for below, words in enumerate(others, start=number + 1):
            by_line.setdefault(below, []).append(Underline(0, units(words), finding.severity, is_dotted))
    return {line: kept for line, found in by_line.items() if (kept := _worst_last(found))}


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def _worst_last(found: list[Underline]) -> tuple[Underline, ...]:
    """Return the underlines that have a length, in the order in which they are to be painted over each other."""
    if len(found) == 1 and found[0].length:
        return (found[0],)
    return tuple(sorted([each for each in found if each.length], key=_weight))


def _weight(underline: Underline) -> tuple[Severity, bool]:
    return underline.severity, not underline.is_dotted
