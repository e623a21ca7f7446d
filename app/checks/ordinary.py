"""Words that everybody uses: a name that is one of them may well mean something else."""

from functools import cache
from importlib.resources import files

from app.checks.cutting import words_of


def is_ordinary(word: str) -> bool:
    """Return whether people write *word* in lower case in mid-sentence; the list is read when first asked."""
    return word in _ordinary_words() or (word.endswith("s") and word[:-1] in _ordinary_words())


@cache
def _ordinary_words() -> frozenset[str]:
    text = (files("resources") / "words" / "en" / "ordinary.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in words_of(line))
