"""Secrets in commands and headers that sign a program in: ``curl -u name:password``, ``Authorization: Basic ...``."""

import re
from collections.abc import Iterator
from functools import cache

from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.keys import KEY, is_in_template, looks_like_key
from app.checks.passage import Passage

SIGN_IN = frozenset(words_of("curl wget authorization bearer"))
"""Words without one of which a text signs nobody in."""

_STAND_INS = frozenset(
    words_of(
        "user username name login pass passwd password pwd pw secret token apikey key api_key api_token usr"
        " test foo bar"
    )
)
"""What manuals write where a name or a password will be."""
_BRACKETS = "[]{}()<>%$_*-"

PASSWORD = "privacy.credential.password"


@cache
def _sign_in() -> re.Pattern[str]:
    """Return the forms of curl's manual: ``-u, --user <user:password>``; either may be left out."""
    return re.compile(
        r"""\s(?:-u|--(?:proxy-)?user)(?:\s{1,3}|=)["']?(?P<name>[^\s:"']{0,80})["']?:["']?(?P<word>[^\s"']{0,120})"""
    )


@cache
def _header() -> re.Pattern[str]:
    """Return the header of RFC 9110, section 11.6.2, with the schemes that are registered with IANA, or none."""
    return re.compile(
        r"""authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:(?:basic|bearer|token|digest|apikey)\s{1,3})?"""
        r"""(?P<word>[^\s"'\\]{8,400})""",
        re.IGNORECASE,
    )


def find_sign_ins(passage: Passage) -> Iterator[Found]:
    """Yield passwords and tokens that *passage* hands to a program."""
    if SIGN_IN.isdisjoint(passage.vocabulary):
        return
    seen = passage.plain.seen
    for found in _sign_in().finditer(seen):
        part = "word" if found["word"] else "name"
        if not _is_stand_in(found[part]):
            yield Found(PASSWORD, passage.plain.span(*found.span(part)))
    for found in _header().finditer(seen):
        if looks_like_key(found["word"]) and not is_in_template(found["word"]):
            yield Found(KEY, passage.plain.span(*found.span("word")))


def _is_stand_in(word: str) -> bool:
    plain = word.strip(_BRACKETS).casefold()
    is_template = word.startswith(("$", "{{", "%")) or is_in_template(plain)
    return is_template or len(set(plain)) < 2 or plain in _STAND_INS
