"""Cut a text into the pieces that the encoder knows, each with the stretch of the source that it stands for.

The encoder was taught with the uncased WordPiece of BERT: lower case, no accents, punctuation by itself, then the
longest known beginning of a word again and again ("unpaid" as "un", "##pa", "##id").
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.model.finding import Span
from app.model.persona import Side
from app.reader.seen_text import SeenText, seen

START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
BEFORE_TEXT = 3
"""So many pieces stand before those of the text in a post: where it starts, the side, where that ends."""

_CONTINUES = "##"
_REMEMBERED_WORDS = 4_096
_LONGEST_WORD = 100
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
"""Each is a word of its own, as the encoder's vocabulary has them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A number of the vocabulary, and where in the source it stands, in code points."""

    number: int
    span: Span


class WordPieces:
    """Cuts texts by one vocabulary, which holds the number of every piece."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary[UNKNOWN]
        self._longest = max(map(len, vocabulary))
        self._known_cut = lru_cache(_REMEMBERED_WORDS)(self._cut)  # a draft is read again and again

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> "WordPieces":
        """Return the cutter for a vocabulary of one piece a line, numbered from 0."""
        return cls({line.rstrip("\n"): number for number, line in enumerate(lines)})

    def number(self, piece: str) -> int:
        """Return the number of a piece such as ``[CLS]``; raise :class:`KeyError` if there is none."""
        return self._vocabulary[piece]

    def pieces(self, source: str) -> list[Piece]:
        """Return the pieces of *source* in reading order."""
        text = seen(source)
        return [piece for word in _words(text) for piece in self._pieces_of(*word)]

    def post(self, side: Side, pieces: Iterable[Piece]) -> list[int]:
        """Return the numbers of a post of *side* whose text has these *pieces*, as the encoder takes it."""
        end = self.number(END)
        return [self.number(START), self.number(side.value), end, *(piece.number for piece in pieces), end]

    def _pieces_of(self, word: str, origins: tuple[int, ...]) -> Iterator[Piece]:
        whole = Span(origins[0], origins[-1] + 1)
        cut = self._known_cut(word)
        if cut is None:
            yield Piece(self._unknown, whole)
            return
        start = 0
        for number, length in cut:
            yield Piece(number, Span(origins[start], origins[start + length - 1] + 1))
            start += length

    def _cut(self, word: str) -> list[tuple[int, int]] | None:
        """Return the numbers of the longest known pieces of *word* with their lengths, ``None`` if it has none."""
        if len(word) > _LONGEST_WORD:
            return None
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(word):
            for end in range(min(len(word), start + self._longest), start, -1):
                number = self._vocabulary.get(word[start:end] if start == 0 else _CONTINUES + word[start:end])
                if number is not None:
                    found.append((number, end - start))
                    start = end
                    break
            else:
                return None
        return found


def _words(text: SeenText) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Return the words of a text, lower case and without accents; every sign of punctuation is one by itself."""
    letters: list[str] = []
    origins: list[int] = []
    for character, origin in zip(text.text, text.origins, strict=True):
        kind = _kind(character)
        if kind == "letter":
            plain = _plain(character)
            letters.append(plain)
            origins.extend([origin] * len(plain))
        elif kind != "nothing":
            if letters:
                yield from _word(letters, origins)
                letters, origins = [], []
            if kind == "sign":
                yield character, (origin,)
    yield from _word(letters, origins)


def _word(letters: list[str], origins: list[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
    if origins:
        yield "".join(letters), tuple(origins)


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """Return whether *character* is a ``letter`` of a word, a ``sign`` by itself, a ``blank`` or ``nothing``."""
    category = unicodedata.category(character)
    if character in "\t\n\r" or category[0] == "Z":
        return "blank"
    if character in "\0\ufffd" or category[0] == "C":
        return "nothing"
    code = ord(character)
    if category[0] == "P" or (code < 128 and not character.isalnum()):
        return "sign"
    return "sign" if any(first <= code <= last for first, last in _IDEOGRAPHS) else "letter"


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character.lower())
    return "".join(each for each in decomposed if unicodedata.category(each) != "Mn")
