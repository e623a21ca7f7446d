"""Postal addresses as other countries write them: street before number, units, and military post.

Sources: Universal Postal Union, "Addressing systems" by country (S42 templates); USPS Publication 28, 213 (secondary
units), 225 (military addresses) and appendix C1 (suffixes).
"""

import re
from collections.abc import Iterator
from functools import cache

from app.checks.cutting import words_of
from app.model.finding import Span

STREET_KINDS = frozenset(
    words_of(
        "via viale piazza corso vicolo rue avenue av boulevard bd chemin quai allee impasse place route cours calle"
        " avenida avda plaza paseo carrer rua travessa largo praca ul ulica aleja plac strada bulevardul ulice namesti"
        " trg utca ut ter kapu krt rkp rakpart korut strasse str gata platz gade plein baan"
    )
)
"""Words that say what a street is, in languages that put the number behind it or the word before the name."""
STREET_ENDINGS = (
    "strasse", "str", "gasse", "weg", "platz", "allee", "damm", "ufer", "graben", "steig", "brucke", "vej", "gade",
    "vaenget", "vagen", "gatan", "torg", "backe", "veien", "vegen", "gata", "bakken", "katu", "kuja", "polku", "ntie",
    "straat", "laan", "plein", "gracht", "kade", "dreef", "singel", "steenweg", "straeti", "braut", "alle",
)  # fmt: skip
"""How one word ends that names a street in German, Scandinavian, Finnish and Dutch."""
UNITS = frozenset(words_of("apt apartment suite flat unit ste"))
CALLED_ADDRESS = frozenset(
    words_of("address addresses live lives living lived located sent return deliver ship send psc apo fpo dpo box")
)

_WORD = r"[^\W\d_][\w.'\u2019-]{0,24}"
_NUMBER = r"\d{1,5}[A-Za-z]?(?![\w%]|[.,:/]\d)"
_SMALL = frozenset(
    words_of("de la le les du des da do dos das di del della dei van der den of the y i e z and al el im am auf zum")
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAYS = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|[ap]m|o'clock"
    r"|minutes?|hours?|days?|weeks?|months?|years?|miles?|people|points?|chapter|episode|season|part|page|gate",
    re.IGNORECASE,
)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the forms whose words must be names: kind before the name, kind in it, and number before both."""
    kinds_before = (
        "via|viale|piazza|corso|vicolo|rue|avenue|av|boulevard|bd|chemin|quai|all[ée]e|impasse|calle|avenida|avda|plaza"
        "|paseo|carrer|rua|travessa|largo|pra[çc]a|ul|ulica|aleja|plac|strada|bulevardul|ulice|n[áa]m[ěe]st[íi]|trg"
    )
    endings = (
        "stra(?:ß|ss)e|str\\.|gasse|weg|platz|allee|damm|ufer|graben|steig|br[üu]cke|vej|(?<!bri)(?<!rene)gade|vænget"
        "|vägen|gatan|torg|backe|veien|vegen|gata|bakken|katu|kuja|polku|(?<=\\w{5})ntie|straat|laan|plein|gracht|kade"
        "|dreef|singel|steenweg|stræti|braut|allé"
    )
    french = "rue|avenue|av|boulevard|bd|chemin|quai|all[ée]e|impasse|place|cours|route"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?<!\w)(?:{kinds_before})\.?\s(?P<name>{_WORD}(?:\s{_WORD}){{0,4}}?),?\s(?P<number>{_NUMBER})",
            rf"(?<!\w)(?P<name>[^\W\d_]{{3,30}}(?:{endings}))\s(?P<number>{_NUMBER})",
            rf"(?<![\w.,:/-])(?P<number>\d{{1,4}}[A-Za-z]?)(?:\s(?:bis|ter))?,?\s(?:{french})\s"
            r"(?P<name>(?:d[eu]s?\s|l[ae]s?\s|l['\u2019])?" + _WORD + ")",
        )
    )


@cache
def _kind_behind() -> re.Pattern[str]:
    """Return a name, what the street is, and the number: "Dob utca 12", "Nieuwe Baan 4"."""
    return re.compile(
        rf"(?<!\w)(?P<name>{_WORD})\s(?:stra(?:ß|ss)e|str\.|utca|u\.|út|útja|tér|tere|kapu|krt\.?|rkp\.?|rakpart|körút"
        rf"|gata|gade|plein|baan)\s(?P<number>{_NUMBER})",
        re.IGNORECASE,
    )


@cache
def _units() -> re.Pattern[str]:
    """Return a unit behind a number and a name, or alone on its line, or a box of military post."""
    return re.compile(
        rf"(?<![\w.,:/-])\d{{1,5}}[a-z]?,?(?:\s{_WORD},?|\s\d{{1,5}}\.?){{1,6}}?\s(?:apt|apartment|suite|ste|flat|unit)"
        rf"\.?\s?\#?\d{{1,4}}[a-z]?(?!\w)"
        r"|^\W{0,6}(?:apt\.?|suite)\s\d{1,4}[a-z]?\W{0,3}$"
        r"|(?<!\w)(?:psc|cmr|unit)\s\d{2,5},?\sbox\s\d{2,5}(?!\w)|(?<!\w)[afd]po,?\sa[aep],?\s\d{5}(?!\d)",
        re.IGNORECASE,
    )


@cache
def _told() -> re.Pattern[str]:
    """Return an address that a text says is one: "lives at 42 Ashgrove", "my address: Ashgrove 42"."""
    said = (
        r"(?<!\w)liv(?:e|es|ed|ing)\s(?:at|on|in)|located\sat|sent\sto|(?:return|deliver|ship|send)(?:\sit)?\sto"
        r"|address(?:es)?(?:\sof(?:\s[\w.'\u2019-]{1,25}){1,5}?)?(?:\?\sit)?(?:\s(?:is|to|with)|[^\d.!?:]{0,20}(?=:))"
    )
    return re.compile(
        rf"(?:{said})(?::|\s)\s{{0,2}}(?:the\scorner\sof\s)?(?P<address>(?P<first>\d{{1,5}}[A-Za-z]?),?\s(?P<behind>{_WORD})"
        rf"|(?P<before>{_WORD}(?:\s{_WORD}){{0,3}}?)\s{_NUMBER})",
        re.IGNORECASE,
    )


def find_foreign_addresses(seen: str, *, at_home: bool) -> Iterator[Span]:
    """Yield where *seen* has an address; with words of a home, names may be written small."""
    for form in (*_forms(), _kind_behind()):
        for found in form.finditer(seen):
            is_small = at_home and found["name"].islower()
            if (is_small or _is_name(found["name"])) and (at_home or not _YEAR.fullmatch(found["number"])):
                yield Span(*found.span())
    for found in _units().finditer(seen):
        yield Span(*found.span())
    for found in _told().finditer(seen):
        if _is_told(found):
            yield Span(*found.span("address"))


def _is_told(found: re.Match[str]) -> bool:
    name = found["behind"] or found["before"]
    if _DAYS.match(name) or not _is_name(name):
        return False
    number = found["first"] or found["address"].split()[-1]
    if len(number) == 1 and not found.group().lower().startswith(("liv", "address")):
        return False  # what is sent or returned to may be called "2 Kings"
    return not _YEAR.fullmatch(number) or bool(found["first"])


def _is_name(words: str) -> bool:
    """Return whether each of *words* but the small ones between names begins with a capital."""
    return any(word[0].isupper() for word in words.split()) and all(
        word[0].isupper() or word.lower() in _SMALL for word in words.replace("'", " ").split()
    )
