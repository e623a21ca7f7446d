"""Cut text into words, the same way for drafts and for the forms of rules."""

from functools import lru_cache

from app.text.folding import fold

Piece = tuple[str, int, int]
"""A folded word and where it stands."""

SHORTENED: dict[str, tuple[str, ...]] = {
    "im": ("i", "am"), "ive": ("i", "have"), "dont": ("do", "not"), "cant": ("can", "not"), "wont": ("will", "not"),
    "didnt": ("did", "not"), "doesnt": ("does", "not"), "isnt": ("is", "not"), "wasnt": ("was", "not"),
    "arent": ("are", "not"), "werent": ("were", "not"), "couldnt": ("could", "not"), "wouldnt": ("would", "not"),
    "shouldnt": ("should", "not"), "havent": ("have", "not"), "hasnt": ("has", "not"), "hadnt": ("had", "not"),
    "aint": ("is", "not"), "youre": ("you", "are"), "theyre": ("they", "are"), "thats": ("that", "'s"),
    "hes": ("he", "'s"), "shes": ("she", "'s"), "whats": ("what", "'s"), "cannot": ("can", "not"),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "u": ("you",), "ur": ("your",),
    "yall": ("you", "all"), "ya": ("you",), "ppl": ("people",), "h8": ("hate",), "m8": ("mate",), "b4": ("before",),
}  # fmt: skip
"""Words that are written as one and are several, or are short for another."""

_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "'d", "'s": "'s"}
_NOT = {"can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}


@lru_cache(maxsize=20_000)
def pieces(run: str) -> tuple[Piece, ...]:
    """Return the words inside one run of folded characters: ``don't`` is ``do`` and ``not``."""
    if run.isalnum() and run not in SHORTENED:
        return ((run, 0, len(run)),)
    start = len(run) - len(run.lstrip("'_"))
    word = run.strip("'_")
    if not word:
        return ()
    end = start + len(word)
    if word in SHORTENED:
        parts = SHORTENED[word]
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


@lru_cache(maxsize=32_000)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of *text*, the way a draft and a rule's forms are both cut."""
    return tuple(piece[0] for run in fold(text).split() for piece in pieces(run))
