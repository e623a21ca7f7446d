"""Who is writing: the two sides of a person, and the accounts on each."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.ids import PersonaId


class Side(StrEnum):
    """Which of the two worlds a persona belongs to."""

    PERSONAL = "personal"
    PROFESSIONAL = "professional"

    @property
    def other(self) -> "Side":
        """The side across the window."""
        return Side.PROFESSIONAL if self is Side.PERSONAL else Side.PERSONAL


@dataclass(frozen=True, slots=True)
class Handle:
    """A name on one network, as others write it: ``@ann_at_home`` on ``bluesky``."""

    network: str
    name: str


@dataclass(frozen=True, slots=True)
class Persona:
    """One account holder as the audience sees them.

    ``works_with`` is the user's own plural word for the people they serve (clients, patients, pupils, guests...);
    ``networks`` names the ticked networks of ``resources/platforms.toml``, in the order on show; ``own_limits`` are
    what the user's own server allows on a network where servers differ.
    """

    id: PersonaId
    side: Side
    name: str
    handles: tuple[Handle, ...] = ()
    works_with: str = "clients"
    networks: tuple[str, ...] = ()
    own_limits: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a persona needs a name")
