"""Say what a review found to somebody who reads it in a terminal."""

import os
import textwrap
from collections.abc import Iterator, Mapping
from typing import TextIO

from app.command_line.answers import Answer
from app.model.finding import Finding, Severity

SEVERITY_WORDS = {Severity.HOLD: "High", Severity.WARN: "Medium", Severity.NOTE: "Low"}
_COLOURS = {Severity.HOLD: "\x1b[1;31m", Severity.WARN: "\x1b[33m", Severity.NOTE: "\x1b[36m"}
_RESET = "\x1b[0m"
_WIDTH = 96
_INDENT = "    "
_JOINERS = frozenset("\u200c\u200d")


def wants_colour(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether *stream* is a terminal that shows colours and whose user has not asked for none."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def printable(text: str) -> str:
    """Return *text* on one line, with everything that could steer a terminal or hide in it written out."""
    return "".join(
        character if character.isprintable() or character in _JOINERS else _written_out(character) for character in text
    )


def told(name: str, answer: Answer, *, colour: bool) -> str:
    """Return what was found in the file called *name*, the worst first; ends with a newline."""
    return "".join(f"{line}\n" for line in _lines(printable(name), answer, colour=colour))


def _lines(name: str, answer: Answer, *, colour: bool) -> Iterator[str]:
    yield f"{name}: {_summary(answer)}"
    yield from (f"{_INDENT}{line}" for line in _about_the_text(answer))
    for finding in answer.report.worst_first():
        line, column = answer.place(finding)
        word = SEVERITY_WORDS[finding.severity]
        shown = f"{_COLOURS[finding.severity]}{word}{_RESET}" if colour else word
        yield ""
        yield f"{name}:{line}:{column}  {shown}  {printable(finding.title)}"
        for part in _parts(finding, answer.report.text):
            yield from textwrap.wrap(
                printable(part), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT * 2, break_on_hyphens=False
            )


def _summary(answer: Answer) -> str:
    numbers = dict.fromkeys(SEVERITY_WORDS, 0)
    for finding in answer.report.findings:
        numbers[finding.severity] += 1
    found = ", ".join(f"{number} {SEVERITY_WORDS[severity]}" for severity, number in numbers.items() if number)
    return found or ("Nothing found, but not everything was checked" if answer.report.skipped else "Nothing found")


def _about_the_text(answer: Answer) -> Iterator[str]:
    if not answer.report.text.strip():
        yield "There is no text in it."
    if answer.report.skipped:
        yield f"Could not run: {printable(', '.join(answer.report.skipped))}"
    if answer.reading is not None and not answer.reading.understood:
        yield "The second reader reads English only: this is what rules say."
    elif answer.reading is not None and answer.reading.written_since is not None:
        yield f"The second reader has read the first {answer.reading.written_since.start:,} characters."
    if answer.cleaned.stripped:
        yield f"Control characters left out: {answer.cleaned.stripped}"
    if answer.cleaned.replaced:
        yield f"Halves of characters replaced: {answer.cleaned.replaced}"


def _parts(finding: Finding, text: str) -> Iterator[str]:
    yield f"“{' '.join(text[finding.span.start : finding.span.end].split())}”"
    yield finding.message
    yield finding.why
    for advice in finding.instead:
        yield f"Instead: {advice}"
    for fix in finding.fixes:
        words = " ".join(text[fix.span.start : fix.span.end].split())
        yield f"Write “{fix.replacement}” for “{words}”" if fix.replacement else f"Take out “{words}”"


def _written_out(character: str) -> str:
    if character in "\n\t":
        return " "
    return f"\\u{ord(character):04x}" if character <= "\uffff" else f"\\U{ord(character):08x}"
