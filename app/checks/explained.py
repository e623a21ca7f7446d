"""Why a text was judged as it was, as values: words as read, rules tried, cues and what they add up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.model.finding import Report, Risk, Severity, Span


class Outcome(StrEnum):
    """What came of a rule that was tried, in the order in which it is shown."""

    FIRED = "fired"
    IGNORED = "ignored"
    UNITED = "united"
    """Another finding of its risk stands on the same words and speaks for both."""
    CROWDED = "crowded"
    """Its sentence has weightier findings than are shown."""
    OFF = "off"
    """The writer wants nothing said about its risk."""
    OTHER_SIDE = "other side"
    EXCEPTED = "excepted"
    NEGATED = "negated"
    QUOTED = "quoted"
    IMAGINED = "imagined"
    NEEDS_CUE = "needs cue"
    NOT_THERE = "not there"
    """A part of its form is nowhere in the sentence."""
    OUT_OF_REACH = "out of reach"
    """All parts of its form are there, but not in this order or not this near to each other."""

    @property
    def is_near_miss(self) -> bool:
        """Whether its form does not stand there."""
        return self in (Outcome.NOT_THERE, Outcome.OUT_OF_REACH)


@dataclass(frozen=True, slots=True)
class TriedRule:
    """A rule and what came of its *form* at *span*; of a form that does not stand there, the part that does.

    *severity* is the rule's own on this side, before readers and stances. *because* says what decided: the ``unless``
    form, the cues that it needs, the part that is missing, the rule that speaks for it; *by* is where the word stands
    that kept it quiet. *microseconds* is what looking for this form and for what keeps it quiet takes.
    """

    rule_id: str
    risk: Risk
    form: str
    span: Span
    severity: Severity | None
    outcome: Outcome
    because: str = ""
    by: Span | None = None
    microseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class SeenCue:
    """A cue at *span* and what it adds to its risk; *risk* is empty for a cue that only serves rules."""

    cue_id: str
    risk: str
    weight: int
    span: Span


@dataclass(frozen=True, slots=True)
class SeenThrough:
    """Disguised characters at *span* and the *words* that are read there."""

    span: Span
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RiskSum:
    """What the cues of a risk add up to over the whole draft; each counts once.

    *is_said* where a rule speaks about the risk already: then cues need not.
    """

    risk: Risk
    weights: tuple[tuple[str, int], ...]
    threshold: int
    is_said: bool

    @property
    def total(self) -> int:
        """What they add up to."""
        return sum(weight for _, weight in self.weights)

    @property
    def is_reached(self) -> bool:
        """Whether they are enough to be said."""
        return self.total >= self.threshold


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """One sentence, or two lines that are read as one, at *span*.

    ``words`` are the words as the rules read them. ``unlisted`` counts rules of whose form less is there than of those
    listed. Reading and looking up are from scratch, in microseconds.
    """

    span: Span
    words: tuple[str, ...]
    disguises: tuple[SeenThrough, ...]
    tried: tuple[TriedRule, ...]
    unlisted: int
    cues: tuple[SeenCue, ...]
    reading_microseconds: float
    looking_up_microseconds: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the review of a text came about, sentence by sentence."""

    report: Report
    sentences: tuple[ExplainedSentence, ...]
    sums: tuple[RiskSum, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words as the rules read them."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @property
    def tried(self) -> tuple[TriedRule, ...]:
        """Every rule that was tried."""
        return tuple(tried for sentence in self.sentences for tried in sentence.tried)

    @property
    def cues(self) -> tuple[SeenCue, ...]:
        """Every cue that was seen."""
        return tuple(cue for sentence in self.sentences for cue in sentence.cues)

    @property
    def microseconds(self) -> float:
        """How long reading and looking up take from scratch."""
        return sum(one.reading_microseconds + one.looking_up_microseconds for one in self.sentences)

    def stood(self) -> Iterator[TriedRule]:
        """Yield the rules whose form stands there."""
        return (tried for tried in self.tried if not tried.outcome.is_near_miss)
