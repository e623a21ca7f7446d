"""Count graphemes, the characters as a reader sees them: an emoji family, a flag or an accented letter is one."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

# Characters that never join with a neighbour of the same kind, so that only what stands among the others needs a
# closer look: Latin, Greek, Cyrillic, Hebrew and Arabic letters, general punctuation, kana, ideographs, Hangul.
_PLAIN = (
    r"\n\t\x20-\x7e\xa1-\xa8\xaa-\xac\xaf-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a"
    r"\u2010-\u2027\u2030-\u203b\u203d-\u2048\u20a0-\u20c0\u3000-\u3029\u3041-\u3096\u30a0-\u30ff\u3400-\u9fff"
    r"\uac00-\ud7a3\uff01-\uff9d"
)
# The marks that hold on to what follows them, a plain character too: signs before a number, first halves of syllables.
_HOLDS_ON = r"\r\p{Grapheme_Cluster_Break=Prepend}\p{Grapheme_Cluster_Break=L}"
_TANGLED = rf"[{_PLAIN}]?(?:[^{_PLAIN}]++(?:(?<=[{_HOLDS_ON}])[{_PLAIN}])?)+"
_CLUSTER = r"\X"


def grapheme_count(text: str) -> int:
    r"""Return how many extended grapheme clusters *text* holds, as Unicode's annex 29 cuts them."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    tangled, cluster = _patterns()
    return len(text) - sum(len(found) - len(cluster.findall(found)) for found in tangled.findall(text))


@cache
def _patterns() -> "tuple[regex.Pattern[str], regex.Pattern[str]]":
    """Compile what texts beyond ASCII need when the first of them comes: a start does not wait for it."""
    import regex

    return regex.compile(_TANGLED), regex.compile(_CLUSTER)
