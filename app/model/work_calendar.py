"""When somebody works: hours on weekdays, as the wall clock shows them."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One window of work on a *weekday* (Monday is 0), by the wall clock, to the minute.

    It belongs to the day it starts on: an ``end`` that is not after ``start`` is on the next day.
    """

    weekday: int
    start: time
    end: time

    def __post_init__(self) -> None:
        if not 0 <= self.weekday <= 6:
            raise ValueError(f"not a weekday: {self.weekday}")
        if any(each.second or each.microsecond or each.tzinfo for each in (self.start, self.end)):
            raise ValueError("working hours are wall times, to the minute")


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The shifts of a week, in the IANA *zone* they are meant in; an empty zone is the computer's own.

    No shifts means that nothing is known about the working day.
    """

    shifts: tuple[Shift, ...] = ()
    zone: str = ""
