"""What a rule pack says, once it has been read: rules, cues, the words of risks and of coded checks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.checks.form import Form
from app.model.finding import Group, Risk, Severity
from app.model.persona import Side


class Guard(StrEnum):
    """What keeps a rule quiet although its form is there."""

    NEGATED = "negated"
    QUOTED = "quoted"
    HYPOTHETICAL = "hypothetical"


class Scope(StrEnum):
    """Where a cue that a rule needs may stand."""

    SENTENCE = "sentence"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Sides:
    """How much something weighs on each side; ``None`` where it does not count."""

    personal: Severity | None
    professional: Severity | None

    def on(self, side: Side) -> Severity | None:
        """Return what counts on *side*."""
        return self.personal if side is Side.PERSONAL else self.professional


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says; ``{customer}``, ``{customers}`` and ``{words}`` are filled in when it is made."""

    message: str
    why: str
    guideline: str
    minds: frozenset[Group]
    instead: tuple[str, ...] = ()
    fixes: tuple[str, ...] = ()


class Place(StrEnum):
    """What of a draft a rewording stands in for."""

    WORDS = "words"
    """The words of the finding alone: a word or phrase for another of its kind."""
    CLAUSE = "clause"
    """The clause that has the words, or the whole sentence if it has but one: for a statement."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """Another way to say what somebody may have wanted to say, without the risk.

    It is offered where a word that *about* names, or that begins as it says with a star, stands in what it replaces, or
    several words that it joins by ``_``; without any, wherever nothing more fitting can be offered. ``{when}`` is the
    time that the draft gives, with a blank before it; nothing to *say* takes the whole away.
    """

    say: str
    about: tuple[str, ...] = ()
    place: Place = Place.CLAUSE

    def found(self, words: Sequence[str]) -> tuple[int, int] | None:
        """Return the first words of *words*, folded, that it is about: from one up to and without another."""
        for first, word in enumerate(words):
            for each in self.about:
                named = each.split("_")
                last = first + len(named)
                if tuple(words[first:last]) == tuple(named) or (each[-1] == "*" and word.startswith(each[:-1])):
                    return first, last
        return None

    @property
    def is_about_a_phrase(self) -> bool:
        """Whether it is about several words together."""
        return any("_" in each for each in self.about)


@dataclass(frozen=True, slots=True)
class RiskWords:
    """What there is to say about a risk in general, and the weight of cues from which it counts as said."""

    risk: Risk
    title: str
    severity: Sides
    wording: Wording
    threshold: int
    rewordings: tuple[Rewording, ...] = ()
    silenced_by: frozenset[str] = frozenset()
    """Cues that keep it quiet wherever they stand in the draft; its rules take them over."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a rule must fire on, or must leave alone; ``side`` is ``None`` where it holds on both."""

    text: str
    side: Side | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a pack: the forms that raise it, what keeps it quiet, and what it says."""

    id: str
    risk: Risk
    severity: Sides
    wording: Wording
    forms: Collection[Form]
    unless: Collection[Form] = ()
    guards: frozenset[Guard] = frozenset(Guard)
    needs: frozenset[str] = frozenset()
    scope: Scope = Scope.SENTENCE
    silenced_by: frozenset[str] = frozenset()
    """Cues that keep it quiet wherever they stand in the draft."""
    fires: tuple[Example, ...] = ()
    quiet: tuple[Example, ...] = ()
    file: str = ""
    sides: frozenset[Side] = field(init=False)
    """Where it counts."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "sides", frozenset(side for side in Side if self.severity.on(side) is not None))


@dataclass(frozen=True, slots=True)
class Cue:
    """A weak sign; those of one risk add up over a draft. A cue of no risk exists for rules that need it."""

    id: str
    risk: Risk | None
    weight: int
    sides: frozenset[Side]
    forms: Collection[Form]
    file: str = ""


@dataclass(frozen=True, slots=True)
class CodedRule:
    """The words and weight of a check that is written in code."""

    id: str
    risk: Risk
    severity: Sides
    wording: Wording
    file: str = ""


@dataclass(frozen=True, slots=True)
class Packs:
    """Everything the rule packs say."""

    rules: tuple[Rule, ...]
    cues: tuple[Cue, ...]
    risks: Mapping[Risk, RiskWords]
    coded: Mapping[str, CodedRule]
