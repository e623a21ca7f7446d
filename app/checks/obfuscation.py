"""See through disguised words: digits, signs and emoji for letters, stars, letters apart, letters drawn out.

A disguise counts only where it hides a word that some rule cares about, so "b2b", "k8s" and "4ever" stay what they are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise, product

from app.checks.vocabulary import SIGN_LETTERS, STAR, Vocabulary
from app.text.folding import fold, plain_word, shape_of

MOST_DISGUISES = 24
"""In one sentence no more words than this are looked at."""

_SIGN_IN_WORD = re.compile(r"[@!#|&%+](?<=\w.)(?=\w)|[$*]")
_SIGNS = ("!", "@", "#", "$", "*", "|", "&", "%", "+")
_STARS = frozenset("#*&%+")
_LAST_LETTERS = frozenset("30")
"""Digits that stand for a letter at the end of a word; others number things there: "room5"."""
_MOST_READINGS = 8
_LONGEST_CHUNK = 40
_CHUNK = re.compile(r"\S+")
_EDGES = "\"'.,;:?!()[]{}<>-_~…“”\u2018\u2019"
_BENIGN = re.compile(
    r"[0-9]+(?:am|pm|st|nd|rd|th|s|k|m|bn|g|gb|mb|tb|x|d|p|ft|in|cm|mm|km|kg|lb|lbs|oz|ml|h|hr|hrs|min|mins|yo|ish)"
)
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_SPACED = re.compile(
    r"(?<![^\s.,;:!?\-_*\"'(])[^\W_](?:[^\w\n" + _UNSEEN + r"]{1,3}[^\W_]){2,40}(?![\w'\u2019" + _UNSEEN + "])"
)
_THRICE = re.compile(r"([a-z])\1\1")
_DRAWN_OUT = re.compile(r"(?<![a-z0-9])(?=[a-z]{0,30}?([a-z])\1\1)[a-z]{3,40}(?![a-z0-9'])")
_AGAIN = re.compile(r"([a-z])\1+")
_THRICE_OR_MORE = re.compile(r"([a-z])\1{2,}")
_PART = re.compile(r"[a-z0-9@$!|*#&%+']+(?<![!|#&%+])")
_EMOJI_IN_WORD = re.compile("(?<=[a-zA-Z])[\u2600-\u27bf\u2b50\U0001f300-\U0001faff](?=\ufe0f?[a-zA-Z])")
_DOT_IN_WORD = re.compile(r"(?<![\w.@/'])(?:[a-z]\.[a-z]{2,7}|[a-z]{2,7}\.[a-z])(?![\w@/']|\.\w)")
_ADDRESS = re.compile(r"\w@[\w-]+\.\w")
_LONGEST_WORD = 16
_LONG_WORD = 5
_FEWEST_AROUND_STARS = 4


@dataclass(frozen=True, slots=True)
class Disguise:
    """A stretch of a text, and the word that a reader sees in it."""

    start: int
    end: int
    word: str


def has_signs(text: str) -> bool:
    """Return whether signs that may stand for letters are inside words of *text*."""
    for sign in _SIGNS:
        if sign in text:
            return _SIGN_IN_WORD.search(text) is not None
    return False


def has_letters_apart(text: str, folded: str) -> bool:
    """Return whether letters of *text* stand apart so that they may spell a word together, or dots stand for others."""
    return _may_be_spaced(shape_of(folded)) or ("." in text and _DOT_IN_WORD.search(text.lower()) is not None)


def _may_be_spaced(shape: str) -> bool:
    return " a a a" in shape or shape.startswith(("a a a", "a   a   a")) or " a   a   a" in shape


def is_drawn_out(folded: str) -> bool:
    """Return whether a letter stands three times in a row in a folded text."""
    return _THRICE.search(folded) is not None


def find_disguises(text: str, folded: str, vocabulary: Vocabulary) -> tuple[Disguise, ...]:
    """Return the disguised words of *text* that *vocabulary* knows, in reading order and apart from each other."""
    shape = shape_of(folded)
    found: list[Disguise] = []
    if _may_be_lettered(text, shape, vocabulary):
        found.extend(islice(_lettered(text, vocabulary), MOST_DISGUISES))
    if not text.isascii():
        found.extend(islice(_with_emoji(text, vocabulary), MOST_DISGUISES))
    if "." in text and "a a" in shape:
        found.extend(islice(_dotted(text, vocabulary), MOST_DISGUISES))
    if _may_be_spaced(shape):
        found.extend(islice(_spaced(text, vocabulary), MOST_DISGUISES))
    if is_drawn_out(folded):
        found.extend(islice(_drawn_out(folded, vocabulary), MOST_DISGUISES))
    return _apart(found) if found else ()


def _may_be_lettered(text: str, shape: str, vocabulary: Vocabulary) -> bool:
    """Return whether digits or signs may stand for letters in *text*: without signs, for those of a known word."""
    if "0a" not in shape and "a0" not in shape:
        return has_signs(text)
    if not text.isascii() or any(sign in text for sign in _SIGNS):
        return True
    runs = fold(text).replace("_", " ").split()
    return any(vocabulary.may_know_behind(run) for run in runs if not (run.isalpha() or run.isdigit()))


def _lettered(text: str, vocabulary: Vocabulary) -> Iterator[Disguise]:
    """Yield words with digits or signs for letters."""
    chunks = (chunk for chunk in _CHUNK.finditer(text) if not _is_plain(chunk.group()))
    for chunk in islice(chunks, MOST_DISGUISES):
        yield from _read_parts(chunk.group(), chunk.start(), vocabulary)


def _read_parts(chunk: str, begin: int, vocabulary: Vocabulary) -> Iterator[Disguise]:
    """Yield what the parts of *chunk* hide, which stands at *begin*."""
    seen, places = _seen(chunk)
    for part in _PART.finditer(seen):
        word = _reading(part.group(), vocabulary)
        if word is not None:
            yield Disguise(begin + places[part.start()], begin + places[part.end() - 1] + 1, word)


def _seen(chunk: str) -> tuple[str, Sequence[int]]:
    if chunk.isascii():
        return chunk.lower(), range(len(chunk))
    return plain_word(chunk, keep_signs=True)


def _is_plain(chunk: str) -> bool:
    return (
        (chunk[:-1].isalpha() and chunk[-1] not in _LAST_LETTERS)
        or chunk.isdigit()
        or len(chunk) > _LONGEST_CHUNK
        or chunk.startswith(("@", "#", "http", "www."))
        or ("@" in chunk and _ADDRESS.search(chunk) is not None)
        or not chunk.strip(_EDGES)
    )


@lru_cache(maxsize=8192)
def _reading(part: str, vocabulary: Vocabulary) -> str | None:
    """Return the word of *vocabulary* that *part* hides, if it hides one."""
    if part.isalpha() or part.isdigit():
        return None
    has_stars = not _STARS.isdisjoint(part)
    if not (has_stars or "@" in part[1:-1] or vocabulary.may_know_behind(part)):
        return None
    hidden = sum(character in SIGN_LETTERS for character in part)
    letters = sum(character.isalpha() for character in part)
    if not hidden or letters == 0 or _BENIGN.fullmatch(part):
        return None
    choices = [SIGN_LETTERS.get(character, character) for character in part]
    if has_stars:
        starred = "".join(choice[0] for choice in choices)
        return (vocabulary.starred(starred) or _without_stars(starred, vocabulary)) if starred[0] != STAR else None
    readings = ("".join(reading) for reading in islice(product(*choices), _MOST_READINGS))
    if letters < hidden:
        return next(filter(vocabulary.has, readings), None) if letters > 1 and len(part) >= _LONG_WORD else None
    known = next((reading for reading in readings if vocabulary.knows(reading)), None)
    if known is None and "@" in part[1:-1]:
        return vocabulary.starred(
            "".join(STAR if sign == "@" else choice[0] for sign, choice in zip(part, choices, strict=True))
        )
    return known


def _without_stars(starred: str, vocabulary: Vocabulary) -> str | None:
    """Return the known word that stars have only been put into: "sh*it"."""
    word = starred.replace(STAR, "")
    return word if len(word) >= _FEWEST_AROUND_STARS and vocabulary.has(word) else None


def _with_emoji(text: str, vocabulary: Vocabulary) -> Iterator[Disguise]:
    """Yield words in which an emoji stands for a letter."""
    if _EMOJI_IN_WORD.search(text) is None:
        return
    for chunk in islice(_CHUNK.finditer(text), MOST_DISGUISES):
        starred = _EMOJI_IN_WORD.sub(STAR, chunk.group())
        if starred != chunk.group() and len(starred) <= _LONGEST_CHUNK:
            yield from _read_parts(starred, chunk.start(), vocabulary)


def _dotted(text: str, vocabulary: Vocabulary) -> Iterator[Disguise]:
    """Yield words in which a dot behind the first or before the last letter stands for a letter."""
    for found in _DOT_IN_WORD.finditer(text.lower() if text.isascii() else text):
        word = vocabulary.starred(found.group().replace(".", STAR))
        if word is not None:
            yield Disguise(*found.span(), word)


def _spaced(text: str, vocabulary: Vocabulary) -> Iterator[Disguise]:
    """Yield words whose letters stand apart, all by the same signs; anything else between two letters ends a word."""
    for run in _SPACED.finditer(text):
        places = [place for place in range(*run.span()) if text[place].isalnum()]
        gaps = [text[place + 1 : following] for place, following in pairwise(places)]
        usual = Counter(gaps).most_common(1)[0][0]
        first = 0
        for last, gap in enumerate([*gaps, ""], 1):
            if gap != usual:
                yield from _put_together(text, places[first:last], vocabulary)
                first = last


def _put_together(text: str, places: list[int], vocabulary: Vocabulary) -> Iterator[Disguise]:
    """Yield the words that the letters at *places* spell: known ones without a rest, else one long unknown word."""
    letters = "".join(text[place] for place in places).lower()
    lengths = _known_lengths(letters, vocabulary)
    if not lengths and len(letters) >= _LONG_WORD and letters.isalpha():
        lengths = [len(letters)]
    first = 0
    for length in lengths:
        last = first + length
        yield Disguise(places[first], places[last - 1] + 1, letters[first:last])
        first = last


def _known_lengths(letters: str, vocabulary: Vocabulary) -> list[int]:
    """Return how long the known words are that *letters* fall apart into, the longest first; empty when they do not."""
    behind: dict[int, list[int]] = {len(letters): []}
    for first in reversed(range(len(letters))):
        for end in range(min(len(letters), first + _LONGEST_WORD), first, -1):
            if end in behind and (vocabulary.has(letters[first:end]) or letters[first:end] in "ia"):
                behind[first] = [end - first, *behind[end]]
                break
    lengths = behind.get(0, [])
    return lengths if any(length > 1 for length in lengths) else []


def _drawn_out(folded: str, vocabulary: Vocabulary) -> Iterator[Disguise]:
    """Yield words with a letter drawn out: "sooo", "idiooot"."""
    for found in _DRAWN_OUT.finditer(folded):
        once = _AGAIN.sub(r"\1", found.group())
        twice = _THRICE_OR_MORE.sub(r"\1\1", found.group())
        for word in (twice, _THRICE_OR_MORE.sub(r"\1", found.group()), once):
            if vocabulary.has(word):
                yield Disguise(*found.span(), word)
                break


def _apart(found: list[Disguise]) -> tuple[Disguise, ...]:
    kept: list[Disguise] = []
    for disguise in sorted(found, key=lambda disguise: (disguise.start, -disguise.end)):
        if not kept or kept[-1].end <= disguise.start:
            kept.append(disguise)
    return tuple(kept)
