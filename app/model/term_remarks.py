"""What there is to say about watch terms that were written down or read from a file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.model.policy import WatchTerm

LONGEST_TERM = 120


class Remark(StrEnum):
    """One thing to say about a term; most say why a line was not taken."""

    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    BROKEN_QUOTES = "broken_quotes"
    TOO_MANY_COLUMNS = "too_many_columns"
    NO_TERM = "no_term"
    ONE_LETTER = "one_letter"
    TOO_LONG = "too_long"
    UNKNOWN_KIND = "unknown_kind"
    NO_DATE = "no_date"
    ALIAS_LEFT_OUT = "alias_left_out"
    ORDINARY_WORD = "ordinary_word"
    QUIET_ALREADY = "quiet_already"
    MERGED = "merged"

    @property
    def refuses(self) -> bool:
        """Whether the line was not taken because of it."""
        return self not in _TAKEN_ALL_THE_SAME


_TAKEN_ALL_THE_SAME = frozenset((Remark.ALIAS_LEFT_OUT, Remark.ORDINARY_WORD, Remark.QUIET_ALREADY, Remark.MERGED))


@dataclass(frozen=True, slots=True)
class TermRemark:
    """A remark about *words*, in *line* of a file; 0 where there is no file."""

    remark: Remark
    words: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class ReadTerms:
    """The terms of a file that can be used, doubles merged, and all that there is to say about its lines."""

    terms: tuple[WatchTerm, ...] = ()
    remarks: tuple[TermRemark, ...] = ()


def merged(terms: Iterable[WatchTerm]) -> tuple[WatchTerm, ...]:
    """Return *terms* with those of one name, whatever its case, as one that is kept back for the longest time."""
    kept: dict[str, WatchTerm] = {}
    for term in terms:
        name = term.term.casefold()
        kept[name] = _both(kept[name], term) if name in kept else term
    return tuple(kept.values())


def _both(first: WatchTerm, second: WatchTerm) -> WatchTerm:
    known = {first.term.casefold()}
    aliases = []
    for alias in (*first.aliases, *second.aliases):
        if alias.casefold() not in known:
            known.add(alias.casefold())
            aliases.append(alias)
    return replace(first, aliases=tuple(aliases), confidential_until=_later(first, second))


def _later(first: WatchTerm, second: WatchTerm) -> date | None:
    if first.confidential_until is None or second.confidential_until is None:
        return None
    return max(first.confidential_until, second.confidential_until)
