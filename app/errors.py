"""The few errors that callers are meant to handle; they carry data, and the interface writes the sentences."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class TwofoldError(Exception):
    """Something a user can do something about."""


class Damage(StrEnum):
    """What is broken about a file."""

    EMPTY = "empty"
    HEADER = "header"
    CONTENT = "content"


@dataclass(eq=False)
class StoreError(TwofoldError):
    """Something about one file or folder of the user's data."""

    path: Path


class FolderUnwritable(StoreError):
    """Nothing can be kept in this folder."""


class NotAFolder(FolderUnwritable):
    """A file stands where a folder is needed."""


class VaultMissing(StoreError):
    """There is no vault where one is expected."""


class VaultExists(StoreError):
    """A vault would have to be written over."""


@dataclass(eq=False)
class VaultDamaged(StoreError):
    """The vault, or one page of it, is not what was written."""

    damage: Damage


class VaultForeign(StoreError):
    """The file is no vault, or it is the vault of another persona."""


@dataclass(eq=False)
class VaultTooNew(StoreError):
    """A newer Twofold wrote this vault: its schema is *found*, this program knows *known*."""

    found: int
    known: int


class VaultBusy(StoreError):
    """Another program, most likely a second Twofold, has the vault open."""


class VaultReadOnly(StoreError):
    """The vault can be read but not written."""


class VaultReplaced(StoreError):
    """Somebody moved, removed or replaced the file of an open vault."""


class DiskFull(StoreError):
    """There is no room left for this file."""


@dataclass(eq=False)
class DiskFault(StoreError):
    """The system could not read or write this file; *reason* is its own word for it."""

    reason: str


class KeyMissing(StoreError):
    """The key file of a vault is not where it should be."""


class KeyRefused(StoreError):
    """The key file is there but is not the one this vault was locked with."""


class SlotsDamaged(StoreError):
    """Neither copy of the file that holds the wrapped key can be used."""


@dataclass(eq=False)
class BackupFailed(StoreError):
    """No verified backup could be made; all earlier ones are still there."""

    reason: TwofoldError


@dataclass(eq=False)
class DraftMissing(TwofoldError):
    """No open vault holds this draft."""

    draft_id: str


@dataclass(eq=False)
class ContactRequestMissing(TwofoldError):
    """The log does not hold this contact request any more."""

    request_id: str


@dataclass(eq=False)
class PersonaLocked(TwofoldError):
    """The vault of this persona is not open."""

    persona_id: str


@dataclass(eq=False)
class PersonaClash(TwofoldError):
    """Another persona has the same name, or the same handle on *network*, which is empty for a name."""

    shared: str
    network: str = ""


@dataclass(eq=False)
class LastPersona(TwofoldError):
    """It is the only persona in use on *side*, which needs one."""

    side: str


@dataclass(eq=False)
class TextTooLong(TwofoldError):
    """A text of *length* code points is over the *limit* for one draft."""

    length: int
    limit: int


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """One mistake in a rule pack: in which file, rule and field, and what is wrong; empty where it has none."""

    file: str
    rule_id: str
    field: str
    problem: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.rule_id, self.field, self.problem) if part)


class RulePackError(TwofoldError):
    """Rule packs that cannot be used as they are, with every mistake in them."""

    def __init__(self, problems: tuple[RuleProblem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
