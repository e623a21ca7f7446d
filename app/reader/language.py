"""Whether a text is in English, as far as its small words and its script can say."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_FEWEST = 4
"""A text of fewer words is taken for English unless its script says otherwise, for which it takes as many letters."""
_LOOKED_AT = 5_000


@cache
def _small_words() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """Return the small words of English, and those of each other language that are none of English, nor one letter."""
    table = tomllib.loads((files("resources") / "languages" / "small_words.toml").read_text(encoding="utf-8"))
    english = frozenset(table.pop("english").split())
    letters = frozenset(word for words in table.values() for word in words.split() if len(word) == 1)
    return english, tuple(frozenset(words.split()) - english - letters for words in table.values())


def is_english(text: str) -> bool:
    """Return whether *text* may be English; a text of few words, or without any, may be."""
    plain = unicodedata.normalize("NFKC", text[:_LOOKED_AT])  # letters in bold or full width are letters
    words = [found.group().lower().replace("\u2019", "'") for found in _WORD.finditer(plain)]
    letters = [letter for word in words for letter in word if letter != "'"]
    latin = sum(letter.isascii() or "LATIN" in unicodedata.name(letter, "") for letter in letters)
    if len(letters) >= _FEWEST and latin * 2 < len(letters):
        return False
    if len(words) < _FEWEST:
        return True
    english, others = _small_words()
    different = frozenset(words)  # "la la la" is a song
    foreign = max(len(different & known) for known in others)
    return foreign < 2 or len(different & english) >= foreign
