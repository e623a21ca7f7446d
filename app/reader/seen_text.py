"""A text as a reader sees it: look-alikes as their letter, nothing invisible, emoji by their names."""

import unicodedata
from dataclasses import dataclass

from app.text.folding import LOOK_ALIKE, fold, plain_word

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True)
class SeenText:
    """What is seen in a source text; ``origins`` holds, for each character of it, its code point in the source."""

    text: str
    origins: tuple[int, ...]


def seen(source: str) -> SeenText:
    """Return *source* as it is seen; what is plain ASCII stays as it is."""
    if source.isascii():
        return SeenText(source, tuple(range(len(source))))
    pieces: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(source):
        piece = character if character.isascii() else _seen_character(character)
        pieces.append(piece)
        origins.extend([place] * len(piece))
    return SeenText("".join(pieces), tuple(origins))


def _seen_character(character: str) -> str:
    category = unicodedata.category(character)
    if character == _JOINER:
        return " "
    if category in ("Cf", "Me") or ord(character) in _SKIN_TONES or 0xFE00 <= ord(character) <= 0xFE0F:
        return ""
    if fold(character) == LOOK_ALIKE:
        letter = plain_word(character, assume_disguise=True)[0]
        return letter.upper() if character.isupper() else letter
    plain = unicodedata.normalize("NFKC", character)
    if category == "So" and not (len(plain) == 1 and plain.isalnum()):  # a letter in a circle is a letter
        return f" {unicodedata.name(character, '').lower()} "
    return plain
