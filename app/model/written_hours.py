"""Hours of one day as people write them: "9-12:30, 13:30-17:00", or "22-6" for a night."""

import re
from collections.abc import Iterable
from datetime import time

from app.model.work_calendar import Shift

_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
_WINDOW = re.compile(rf"{_CLOCK}\s*(?:-|\u2013|\u2014|to)\s*{_CLOCK}")


class HoursUnclear(ValueError):
    """A part of what was written, in ``args``, is no window of hours."""


def shifts_from(text: str, weekday: int) -> tuple[Shift, ...]:
    """Return the windows in *text*, in the order of the day; raise ``HoursUnclear``.

    A window whose end is not after its start goes on into the next day; "24:00" is midnight.
    """
    parts = [part.strip() for part in re.split("[,;]", text)]
    return tuple(sorted({_shift(part, weekday) for part in parts if part}))


def written(shifts: Iterable[Shift]) -> str:
    """Return the windows of one day so that ``shifts_from`` reads them again."""
    return ", ".join(f"{shift.start:%H:%M}-{shift.end:%H:%M}" for shift in sorted(shifts))


def _shift(part: str, weekday: int) -> Shift:
    found = _WINDOW.fullmatch(part)
    if found is None:
        raise HoursUnclear(part)
    from_hour, from_minute, to_hour, to_minute = (int(each or 0) for each in found.groups())
    try:
        end = time(0) if (to_hour, to_minute) == (24, 0) else time(to_hour, to_minute)
        return Shift(weekday, time(from_hour, from_minute), end)
    except ValueError as error:
        raise HoursUnclear(part) from error
