"""Addresses on the internet that lead to somebody's line: those of private networks and of manuals lead nowhere."""

import re
from collections.abc import Iterator
from functools import cache

from app.checks.found import Found
from app.checks.passage import Passage

INTERNET_ADDRESS = "privacy.contact.internet-address"


@cache
def _address() -> re.Pattern[str]:
    """Return how RFC 791 and RFC 4291 (2.2) write them."""
    return re.compile(
        r"(?<![\w.:-])(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7})(?![\w:-])(?!\.\d)", re.IGNORECASE
    )


@cache
def _is_named() -> re.Pattern[str]:
    return re.compile(r"(?<![a-z])ip(?:v[46])?(?![a-z])|address", re.IGNORECASE)


def find_internet_addresses(passage: Passage) -> Iterator[Found]:
    """Yield the public addresses in a text that says that they are some: versions are written with dots as well."""
    seen = passage.plain.seen
    if (seen.count(".") < 3 and seen.count(":") < 3) or not _is_named().search(seen):
        return
    for found in _address().finditer(seen):
        if _leads_somewhere(found.group()):
            yield Found(INTERNET_ADDRESS, passage.plain.span(*found.span()))


def _leads_somewhere(written: str) -> bool:
    """Return whether *written* is an address that the registries of IANA call globally reachable."""
    from ipaddress import ip_address  # needed by few texts, and takes as long as the rest of this module

    try:
        return ip_address(written).is_global
    except ValueError:
        return False
