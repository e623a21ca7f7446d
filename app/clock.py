"""The one clock: the programs read it and hand the time to everything else."""

from datetime import UTC, datetime


def wall_clock() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the clock
