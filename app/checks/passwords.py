"""Passwords that no word introduces: words with a year or signs beside talk of signing in, and codes beside a lock."""

import re
from collections.abc import Iterator
from functools import cache

from app.checks.cue_words import PASSWORD
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage
from app.checks.sign_ins import PASSWORD as PASSWORD_RULE

SIGNING_IN = (PASSWORD | frozenset(words_of("login logins logon username credentials"))) - {"passwords"}
ACCOUNTS = frozenset(
    words_of(
        "netflix spotify disney wifi router streaming insta instagram snapchat gmail account admin portal hotspot"
        " hacked broadband network laptop sticky staging root"
    )
)
LOCKS = frozenset(words_of("keysafe lockbox keypad padlock alarm safe combination lock shutter code star hash"))
NETWORKS = frozenset(words_of("wifi router hotspot broadband network"))
OPENING_WORDS = SIGNING_IN | ACCOUNTS | LOCKS | {"log"}
"""Words beside which a number, or a word with one, may open something."""

_ADVICE = frozenset(words_of("never avoid common weak worst strong stronger manager guess crack cracked"))
_STAND_INS = frozenset(
    words_of("user username name login pass passwd password pwd pw email e-mail mail phone register signup sign up out")
)

_IS_SAID = re.compile(r"(?:\b(?:is|was|still|now|just|and|pw|pass|password)|['\u2019]s|[:=/,])\s?[\"'\u2018\u201c]?$")
"""What stands right before a word that is handed out."""

_BESIDE_PASSWORDS = SIGNING_IN | ACCOUNTS | {"log"}
_NEAR = 14

CODE = "privacy.credential.code"


@cache
def _shape() -> re.Pattern[str]:
    """Return how people make passwords up: words, a year or a few digits behind them, signs between or at the end."""
    return re.compile(
        r"(?<![\w@#/.:+-])(?P<word>[A-Za-z]{4,16}(?:(?P<sign>[-_!$&*%?.+])[A-Za-z]{3,16}){0,3}(?P<mark>[-_!@#$&*%?+]{0,2})"
        r"\d{2,4}(?P<end>[!?*#$%&]{0,3})|[A-Za-z]{4,16}[!$&*%#]{1,2}\d{1,6}"
        r"|(?=[A-Za-z_-]*\d)[A-Za-z]{4,16}(?:[-_](?:\d{1,6}|[A-Za-z]{3,16})){2,3}"
        r"|(?:[A-Za-z] ){5,30}(?:\d ){0,8}\d)(?![\w@/:-])(?!\.\w)"
    )


@cache
def _pair() -> re.Pattern[str]:
    """Return a name and a password with a stroke between them, said to be a login."""
    return re.compile(
        r"(?<!\w)(?:login|logon|log-in|credentials|username and password|user and pass(?:word)?)(?:\sfor[\w' ]{2,30})?"
        r"(?:\s(?:is|are|was|still|just|now)|\s?[:=]){1,2}\s(?P<name>[\w.@+-]{3,40})\s?/\s?(?P<word>[^\s/,]{3,30})",
        re.IGNORECASE,
    )


@cache
def _lock_code() -> re.Pattern[str]:
    """Return a number said to open a lock, the code for a door that is named, or digits and the key behind them."""
    locks = r"key\s?safe|lock\s?box|key\s?pad|padlock|(?:the|our|office|school|shop)\ssafe|combination"
    doors = r"door|gate|alarm|entry|lobby|building|garage|lock|entrance|flat|house|office|shed|bike store|bin store"
    return re.compile(
        rf"(?<!\w)(?:{locks})(?:['\u2019]s)?\b[^.!?\n\d]{{0,50}}?(?:[,:\u2013-]|(?<!\w)(?:wants|takes|likes|needs|is|to|on|with"
        r"|code|still)|['\"])\s?[\"'\u2018\u201c]?(?P<first>(?!20[0-3]\d(?!\d))\d{4,8}[#*]?)(?![\w/:%]|[.,]\d|\s?(?:[ap]m|hours|hrs|people|points"
        r"|pounds|euros|calls|times|years|days|steps|miles|metres|units|homes|of)\b)"
        rf"|(?<!\w)code\s(?:for|to|of|on)\s(?:the|our|my)\s(?:\w{{1,20}}\s){{0,2}}?(?:{doors})\b[^.!?\n\d]{{0,30}}?\bis\s"
        r"(?P<second>\d{4,8})(?![\w/:%]|[.,]\d)"
        r"|(?<!\w)(?:alarm|shutter)(?:\spanel)?\s(?:wants|takes|likes|needs)\s(?P<fourth>\d{4,8})(?![\w/:%]|[.,]\d)"
        r"|(?<![\w.,/:-])(?P<third>(?!20[0-3]\d(?!\d))\d{4,8}),?\s(?:then|and|followed\sby)\s(?:the\s)?(?:star|hash|asterisk|pound\skey)\b",
        re.IGNORECASE,
    )


def find_passwords(passage: Passage) -> Iterator[Found]:
    """Yield words made up to sign in with, and numbers that open a lock; advice about passwords gives none away."""
    cues = passage.vocabulary
    if not passage.digits or cues.isdisjoint(OPENING_WORDS) or not cues.isdisjoint(_ADVICE):
        return
    seen = passage.plain.seen
    if not cues.isdisjoint(_BESIDE_PASSWORDS):
        yield from _made_up_words(passage, seen, cues)
    if (not cues.isdisjoint(LOCKS) or "key" in cues) and "if your" not in passage.folded:
        for found in _lock_code().finditer(seen):
            yield Found(CODE, passage.plain.span(*found.span(str(found.lastgroup))))


def _made_up_words(passage: Passage, seen: str, cues: frozenset[str]) -> Iterator[Found]:
    """Yield odd words in talk of signing in, and words that are handed out there or for an account."""
    signs_in = not cues.isdisjoint(SIGNING_IN - {"pass"}) or {"log", "in"} <= cues
    may_be_plain = signs_in or not cues.isdisjoint(NETWORKS)
    for found in _shape().finditer(seen):
        is_odd = _is_odd(found)
        is_said = _IS_SAID.search(seen, max(0, found.start() - _NEAR), found.start()) is not None
        if (is_said and (is_odd or may_be_plain)) or (is_odd and signs_in):
            yield Found(PASSWORD_RULE, passage.plain.span(*found.span("word")))


def find_login_pairs(passage: Passage) -> Iterator[Found]:
    """Yield the second half of "the login is name/word"."""
    if SIGNING_IN.isdisjoint(passage.vocabulary) or "/" not in passage.text:
        return
    for found in _pair().finditer(passage.plain.seen):
        word = found["word"].rstrip(".,;:!?)]}")
        if found["name"].lower() not in _STAND_INS and word.lower() not in _STAND_INS:
            start = found.start("word")
            yield Found(PASSWORD_RULE, passage.plain.span(start, start + len(word)))


def _is_odd(found: re.Match[str]) -> bool:
    """Return whether no name of a product or of an account is written like that: signs and digits together."""
    if found["end"] is None:
        return True
    ends_odd = bool(found["end"] and found["end"] != "?")
    return ends_odd or found["sign"] in ("_", "!", "$", "&", "*", "%") or bool(found["mark"])
