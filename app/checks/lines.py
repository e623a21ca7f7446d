"""Cut a text into what is checked alone: lines, pieces of very long lines, sentences that cross a line break."""

from dataclasses import dataclass

from app.model.finding import Span
from app.text.words import sentence_spans

LONGEST_LINE = 1_000
LONGEST_PIECE = 600
_STOPS = ".!?…:"


@dataclass(frozen=True, slots=True)
class Edges:
    """The ends of a line that a sentence may cross: its first sentence, and its last unless that has ended.

    Both are texts; ``tail_start`` says where the last one begins. Empty where nothing crosses.
    """

    head: str
    tail: str
    tail_start: int


def pieces(line: str) -> tuple[Span, ...]:
    """Return *line* whole, or cut at sentence ends when it is long; no piece of a long line is longer than 600."""
    if len(line) <= LONGEST_LINE:
        return (Span(0, len(line)),)
    found: list[Span] = []
    start = 0
    while len(line) - start > LONGEST_PIECE:
        end = _cut(line, start)
        found.append(Span(start, end))
        start = end
    found.append(Span(start, len(line)))
    return tuple(found)


def edges(line: str) -> Edges:
    """Return what of *line* may belong to a sentence on the line above or below."""
    if not line.strip():
        return Edges("", "", 0)
    head_part, tail_offset = line[:LONGEST_PIECE], max(0, len(line) - LONGEST_PIECE)
    first = sentence_spans(head_part)[0]
    last = sentence_spans(line[tail_offset:])[-1]
    stopped = line.rstrip().rstrip("\"'”\u2019)]»")[-1:]
    tail_start = tail_offset + last.start
    return Edges(head_part[: first.end], "" if stopped and stopped in _STOPS else line[tail_start:], tail_start)


def _cut(line: str, start: int) -> int:
    """Return where the piece that begins at *start* ends: behind a sentence, else at a blank, else at its limit."""
    window = line[start : start + LONGEST_PIECE]
    last = sentence_spans(window)[-1:]
    if last and last[0].start > 0:
        return start + last[0].start
    blank = window.rfind(" ")
    return start + (blank + 1 if blank > 0 else LONGEST_PIECE)
