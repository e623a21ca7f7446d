"""Numbers and secrets that were published for trying things out: nobody's, where a draft says that they are."""

import re
from functools import cache

from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage

SAID_TO_BE_NOBODY_S = frozenset(
    words_of("fake example examples dummy tutorial docs documentation sandbox placeholder fictional fictitious testing")
)
"""Without one of these, a published number counts like any other: a reader cannot tell that it is one."""


@cache
def _published() -> re.Pattern[str]:
    """Return what is published, as letters and digits alone.

    Cards: Stripe's "Test card numbers". Keys: AWS's "Access key identifiers", whose examples end so. Telephone numbers:
    Ofcom's "Telephone numbers for use in TV and radio drama", and 555-01xx of the North American Numbering Plan.
    """
    return re.compile(
        r"4242424242424242|4000056655665556|4111111111111111|5555555555554444|2223003122003222|5200828282828210"
        r"|378282246310005|371449635398431|6011111111111117|3056930009020004|36227206271667|3566002020360505"
        r"|6200000000000005|[A-Za-z0-9]{13,40}EXAMPLE(?:KEY)?"
        r"|(?:0|440?)(?:7700900|1632960|2079460|1184960|1214960|1314960|1414960|1614960|3069990)\d{3}"
        r"|1?\d{3}55501\d\d|55501\d\d|(?i:hunter2|password|admin|letmein|secret|123456)"
    )


def is_nobody_s(found: Found, passage: Passage) -> bool:
    """Return whether *found* stands on a published number in a *passage* that says that it is made up."""
    if SAID_TO_BE_NOBODY_S.isdisjoint(passage.vocabulary):
        return False
    written = passage.text[found.span.start : found.span.end]
    return _published().fullmatch("".join(filter(str.isalnum, written))) is not None
