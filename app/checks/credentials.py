"""Secrets: passwords, door codes and PINs, and keys of known make or with a word that says what they are."""

import re
from collections import Counter
from collections.abc import Iterator
from math import log2

from app.checks.cue_words import PASSWORD, PIN, SPELLED_DIGITS, TOKEN
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage

_KNOWN_KEYS = re.compile(
    r"""(?<![A-Za-z0-9])(?:
      A(?:KIA|SIA|IDA|ROA)[0-9A-Z]{12,20}
    | gh[pousr]_[A-Za-z0-9]{20,80} | github_pat_[A-Za-z0-9_]{20,100} | glpat-[A-Za-z0-9_-]{16,60}
    | xox[a-z]-(?:\d-)?\d{6,14}-[A-Za-z0-9-]{16,100} | xoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{40,250}
    | xapp-\d-[A-Za-z0-9-]{20,120}
    | (?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{8,120} | whsec_[A-Za-z0-9]{16,80}
    | sk-(?!ant-)[A-Za-z0-9_-]{16,180} | sk-ant-(?:api|admin)\d\d-[A-Za-z0-9_-]{93}AA
    | AIza[0-9A-Za-z_-]{35} | ya29\.[0-9A-Za-z_-]{16,200}
    | SG\.[A-Za-z0-9_-]{10,40}\.[A-Za-z0-9_-]{10,60} | key-[0-9a-f]{32}
    | ATATT3[A-Za-z0-9_=-]{50,250} | ABSK[A-Za-z0-9+/=]{60,250} | hv[sb]\.[A-Za-z0-9_-]{60,300}
    | ntn_\d{8,14}[A-Za-z0-9]{30,40} | pplx-[A-Za-z0-9]{40,60} | CLOJARS_[a-z0-9]{60}
    | sgp_(?:local_|[A-Fa-f0-9]{16}_)?[A-Fa-f0-9]{40} | EAA[A-Z][A-Za-z0-9]{90,300}
    | \d{15,17}\|[A-Za-z0-9_-]{25,40} | v1\.0-[a-f0-9]{24}-[a-f0-9]{146}
    | npm_[A-Za-z0-9]{30,60} | pypi-[A-Za-z0-9_-]{16,200} | hf_[A-Za-z0-9]{20,60} | dop_v1_[0-9a-f]{32,80}
    | shp(?:at|ss|ca|pa)_[0-9a-fA-F]{20,60} | sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{16,60} | AC[0-9a-f]{32} | SK[0-9a-f]{32}
    | \d{8,10}:AA[A-Za-z0-9_-]{30,40} | eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{5,400}(?:\.[A-Za-z0-9_-]{5,400})?
    )(?![A-Za-z0-9])
    | (?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~-])
    | -----BEGIN\ [A-Z ]{0,30}PRIVATE\ KEY-----
    | hooks\.slack\.com/services/[A-Za-z0-9/]{10,80}
    | [a-z][a-z0-9+]{1,20}://[^\s:/@]{1,60}:[^\s:/@]{3,80}@[\w.-]{1,80}""",
    re.VERBOSE,
)
_KEY_MARKS = ("AKIA", "ASIA", "AIDA", "AROA", "gh", "glpat-", "xox", "xapp-", "k_live_", "k_test_", "whsec_", "sk-",
    "AIza", "ya29.", "SG.", "ATATT3", "ABSK",
    "hvs.", "hvb.", "ntn_", "pplx-", "CLOJARS_", "sgp_", "EAA", "|", "v1.0-", "Q~",
    "key-", "npm_", "pypi-", "hf_", "dop_v1_", "shp", "sq0", "AC", "SK", ":AA", "eyJ",
    "-----BEGIN", "hooks.slack.com", "://")  # fmt: skip
_PLACEHOLDER = re.compile(r"YOUR[_-]|X{4}|#{4}|\*{3}|\$[{(]|\{\{|^[<\[]")
"""What stands in a template where a secret will be."""
_NAMED_VALUE = re.compile(
    r"""(?<![A-Za-z])(?:[A-Za-z0-9]{1,20}[_-]?){0,3}?
    (?P<name>passwor[dt]|passwd|passphrase|passcode|pwd|p4ssw0rd|api[_ -]?key|token|secret|access[_ -]?key(?:[_ -]?id)?
      |private[_ -]?key|client[_ -]?secret|auth|credentials?|bearer)
    ["'”\u2019]?\s{0,3}(?P<link>:=|[:=]|->|=>|\bis(?:\s(?:now|still|just|set\sto))?\b|\bwas\b|['\u2019]s\b|\bto\b|\s)\s{0,3}
    (?P<quote>["'“\u2018`]?)(?P<value>[^\s"'“”\u2018\u2019`<>]{3,120})""",
    re.VERBOSE | re.IGNORECASE,
)
_PASSWORD_FOR = re.compile(
    r"""\b(?:passwor[dt]|passwd|passphrase|passcode|pwd)\s{1,3}(?:for|of|to|on)(?:\s{1,3}[\w'\u2019-]{1,30}){1,4}?\s{0,3}
    (?P<link>:=|[:=]|->|=>|\bis(?:\s(?:now|still|just|set\sto))?\b|\bwas\b)\s{0,3}
    (?P<quote>["'“\u2018`]?)(?P<value>[^\s"'“”\u2018\u2019`<>]{3,120})""",
    re.VERBOSE | re.IGNORECASE,
)
"""A password that is said to be for something: "the password for the wifi is ..."."""
_STRONG_NAMES = ("key", "token", "secret", "auth", "bearer")
_DOOR_CODE = re.compile(r"[A-Za-z]?\d[A-Za-z0-9#*]{2,9}|[A-Za-z]\d[A-Za-z0-9#*]{1,9}")
_LINKING_WORDS = frozenset(words_of("is was are now still number for the of to our my it its just a"))
_DOORS = frozenset(
    words_of("door gate alarm entry key safe lock garage lobby building entrance keypad wifi locker padlock")
)
_HARMLESS_CODES = frozenset(
    words_of(
        "error zip post area dress promo discount voucher coupon status exit product colour color postal country"
        " dialling source qr bar morse item course module tax gift referral off checkout offer sale hs sku"
    )
)
_PASSWORD_OR_TOKEN = PASSWORD | TOKEN
_LONGEST_WAY_TO_VALUE = 5
_LEAST_SURPRISE = 2.5

KEY, PASSWORD_RULE, CODE = "privacy.credential.key", "privacy.credential.password", "privacy.credential.code"


def find_credentials(passage: Passage) -> Iterator[Found]:
    """Yield passwords, codes and keys that stand in *passage*."""
    seen = passage.plain.seen
    cues = passage.vocabulary
    if any(mark in seen for mark in _KEY_MARKS):
        for found in _KNOWN_KEYS.finditer(seen):
            if not _PLACEHOLDER.search(found.group()):
                yield Found(KEY, passage.plain.span(*found.span()))
    if not cues.isdisjoint(_PASSWORD_OR_TOKEN) or "key" in seen.lower():
        yield from _named_values(passage, seen)
    if not cues.isdisjoint(PIN):
        yield from _codes(passage)


def _named_values(passage: Passage, seen: str) -> Iterator[Found]:
    """Yield what is said to be a password or a key: "password is ...", "api_key=..."."""
    for found in _NAMED_VALUE.finditer(seen):
        value = found.group("value").rstrip(".,;:!?)]}")
        start = found.start("value")
        if _PLACEHOLDER.search(value):
            continue
        is_key = any(part in found.group("name").lower() for part in _STRONG_NAMES)
        if (_looks_like_key(value) if is_key else _looks_like_password(value, found)) and "(" not in value:
            yield Found(KEY if is_key else PASSWORD_RULE, passage.plain.span(start, start + len(value)))
    for found in _PASSWORD_FOR.finditer(seen):
        value = found.group("value").rstrip(".,;:!?)]}")
        if _looks_like_password(value, found) and "(" not in value:
            start = found.start("value")
            yield Found(PASSWORD_RULE, passage.plain.span(start, start + len(value)))


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


def _looks_like_key(value: str) -> bool:
    """Return whether *value* has digits, letters and little order."""
    if len(value) < 8 or not any(map(str.isdigit, value)) or not any(map(str.isalpha, value)):
        return False
    counts = Counter(value)
    return -sum(count / len(value) * log2(count / len(value)) for count in counts.values()) >= _LEAST_SURPRISE


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
        return first + 1
    return None
