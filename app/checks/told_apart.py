"""Which words the rules tell apart: sentences that differ in other words alone are the same to them."""

from collections.abc import Iterable

from app.checks.form import Form
from app.checks.guards import GUARD_WORDS
from app.text.folding import FOREIGN

_REMEMBERED_WORDS = 20_000


class ToldApart(dict[str, str]):
    """Each word as the rules see it: itself if any form or guard can tell it apart, else one that stands for the rest.

    Words with digits are kept as they are: some forms admit any of them.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        super().__init__()
        every = tuple(forms)
        self._words = GUARD_WORDS.union(*[form.vocabulary for form in every])
        self._prefixes = frozenset[str]().union(*[form.prefixes for form in every])
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})

    def __missing__(self, word: str) -> str:
        if any(map(str.isdigit, word)):
            return word
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        self[word] = seen = word if self._tells(word) else FOREIGN
        return seen

    def _tells(self, word: str) -> bool:
        return word in self._words or any(word[:length] in self._prefixes for length in self._lengths)
