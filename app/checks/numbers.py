"""Numbers that belong to somebody: cards, accounts, and national identity numbers; published test numbers count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.checks import check_digits
from app.checks.check_digits import Check
from app.checks.cue_words import ACCOUNT
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.named_numbers import find_named_numbers
from app.checks.passage import Passage

_CARD = re.compile(r"(?<![\w.,-])\d(?:[ -]?\d){11,18}(?![\w-])")
_CARD_WORDS = frozenset(words_of("card cards credit debit visa mastercard amex maestro jcb"))
_CARD_ISSUER = re.compile(
    r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|(?:2131|1800)\d{11}|62\d{14,17}|(?:60|81|82)\d{14}"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}")
_IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AT": 20, "BE": 16, "BG": 22, "BR": 29, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18,
    "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IS": 26,
    "IT": 27, "KW": 30, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PK": 24,
    "PL": 28, "PT": 25, "QA": 29, "RO": 24, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TR": 26, "UA": 29,
}  # fmt: skip
_FIVE_DIGITS = re.compile(r"\d(?:[ .-]?\d){4}")
_SORT_CODE = re.compile(r"(?<![\w-])\d{2}[- ]\d{2}[- ]\d{2}(?![\w-])")
_BRITISH_ACCOUNT = re.compile(r"(?<![\w-])\d{2}-\d{2}-\d{2}\W{1,3}(?:a(?:cc(?:ount)?|/c)\W{1,3})?\d{8}(?![\w-])")
"""A sort code and the account behind it, as British banks print them side by side."""
_ACCOUNT = re.compile(r"(?<![\w.,/£$€-])\d(?:[ -]?\d){5,15}(?![\w/-])")


@dataclass(frozen=True, slots=True)
class _National:
    """One kind of national number: how it is written, its check, and words one of which must stand near, if any."""

    pattern: re.Pattern[str]
    check: Check
    cues: frozenset[str] = frozenset()
    has_five_digits: bool = True
    """Whether five of its digits stand together, as :data:`_FIVE_DIGITS` finds them."""


def _national(pattern: str, check: Check, cues: str = "", *, has_five_digits: bool = True) -> _National:
    compiled = re.compile(rf"(?<![\w.-])(?:{pattern})(?![\w-])")
    return _National(compiled, check, frozenset(words_of(cues)), has_five_digits)


_NATIONAL = (
    _national(r"\d{3}-\d{2}-\d{4}", check_digits.american_social_number),
    _national(r"\d{3} ?\d{2} ?\d{4}", check_digits.american_social_number, "ssn social"),
    _national(r"9\d\d-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}", check_digits.anything),  # IRS: ITIN
    _national(r"9\d\d[ -]?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[ -]?\d{4}", check_digits.anything, "itin taxpayer tin"),
    _national(r"[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPR-TW-ZQ] ?\d{2} ?\d{2} ?\d{2} ?[A-D]", check_digits.anything),
    _national(r"\d{3}[ -]?\d{3}[ -]?\d{4}", check_digits.british_health_number, "nhs"),
    _national(
        r"\d{2} ?\d{3} ?\d{3} ?\d{3}", check_digits.german_tax_number, "steuer steuernummer idnr tax tin steuerid"
    ),
    _national(r"[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}", check_digits.french_social_number),
    _national(r"(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z]", check_digits.spanish_identity),
    _national(r"[2-9]\d{3} \d{4} \d{4}", check_digits.verhoeff),
    _national(r"[2-9]\d{11}", check_digits.verhoeff, "aadhaar aadhar uidai"),
    _national(r"[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]", check_digits.anything, "pan tax india", has_five_digits=False),
    _national(r"[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]", check_digits.anything, has_five_digits=False),
    _national(r"\d{9}", check_digits.dutch_number, "bsn burgerservicenummer sofi"),
    _national(r"\d{11}", check_digits.polish_number, "pesel"),
    _national(r"\d{3}\.\d{3}\.\d{3}-\d{2}", check_digits.brazilian_number),
    _national(r"\d{3}[ -]?\d{3}[ -]?\d{3}", check_digits.luhn, "sin insurance"),
    _national(r"(?=[A-Z0-9]{0,8}\d{5})[A-Z0-9]{6,9}", check_digits.anything, "passport"),
    _national(r"[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}", check_digits.anything),
)


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
    for kind in _NATIONAL:
        if kind.has_five_digits <= has_five_digits and not (kind.cues and kind.cues.isdisjoint(cues)):
            for found in kind.pattern.finditer(seen):
                if kind.check(_characters(found.group())):
                    yield Found("privacy.credential.national-id", passage.plain.span(*found.span()))
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
