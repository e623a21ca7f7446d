"""Where a persona draws the line: who reads along, what is off limits, and which names stay private."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.model.finding import Group, Risk
from app.model.policy import Reads, Stance, WatchTerm
from app.model.work_calendar import WorkCalendar


class Asking(StrEnum):
    """When the questions before a post are asked."""

    WHEN_OPEN = "when_open"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Boundaries:
    """What the writer has said about one persona's account; nothing in it has to be answered.

    ``occupation`` and ``off_limits`` are the writer's own words ("nurse", "my children, my ward"). ``statement`` is
    the boundary statement as edited; empty where it is to be made from the answers. ``readers`` names somebody for a
    group ("Mrs Novak" for the people one works with), to imagine as a reader.
    """

    occupation: str = ""
    statement: str = ""
    off_limits: str = ""
    audience: tuple[tuple[Group, Reads], ...] = ()
    readers: tuple[tuple[Group, str], ...] = ()
    stances: tuple[tuple[Risk, Stance], ...] = ()
    watch_terms: tuple[WatchTerm, ...] = ()
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    asks: Asking = Asking.WHEN_OPEN

    def reads(self, group: Group) -> Reads:
        """Return whether *group* reads this account, as far as the writer has said."""
        return dict(self.audience).get(group, Reads.UNKNOWN)

    def reader(self, group: Group) -> str:
        """Return the name of somebody in *group*, empty when there is none."""
        return dict(self.readers).get(group, "")
