"""The personas' vaults that are open, and those that could not be opened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from app.errors import DraftMissing, PersonaLocked, TwofoldError
from app.model.ids import DraftId, PersonaId
from app.model.persona import Side
from app.store.places import Places
from app.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Locked:
    """A persona whose vault stays closed, and why; only its side is known."""

    persona_id: PersonaId
    side: Side
    reason: TwofoldError


class Vaults:
    """Every persona's vault, each with its own file and key; a locked one disturbs none of the others."""

    def __init__(
        self,
        places: Places,
        opened: Iterable[Vault],
        locked: Iterable[Locked],
        unlock: Callable[[PersonaId], Vault],
    ) -> None:
        self.places = places
        self._opened = {vault.persona.id: vault for vault in opened}
        self._locked = tuple(locked)
        self._unlock = unlock

    def opened(self) -> tuple[Vault, ...]:
        """Return the open vaults, in the order of the roster."""
        return tuple(self._opened.values())

    def locked(self) -> tuple[Locked, ...]:
        """Return the personas that could not be opened."""
        return self._locked

    def vault(self, persona_id: PersonaId) -> Vault:
        """Return the vault of an open persona; raise ``PersonaLocked`` when it is not open."""
        try:
            return self._opened[persona_id]
        except KeyError:
            raise PersonaLocked(persona_id) from None

    def find(self, persona_id: PersonaId) -> Vault | None:
        """Return the vault of a persona if it is open."""
        return self._opened.get(persona_id)

    def open(self, persona_id: PersonaId, side: Side) -> None:
        """Open the vault of a persona that has come, or come back; what cannot be opened is locked, with its reason."""
        self._locked = tuple(each for each in self._locked if each.persona_id != persona_id)
        try:
            self._opened[persona_id] = self._unlock(persona_id)
        except TwofoldError as reason:
            self._locked += (Locked(persona_id, side, reason),)

    def let_go(self, persona_id: PersonaId) -> None:
        """Close the vault of a persona that goes; raise ``BackupFailed`` after it is closed."""
        self._locked = tuple(each for each in self._locked if each.persona_id != persona_id)
        vault = self._opened.pop(persona_id, None)
        if vault is not None:
            vault.close()

    def home_of(self, draft_id: DraftId) -> Vault:
        """Return the open vault that holds *draft_id*; raise ``DraftMissing`` when none does."""
        for vault in self._opened.values():
            if vault.drafts.holds(draft_id):
                return vault
        raise DraftMissing(draft_id)

    def try_again(self) -> None:
        """Try to open what is locked; what stays locked has its newest reason."""
        still = []
        for locked in self._locked:
            try:
                self._opened[locked.persona_id] = self._unlock(locked.persona_id)
            except TwofoldError as reason:
                still.append(replace(locked, reason=reason))
        self._locked = tuple(still)

    def close(self) -> tuple[TwofoldError, ...]:
        """Close every vault with its verified snapshot; return what went wrong, the rest is closed all the same."""
        problems = []
        for vault in self._opened.values():
            try:
                vault.close()
            except TwofoldError as problem:
                problems.append(problem)
        return tuple(problems)
