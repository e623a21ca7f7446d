"""Where one persona gives the other away: its handles, links and display names, however they are written."""

from collections.abc import Iterator

from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.names import Name, NameIndex
from app.checks.ordinary import is_ordinary
from app.checks.passage import Passage

CROSSLINK = "boundary.crosslink.other-persona"

_TELLING_LENGTH = 7


class OtherPersona:
    """What the other persona is called and where it is found."""

    def __init__(self, other_handles: tuple[str, ...]) -> None:
        names = [Name(spelling, at) for at, handle in enumerate(other_handles) for spelling in _spellings(handle)]
        self._index = NameIndex(names)
        self.vocabulary = self._index.vocabulary
        self.needs_every_sentence = self._index.needs_every_sentence

    def find(self, passage: Passage) -> Iterator[Found]:
        """Yield where *passage* names the other persona.

        A short name of one word, "ann", counts in a handle or a link only: elsewhere it is anybody's.
        """
        for seen in self._index.sightings(passage):
            if seen.is_sure or _is_telling(seen.name.spelling):
                yield Found(CROSSLINK, seen.span)


def _spellings(handle: str) -> list[str]:
    """Return *handle* without ``@``, scheme and ``www``, and without its server."""
    plain = handle.strip().removeprefix("@")
    for beginning in ("https://", "http://", "www."):
        plain = plain.removeprefix(beginning)
    plain = plain.rstrip("/")
    name, _, server = plain.partition("@")
    return [plain, name] if server else [plain]


def _is_telling(spelling: str) -> bool:
    words = words_of(spelling.replace("_", " "))
    return len(words) > 1 or (len(words[0]) >= _TELLING_LENGTH and not is_ordinary(words[0]))
