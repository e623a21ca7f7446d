"""What one line of a draft came to, and what it takes to say it again at another place without checking it again."""

from dataclasses import dataclass

from app.checks.lines import Edges, edges
from app.checks.rule import Cue
from app.checks.saying import moved
from app.model.finding import Finding, Span


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finding that counts only if one of the cues *needs* stands somewhere in the draft."""

    finding: Finding
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue and where it stands."""

    cue: Cue
    span: Span


@dataclass(slots=True)
class CheckedLine:
    """The findings and cues of *line*, counted from its beginning.

    What is asked for again and again while somebody types elsewhere in the draft is kept: the edges of the line, its
    findings where it last stood, and what crosses the break to the line that last followed it.
    """

    line: str
    findings: tuple[Finding, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    cues: tuple[PlacedCue, ...] = ()
    follower: "CheckedLine | None" = None
    crossing: "CheckedLine | None" = None
    _edges: Edges | None = None
    _stood_at: int = 0
    _placed: tuple[Finding, ...] | None = None

    @property
    def is_silent(self) -> bool:
        """Whether nothing at all was found in it."""
        return not (self.findings or self.cues or self.waiting)

    @property
    def edges(self) -> Edges:
        """What of it may belong to a sentence on the line above or below."""
        if self._edges is None:
            self._edges = edges(self.line)
        return self._edges

    def findings_at(self, offset: int) -> tuple[Finding, ...]:
        """Return its findings when it begins at *offset* of the draft."""
        if self._placed is None or self._stood_at != offset:
            self._placed = tuple([moved(finding, offset) for finding in self.findings])
            self._stood_at = offset
        return self._placed
