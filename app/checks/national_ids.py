"""National identity numbers of many countries, each by how it is written, its check digit, and words near it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from app.checks import check_digits, national_checks
from app.checks.check_digits import Check, anything
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage

NATIONAL_ID = "privacy.credential.national-id"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of number: how it is written, its check, and words one of which must stand near, if any."""

    written: str
    check: Check
    cues: frozenset[str] = frozenset()
    has_five_digits: bool = True
    """Whether five of its digits stand together, apart by a blank, a dot or a dash at most."""


def _kind(written: str, check: Check, cues: str = "", *, has_five_digits: bool = True) -> _Kind:
    return _Kind(written, check, frozenset(words_of(cues)), has_five_digits)


_KINDS = (
    _kind(r"\d{3}-\d{2}-\d{4}", check_digits.american_social_number),
    _kind(r"\d{3} ?\d{2} ?\d{4}", check_digits.american_social_number, "ssn social"),
    _kind(r"9\d\d-(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])-\d{4}", anything),  # IRS: ITIN
    _kind(r"9\d\d[ -]?(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[ -]?\d{4}", anything, "itin taxpayer tin"),
    _kind(r"[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPR-TW-ZQ] ?\d{2} ?\d{2} ?\d{2} ?[A-D]", anything),  # GOV.UK: NINO
    _kind(r"\d{3}[ -]?\d{3}[ -]?\d{4}", check_digits.british_health_number, "nhs"),
    _kind(r"\d{10}", anything, "utr"),  # HMRC
    _kind(r"[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}", anything),  # DVLA
    _kind(r"\d{2} ?\d{3} ?\d{3} ?\d{3}", check_digits.german_tax_number, "steuer steuernummer idnr tax tin steuerid"),
    _kind(r"[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}", check_digits.french_social_number),
    _kind(r"(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z]", check_digits.spanish_identity),
    _kind(r"[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]", anything, has_five_digits=False),  # codice fiscale
    _kind(r"\d{9}", check_digits.dutch_number, "bsn burgerservicenummer sofi"),
    _kind(r"\d{11}", check_digits.polish_number, "pesel"),
    _kind(r"[2-9]\d{3} \d{4} \d{4}", check_digits.verhoeff),
    _kind(r"[2-9]\d{11}", check_digits.verhoeff, "aadhaar aadhar uidai"),
    _kind(r"[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]", anything, "pan tax india", has_five_digits=False),
    _kind(r"\d{3}\.\d{3}\.\d{3}-\d{2}", check_digits.brazilian_number),
    _kind(r"\d{11}", check_digits.brazilian_number, "cpf"),
    _kind(r"\d{3}[ -]?\d{3}[ -]?\d{3}", check_digits.luhn, "sin insurance"),
    _kind(r"(?=[A-Z0-9]{0,8}\d{5})[A-Z0-9]{6,9}", anything, "passport"),
    _kind(r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}", national_checks.belgian),
    _kind(r"\d{11}", national_checks.belgian, "rijksregisternummer rijksregister insz niss"),
    _kind(r"(?:19|20)?\d{6}[-+]\d{4}", national_checks.swedish),
    _kind(r"[0-3]\d[01]\d{3}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]", national_checks.finnish),
    _kind(r"\d{6} ?\d{5}", national_checks.norwegian, "fødselsnummer personnummer fnr norway norwegian"),
    _kind(r"[0-3]\d[01]\d{3}-?\d{4}", anything, "cpr"),
    _kind(r"\d{7}[A-W][A-IW]?", national_checks.irish),
    _kind(r"756\.\d{4}\.\d{4}\.\d{2}", national_checks.swiss),
    _kind(r"\d{4} ?\d{6}", national_checks.austrian, "svnr sozialversicherungsnummer versicherungsnummer"),
    _kind(r"\d{3} ?\d{3} ?\d{3}", national_checks.portuguese, "nif contribuinte"),
    _kind(r"\d{6}/\d{4}", national_checks.czech),
    _kind(r"[1-9]\d{12}", national_checks.romanian, "cnp"),
    _kind(r"\d{10}", national_checks.bulgarian, "egn"),
    _kind(r"\d{11}", national_checks.croatian, "oib"),
    _kind(r"[1-9]\d{10}", national_checks.turkish, "tc tckn kimlik turkish"),
    _kind(r"\d{6} ?\d{4} ?\d{3}", national_checks.south_african, "id identity"),
    _kind(r"\d{3} ?\d{3} ?\d{3}", national_checks.australian_tax, "tfn tax"),
    _kind(r"[STFG]\d{7}[A-Z]", national_checks.singaporean),
    _kind(r"[A-Z]{1,2}\d{6}\([0-9A]\)?", national_checks.hong_kong),
    _kind(r"[1-9]\d{16}[0-9Xx]", national_checks.chinese),
    _kind(r"[A-Z][12]\d{8}", national_checks.taiwanese, "id identity taiwan arc"),
    _kind(r"\d{6}-[1-8]\d{6}", national_checks.begins_with_day),
    _kind(r"\d{6}-\d{2}-\d{4}", national_checks.begins_with_day),
    _kind(r"\d-\d{4}-\d{5}-\d{2}-\d", national_checks.thai),
    _kind(r"[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d", anything),  # RENAPO: CURP
    _kind(r"(?:20|23|24|25|26|27)-\d{8}-\d", national_checks.argentine),
    _kind(r"\d{1,2}\.\d{3}\.\d{3}-[0-9Kk]", national_checks.chilean),
    _kind(r"\d{11}", anything, "nin bvn"),  # NIMC, CBN
    _kind(r"\d{5}-\d{7}-\d", anything),  # NADRA: CNIC
    _kind(r"784-\d{4}-\d{7}-\d", anything),  # ICP: Emirates ID
    _kind(r"GHA-\d{9}-\d", anything),  # NIA: Ghana card
    _kind(r"\d{16}", anything, "nik ktp"),  # Dukcapil
)


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{written})(?![\w-])")


def find_national_ids(passage: Passage, *, has_five_digits: bool) -> Iterator[Found]:
    """Yield identity numbers; whether five digits stand together anywhere tells which kinds to look for."""
    seen, cues = passage.plain.seen, passage.vocabulary
    for kind in _KINDS:
        if kind.has_five_digits <= has_five_digits and not (kind.cues and kind.cues.isdisjoint(cues)):
            for found in _pattern(kind.written).finditer(seen):
                if kind.check("".join(filter(str.isalnum, found.group()))):
                    yield Found(NATIONAL_ID, passage.plain.span(*found.span()))
