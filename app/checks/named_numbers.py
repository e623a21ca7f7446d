"""Numbers of papers that have no check digit of their own: the text says what they are, and their shape fits."""

import re
from collections.abc import Iterator
from functools import cache

from app.checks.found import Found
from app.checks.passage import Passage

_FEWEST_DIGITS = 5
_PAPERS = (
    "passport",
    "licen",
    "taxpayer",
    "medicare",
    "identity card",
    "id card",
    "student id",
    "employee id",
    "visa no",
)
"""One of these stands in every text that :func:`_paper` finds anything in."""

NATIONAL_ID = "privacy.credential.national-id"


@cache
def _paper() -> re.Pattern[str]:
    """Return the names of papers, and what may stand between a name and its number.

    Shapes of driving licences: the jurisdictions of the AAMVA DL/ID card design standard use 5 to 16 letters, digits
    and asterisks, some in groups; passports: nine characters at most (ICAO Doc 9303, part 4).
    """
    return re.compile(
        r"""(?:passport|driv(?:er|ing|er['\u2019]?s|ers)?[ -]?licen[cs]e|licen[cs]e\ (?:number|no)|taxpayer(?:\ id)?
          |medicare|(?:identity|id)\ card|(?:student|employee)\ id|visa\ no)
        [ ]?(?:card|number|no\.?|num|nr|id|\#)?[^\w*]{0,3}(?:is|was|reads|ends\ in)?[^\w*]{0,3}
        (?P<value>\d{1,4}(?:[ -]\d{2,6}){1,4}|[A-Z0-9*]{5,18}(?:[ ]\d[A-Z]{2}(?![a-z]))?)(?![\w-])""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_named_numbers(passage: Passage) -> Iterator[Found]:
    """Yield the numbers of passports, driving licences and other papers that *passage* names."""
    seen = passage.plain.seen
    lowered = seen.lower()
    if not any(paper in lowered for paper in _PAPERS):
        return
    for found in _paper().finditer(seen):
        value = found["value"]
        if sum(map(str.isdigit, value)) >= _FEWEST_DIGITS or ("*" in value and any(map(str.isdigit, value))):
            yield Found(NATIONAL_ID, passage.plain.span(*found.span("value")))
