"""Addresses of wallets, which show everybody what they hold, and the private keys that spend it, by their checksums."""

import re
from collections.abc import Iterator
from functools import cache

from app.checks.found import Found
from app.checks.passage import Passage

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32_ENDS = (1, 0x2BC830A3)
_SHORTEST, _CHECKSUM_BYTES = 26, 4
_PRIVATE_VERSIONS = (0x80, 0xEF)
_ADDRESS_LENGTH = 25

WALLET, KEY = "privacy.credential.wallet", "privacy.credential.key"


@cache
def _candidates() -> re.Pattern[str]:
    """Return what may be one: base58 of the lengths in use, bech32 of Bitcoin and Litecoin, and Ethereum's (EIP-55)."""
    return re.compile(
        r"(?<![A-Za-z0-9/=_.-])(?:(?P<segwit>(?:bc1|tb1|ltc1)[a-z0-9]{25,87})|(?P<hex>0x[0-9a-fA-F]{40})"
        r"|(?P<extended>[xyz]prv[1-9A-HJ-NP-Za-km-z]{107})|(?P<base58>[1-9A-HJ-NP-Za-km-z]{26,52}))(?![A-Za-z0-9])"
    )


def find_wallets(passage: Passage) -> Iterator[Found]:
    """Yield wallets and private keys, if their checksums are right."""
    seen = passage.plain.seen
    if len(seen) < _SHORTEST:
        return
    for found in _candidates().finditer(seen):
        rule = _rule_of(found)
        if rule is not None:
            yield Found(rule, passage.plain.span(*found.span()))


def _rule_of(found: re.Match[str]) -> str | None:
    if found["segwit"]:
        return WALLET if bech32(found["segwit"]) else None
    if found["hex"]:
        return WALLET
    decoded = base58_check(found.group())
    if decoded is None:
        return None
    if found["extended"] or (decoded[0] in _PRIVATE_VERSIONS and len(decoded) > _ADDRESS_LENGTH):
        return KEY
    return WALLET if len(decoded) == _ADDRESS_LENGTH else None


def bech32(written: str) -> bool:
    """Return whether *written* (small letters) has the checksum of BIP 173 or BIP 350."""
    prefix, _, data = written.rpartition("1")
    if not prefix or not set(data) <= set(_BECH32):
        return False
    values = [ord(character) >> 5 for character in prefix] + [0] + [ord(character) & 31 for character in prefix]
    check = 1
    for value in [*values, *map(_BECH32.index, data)]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATOR):
            check ^= generator if top >> place & 1 else 0
    return check in _BECH32_ENDS


def base58_check(written: str) -> bytes | None:
    """Return the bytes of *written* if its last four check the others: twice SHA-256, as Bitcoin's addresses do."""
    from hashlib import sha256  # needed for what looks like a wallet alone

    number = 0
    for character in written:
        place = _BASE58.find(character)
        if place < 0:
            return None
        number = number * 58 + place
    zeros = len(written) - len(written.lstrip("1"))
    decoded = bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
    body, check = decoded[:-_CHECKSUM_BYTES], decoded[-_CHECKSUM_BYTES:]
    return decoded if sha256(sha256(body).digest()).digest()[:_CHECKSUM_BYTES] == check else None
