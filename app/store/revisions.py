"""Earlier texts of a draft, kept whole: when one is kept, and for how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

import apsw

from app.model.draft import Revision, RevisionReason
from app.store.vault_file import from_us, next_seq, to_us

INTERVAL = timedelta(minutes=2)
SPELL_ENDS_AFTER = timedelta(minutes=10)
_BIG_CUT = 0.3
_KEEP_ALL = timedelta(hours=24)
_KEEP_HOURLY = timedelta(days=7)
_KEEP_DAILY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Kept:
    """When a revision was kept; *number* says which came first, whatever the clock did."""

    number: int
    draft: int
    at: datetime


def keep(
    connection: apsw.Connection, draft: int, title: str, text: str, reason: RevisionReason, now: datetime
) -> int | None:
    """Keep *text* inside the caller's transaction and return its number, ``None`` when nothing had to be kept.

    An empty text, and one that the newest revision of the draft holds already, need no further copy.
    """
    digest = _digest(title, text)
    newest = connection.execute(
        "SELECT digest FROM revisions WHERE draft = ? ORDER BY number DESC LIMIT 1", (draft,)
    ).get
    if not text or digest == newest:
        return None
    number = next_seq(connection)
    connection.execute(
        "INSERT INTO revisions (number, draft, title, text, digest, reason, kept_us) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, draft, title, text, digest, reason.value, to_us(now)),
    )
    return number


def revisions_of(connection: apsw.Connection, draft: int) -> tuple[Revision, ...]:
    """Return the earlier texts of a draft, newest first."""
    rows = connection.execute(
        "SELECT number, title, text, reason, kept_us FROM revisions WHERE draft = ? ORDER BY number DESC", (draft,)
    )
    return tuple(
        Revision(number, title, text, RevisionReason(reason), from_us(us)) for number, title, text, reason, us in rows
    )


def newest_kept_at(connection: apsw.Connection, draft: int) -> datetime | None:
    """Return when the newest revision of a draft was kept, ``None`` when it has none."""
    us = connection.execute("SELECT kept_us FROM revisions WHERE draft = ? ORDER BY number DESC LIMIT 1", (draft,)).get
    return None if us is None else from_us(us)


def thin(connection: apsw.Connection, now: datetime) -> int:
    """Drop the revisions that are no longer worth their room, and return how many those were."""
    rows = connection.execute("SELECT number, draft, kept_us FROM revisions WHERE NOT pinned ORDER BY number DESC")
    kept = [Kept(number, draft, from_us(us)) for number, draft, us in rows]
    gone = too_many(kept, now)
    connection.executemany("DELETE FROM revisions WHERE number = ?", [(number,) for number in gone])
    return len(gone)


def too_many(newest_first: Iterable[Kept], now: datetime) -> tuple[int, ...]:
    """Return the numbers of the revisions to drop: all stay for a day, one an hour for a week, one a day for 90 days.

    The newest revision of each draft stays for ever, and so does what seems to come from the future.
    """
    seen: set[tuple[object, ...]] = set()
    gone = []
    for revision in newest_first:
        buckets = [(revision.draft, "newest"), *_bucket(revision, now)]
        if all(bucket in seen for bucket in buckets):
            gone.append(revision.number)
        seen.update(buckets)
    return tuple(gone)


def _bucket(revision: Kept, now: datetime) -> list[tuple[object, ...]]:
    age = now - revision.at
    if age < _KEEP_ALL:
        return [(revision.number,)]
    if age < _KEEP_HOURLY:
        return [(revision.draft, "hour", revision.at.strftime("%Y-%m-%d %H"))]
    if age < _KEEP_DAILY:
        return [(revision.draft, "day", revision.at.date())]
    return []


def reason_to_keep(
    fullest: str, after: str, *, spell_begins: bool, last_kept: datetime, now: datetime
) -> RevisionReason | None:
    """Return why the text so far deserves a copy before *after* replaces it, ``None`` when it does not.

    *fullest* is the longest text since *last_kept*: small cuts that add up to a big one are seen too.
    """
    if spell_begins:
        return RevisionReason.FIRST
    if is_big_cut(fullest, after):
        return RevisionReason.BIG_CUT
    return RevisionReason.INTERVAL if abs(now - last_kept) >= INTERVAL else None


def is_big_cut(before: str, after: str) -> bool:
    """Return whether more than 30 % of *before* is gone in *after*, whatever stands in its place."""
    if len(before) - len(after) > _BIG_CUT * len(before):
        return True
    start = _common_start(before, after)
    rest_before, rest_after = before[start:], after[start:]
    end = _common_start(rest_before[::-1], rest_after[::-1])
    return len(rest_before) - end > _BIG_CUT * len(before)


def _common_start(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _digest(title: str, text: str) -> bytes:
    return blake2b(f"{title}\x00{text}".encode(), digest_size=16).digest()
