"""What counts for one persona on one day: stances, watch terms, readers, and the other persona's names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.model.finding import Group, Risk
from app.model.persona import Side


class Stance(StrEnum):
    """What the writer wants of a risk; ``OFF`` raises nothing."""

    OFF = "off"
    NOTE = "note"
    WARN = "warn"
    HOLD = "hold"


class Reads(StrEnum):
    """Whether a group reads this account. "Unknown" counts as yes for notes and warnings, never for a hold."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class TermKind(StrEnum):
    """What a watch term names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PROJECT = "project"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class WatchTerm:
    """A name that must not slip out: a literal phrase, never a pattern.

    ``confidential_until`` is the last day, by the writer's own calendar, on which it counts; ``None`` is for good.
    """

    term: str
    aliases: tuple[str, ...] = ()
    kind: TermKind = TermKind.ORGANISATION
    confidential_until: date | None = None

    def __post_init__(self) -> None:
        if not self.term.strip():
            raise ValueError("a watch term needs at least one letter")

    def counts_on(self, day: date) -> bool:
        """Return whether the name is still to be kept back on *day*."""
        return self.confidential_until is None or day <= self.confidential_until


def terms_on(terms: Iterable[WatchTerm], day: date) -> tuple[WatchTerm, ...]:
    """Return those of *terms* that are still to be kept back on *day*."""
    return tuple(term for term in terms if term.counts_on(day))


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything a check may know besides the text; hashable, so checked paragraphs are remembered per policy.

    Made for one day, so that nothing below needs a clock. ``works_with`` is the plural in the user's own word.
    ``other_handles`` are handles, links and display names of the other persona.
    """

    side: Side
    works_with: str = "clients"
    stances: tuple[tuple[Risk, Stance], ...] = ()
    watch_terms: tuple[WatchTerm, ...] = ()
    audience: tuple[tuple[Group, Reads], ...] = ()
    other_handles: tuple[str, ...] = ()


def default_policy(side: Side) -> Policy:
    """Return the policy of a persona about whom nothing has been said yet."""
    return Policy(side=side)


class IgnoreScope(StrEnum):
    """How far an *Ignore* reaches, in the words of its menu."""

    SENTENCE = "sentence"
    PHRASE = "phrase"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One finding that the writer has answered.

    ``mark`` is the finding's ``sentence_print`` (counting in the draft ``draft_id`` alone), its ``phrase_print``, or
    its rule id, as the scope says. ``shown`` is what the list of everything ignored shows; it stays in the vault.
    """

    scope: IgnoreScope
    mark: str
    rule_id: str
    shown: str
    draft_id: str | None = None
