"""The networks and their limits, as ``resources/platforms.toml`` states them."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from app.model.persona import Side


class Unit(StrEnum):
    """What one unit of a limit is."""

    X_WEIGHT = "x-weight"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    THREADS = "threads"
    UTF16 = "utf-16"


@dataclass(frozen=True, slots=True)
class Network:
    """A network and what it allows in one post; ``None`` for a limit that it does not have.

    From ``doubtful_from`` on, a text within the limit may be refused all the same. ``documented`` is false where the
    network itself says nothing about its limit.
    """

    id: str
    name: str
    unit: Unit
    limit: int
    doubtful_from: int | None = None
    bytes_limit: int | None = None
    links_limit: int | None = None
    hashtags_limit: int | None = None
    limit_is_per_server: bool = False
    documented: bool = True


def networks() -> tuple[Network, ...]:
    """Return every network, in the order in which they are offered."""
    return tuple(_table().values())


def network(network_id: str) -> Network:
    """Return one network; raise ``KeyError`` for an id that the table does not hold."""
    return _table()[network_id]


def default_networks(side: Side) -> tuple[str, ...]:
    """Return the ids of the networks that are ticked on a new persona of *side*."""
    return tuple(_document()["defaults"][side.value])


@cache
def _table() -> dict[str, Network]:
    return {entry["id"]: Network(**{**entry, "unit": Unit(entry["unit"])}) for entry in _document()["network"]}


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("platforms.toml").read_text("utf-8"))
