"""What sentences and lines came to, and what it takes to say it again at another place without checking again."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from app.checks.ranking import ranked
from app.checks.rule import Cue
from app.checks.saying import moved
from app.model.finding import Finding, Risk, Span

_NO_WEIGHTS: dict[Risk, dict[str, int]] = {}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finding that counts only if one of the cues *needs* stands somewhere in the draft, and none of *yields_to*."""

    finding: Finding
    needs: frozenset[str]
    yields_to: frozenset[str] = frozenset()

    def counts(self, present: Set[str]) -> bool:
        """Return whether it counts in a draft with the cues *present*."""
        return self.yields_to.isdisjoint(present) and not (self.needs and self.needs.isdisjoint(present))


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue and where it stands."""

    cue: Cue
    span: Span


@dataclass(slots=True, eq=False)
class Checked:
    """The findings and cues of one stretch of text, counted from its beginning.

    Its findings where it last stood are kept: while somebody types elsewhere they are asked for again and again.
    """

    findings: tuple[Finding, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    cue_ids: frozenset[str] = frozenset()
    """The names of its cues."""
    signs: tuple[PlacedCue, ...] = ()
    """Those of its cues that weigh for a risk."""
    weights: dict[Risk, dict[str, int]] = field(init=False)
    """What each of them weighs, by the risk that it weighs for."""
    _stood_at: int = 0
    _placed: tuple[Finding, ...] | None = None
    _heard: tuple[bool, ...] | None = None
    _with_waiting: "Checked | None" = None

    def __post_init__(self) -> None:
        self.weights = _weights(self.signs) if self.signs else _NO_WEIGHTS

    @property
    def is_silent(self) -> bool:
        """Whether nothing at all was found."""
        return not (self.findings or self.cue_ids or self.waiting)

    @property
    def awaited(self) -> frozenset[str]:
        """The cues on which it depends what is waiting here."""
        return frozenset[str]().union(*[one.needs | one.yields_to for one in self.waiting])

    @property
    def is_placeless(self) -> bool:
        """Whether it is the same wherever it stands: it has cues at most, none of which weighs for a risk."""
        return not (self.findings or self.waiting or self.signs)

    def findings_at(self, offset: int) -> tuple[Finding, ...]:
        """Return its findings when it begins at *offset*."""
        if not self.findings:
            return ()
        if self._placed is None or self._stood_at != offset:
            self._placed = tuple([moved(finding, offset) for finding in self.findings])
            self._stood_at = offset
        return self._placed

    def findings_given(self, present: Set[str], offset: int) -> tuple[Finding, ...]:
        """Return its findings as :meth:`findings_at` does, with those waiting that count with the cues *present*."""
        heard = tuple([one.counts(present) for one in self.waiting])
        if heard != self._heard:
            self._heard = heard
            more = [one.finding for one, is_heard in zip(self.waiting, heard, strict=True) if is_heard]
            self._with_waiting = Checked(ranked([*self.findings, *more]))
        return self._with_waiting.findings_at(offset) if self._with_waiting else self.findings_at(offset)


def _weights(signs: Iterable[PlacedCue]) -> dict[Risk, dict[str, int]]:
    weights: dict[Risk, dict[str, int]] = {}
    for placed in signs:
        if placed.cue.risk is not None:
            weights.setdefault(placed.cue.risk, {})[placed.cue.id] = placed.cue.weight
    return weights


NOTHING = Checked()
UNTOLD = Checked()
"""What a sentence comes to without being looked at: it has no word that any rule knows, and no sign of a name."""


@dataclass(slots=True, eq=False)
class CheckedLine(Checked):
    """What a line came to, and its first and last sentence with where the last begins: they may cross a line break.

    ``head`` or ``tail`` is empty where nothing can cross, and nothing does between two that are not telling: no word of
    theirs is known to a rule. What crosses to the line that last followed is kept.
    """

    head: str = ""
    tail: str = ""
    tail_start: int = 0
    has_telling_head: bool = False
    has_telling_tail: bool = False
    kind: str = ""
    follower: "CheckedLine | None" = field(default=None, repr=False)
    crossing: Checked = NOTHING


def joined(parts: Sequence[tuple[int, Checked]]) -> Checked:
    """Return what *parts*, each with where it begins, come to together."""
    speaking = [(start, part) for start, part in parts if not part.is_silent]
    if not speaking:
        return NOTHING
    if len(speaking) == 1 and (speaking[0][0] == 0 or speaking[0][1].is_placeless):
        return speaking[0][1]
    return Checked(
        tuple([finding for start, part in speaking for finding in part.findings_at(start)]),
        tuple([replace(one, finding=moved(one.finding, start)) for start, part in speaking for one in part.waiting]),
        frozenset[str]().union(*[part.cue_ids for _, part in speaking]),
        tuple([PlacedCue(one.cue, one.span.shifted(start)) for start, part in speaking for one in part.signs]),
    )


def cues_of(parts: Sequence[tuple[int, Checked]]) -> Checked:
    """Return what *parts*, each with where it begins, have to weigh together."""
    if len(parts) == 1 and not parts[0][1].signs:
        return Checked(cue_ids=parts[0][1].cue_ids)
    return Checked(
        cue_ids=frozenset[str]().union(*[part.cue_ids for _, part in parts]),
        signs=tuple([PlacedCue(one.cue, one.span.shifted(start)) for start, part in parts for one in part.signs]),
    )
