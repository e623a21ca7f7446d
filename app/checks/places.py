"""Addresses: a number, a name and what a street is called, and whether it is somebody's home."""

import re
from collections.abc import Iterator

from app.checks.addresses import CALLED_ADDRESS, STREET_ENDINGS, STREET_KINDS, UNITS, find_foreign_addresses
from app.checks.cue_words import HOME, PREMISES
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage
from app.model.persona import Side

STREETS = frozenset(
    words_of(
        "street st road rd lane ln avenue ave drive close crescent way terrace place court gardens grove hill row"
        " square walk mews rise view boulevard blvd parade quay wharf cottages cottage villas mansions brae wynd"
    )
)
_SURE_STREETS = STREETS - frozenset(
    words_of("st way place court hill row square walk rise view close drive parade dr sq ct cir ter str")
)
_FOREIGN = STREET_KINDS | UNITS | CALLED_ADDRESS
ADDRESS_WORDS = STREETS | _FOREIGN
"""Words without one of which, or of :data:`STREET_ENDINGS`, a text in plain letters has no address."""
_NUMBER = re.compile(r"\d{1,5}[a-z]?")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_NO_HOUSES = frozenset(("2d", "3d", "4d", "4k", "8k", "3g", "4g", "5g"))
_NUMBER_WORDS = frozenset(words_of("number no flat house"))
_GONE = frozenset(words_of("born demolished"))
_PAST = frozenset(words_of("was were used grew born built history formerly years ago"))
_COORDINATES = re.compile(r"(?<![\d.])-?\d{1,2}\.\d{4,10}[°NSns]{0,2},? {0,2}-?\d{1,3}\.\d{4,10}(?![\d.])")
_LONGEST_NAME, _SHORTEST_STREET = 3, 6

ADDRESS = "privacy.location.address"


def names_street(word: str) -> bool:
    """Return whether a folded *word* ends as the names of streets do where they are one word."""
    return len(word) >= _SHORTEST_STREET and word.endswith(STREET_ENDINGS)


def find_places(passage: Passage, side: Side) -> Iterator[Found]:
    """Yield home addresses and positions; on the professional side an address of premises is published, not private."""
    cues = passage.vocabulary
    at_home = not HOME.isdisjoint(cues)
    is_private = cues.isdisjoint(PREMISES)
    if not cues.isdisjoint(_GONE):
        at_home = is_private = False
    if (at_home and (is_private or side is Side.PERSONAL)) or (is_private and side is Side.PERSONAL):
        if not cues.isdisjoint(STREETS):
            yield from _addresses(passage, cues, at_home=at_home)
        if not passage.text.isascii() or not cues.isdisjoint(_FOREIGN) or any(map(names_street, cues)):
            for span in find_foreign_addresses(passage.plain.seen, at_home=at_home):
                yield Found(ADDRESS, passage.plain.span(span.start, span.end))
    for found in _COORDINATES.finditer(passage.plain.seen) if passage.digits >= 8 else ():
        yield Found("privacy.location.position", passage.plain.span(*found.span()))


def _addresses(passage: Passage, cues: frozenset[str], *, at_home: bool) -> Iterator[Found]:
    words = passage.words
    for place, word in enumerate(words):
        if word not in STREETS:
            continue
        for length in range(1, _LONGEST_NAME + 1):
            number = place - length - 1
            if number >= 0 and _is_house_number(passage, number) and (at_home or cues.isdisjoint(_PAST)):
                named = all(_is_named(passage, at) for at in range(number + 1, place + 1))
                if named or (at_home and word in _SURE_STREETS and length == 1):
                    first = number - (number > 0 and words[number - 1] in _NUMBER_WORDS)
                    yield Found(ADDRESS, passage.span(first, place + 1))
                break


def _is_named(passage: Passage, place: int) -> bool:
    """Return whether the word at *place* is a name, or a numbered street's: "57th"."""
    return passage.is_name(place) or _ORDINAL.fullmatch(passage.words[place]) is not None


def _is_house_number(passage: Passage, place: int) -> bool:
    """Return whether the word at *place* is a number with a name right behind it, and no item of a list."""
    if not _NUMBER.fullmatch(passage.words[place]) or passage.words[place] in _NO_HOUSES:
        return False
    between = passage.text[passage.span(place, place + 1).end : passage.span(place + 1, place + 2).start]
    return between.strip(" ,\u200b\u200c\u200d\u2060\ufeff") == ""
