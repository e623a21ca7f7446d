"""Where words, sentences, lines, handles, tags and links stand in a text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from app.model.finding import Span
from app.text.links import Link, links

if TYPE_CHECKING:
    import regex

_WORD = r"[\p{L}\p{M}\p{N}_]+(?:['\u2019][\p{L}\p{M}\p{N}_]+)*"
_HANDLE = r"(?a)(?<![\p{L}\p{M}\p{N}_./@\uff20])[@\uff20]\w[\w.-]*(?<=\w)(?:@\w[\w.-]*(?<=\w))?"
_TAG = r"(?<![\p{L}\p{M}\p{N}_/&#\uff03])[#\uff03](?=[\p{N}_]*[\p{L}\p{M}\p{So}])[\p{L}\p{M}\p{N}\p{So}\u200d_]+"
_SENTENCE_END = re.compile(
    r"""[.!?…]+["'”\u2019»)\]]*(?=\s|$)   # a stop, what closes behind it, and a blank
      | [。\uff01\uff1f]+[」』”\u2019\uff09]*       # Chinese and Japanese stops need no blank
      | \n[^\S\n]*(?=\n)              # a blank line""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|jr|sr|vs|etc|approx|e\.g|i\.e|cf|no|dept|est)|(?<![^\W\d_])[^\W\d_])\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 10


def word_spans(text: str) -> tuple[Span, ...]:
    """Return the words of *text*: letters with their marks, digits, underscores, and apostrophes between them."""
    return tuple(Span(*found.span()) for found in _found(_WORD, text))


def lines(text: str) -> tuple[Span, ...]:
    """Return every line of *text* without its line break; an empty text is one empty line."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return the sentences of *text* with their stops and without the blanks around them.

    A stop counts when a blank or the end follows it, unless it belongs to an abbreviation or an initial; a sentence
    may cross a line break, and a blank line ends it.
    """
    spans: list[Span] = []
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if found.group() == "." and not _ends_here(text, found.end()):
            continue
        _add_trimmed(spans, text, start, found.end())
        start = found.end()
    _add_trimmed(spans, text, start, len(text))
    return tuple(spans)


def handle_spans(text: str) -> tuple[Span, ...]:
    """Return ``@name``, ``@name.example.org`` and ``@name@server``; the inside of an e-mail address is none."""
    return tuple(Span(*found.span()) for found in _found(_HANDLE, text)) if "@" in text or "\uff20" in text else ()


def tag_spans(text: str) -> tuple[Span, ...]:
    """Return the hashtags of *text*; a number alone (``#1``) is none."""
    return tuple(Span(*found.span()) for found in _found(_TAG, text)) if "#" in text or "\uff03" in text else ()


def link_spans(text: str) -> tuple[Link, ...]:
    """Return the links of *text*, those with ``http(s)://`` and bare domains told apart; an e-mail address is none."""
    return links(text)


def _found(pattern: str, text: str) -> "Iterator[regex.Match[str]]":
    return _compiled(pattern).finditer(text)


@cache
def _compiled(pattern: str) -> "regex.Pattern[str]":
    """Compile a pattern when the first text that needs it comes: a start does not wait for it."""
    import regex

    return regex.compile(pattern)


def _ends_here(text: str, end: int) -> bool:
    if _ABBREVIATION.search(text, max(0, end - _LONGEST_ABBREVIATION), end) is None:
        return True
    return text[end:].strip() == "" if len(text) - end < _LONGEST_ABBREVIATION else False


def _add_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    trimmed = piece.strip()
    if trimmed:
        first = start + len(piece) - len(piece.lstrip())
        spans.append(Span(first, first + len(trimmed)))
