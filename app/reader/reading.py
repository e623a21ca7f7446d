"""What the second reader makes of a text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.model.finding import Risk, Span
from app.model.persona import Side


class Sureness(StrEnum):
    """How sure the second reader is, from how often it was right on posts that it had never seen."""

    FAIRLY = "fairly"
    QUITE = "quite"
    VERY = "very"


@dataclass(frozen=True, slots=True)
class Opinion:
    """That a text reads like carrying *risk*.

    ``likely`` is between 0 and 1. ``span`` covers the words that weigh most, whole words of one sentence; ``words`` are
    the weightiest stretches of it and of the rest of the text, in reading order. ``sentences`` are all sentences that
    speak for the risk, the one with ``span`` among them.
    """

    risk: Risk
    likely: float
    sureness: Sureness
    span: Span
    words: tuple[Span, ...]
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the second reader makes of exactly *text*, as a post of this side.

    ``opinions`` are raised, in reading order; ``likely`` says how likely each risk is, between 0 and 1, and
    ``ruled_out`` which risks are so unlikely in all of it that a weak sign of them means nothing. A text that is not
    English is not ``understood``: nothing is said about it. Unless it ``is_whole``, parts of a long text are still to
    be read. What is at ``written_since``, or stood there, has not been read.
    """

    text: str
    side: Side
    opinions: tuple[Opinion, ...] = ()
    likely: Mapping[Risk, float] = field(default_factory=dict)
    ruled_out: frozenset[Risk] = frozenset()
    understood: bool = True
    is_whole: bool = True
    written_since: Span | None = None


@dataclass(frozen=True, slots=True)
class TaughtPost:
    """A post that the second reader was taught with, and where in it the risk stands that it was taught for."""

    text: str
    side: Side
    risks: frozenset[Risk]
