"""All checks that are written in code, each asked only where the text can have something for it."""

from collections.abc import Iterator
from functools import lru_cache

from app.checks.boundaries import OtherPersona
from app.checks.contacts import find_contacts
from app.checks.credentials import find_credentials
from app.checks.cue_words import PASSWORD, SPELLED_DIGITS, TOKEN
from app.checks.found import Found
from app.checks.numbers import find_numbers
from app.checks.passage import Passage
from app.checks.places import STREETS, find_places
from app.checks.shouting import find_shouting, may_shout
from app.checks.watch_terms import WatchList
from app.model.policy import Policy, WatchTerm
from app.text.folding import count_digits, fold

_FEWEST_DIGITS = 6
_SHORTEST_KEY = 14
_FEWEST_SPELLED = 3
_SECRETS = PASSWORD | TOKEN | {"memorable"}
_HINTS = ("pass", "token", "secret", "memorable", "pin ", "code", " dot ", "double", "seven", "nine")


class CodedChecks:
    """The coded checks for one policy."""

    def __init__(self, policy: Policy) -> None:
        self._side = policy.side
        self._names: list[WatchList | OtherPersona] = []
        if policy.watch_terms:
            self._names.append(_watch_list(policy.watch_terms))
        if policy.other_handles:
            self._names.append(OtherPersona(policy.other_handles))
        self.has_names = bool(self._names)
        self.needs_every_sentence = any(each.needs_every_sentence for each in self._names)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Words of names that are seen through when they are disguised."""
        return frozenset[str]().union(*(each.vocabulary for each in self._names))

    def may_concern(self, text: str) -> bool:
        """Return whether *text* has an ``@``, digits, a house number, a word that announces a secret, or capitals."""
        folded = fold(text)
        digits = count_digits(folded)
        if digits >= _FEWEST_DIGITS or "@" in text:
            return True
        if any(hint in folded for hint in _HINTS) and _may_tell_secret(text, folded, digits):
            return True
        return (digits > 0 and _may_be_house_or_key(text, folded)) or may_shout(text)

    def find(self, passage: Passage) -> Iterator[Found]:
        """Yield numbers, contacts, secrets, places and shouting in *passage*, a whole line."""
        if passage.digits >= _FEWEST_DIGITS:
            yield from find_numbers(passage)
        yield from find_contacts(passage, self._side)
        yield from find_credentials(passage)
        if passage.digits:
            yield from find_places(passage, self._side)
        yield from find_shouting(passage)

    def names(self, passage: Passage) -> Iterator[Found]:
        """Yield watch terms and what leads to the other persona in *passage*, one sentence."""
        for each in self._names:
            yield from each.find(passage)


@lru_cache(maxsize=4)
def _watch_list(terms: tuple[WatchTerm, ...]) -> WatchList:
    """Return the list for *terms*; thousands are not gone through again when another part of a policy changes."""
    return WatchList(terms)


def _may_tell_secret(text: str, folded: str, digits: int) -> bool:
    """Return whether a word for a secret stands there by itself, or a code or number in digits or in words.

    Hidden characters may stand inside such a word, so a text that has more than ASCII may always tell one.
    """
    if not text.isascii():
        return True
    words = folded.replace("_", " ").replace("'", " ").split()
    if not _SECRETS.isdisjoint(words) or "key" in folded or " dot " in folded:
        return True
    is_code = digits > 0 and ("pin " in folded or "code" in folded)
    return is_code or sum(map(SPELLED_DIGITS.__contains__, words)) >= _FEWEST_SPELLED


def _may_be_house_or_key(text: str, folded: str) -> bool:
    runs = folded.split()
    return not text.isascii() or not STREETS.isdisjoint(runs) or max(map(len, runs)) >= _SHORTEST_KEY
