"""Fold case, look-alikes and invisible characters, one character for one, so that positions stay what they are."""

import codecs
import unicodedata
from functools import lru_cache

INVISIBLE = "\x01"
LOOK_ALIKE = "\x02"
LIGATURE = "\x03"
FOREIGN = "\x7f"
"""What stands in a folded text for a character that takes no room, for a letter of another script that looks like a
Latin one, for one that stands for several letters, and for any other letter."""

_LOOK_ALIKES = dict(
    zip(
        "асеорхуіјѕԁԛѡһӏкмтвнгпνοαρτικβμυχεγηωσԍցոսհօզɡɩ",
        "aceopxyijsdqwhlkmtbhrnvoaptikbuuxeynwogqnuhoqgi",
        strict=False,
    )
)
_APOSTROPHES = "\u2018\u2019\u02bc\uff07`\u00b4"
_ERRORS = "app.text.folding"


def _ascii_table() -> bytes:
    table = bytearray(b" " * 256)
    for code in range(128):
        character = chr(code).lower()
        if character.isalnum() or character in "'_":
            table[code] = ord(character)
    for marker in (INVISIBLE, LOOK_ALIKE, LIGATURE, FOREIGN):
        table[ord(marker)] = ord(marker)
    return bytes(table)


def _shape_table() -> bytes:
    letters, digits = "abcdefghijklmnopqrstuvwxyz'_", "0123456789"
    kinds = ("a" if chr(code) in letters else "0" if chr(code) in digits else " " for code in range(256))
    return "".join(kinds).encode()


_ASCII = _ascii_table()
_SHAPES = _shape_table()
_NO_DIGITS = bytes(code for code in range(256) if chr(code) not in "0123456789")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """Return the one ASCII character that stands for *character*, which is none itself."""
    if character in _APOSTROPHES:
        return "'"
    if character.lower() in _LOOK_ALIKES:
        return LOOK_ALIKE
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return INVISIBLE
    plain = unicodedata.normalize("NFKD", character)
    if plain[0].isascii() and plain[0].isalnum():
        rest = [part for part in plain[1:] if not unicodedata.combining(part)]
        return LIGATURE if rest else plain[0].lower()
    return FOREIGN if category[0] in "LM" else " "


def _fold_unencodable(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_fold_character, error.object[error.start : error.end])), error.end


codecs.register_error(_ERRORS, _fold_unencodable)


def fold(text: str) -> str:
    """Return *text* with as many characters, all of them ASCII: lower-case letters, digits, ``'``, ``_`` and blanks.

    Accents, full-width and mathematical letters become their plain letter. What has no single plain letter becomes one
    of the four marks of this module, and :func:`plain_word` says what it stands for.
    """
    encoded = text.encode() if text.isascii() else text.encode("ascii", _ERRORS)
    return encoded.translate(_ASCII).decode("ascii")


def shape_of(folded: str) -> str:
    """Return what kind of character stands where in a folded text: ``a`` a letter, ``0`` a digit, else a blank."""
    return folded.encode().translate(_SHAPES).decode("ascii")


def count_digits(folded: str) -> int:
    """Return how many digits stand in a folded text."""
    return len(folded.encode().translate(None, _NO_DIGITS))


def plain_word(word: str, *, keep_signs: bool = False, assume_disguise: bool = False) -> tuple[str, tuple[int, ...]]:
    """Return what a reader sees in *word*, folded, and for each of its characters the place in *word* it came from.

    Invisible characters go, look-alikes become the letter they look like and ligatures several letters. A word that is
    foreign throughout is nobody's disguise, unless the caller will *assume_disguise*: its letters stay marks. With
    *keep_signs*, ASCII punctuation stays too.
    """
    letters: list[str] = []
    places: list[int] = []
    disguised = assume_disguise or any(character.isascii() and character.isalpha() for character in word)
    for place, character in enumerate(word):
        seen = _letters(character, disguised=disguised)
        if seen == " " and keep_signs and character.isascii():
            seen = character
        letters.extend(seen)
        places.extend([place] * len(seen))
    return "".join(letters), tuple(places)


def _letters(character: str, *, disguised: bool) -> str:
    folded = fold(character)
    if folded == INVISIBLE:
        return ""
    if folded == LOOK_ALIKE:
        return _LOOK_ALIKES.get(character.lower(), "") if disguised else FOREIGN
    if folded == LIGATURE:
        return fold("".join(part for part in unicodedata.normalize("NFKD", character) if part.isalnum()))
    return folded
