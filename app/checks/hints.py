"""What a stretch of a line has for the checks that are written in code: enough to tell whether a line concerns them.

A line is cut behind a stop and before a blank, and both fold to blanks: no word, number or hint stands across a cut.
So what a line has is what its stretches have, added up, and only a stretch that was edited is looked at again.
Words in capitals alone may go on across a cut; there must be at least four of them, and then the line is searched.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.checks.addresses import STREET_ENDINGS
from app.checks.cue_words import PASSWORD, SPELLED_DIGITS, TOKEN
from app.checks.passwords import OPENING_WORDS
from app.checks.places import ADDRESS_WORDS, names_street
from app.checks.shouting import FEWEST_LOUD_WORDS, may_shout
from app.checks.sign_ins import SIGN_IN
from app.text.folding import count_digits

HINT, SECRET, CODE, DIGIT, HOUSE_OR_KEY, SPELLED, LOOK_BEHIND = (1 << bit for bit in range(2, 9))
"""What a run of folded characters has: any of these is one of :data:`ANY_HINT`.

``LOOK_BEHIND`` marks runs that hint at something only where a blank follows, or stands on both sides.
"""
ANY_HINT = HINT | SECRET | CODE | DIGIT | HOUSE_OR_KEY | SPELLED | LOOK_BEHIND

_FEWEST_DIGITS = 6
_SHORTEST_KEY = 14
_FEWEST_SPELLED = 3
_SECRETS = PASSWORD | TOKEN | SIGN_IN | {"memorable", "login", "logins"}
_BESIDE_NUMBERS = ADDRESS_WORDS | OPENING_WORDS
_HINTS = re.compile(
    "pass|token|secret|memorable|code|double|seven|nine|curl|wget|authorization|bearer|login|credential"
)
_TELLING = _SECRETS | SPELLED_DIGITS | _BESIDE_NUMBERS | {"dot"}
_TELLING_PARTS = re.compile(f"{_HINTS.pattern}|key|(?:pin|{'|'.join(STREET_ENDINGS)})$")
"""A word without any of these, and not among the telling ones, hints at digits at most."""
_DIGITS = re.compile("[0-9]")
_SIX_DIGITS = re.compile(r"(?:[0-9][^0-9\n]*){6}")
_LOUD = re.compile("[A-Z](?![a-z])")


@dataclass(frozen=True, slots=True)
class Hints:
    """What one stretch has, or several together."""

    digits: int = 0
    spelled: int = 0
    """How many words there are for digits."""
    loud: int = 0
    """How many capitals there are that no small letter follows."""
    has_at: bool = False
    is_foreign: bool = False
    """Whether anything but ASCII is there: hidden characters may stand inside a word for a secret."""
    hints_at_secret: bool = False
    names_secret: bool = False
    has_code: bool = False
    may_be_house_or_key: bool = False

    def concern(self, line: str) -> bool:
        """Return whether *line*, which has these, has an ``@``, digits, a house, a word for a secret, or capitals."""
        if self.digits >= _FEWEST_DIGITS or self.has_at:
            return True
        if self.hints_at_secret and self._may_tell_secret():
            return True
        if self.digits and (self.is_foreign or self.may_be_house_or_key):
            return True
        return self.loud >= FEWEST_LOUD_WORDS and may_shout(line)

    def _may_tell_secret(self) -> bool:
        """Return whether a word for a secret stands there by itself, or a code or number in digits or in words."""
        is_code = self.digits > 0 and self.has_code
        return self.is_foreign or self.names_secret or is_code or self.spelled >= _FEWEST_SPELLED


NO_HINTS = Hints()


def hints_of_run(run: str) -> int:
    """Return what one run of folded characters has, in bits."""
    if run.isdigit():
        return DIGIT | HOUSE_OR_KEY if len(run) >= _SHORTEST_KEY else DIGIT
    bits = 0 if run.isalpha() or not _DIGITS.search(run) else DIGIT
    if run.isalnum() and len(run) < _SHORTEST_KEY and run not in _TELLING and not _TELLING_PARTS.search(run):
        return bits
    words = _words_in(run)
    if _HINTS.search(run):
        bits |= HINT
    if "key" in run or not _SECRETS.isdisjoint(words):
        bits |= SECRET
    if "code" in run:
        bits |= CODE
    if run in _BESIDE_NUMBERS or len(run) >= _SHORTEST_KEY or names_street(run):
        bits |= HOUSE_OR_KEY
    if not SPELLED_DIGITS.isdisjoint(words):
        bits |= SPELLED
    return bits | LOOK_BEHIND if run == "dot" or run.endswith("pin") else bits


def hints_of(text: str, folded: str, bits: int) -> Hints:
    """Return what *text* has, whose runs have *bits* together."""
    loud = 0 if text.islower() else len(_LOUD.findall(text))
    is_ascii, has_at = text.isascii(), "@" in text
    if not (bits & ANY_HINT or has_at) and is_ascii:
        return _LOUD_ONLY[loud] if loud < len(_LOUD_ONLY) else Hints(loud=loud)
    has_dot = has_pin = False
    if bits & LOOK_BEHIND:
        has_dot, has_pin = " dot " in folded, "pin " in folded
    return Hints(
        count_digits(folded) if bits & DIGIT else 0,
        sum(map(SPELLED_DIGITS.__contains__, _words_in(folded))) if bits & SPELLED else 0,
        loud, has_at, not is_ascii,
        bool(bits & HINT) or has_dot or has_pin,
        bool(bits & SECRET) or has_dot,
        bool(bits & CODE) or has_pin,
        bool(bits & HOUSE_OR_KEY),
    )  # fmt: skip


def concern_code(text: str, folded: str, bits: int) -> bool:
    """Return whether *text*, a whole line, may have something for the checks that are written in code."""
    if not bits & ANY_HINT & ~DIGIT and text.isascii() and "@" not in text and not _is_loud(text):
        return bits & DIGIT != 0 and count_digits(folded) >= _FEWEST_DIGITS
    return hints_of(text, folded, bits).concern(text)


def some_line_concerns_code(text: str) -> bool:
    """Return whether a line of *text*, in which nothing hints at anything but numbers, may have something in code."""
    return "@" in text or _is_loud(text) or _SIX_DIGITS.search(text) is not None


def _is_loud(text: str) -> bool:
    return not text.islower() and len(_LOUD.findall(text)) >= FEWEST_LOUD_WORDS


def added(heard: Sequence[Hints]) -> Hints:
    """Return what all that was *heard* comes to together."""
    if len(heard) == 1:
        return heard[0]
    return Hints(
        sum([part.digits for part in heard]),
        sum([part.spelled for part in heard]),
        sum([part.loud for part in heard]),
        any(part.has_at for part in heard),
        any(part.is_foreign for part in heard),
        any(part.hints_at_secret for part in heard),
        any(part.names_secret for part in heard),
        any(part.has_code for part in heard),
        any(part.may_be_house_or_key for part in heard),
    )


def _words_in(folded: str) -> list[str]:
    return folded.replace("_", " ").replace("'", " ").split()


_LOUD_ONLY = (NO_HINTS, *[Hints(loud=count) for count in range(1, 16)])
