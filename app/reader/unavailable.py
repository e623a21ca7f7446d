"""Why there is no second reader."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import TwofoldError


class Lack(StrEnum):
    """What keeps the second reader from reading."""

    SWITCHED_OFF = "switched off"
    NO_WEIGHTS = "no weights"
    FOREIGN_WEIGHTS = "foreign weights"
    NO_RUNTIME = "no runtime"
    FAILED = "failed"


@dataclass(eq=False)
class ReaderUnavailable(TwofoldError):
    """The second reader cannot read here; *file* is the one that is missing or not what was shipped."""

    lack: Lack
    file: str = ""
