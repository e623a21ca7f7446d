"""Addresses: a number, a name and what a street is called, and whether it is somebody's home."""

import re
from collections.abc import Iterator

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
_SURE_STREETS = STREETS - frozenset(words_of("st way place court hill row square walk rise view close drive parade"))
_NUMBER = re.compile(r"\d{1,5}[a-z]?")
_NUMBER_WORDS = frozenset(words_of("number no flat house"))
_PAST = frozenset(words_of("was were used grew born built history formerly years ago"))
_COORDINATES = re.compile(r"(?<![\d.])-?\d{1,2}\.\d{4,10}[°NSns]{0,2},? {0,2}-?\d{1,3}\.\d{4,10}(?![\d.])")
_LONGEST_NAME = 3


def find_places(passage: Passage, side: Side) -> Iterator[Found]:
    """Yield home addresses and positions; on the professional side an address of premises is published, not private."""
    cues = passage.vocabulary
    at_home = not HOME.isdisjoint(cues)
    if not cues.isdisjoint(STREETS) and (at_home or (side is Side.PERSONAL and cues.isdisjoint(PREMISES))):
        yield from _addresses(passage, cues, at_home=at_home)
    for found in _COORDINATES.finditer(passage.plain.seen) if passage.digits >= 8 else ():
        yield Found("privacy.location.position", passage.plain.span(*found.span()))


def _addresses(passage: Passage, cues: frozenset[str], *, at_home: bool) -> Iterator[Found]:
    words = passage.words
    for place, word in enumerate(words):
        if word not in STREETS:
            continue
        for length in range(1, _LONGEST_NAME + 1):
            number = place - length - 1
            if number >= 0 and _NUMBER.fullmatch(words[number]) and (at_home or cues.isdisjoint(_PAST)):
                named = all(passage.is_name(at) for at in range(number + 1, place + 1))
                if named or (at_home and word in _SURE_STREETS and length == 1):
                    first = number - (number > 0 and words[number - 1] in _NUMBER_WORDS)
                    yield Found("privacy.location.address", passage.span(first, place + 1))
                break
