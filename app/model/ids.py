"""Names of things that live in vaults: random, so two vaults never give the same one."""

from typing import NewType
from uuid import uuid4

DraftId = NewType("DraftId", str)
PersonaId = NewType("PersonaId", str)
PairId = NewType("PairId", str)


def new_id() -> str:
    """Return 32 random hexadecimal digits."""
    return uuid4().hex
