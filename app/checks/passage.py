"""One line or sentence as the rules read it: folded words, where they stand, and what encloses them."""

import re
from bisect import bisect_right
from functools import cached_property, lru_cache

from app.model.finding import Span
from app.text.folding import FOREIGN, INVISIBLE, LIGATURE, LOOK_ALIKE, fold, plain_word
from app.text.words import sentence_spans

Piece = tuple[str, int, int]
"""A folded word and where it stands."""

_RUN = re.compile(r"[^ ]+")
_LINK = re.compile(r"(?:https?://|www\.)\S{1,2000}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@])@\w{1,60}")
_QUOTE_MARKS = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_MARKS = frozenset((INVISIBLE, LOOK_ALIKE, LIGATURE))

_SHORTENED = {
    "im": ("i", "am"), "ive": ("i", "have"), "dont": ("do", "not"), "cant": ("can", "not"), "wont": ("will", "not"),
    "didnt": ("did", "not"), "doesnt": ("does", "not"), "isnt": ("is", "not"), "wasnt": ("was", "not"),
    "arent": ("are", "not"), "werent": ("were", "not"), "couldnt": ("could", "not"), "wouldnt": ("would", "not"),
    "shouldnt": ("should", "not"), "havent": ("have", "not"), "hasnt": ("has", "not"), "hadnt": ("had", "not"),
    "aint": ("is", "not"), "youre": ("you", "are"), "theyre": ("they", "are"), "thats": ("that", "'s"),
    "hes": ("he", "'s"), "shes": ("she", "'s"), "whats": ("what", "'s"), "cannot": ("can", "not"),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "u": ("you",), "ur": ("your",),
}  # fmt: skip
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "'d", "'s": "'s"}
_NOT = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}
_SHORTENED_WORDS = frozenset(_SHORTENED)


@lru_cache(maxsize=20_000)
def _pieces(run: str) -> tuple[Piece, ...]:
    """Return the words inside one run of folded characters: ``don't`` is ``do`` and ``not``."""
    start = len(run) - len(run.lstrip("'_"))
    word = run.strip("'_")
    if not word:
        return ()
    end = start + len(word)
    if word in _SHORTENED:
        parts = _SHORTENED[word]
        return tuple((part, start if index == 0 else end - 1, end) for index, part in enumerate(parts))
    cut = word.rfind("'")
    if cut < 0:
        return ((word, start, end),)
    if word.endswith("n't"):
        return ((_NOT.get(word, word[:-3]), start, end - 3), ("not", end - 3, end))
    tail = _ENDINGS.get(word[cut:])
    if tail is None:
        return ((word, start, end),)
    return ((word[:cut], start, start + cut), (tail, start + cut, end))


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*, the way a draft and a rule's forms are both cut."""
    return tuple(piece[0] for run in fold(text).split() for piece in _pieces(run))


class Passage:
    """A stretch of text that is checked as one; what costs time is worked out when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = _without_links(text, fold(text))
        self.is_plain = text.isascii() or _MARKS.isdisjoint(self.folded)
        self.words = self._words()

    def _words(self) -> list[str]:
        if not self.is_plain:
            return [piece[0] for piece in self._placed]
        runs = self.folded.split()
        if "'" in self.folded or "_" in self.folded or not _SHORTENED_WORDS.isdisjoint(runs):
            return [piece[0] for run in runs for piece in _pieces(run)]
        return runs

    @cached_property
    def _placed(self) -> list[Piece]:
        placed: list[Piece] = []
        for run in _RUN.finditer(self.folded):
            start, found = run.start(), run.group()
            if self.is_plain or _MARKS.isdisjoint(found):
                placed.extend((word, start + first, start + last) for word, first, last in _pieces(found))
                continue
            word, places = plain_word(self.text[start : run.end()])
            placed.extend(
                (piece, start + places[first], start + places[last - 1] + 1) for piece, first, last in _pieces(word)
            )
        return placed

    def span(self, first: int, last: int) -> Span:
        """Return where the words *first* up to and without *last* stand in the text."""
        return Span(self._placed[first][1], self._placed[last - 1][2])

    def is_name(self, index: int) -> bool:
        """Return whether the word stands in the text with a capital, and is not "I"."""
        word, start, _ = self._placed[index]
        return self.text[start].isupper() and word != "i"

    @cached_property
    def _sentence_starts(self) -> list[int]:
        """The index of the first word of every sentence."""
        starts = [piece[1] for piece in self._placed]
        firsts = {bisect_right(starts, span.start - 1) for span in sentence_spans(self.text)}
        return sorted(firsts | {0})

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the words of the sentence that the word *index* stands in, half-open."""
        if len(self.text) == 0:
            return 0, 0
        starts = self._sentence_starts
        place = bisect_right(starts, index)
        return starts[place - 1], starts[place] if place < len(starts) else len(self.words)

    @cached_property
    def _quotations(self) -> tuple[Span, ...]:
        marks = [found.start() for found in _QUOTE_MARKS.finditer(self.text)]
        return tuple(Span(first, last + 1) for first, last in zip(marks[::2], marks[1::2], strict=False))

    def is_quoted(self, span: Span) -> bool:
        """Return whether *span* stands inside quotation marks as a whole."""
        return any(quoted.start < span.start and span.end < quoted.end for quoted in self._quotations)


def _without_links(text: str, folded: str) -> str:
    """Return *folded* with links blank and handles as words that nobody's rule names."""
    if "://" in text or "www." in text:
        for link in _LINK.finditer(text):
            folded = folded[: link.start()] + " " * (link.end() - link.start()) + folded[link.end() :]
    if "@" in text:
        for handle in _HANDLE.finditer(text):
            folded = (
                folded[: handle.start()] + " " + FOREIGN * (handle.end() - handle.start() - 1) + folded[handle.end() :]
            )
    return folded
