"""Secrets: passwords, door codes and PINs, and keys of known make or with a word that says what they are."""

import re
from collections.abc import Iterator
from functools import cache

from app.checks.cue_words import PASSWORD, PIN, SPELLED_DIGITS, TOKEN
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.keys import KEY, find_keys, is_in_template, looks_like_key
from app.checks.passage import Passage
from app.checks.passwords import CODE, find_login_pairs, find_passwords
from app.checks.sign_ins import PASSWORD as PASSWORD_RULE
from app.checks.sign_ins import find_sign_ins
from app.checks.wallets import find_wallets
from app.model.finding import Span


@cache
def _named_value() -> re.Pattern[str]:
    return re.compile(
        r"""(?<![A-Za-z])(?:[A-Za-z0-9]{1,20}[_-]?){0,3}?
    (?P<name>passwor[dt]|passwd|passphrase|passcode|pwd|p4ssw0rd|api[_ -]?key|token|secret|access[_ -]?key(?:[_ -]?id)?
      |private[_ -]?key|(?<![A-Za-z_])key(?=\s?[:=])|client[_ -]?secret|auth|credentials?|bearer)
    ["'”\u2019]?\s{0,3}(?P<link>:=|[:=](?!//)|->|=>|\bis(?:\s(?:now|still|just|set\sto))?\b|\bwas\b|['\u2019]s\b|\bto\b|\s)\s{0,3}
    (?P<quote>["'“\u2018`]?)(?P<value>[^\s"'“”\u2018\u2019`<>]{3,120})""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _password_for() -> re.Pattern[str]:
    """Return the pattern of a password that is said to be for something: "the password for the wifi is ..."."""
    return re.compile(
        r"""\b(?:passwor[dt]|passwd|passphrase|passcode|pwd)\s{1,3}(?:for|of|to|on|at|here|in)(?:\s{1,3}[\w'\u2019-]{1,30}){1,4}?\s{0,3}
    (?P<link>:=|[:=](?!//)|->|=>|\bis(?:\s(?:now|still|just|set\sto))?\b|\bwas\b)\s{0,3}
    (?P<quote>["'“\u2018`]?)(?P<value>[^\s"'“”\u2018\u2019`<>]{3,120})""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _said_behind() -> re.Pattern[str]:
    """Return what a password is said to be right behind the word for it; letters may stand apart."""
    return re.compile(
        r"""(?:\s(?:for|of|to|on|at)(?:\s[\w'\u2019-]{1,30}){1,4}?)?(?:\s?[:=](?:\sit['\u2019]?s)?|\sis(?:\snow|\sstill)?)\s?["'\u201c]?
        (?P<value>(?:\S\ ){4,24}\S(?!\S)|(?=\S{0,30}\d)[^\s"'\u201d]{4,60}?(?=[.,;:!?)\]}]{0,3}(?:["'\s]|$)))""",
        re.VERBOSE,
    )


_STRONG_NAMES = ("key", "token", "secret", "auth", "bearer")
_PLAIN_KEY = re.compile(r"(?=(?:[A-Za-z_-]*\d){3})[\w-]{12,}")
_DOOR_CODE = re.compile(r"[A-Za-z]?\d[A-Za-z0-9#*]{2,9}|[A-Za-z]\d[A-Za-z0-9#*]{1,9}")
_LINKING_WORDS = frozenset(words_of("is was are now still number for the of to our my it its just a"))
_DOORS = frozenset(
    words_of("door gate alarm entry key safe lock garage lobby building entrance keypad wifi locker padlock")
)
_HARMLESS_CODES = frozenset(
    words_of(
        "error zip post area dress promo discount voucher coupon status exit product colour color postal country"
        " dialling source qr bar morse item course module tax gift referral off checkout offer sale hs sku"
        " puzzle riddle bowling quiz cheat escape"
    )
)
_PASSWORD_OR_TOKEN = PASSWORD | TOKEN
_LONGEST_WAY_TO_VALUE = 5
_FORGERY_TOKENS = ("csrf", "xsrf")
"""A token that guards a form against forged requests opens nothing by itself."""


def find_credentials(passage: Passage) -> Iterator[Found]:
    """Yield passwords, codes and keys that stand in *passage*."""
    seen = passage.plain.seen
    cues = passage.vocabulary
    yield from find_keys(passage)
    yield from find_sign_ins(passage)
    yield from find_wallets(passage)
    yield from find_login_pairs(passage)
    yield from find_passwords(passage)
    if not cues.isdisjoint(_PASSWORD_OR_TOKEN) or "key" in seen.lower():
        yield from _named_values(passage, seen)
        yield from _behind_disguise(passage)
    if not cues.isdisjoint(PIN):
        yield from _codes(passage)


def _named_values(passage: Passage, seen: str) -> Iterator[Found]:
    """Yield what is said to be a password or a key: "password is ...", "api_key=..."."""
    for found in _named_value().finditer(seen):
        value = found.group("value").rstrip(".,;:!?)]}")
        start = found.start("value")
        if is_in_template(value) or any(mark in found.group().lower() for mark in _FORGERY_TOKENS):
            continue
        if found["name"].lower() == "key" and not _PLAIN_KEY.fullmatch(value):
            continue
        is_key = any(part in found.group("name").lower() for part in _STRONG_NAMES)
        if (looks_like_key(value) if is_key else _looks_like_password(value, found)) and "(" not in value:
            yield Found(KEY if is_key else PASSWORD_RULE, passage.plain.span(start, start + len(value)))
    for found in _password_for().finditer(seen):
        value = found.group("value").rstrip(".,;:!?)]}")
        if _looks_like_password(value, found) and "(" not in value:
            start = found.start("value")
            yield Found(PASSWORD_RULE, passage.plain.span(start, start + len(value)))


def _behind_disguise(passage: Passage) -> Iterator[Found]:
    """Yield what is said behind a word for a password that is disguised: "p@ssw0rd for the wifi: ..."."""
    text = passage.text
    for place, word in enumerate(passage.words):
        if word not in PASSWORD:
            continue
        end = passage.span(place, place + 1).end
        if text[end - len(word) : end].lower() == word:
            continue
        said = _said_behind().match(text, end)
        if said:
            yield Found(PASSWORD_RULE, Span(*said.span("value")))


def _looks_like_password(value: str, found: re.Match[str]) -> bool:
    """Return whether *value* is one: odd by itself, or an ordinary word that is said to be just that."""
    has_letter = any(character.isalpha() for character in value)
    has_other = any(not character.isalpha() for character in value.strip("-'*_~"))
    is_plain = found.group("link").isspace()
    if has_letter and has_other and len(value) >= 5 and not value.isupper():
        return any(character.isdigit() for character in value) or not is_plain
    if is_plain:
        return False
    if value.isdigit():
        return len(value) >= 3
    ends_sentence = found.string[found.end("value") :].strip()[:1] in ("", ".", ",", "!", "\n")
    return bool(found.group("quote")) or (has_letter and value[:1].isupper() and ends_sentence)


def _codes(passage: Passage) -> Iterator[Found]:
    """Yield PINs and door codes: "gate code 4419", "the code's C2580Y", "pin is four four one nine"."""
    words = passage.words
    for place, word in enumerate(words):
        if word not in PIN:
            continue
        around = frozenset(words[max(0, place - 3) : place + 1 + _LONGEST_WAY_TO_VALUE])
        if not around.isdisjoint(_HARMLESS_CODES) or (word == "code" and not _opens_something(words, place)):
            continue
        value = place + 1
        while value < len(words) and value <= place + _LONGEST_WAY_TO_VALUE and _is_link(words[value]):
            value += 1
        end = _end_of_code(passage, value)
        if end is not None:
            yield Found(CODE, passage.span(value, end), (passage.span(place, place + 1),))


def _opens_something(words: list[str], place: int) -> bool:
    is_told = place + 1 < len(words) and words[place + 1] in ("'s", "is")
    return is_told or not _DOORS.isdisjoint(words[max(0, place - 3) : place + 4])


def _is_link(word: str) -> bool:
    return word in _LINKING_WORDS or word == "'s"


def _end_of_code(passage: Passage, first: int) -> int | None:
    words = passage.words
    last = first
    while last < len(words) and words[last] in SPELLED_DIGITS and last - first < 8:
        last += 1
    if last - first >= 3:
        return last
    if first < len(words) and _DOOR_CODE.fullmatch(words[first]):
        end = passage.span(first, first + 1).end
        is_part_of_key = passage.text[end : end + 1] == "-" and passage.text[end + 1 : end + 5].isalnum()
        return None if is_part_of_key else first + 1
    return None
