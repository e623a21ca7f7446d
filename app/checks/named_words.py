"""The words that the forms of rule packs name, in the order in which they come to mind."""

from collections import Counter
from collections.abc import Iterable

from app.checks.cue_words import CUE_WORDS
from app.checks.form import Form
from app.checks.rule import Cue, Packs, Rule

_FIRST_IN_MIND = ("offensive.profanity", "offensive", "tone", "venting")
_LAST = len(_FIRST_IN_MIND)


def words_in_mind(packs: Packs) -> tuple[str, ...]:
    """Return every word that a disguise may hide; where letters are missing, swearing and insults come first."""
    ranks: dict[str, int] = {}
    uses: Counter[str] = Counter(CUE_WORDS)
    owners: list[Rule | Cue] = [*packs.rules, *packs.cues]
    for owner in sorted(owners, key=_rank, reverse=True):
        rank = _rank(owner)
        for form in owner.forms:
            words = form.vocabulary
            uses.update(words)
            ranks.update(dict.fromkeys(words, rank))
    return tuple(sorted(uses, key=lambda word: (ranks.get(word, _LAST), -uses[word], word)))


def all_words(forms: Iterable[Form]) -> frozenset[str]:
    """Return every word that one of *forms* names."""
    return frozenset[str]().union(*(form.vocabulary for form in forms))


def all_prefixes(forms: Iterable[Form]) -> tuple[str, ...]:
    """Return every beginning of a word that one of *forms* names."""
    return tuple(sorted(frozenset[str]().union(*(form.prefixes for form in forms))))


def _rank(owner: Rule | Cue) -> int:
    return next((at for at, risk in enumerate(_FIRST_IN_MIND) if (owner.risk or "").startswith(risk)), _LAST)
