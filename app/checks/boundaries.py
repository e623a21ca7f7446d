"""Where one persona gives the other away: its handles, links and display names, however they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.names import Name, NameIndex, Sighting
from app.checks.ordinary import is_ordinary
from app.checks.passage import Passage
from app.model.finding import Span

CROSSLINK = "boundary.crosslink.other-persona"

_TELLING_LENGTH = 7
_BEGINNING = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_QUERY = re.compile(r"(/[^?#]*)(?<!\.php)[?#].*")
_GOES_ON_BEFORE = re.compile(r"[\w-]$|\w\.$")
_GOES_ON_BEHIND = re.compile(r"[\w-]|\.\w")
_REACH_BEFORE = 2


@dataclass(frozen=True, slots=True)
class _Way:
    """One spelling of a way to the other persona; ``whole`` where more letters beside it would make it another's."""

    spelling: str
    whole: bool


class OtherPersona:
    """What the other persona is called and where it is found."""

    def __init__(self, other_handles: tuple[str, ...]) -> None:
        self._ways = tuple(dict.fromkeys(way for handle in other_handles for way in _ways(handle)))
        self._index = NameIndex(Name(way.spelling, at) for at, way in enumerate(self._ways))
        self.vocabulary = self._index.vocabulary
        self.needs_every_sentence = self._index.needs_every_sentence

    def find(self, passage: Passage) -> Iterator[Found]:
        """Yield where *passage* names the other persona.

        A short name of one word, "ann", counts as a whole handle or part of a link only: elsewhere, and with more
        behind it ("@ann_smith"), it is anybody's. So are ordinary words with blanks between them.
        """
        kept: list[Span] = []
        for seen in sorted(self._index.sightings(passage), key=lambda seen: seen.span.start - seen.span.end):
            if self._is_meant(seen, passage.text) and not any(seen.span.overlaps(longer) for longer in kept):
                kept.append(seen.span)
                yield Found(CROSSLINK, seen.span)

    def _is_meant(self, seen: Sighting, text: str) -> bool:
        way = self._ways[seen.name.of]
        if way.whole and _goes_on(way.spelling, text, seen.span):
            return False
        return seen.is_sure or _is_telling(way.spelling, text[seen.span.start : seen.span.end])


def _ways(handle: str) -> Iterator[_Way]:
    """Yield *handle* without ``@``, scheme, ``www`` and query, and the account that it names on its server."""
    plain = _QUERY.sub(r"\1", _BEGINNING.sub("", handle.strip(), count=1)).removeprefix("@").rstrip("/")
    if " " in plain:
        yield _Way(plain, whole=False)
        return
    place, slash, account = plain.rpartition("/")
    if slash:
        yield _Way(plain, whole=True)
        account = account.removeprefix("@")
        if place and "." not in account and _is_telling(account, account):
            yield _Way(account, whole=False)
        return
    name, at, _ = plain.partition("@")
    yield _Way(plain, whole=not _is_telling(plain, plain))
    if at:
        yield _Way(name, whole=not _is_telling(name, name))
    elif plain.count(".") > 1 and _is_telling(first := plain.partition(".")[0], first):
        yield _Way(first, whole=False)


def _is_telling(spelling: str, seen: str) -> bool:
    """Return whether *seen*, outside of handles and links, can only mean the one who is called *spelling*."""
    words = words_of(spelling.replace("_", " "))
    if len(words) > 1:
        is_name = " " in spelling.strip()
        return is_name or not any(map(str.isspace, seen)) or not all(map(is_ordinary, words))
    return bool(words) and len(words[0]) >= _TELLING_LENGTH and not is_ordinary(words[0])


def _goes_on(spelling: str, text: str, seen: Span) -> bool:
    """Return whether a handle or a link has more letters before or behind what was *seen* of it."""
    if _GOES_ON_BEHIND.match(text, seen.end):
        return True
    before = text[max(0, seen.start - _REACH_BEFORE) : seen.start]
    return "/" not in spelling and _GOES_ON_BEFORE.search(before) is not None
