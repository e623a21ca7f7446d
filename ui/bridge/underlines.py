"""Where on which line a finding is underlined, in the UTF-16 units that Qt counts in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.model.finding import Finding, Severity
from app.text.offsets import utf16_length


@dataclass(frozen=True, slots=True)
class Underline:
    """*length* UTF-16 units of one line, from *start* on, to be underlined as *severity* is."""

    start: int
    length: int
    severity: Severity


Underlines = Mapping[int, tuple[Underline, ...]]
"""What to underline by the number of the line, counted from 0; lines without anything are absent."""


def underlines_of(text: str, findings: Iterable[Finding]) -> Underlines:
    """Return the underlines of *findings* in *text*, the worst last on each line; breaks are never underlined."""
    by_line: dict[int, list[Underline]] = {}
    number = line_start = 0
    for finding in sorted(findings, key=lambda each: each.span):
        start, end = finding.span.start, finding.span.end
        breaks = text.count("\n", line_start, start)
        if breaks:
            number += breaks
            line_start = text.rfind("\n", line_start, start) + 1
        _underline(by_line, text, number, line_start, start, end, finding.severity)
    return {line: tuple(sorted(found, key=_by_severity)) for line, found in by_line.items()}


def _underline(
    by_line: dict[int, list[Underline]],
    text: str,
    number: int,
    line_start: int,
    start: int,
    end: int,
    severity: Severity,
) -> None:
    """Add the words of one finding, line by line."""
    for words in text[start:end].split("\n"):
        if words:
            before = utf16_length(text[line_start:start])
            by_line.setdefault(number, []).append(Underline(before, utf16_length(words), severity))
        number += 1
        start = line_start = start + len(words) + 1


def _by_severity(underline: Underline) -> tuple[int, int]:
    return underline.severity, underline.start
