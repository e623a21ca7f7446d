"""The key of a vault, wrapped in slots: one slot per way of unlocking.

The key itself is 256 random bits and never changes. Today there is one kind of slot, the key file; passphrase, system
keychain and recovery code are further kinds with a ``kdf`` of their own in the same file.
"""

import errno
import json
import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.errors import DiskFault, KeyMissing, KeyRefused, SlotsDamaged, StoreError
from app.model.ids import PersonaId
from app.model.persona import Side
from app.store.files import write_whole

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12
_FORMAT = 1


class SlotKind(StrEnum):
    """A way of unlocking a vault."""

    KEY_FILE = "key_file"
    PASSPHRASE = "passphrase"
    KEYCHAIN = "keychain"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """The vault's key, wrapped for one way of unlocking; ``kdf`` says how the wrapping key is made."""

    kind: SlotKind
    kdf: str
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class Slots:
    """What the slot file says. ``salt`` is the first 16 bytes of the vault, so that a damaged header can be told."""

    persona_id: PersonaId
    side: Side
    salt: bytes
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class VaultKey:
    """The 256 random bits that a vault is encrypted with; never shown, never logged."""

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError(f"not a key: {len(self.secret)} bytes")


def new_vault_key() -> VaultKey:
    """Return a key that nobody has seen."""
    return VaultKey(secrets.token_bytes(KEY_BYTES))


def new_key_file(path: Path) -> bytes:
    """Write a new random key file, durable on return, and return what it holds."""
    content = secrets.token_bytes(KEY_BYTES)
    write_whole(path, content)
    return content


def read_key_file(path: Path) -> bytes:
    """Return what the key file holds; raise ``KeyMissing``, ``KeyRefused`` when it cannot be one."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise KeyMissing(path) from None
    except OSError as error:
        raise DiskFault(path, errno.errorcode.get(error.errno or 0, "unknown")) from error
    if len(content) != KEY_BYTES:
        raise KeyRefused(path)
    return content


def wrap_with_key_file(key: VaultKey, persona_id: PersonaId, key_file: bytes) -> Slot:
    """Return the slot that opens with exactly this key file, for exactly this vault."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    bound_to = _bound_to(persona_id, SlotKind.KEY_FILE, "none")
    return Slot(SlotKind.KEY_FILE, "none", nonce, ChaCha20Poly1305(key_file).encrypt(nonce, key.secret, bound_to))


def unlock_with_key_file(slots: Slots, path: Path) -> VaultKey:
    """Return the vault's key; raise ``KeyMissing`` or ``KeyRefused``."""
    key_file = read_key_file(path)
    for slot in slots.slots:
        if slot.kind is SlotKind.KEY_FILE:
            try:
                bound_to = _bound_to(slots.persona_id, slot.kind, slot.kdf)
                return VaultKey(ChaCha20Poly1305(key_file).decrypt(slot.nonce, slot.wrapped, bound_to))
            except InvalidTag:
                continue
    raise KeyRefused(path)


def write_slots(path: Path, slots: Slots) -> None:
    """Write the slot file and its twin, one after the other: whatever happens, one of them is whole."""
    content = dump_slots(slots)
    write_whole(path, content)
    write_whole(twin_of(path), content)


def read_slots(path: Path) -> Slots:
    """Return the first whole one of the slot file and its twin; raise ``SlotsDamaged`` when there is none."""
    for candidate in (path, twin_of(path)):
        try:
            return parse_slots(candidate.read_bytes())
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    raise SlotsDamaged(path)


def mend_slots(path: Path, slots: Slots) -> None:
    """Write the slot file and its twin again where they do not say what *slots* says; best effort."""
    content = dump_slots(slots)
    for candidate in (path, twin_of(path)):
        with suppress(OSError, StoreError):
            if not candidate.exists() or candidate.read_bytes() != content:
                write_whole(candidate, content)


def twin_of(path: Path) -> Path:
    """Return where the second copy of a slot file lies."""
    return path.with_name(f"{path.name}.twin")


def dump_slots(slots: Slots) -> bytes:
    """Return the content of a slot file."""
    body = {
        "format": _FORMAT,
        "vault_id": slots.persona_id,
        "side": slots.side.value,
        "salt": slots.salt.hex(),
        "slots": [
            {"kind": slot.kind.value, "kdf": slot.kdf, "nonce": slot.nonce.hex(), "wrapped": slot.wrapped.hex()}
            for slot in slots.slots
        ],
    }
    return json.dumps(body | {"checksum": _checksum(body)}, indent=1).encode()


def parse_slots(content: bytes) -> Slots:
    """Return what a slot file says; raise ``ValueError``, ``KeyError`` or ``TypeError`` unless it is whole."""
    body = dict(json.loads(content))
    checksum = body.pop("checksum")
    if body["format"] != _FORMAT or checksum != _checksum(body):
        raise ValueError("not a whole slot file")
    return Slots(
        PersonaId(body["vault_id"]), Side(body["side"]), bytes.fromhex(body["salt"]), tuple(_slots(body["slots"]))
    )


def salt_of(vault: Path) -> bytes:
    """Return the first 16 bytes of a vault that nobody has open: closing a file gives up every lock on it."""
    with vault.open("rb") as file:
        return file.read(SALT_BYTES)


def _slots(entries: Iterable[dict[str, str]]) -> Iterable[Slot]:
    for entry in entries:
        yield Slot(
            SlotKind(entry["kind"]), entry["kdf"], bytes.fromhex(entry["nonce"]), bytes.fromhex(entry["wrapped"])
        )


def _bound_to(persona_id: PersonaId, kind: SlotKind, kdf: str) -> bytes:
    return "\n".join((persona_id, kind.value, kdf)).encode()


def _checksum(body: dict[str, object]) -> str:
    return blake2b(json.dumps(body, sort_keys=True).encode(), digest_size=16).hexdigest()
