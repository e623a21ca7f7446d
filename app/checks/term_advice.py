"""Whether a watch term can be looked for, and what the writer should know about it."""

from collections.abc import Iterable
from datetime import date

from app.checks.cutting import words_of
from app.checks.literal_names import is_worn_away
from app.checks.ordinary import is_ordinary
from app.model.policy import TermKind, WatchTerm
from app.model.term_remarks import LONGEST_TERM, Remark, TermRemark


def objection_to(spelling: str) -> Remark | None:
    """Return why *spelling*, neatly spaced, cannot be looked for: one letter, digit or sign stands everywhere."""
    if not spelling:
        return Remark.NO_TERM
    if len(spelling) > LONGEST_TERM:
        return Remark.TOO_LONG
    if len(spelling) == 1 and (spelling.isascii() or spelling.lower() != spelling.upper()):
        return Remark.ONE_LETTER
    return None


def usable(spellings: Iterable[str]) -> tuple[tuple[str, ...], tuple[TermRemark, ...]]:
    """Return the aliases among *spellings* that can be looked for, and a remark about each other one."""
    neat = tuple(filter(None, (" ".join(each.split()) for each in spellings)))
    left_out = tuple(TermRemark(Remark.ALIAS_LEFT_OUT, each) for each in neat if objection_to(each) is not None)
    return tuple(dict.fromkeys(each for each in neat if objection_to(each) is None)), left_out


def remarks_on(term: WatchTerm, today: date) -> tuple[TermRemark, ...]:
    """Return what to know about a term that can be used: what may mean something else, and that it is quiet already."""
    spellings = (term.term, *term.aliases)
    ordinary = tuple(TermRemark(Remark.ORDINARY_WORD, each) for each in spellings if _may_mean_else(each, term.kind))
    quiet = () if term.counts_on(today) else (TermRemark(Remark.QUIET_ALREADY, term.term),)
    return (*ordinary, *quiet)


def _may_mean_else(spelling: str, kind: TermKind) -> bool:
    """Return whether the check asks for a sign that the name is meant; code names are taken from ordinary words."""
    if not spelling.isalpha() or is_worn_away(spelling):
        return False
    words = words_of(spelling)
    return kind is TermKind.PROJECT or is_ordinary(words[0])
