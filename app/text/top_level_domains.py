"""The top-level domains by which a bare domain is told from a missing blank after a full stop."""

import re
from functools import cache
from importlib.resources import files

_LATIN_PREFIX = re.compile(r"[0-9a-zA-Z]*")
_PUNYCODE = re.compile(r"xn--[-0-9a-z]+", re.IGNORECASE)
_NOT_AFTER = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@+-")


def is_in_the_root_zone(name: str) -> bool:
    """Return whether *name*, in lower case and without a dot, is a top-level domain today."""
    return name in _names()[1]


def x_domain_end(text: str, start: int, end: int) -> int | None:
    """Return where a top-level domain that X knows ends, when one begins ``text[start:end]``; ``None`` otherwise.

    The name must not run on in Latin letters, digits, ``@``, ``+`` or ``-``.
    """
    known = _names()[0]
    prefix = _LATIN_PREFIX.match(text, start, end)
    stop = prefix.end() if prefix else start
    if stop > start:
        if text[start:stop].lower() in known and _may_follow(text, stop):
            return stop
        encoded = _PUNYCODE.match(text, start, end)
        return encoded.end() if encoded else None
    for stop in range(min(end, start + _longest_of_other_scripts()), start, -1):
        if text[start:stop].lower() in known and _may_follow(text, stop):
            return stop
    return None


def _may_follow(text: str, position: int) -> bool:
    return position == len(text) or text[position] not in _NOT_AFTER


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    """Return what X knows, and what is in the root zone."""
    known, registered = set(), set()
    for line in files("resources").joinpath("top_level_domains.txt").read_text("utf-8").splitlines():
        name = line.lstrip("+-")
        if not name or line.startswith("#"):
            continue
        if not line.startswith("+"):
            known.add(name)
        if not line.startswith("-"):
            registered.add(name)
    return frozenset(known), frozenset(registered)


@cache
def _longest_of_other_scripts() -> int:
    return max(len(name) for name in _names()[0] if not name.isascii())
