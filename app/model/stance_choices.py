"""What a writer can decide about the risks, in words: presets, and what may be off limits."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.model.finding import Risk
from app.model.policy import Stance

Stances = tuple[tuple[Risk, Stance], ...]


@dataclass(frozen=True, slots=True)
class StancePreset:
    """Stances to begin with, with a name and a sentence about what they do."""

    id: str
    name: str
    words: str
    stances: Stances


@dataclass(frozen=True, slots=True)
class OffLimit:
    """Something that may be off limits; ``hint`` says which watch terms go with it, empty when none do."""

    id: str
    words: str
    stances: Stances
    hint: str

    def holds_in(self, stances: Iterable[tuple[Risk, Stance]]) -> bool:
        """Return whether *stances* keep it off limits."""
        return set(self.stances) <= set(stances)

    def put_into(self, stances: Iterable[tuple[Risk, Stance]]) -> Stances:
        """Return *stances* with this kept off limits, in the order of the risks."""
        return _in_order({**dict(stances), **dict(self.stances)})

    def taken_out_of(self, stances: Iterable[tuple[Risk, Stance]]) -> Stances:
        """Return *stances* without what keeps this off limits; what was set otherwise stays."""
        return tuple(each for each in stances if each not in self.stances)


@dataclass(frozen=True, slots=True)
class StanceChoices:
    """Everything to choose from on one side; ``categories`` and ``risks`` are in the order on show."""

    categories: tuple[tuple[str, str], ...]
    risks: tuple[tuple[Risk, str], ...]
    presets: tuple[StancePreset, ...]
    off_limits: tuple[OffLimit, ...]

    def preset_of(self, stances: Iterable[tuple[Risk, Stance]]) -> StancePreset | None:
        """Return the preset that *stances* are, ``None`` when the writer has a mixture of their own."""
        wanted = set(stances)
        return next((each for each in self.presets if set(each.stances) == wanted), None)


def _in_order(stances: dict[Risk, Stance]) -> Stances:
    return tuple((risk, stances[risk]) for risk in Risk if risk in stances)
