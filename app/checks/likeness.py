"""Whether a text is still much the same, told from a short mark that holds none of its words."""

from zlib import crc32

from app.checks.passage import Passage

_MOST_READ = 5_000
_MOST_HASHES = 64
_HASH_DIGITS = 8
_MUCH_THE_SAME = 0.5


def mark_of(text: str) -> str:
    """Return the mark of *text*: numbers made of its different words, the smallest ones where there are many."""
    return "".join(f"{each:0{_HASH_DIGITS}x}" for each in _hashes(text))


def is_much_the_same(text: str, mark: str) -> bool:
    """Return whether at least half of the different words in *text* and in what *mark* was made of are in both."""
    then = {int(mark[start : start + _HASH_DIGITS], 16) for start in range(0, len(mark), _HASH_DIGITS)}
    now = set(_hashes(text))
    smallest = sorted(then | now)[:_MOST_HASHES]
    return bool(smallest) and sum(each in then and each in now for each in smallest) >= _MUCH_THE_SAME * len(smallest)


def _hashes(text: str) -> list[int]:
    words = Passage(text[:_MOST_READ], may_hide=False).vocabulary
    return sorted({crc32(word.encode()) for word in words})[:_MOST_HASHES]
