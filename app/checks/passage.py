"""One sentence as the rules read it: folded words, where they stand, and what encloses them."""

import re
from copy import copy
from dataclasses import dataclass, field

from app.checks.cutting import SHORTENED, Piece, pieces
from app.checks.obfuscation import Disguise, find_disguises
from app.checks.plain_text import PlainText
from app.checks.vocabulary import NO_WORDS, Vocabulary
from app.model.finding import Span
from app.text.folding import FOREIGN, INVISIBLE, LIGATURE, LOOK_ALIKE, count_digits, fold, plain_word

_LINK = re.compile(r"(?:https?://|www\.)\S{1,2000}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w@])@\w{1,60}")
_QUOTE_MARK = '"'
_QUOTE_MARKS = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_MARKS = frozenset((INVISIBLE, LOOK_ALIKE, LIGATURE))
_SHORTENED_WORDS = frozenset(SHORTENED)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of how the words of a passage are written, with the answers: all else is in the words alone."""

    names: dict[int, bool] = field(default_factory=dict)
    handles: dict[int, bool] = field(default_factory=dict)
    quoted: dict[tuple[int, int], bool] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.names or self.handles or self.quoted)

    def is_answered_alike(self, passage: "Passage") -> bool:
        """Return whether another *passage*, which has the same words, gives the same answers."""
        return (
            all(passage.is_name(place) is answer for place, answer in self.names.items())
            and all(passage.is_handle(place) is answer for place, answer in self.handles.items())
            and all(passage.are_quoted(*words) is answer for words, answer in self.quoted.items())
        )


class Passage:
    """A sentence, or a line that is checked as one; what costs time is worked out when first asked for.

    ``words`` are its words as a reader understands them: disguised ones that *vocabulary* knows are seen through,
    unless the caller knows that none *may_hide* there. *folded* is the text folded, if the caller has it.
    """

    def __init__(
        self, text: str, vocabulary: Vocabulary = NO_WORDS, *, may_hide: bool = True, folded: str | None = None
    ) -> None:
        self.text = text
        self.folded = _without_links(text, fold(text) if folded is None else folded)
        self._is_plain = text.isascii() or _MARKS.isdisjoint(self.folded)
        self._vocabulary = vocabulary
        self._disguises = find_disguises(text, self.folded, vocabulary) if may_hide else ()
        self._placed: list[Piece] | None = None
        self._plain: PlainText | None = None
        self._places: dict[str, list[int]] | None = None
        self._quotations: tuple[Span, ...] | None = None
        self._are_runs = False
        self.asked = Asked()
        """What was asked so far; copies share it."""
        self.words = self._words()
        self.vocabulary = frozenset(self.words)

    def _words(self) -> list[str]:
        if self._disguises or not self._is_plain:
            return [piece[0] for piece in self._pieces()]
        runs = self.folded.split()
        if "'" in self.folded or "_" in self.folded or not _SHORTENED_WORDS.isdisjoint(runs):
            return [piece[0] for run in runs for piece in pieces(run)]
        self._are_runs = True
        return runs

    def _pieces(self) -> list[Piece]:
        if self._placed is None:
            self._placed = self._place()
        return self._placed

    def _place(self) -> list[Piece]:
        if self._are_runs:
            return self._place_runs()
        placed: list[Piece] = []
        disguises = iter(self._disguises)
        hidden = next(disguises, None)
        end = 0
        for run in self.folded.split():
            start = self.folded.find(run, end)
            end = start + len(run)
            while hidden is not None and hidden.end <= start:
                placed.extend(_pieces_of(hidden))
                hidden = next(disguises, None)
            if hidden is not None and hidden.start < end:
                continue
            if self._is_plain or _MARKS.isdisjoint(run):
                for word, first, last in pieces(run):
                    placed.append((word, start + first, start + last))
            else:
                placed.extend(self._pieces_seen_at(start, run))
        if hidden is not None:
            placed.extend([piece for each in (hidden, *disguises) for piece in _pieces_of(each)])
        return placed

    def _place_runs(self) -> list[Piece]:
        """Return the words with where they stand when each is a run of folded characters."""
        placed: list[Piece] = []
        end = 0
        for word in self.words:
            start = self.folded.find(word, end)
            end = start + len(word)
            placed.append((word, start, end))
        return placed

    def _pieces_seen_at(self, start: int, run: str) -> list[Piece]:
        word, places = self._seen_through(self.text[start : start + len(run)])
        return [(piece, start + places[first], start + places[last - 1] + 1) for piece, first, last in pieces(word)]

    def _seen_through(self, run: str) -> tuple[str, tuple[int, ...]]:
        """Return what a reader sees in *run*; look-alikes throughout count as a word that the vocabulary has."""
        disguised = plain_word(run, assume_disguise=True)
        return disguised if self._vocabulary.has(disguised[0]) else plain_word(run)

    @property
    def plain(self) -> PlainText:
        """The text as a reader sees it."""
        if self._plain is None:
            self._plain = PlainText(self.text, self.folded)
        return self._plain

    @property
    def digits(self) -> int:
        """How many digits stand in it."""
        return count_digits(self.folded)

    def span(self, first: int, last: int) -> Span:
        """Return where the words *first* up to and without *last* stand in the text."""
        placed = self._pieces()
        return Span(placed[first][1], placed[last - 1][2])

    def masked(self, index: int) -> "Passage":
        """Return the same passage with a word that nobody's form names at *index*."""
        copied = copy(self)
        copied.words = [*self.words[:index], FOREIGN, *self.words[index + 1 :]]
        return copied

    def is_name(self, index: int) -> bool:
        """Return whether the word stands in the text with a capital, and is not "I"."""
        known = self.asked.names.get(index)
        if known is None:
            word, start, _ = self._pieces()[index]
            self.asked.names[index] = known = self.text[start].isupper() and word != "i"
        return known

    def is_handle(self, index: int) -> bool:
        """Return whether the word is a handle: ``@name``, and no part of an address."""
        known = self.asked.handles.get(index)
        if known is None:
            word, start, _ = self._pieces()[index]
            self.asked.handles[index] = known = word[:1] == FOREIGN and self.text[start - 1 : start] == "@"
        return known

    def places(self, word: str) -> list[int]:
        """Return where *word* stands among the words."""
        if self._places is None:
            self._places = {}
            for place, each in enumerate(self.words):
                self._places.setdefault(each, []).append(place)
        return self._places.get(word, [])

    @property
    def has_quotes(self) -> bool:
        """Whether it has any quotation mark."""
        return has_quotes(self.text)

    def are_quoted(self, first: int, last: int) -> bool:
        """Return whether the words *first* up to and without *last* stand inside quotation marks as a whole."""
        known = self.asked.quoted.get((first, last))
        if known is None:
            self.asked.quoted[first, last] = known = self.is_quoted(self.span(first, last))
        return known

    def is_quoted(self, span: Span) -> bool:
        """Return whether *span* stands inside quotation marks as a whole."""
        if self._quotations is None:
            self._quotations = _quotations(self.text)
        return any(quoted.start <= span.start and span.end <= quoted.end for quoted in self._quotations)


def has_quotes(text: str) -> bool:
    """Return whether *text* has any quotation mark."""
    return _QUOTE_MARK in text if text.isascii() else _QUOTE_MARKS.search(text) is not None


def has_links(text: str) -> bool:
    """Return whether *text* may have links or handles."""
    return "@" in text or "://" in text or "www." in text


def _quotations(text: str) -> tuple[Span, ...]:
    """Return where quotation marks enclose something; one without its partner reaches to the end of the sentence."""
    found: list[Span] = []
    begin: int | None = None
    for mark in _QUOTE_MARKS.finditer(text):
        place = mark.start()
        if begin is not None:
            found.append(Span(begin, place + 1))
            begin = None
        elif _closes(text, place) and not found:
            found.append(Span(0, place + 1))
        else:
            begin = place
    if begin is not None and not _closes(text, begin):
        found.append(Span(begin, len(text)))
    return tuple(found)


def _pieces_of(disguise: Disguise) -> list[Piece]:
    """Return the words of a disguise; each of several covers all of it."""
    return [(word, disguise.start, disguise.end) for word, _, _ in pieces(disguise.word)]


def _closes(text: str, place: int) -> bool:
    """Return whether the quotation mark at *place* ends a quotation: words stand right before it, none behind."""
    behind = text[place + 1 : place + 2]
    return place > 0 and not text[place - 1].isspace() and (not behind or not behind.isalnum())


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
