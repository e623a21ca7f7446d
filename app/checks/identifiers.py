"""Numbers, contacts, secrets and places in one line: most lines have none of them, and a start does without this."""

from collections.abc import Iterator

from app.checks.contacts import find_contacts
from app.checks.credentials import find_credentials
from app.checks.found import Found
from app.checks.internet_addresses import find_internet_addresses
from app.checks.numbers import find_numbers
from app.checks.passage import Passage
from app.checks.places import find_places
from app.checks.published import is_nobody_s
from app.model.persona import Side

_FEWEST_DIGITS = 6


def find_identifiers(passage: Passage, side: Side) -> Iterator[Found]:
    """Yield what belongs to somebody in *passage*, a whole line; what is said to be an example belongs to nobody."""
    for found in _identifiers(passage, side):
        if not is_nobody_s(found, passage):
            yield found


def _identifiers(passage: Passage, side: Side) -> Iterator[Found]:
    if passage.digits >= _FEWEST_DIGITS:
        yield from find_numbers(passage)
        yield from find_internet_addresses(passage)
    yield from find_contacts(passage, side)
    yield from find_credentials(passage)
    if passage.digits:
        yield from find_places(passage, side)
