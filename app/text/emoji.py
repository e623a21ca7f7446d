"""Find emoji, also those that are several characters: flags, keycaps, skin tones, people joined to one picture."""

import re
from functools import cache
from typing import TYPE_CHECKING

from app.model.finding import Span

if TYPE_CHECKING:
    import regex

_FLAGS = (
    "AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CP CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU FI FJ "
    "FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ IR "
    "IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM "
    "MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT "
    "PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL "
    "TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
_FIRST_INDICATOR = 0x1F1E6
_QUALIFIED = (
    r"(?:\p{Emoji_Modifier_Base}\ufe0f?\p{Emoji_Modifier}|\p{Emoji_Presentation}"
    r"|[\p{Extended_Pictographic}--\p{Emoji_Presentation}]\ufe0f)"
)


def _tags(letters: str) -> str:
    return "".join(chr(0xE0000 + ord(letter)) for letter in letters)


def _flag(country: str) -> str:
    return "".join(chr(_FIRST_INDICATOR + ord(letter) - ord("A")) for letter in country)


_NATIONS = "|".join(_tags(nation) for nation in ("gbeng", "gbsct", "gbwls"))
_SINGLE = r"[\p{Extended_Pictographic}--[\xa9\xae]](?!\ufe0e)"
_EMOJI = (
    rf"(?=[\xa9\xae\u203c-\u303d\u3297\u3299\U0001f000-\U0001faff])"
    rf"(?:(?=[\U0001f1e6-\U0001f1ff])(?:{'|'.join(map(_flag, _FLAGS.split()))})"
    rf"|\U0001f3f4(?:{_NATIONS})\U000e007f|{_QUALIFIED}(?:\u200d{_QUALIFIED})*+|{_SINGLE})"
    r"|[0-9#*]\ufe0f?\u20e3"
)
_MAYBE_EMOJI = re.compile("[\xa9\xae\u200d\u203c-\u303d\u3297\u3299\U0001f000-\U0001faff]")


def emoji_spans(text: str) -> tuple[Span, ...]:
    """Return every emoji of *text*, each sequence that makes one picture as one span.

    People and things joined into one picture count as one when each is written in full, as keyboards do; two letters
    make a flag when there is such a flag. A sign shown as text (U+FE0E) is no emoji.
    """
    if text.isascii() or _MAYBE_EMOJI.search(text) is None:
        return ()
    return tuple(Span(*found.span()) for found in _pattern().finditer(text))


@cache
def _pattern() -> "regex.Pattern[str]":
    """Compile the pattern when the first text that may have an emoji comes: a start does not wait for it."""
    import regex

    return regex.compile(_EMOJI, regex.VERSION1)
