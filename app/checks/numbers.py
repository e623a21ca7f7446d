"""Numbers that belong to somebody: cards, accounts, and national identity numbers; published test numbers count."""

import re
from collections.abc import Iterator

from app.checks import check_digits
from app.checks.cue_words import ACCOUNT
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.named_numbers import find_named_numbers
from app.checks.national_ids import find_national_ids
from app.checks.passage import Passage

_CARD = re.compile(r"(?<![\w.,-])\d(?:[ -]?\d){11,18}(?![\w-])")
_CARD_WORDS = frozenset(words_of("card cards credit debit visa mastercard amex maestro jcb"))
_CARD_ISSUER = re.compile(
    r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:2131|1800)\d{11}|62\d{14,17}|(?:60|81|82)\d{14}"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}")
_IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29,
    "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29,
    "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28,
    "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28,
    "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MN": 20,
    "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29, "PT": 25,
    "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
    "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
}  # fmt: skip
"""How long an account number is in each country of the IBAN registry (SWIFT, for ISO 13616)."""
_FIVE_DIGITS = re.compile(r"\d(?:[ .-]?\d){4}")
_SORT_CODE = re.compile(r"(?<![\w-])\d{2}[- ]\d{2}[- ]\d{2}(?![\w-])")
_BRITISH_ACCOUNT = re.compile(r"(?<![\w-])\d{2}-\d{2}-\d{2}\W{1,3}(?:a(?:cc(?:ount)?|/c)\W{1,3})?\d{8}(?![\w-])")
"""A sort code and the account behind it, as British banks print them side by side."""
_ACCOUNT = re.compile(r"(?<![\w.,/£$€-])\d(?:[ -]?\d){5,15}(?![\w/-])")


def find_numbers(passage: Passage) -> Iterator[Found]:
    """Yield cards, accounts and national numbers; call it for a text with at least six digits."""
    seen = passage.plain.seen
    cues = passage.vocabulary
    is_card = not _CARD_WORDS.isdisjoint(cues)
    has_five_digits = _FIVE_DIGITS.search(seen) is not None  # in prices, years and times there are fewer
    for found in _CARD.finditer(seen) if has_five_digits else ():
        digits = _characters(found.group())
        if check_digits.luhn(digits) and (is_card or _CARD_ISSUER.fullmatch(digits)):
            yield Found("privacy.credential.card", passage.plain.span(*found.span()))
    for found in _IBAN.finditer(seen):
        end = _end_of_iban(found)
        if end is not None:
            yield Found("privacy.credential.account", passage.plain.span(found.start(), end))
    yield from find_national_ids(passage, has_five_digits=has_five_digits)
    for found in _BRITISH_ACCOUNT.finditer(seen):
        yield Found("privacy.credential.account", passage.plain.span(*found.span()))
    yield from find_named_numbers(passage)
    if not ACCOUNT.isdisjoint(cues):
        yield from _accounts(passage, seen, cues)


def _accounts(passage: Passage, seen: str, cues: frozenset[str]) -> Iterator[Found]:
    """Yield sort codes and account numbers in a text that speaks of an account."""
    if "sort" in cues:
        for found in _SORT_CODE.finditer(seen):
            yield Found("privacy.credential.account", passage.plain.span(*found.span()))
    for found in _ACCOUNT.finditer(seen):
        before = words_of(seen[max(0, found.start() - 24) : found.start()])
        if not ACCOUNT.isdisjoint(before[-3:]):
            yield Found("privacy.credential.account", passage.plain.span(*found.span()))


def _end_of_iban(found: re.Match[str]) -> int | None:
    """Return where the account number ends that begins here, if it is one: the country says how long it is."""
    length = _IBAN_LENGTHS.get(found.group()[:2].upper(), 0)
    characters = _characters(found.group()).upper()
    if not length or len(characters) < length or not check_digits.iban(characters[:length]):
        return None
    place, count = found.start(), 0
    while count < length:
        count += found.string[place].isalnum()
        place += 1
    return place


def _characters(written: str) -> str:
    return "".join(character for character in written if character.isalnum())
