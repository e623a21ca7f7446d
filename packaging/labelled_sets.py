"""Read the labelled posts that lie beside the project; nothing of them is ever copied into it."""

import gzip
import json
import re
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from scoring import Post

_OPTIONAL = re.compile(r"\(optional: (.+)\)$")
_UNREAD = 3


def authored(path: Path) -> tuple[Post, ...]:
    """Return the posts of a set in the form of ``authored_dev``, ``authored_train`` and ``real_labelled``."""
    return tuple(
        Post(
            row["id"],
            row["text"],
            frozenset(row["labels"]),
            row["persona"],
            frozenset(row["must_not"]),
            frozenset(row.get("also_ok", ())) | optional_in(row.get("note", "")),
            row["difficulty"],
            frozenset({row.get("sampled", ""), row.get("author", "")} - {""}),
        )
        for row in rows(path)
    )


def our_own(path: Path) -> tuple[Post, ...]:
    """Return the posts of a file of ``tests/corpus``."""
    return tuple(
        Post(
            entry["id"],
            entry["text"],
            frozenset(entry["labels"]),
            entry["persona"],
            frozenset(entry.get("must_not", ())),
            frozenset(entry.get("optional", ())),
            entry["difficulty"],
        )
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["post"]
    )


def public(path: Path) -> tuple[Post, ...]:
    """Return the posts of one of the public sets: its labels are tags here, for the set's own measure to read."""
    return tuple(
        Post(
            row["id"],
            row["text"],
            frozenset(),
            optional=frozenset(row.get("meta", {}).get("borderline", ())),
            tags=frozenset(row["label"]) | {f"part {row.get('meta', {}).get('part', '')}"} | _kinds_of_spans(row),
        )
        for row in rows(path)
    )


def is_unread(post: Post) -> bool:
    """Return whether a post belongs to the third that nobody reads for ideas: a pair of minimal contrasts may part."""
    return int(sha256(post.id.encode()).hexdigest(), 16) % _UNREAD == 0


def optional_in(note: str) -> frozenset[str]:
    """Return the risks that a note calls optional."""
    found = _OPTIONAL.search(note)
    return frozenset(found[1].split(", ")) if found else frozenset()


def _kinds_of_spans(row: dict[str, Any]) -> frozenset[str]:
    """Return what a set marks in a text, in its own words."""
    spans = row.get("meta", {}).get("spans", ())
    return frozenset(f"marked {span[2]}" for span in spans if isinstance(span, list) and len(span) > 2)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Return the objects of a JSON Lines file, packed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
