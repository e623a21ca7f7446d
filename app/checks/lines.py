"""Cut a line into the sentences that are checked one by one, quickly: it happens on every key."""

import re
from collections.abc import Iterator

LONGEST_SENTENCE = 600
LONGEST_LINE = 1_000

_STOP = re.compile(r"[.!?\u2026\u3002\uff01\uff1f]+(?: {0,3}[.!?\u2026])*")
_CLOSERS = "\"'\u201d\u2019\u00bb)]\u300d\u300f\uff09"
MARKS = f".!?\u2026\u3002\uff01\uff1f {_CLOSERS}"
"""What the end of a sentence may be made of: stops, blanks between them, and what closes."""
_STOPS_WITHOUT_BLANK = "\u3002\uff01\uff1f"
_GOES_ON = ("...", "\u2026", "..")
_ENDS = (".", "!", "?", "\u2026", ":", "\u3002", "\uff01", "\uff1f")
_ABBREVIATIONS = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "approx", "e.g", "i.e", "cf", "dept", "est", "rev")
)
_LONGEST_ABBREVIATION = 8
_LONGEST_LETTERS = 7
_SHORT_STRETCH = 150
_CUT_EVERY = 4


def sentences(line: str) -> list[tuple[int, str]]:
    """Return the sentences of *line*, each with where it begins; those without a letter or digit are left out.

    They end where :func:`app.text.words.sentence_spans` ends them, but for two things: dots that a small letter follows
    end nothing, and no sentence is longer than 600 characters: a longer one is cut at a blank, if it has one.
    """
    found: list[tuple[int, str]] = []
    start = 0
    for end in ends(line):
        _add(found, line, start, end)
        start = end
    return found


def sentences_in(piece: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences of a *piece* of a line that reaches from the end of one sentence to the next end."""
    found: list[tuple[int, str]] = []
    _add(found, piece, 0, len(piece))
    return tuple(found)


def ends(line: str, start: int = 0) -> Iterator[int]:
    """Yield where sentences of *line* end, from *start* on, where one begins; the last ends with the line."""
    length = len(line)
    end = start
    for stop in _STOP.finditer(line, start):
        behind = _behind(line, stop)
        if behind == length or _ends_sentence(line, stop, behind):
            end = behind
            yield end
    if end < length:
        yield length


def first_end(line: str, start: int) -> int:
    """Return where the sentence that begins at *start* may end for the first time."""
    stop = _STOP.search(line, start)
    return len(line) if stop is None else _behind(line, stop)


def _behind(line: str, stop: re.Match[str]) -> int:
    """Return where what closes behind a stop has ended."""
    behind, length = stop.end(), len(line)
    while behind < length and line[behind] in _CLOSERS:
        behind += 1
    return behind


def stretches(line: str) -> list[tuple[int, str]]:
    """Return a long *line* several sentences at a time, each stretch with where it begins.

    Where a long line is cut depends on the sentences before the cut alone, so that an edit moves few of the cuts.
    """
    found: list[tuple[int, str]] = []
    start = 0
    for begin, sentence in sentences(line):
        end = begin + len(sentence)
        if end - start >= LONGEST_SENTENCE or (end - start >= _SHORT_STRETCH and len(sentence) % _CUT_EVERY == 0):
            found.append((start, line[start:end]))
            start = end
    if start < len(line):
        found.append((start, line[start:]))
    return found


def is_open(sentence: str) -> bool:
    """Return whether *sentence* may go on after a line break."""
    return not sentence.rstrip(_CLOSERS).endswith(_ENDS)


def _ends_sentence(line: str, stop: re.Match[str], end: int) -> bool:
    marks = stop.group()
    if not line[end].isspace():
        return marks[-1] in _STOPS_WITHOUT_BLANK
    if marks == ".":
        place = stop.start()
        if line[place - 1].isdigit() or line[place - _LONGEST_LETTERS : place].isalpha():
            return True
        return not _is_abbreviation(line, place)
    return not (marks in _GOES_ON and line[end : end + 2].strip()[:1].islower())


def _is_abbreviation(line: str, stop: int) -> bool:
    start = line.rfind(" ", max(0, stop - _LONGEST_ABBREVIATION), stop) + 1
    word = line[max(start, stop - _LONGEST_ABBREVIATION) : stop].lstrip("(\"'").lower()
    if word == "no":
        return line[stop + 1 : stop + 3].strip()[:1].isdigit()
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


def _add(found: list[tuple[int, str]], line: str, start: int, end: int) -> None:
    if start < end <= start + LONGEST_SENTENCE:
        piece = line[start:end]
        sentence = piece.strip()
        if len(sentence) > _LONGEST_ABBREVIATION or any(map(str.isalnum, sentence)):
            found.append((start if piece[0] == sentence[0] else end - len(piece.lstrip()), sentence))
        return
    while start < end:
        last = end if end - start <= LONGEST_SENTENCE else _blank_before(line, start)
        piece = line[start:last]
        sentence = piece.strip()
        if sentence and not (len(sentence) <= _LONGEST_ABBREVIATION and not any(map(str.isalnum, sentence))):
            found.append((start + len(piece) - len(piece.lstrip()), sentence))
        start = last


def _blank_before(line: str, start: int) -> int:
    blank = line.rfind(" ", start, start + LONGEST_SENTENCE)
    return blank + 1 if blank > start else start + LONGEST_SENTENCE
