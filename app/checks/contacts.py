"""Ways to reach somebody: phone numbers and e-mail addresses, and whose they are likely to be.

On the professional side a published business line or mailbox is what the account is for; a private one is not.
"""

import re
from collections.abc import Iterator

from app.checks.cue_words import CALLING, MAIL, NEAR_PHONE, PRIVATE, PRIVATE_LINE, SPELLED_DIGITS
from app.checks.cutting import words_of
from app.checks.found import Found
from app.checks.passage import Passage
from app.model.persona import Side

_PHONE = re.compile(
    r"(?<![\w.,£$€+/-])(?:\+ ?)?\(?\d(?:[ ().\-\u2010-\u2013]{0,2}\d){5,15}"
    r"(?:(?: ?x| ?ext\.? ?)\d{1,6})?(?![\w/])(?!-\d)(?![.,]\d)"
)
_GROUPS = re.compile(r"[^0-9]{1,4}")
_EMAIL = re.compile(r"(?<![\w.%+\-@])[\w.%+\-]{1,64}(?:@| @ )[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![\w@])")
_NOT_A_PHONE = re.compile(
    r"(?:isbn|issn|no\.?|ref\.?|order|ticket|version|v|build|page|row|lot|item|iban|card|account|acc|#|nin|bvn|ssn|imei"
    r"|serial|tracking|policy|invoice|booking|reference|asin|ean|upc|barcode|sku|doi|chapter|score)[:\s]{0,2}$",
    re.IGNORECASE,
)
_OF_BUSINESS = re.compile(
    r"\b(?:the|our) (?:\w{2,12} )?(?:office|reception|clinic|switchboard|surgery|shop|helpline|hotline|front desk)\b"
    r"[^.!?\n]{0,12}$",
    re.IGNORECASE,
)
"""What makes the number behind it a published line of a business, on whichever side."""
_NORTH_AMERICAN = re.compile(r"1?[2-9]\d\d[2-9]\d{6}|1?\d{3}5550?1\d\d|1?555\d{7}")
_BRITISH = re.compile(r"0(?:1\d{8,9}|2\d{9}|3\d{9}|7\d{9}|8\d{8,9})")
_OTHER_NATIONAL = re.compile(r"0[2-9]\d{7,8}|[6-9]\d{9}")
_FREE_TO_CALL = re.compile(r"0(?:800\d{6,7}|808\d{7}|3\d{9})|1?8(?:00|33|44|55|66|77|88)\d{7}")
_MOBILE = re.compile(r"(?:0|440?|00440?)7\d{9}|(?:0|61)4\d{8}|(?:0|353)8[35679]\d{7}|(?:0|91)?[6-9]\d{9}")
_ROLES = frozenset(
    words_of(
        "info hello hi contact sales support office team press media help enquiries inquiries admin bookings booking"
        " orders reservations jobs careers hr mail post reception shop studio events marketing newsletter noreply"
        " service accounts billing security privacy legal partners community editor letters"
    )
)
_PRIVATE_DOMAINS = ("gmail.", "googlemail.", "hotmail.", "outlook.", "yahoo.", "icloud.", "proton", "gmx.", "aol.")
_TOP_LEVEL = frozenset(words_of("com org net uk co ie de fr eu io info example edu gov us ca au nz"))
_DATE_OR_SUM = re.compile(
    r"\d{1,3}(?:\.\d{3}| 000){1,2}|(?:19|20)\d\d[-. ][01]?\d[-. ][0-3]?\d|[0-3]?\d[-. ][01]?\d[-. ](?:19|20)?\d\d"
    r"|(?:19|20)\d\d-(?:19|20)\d\d"
)
_FEWEST_DIGITS, _FEWEST_ALONE, _FEWEST_SPELLED = 6, 7, 7
_NEAR, _WORDS_BEFORE = 40, 4
_LONGEST_SPELLED = 24

PHONE, EMAIL = "privacy.contact.phone", "privacy.contact.e-mail"


def find_contacts(passage: Passage, side: Side) -> Iterator[Found]:
    """Yield phone numbers and e-mail addresses that had better not be read by everybody."""
    cues = passage.vocabulary
    if passage.digits >= _FEWEST_DIGITS:
        yield from _phones(passage, cues, side)
    if not SPELLED_DIGITS.isdisjoint(cues) and not CALLING.isdisjoint(cues):
        yield from _spelled_phones(passage)
    if "@" in passage.plain.seen:
        yield from _emails(passage, cues, side)
    if "dot" in cues and "at" in cues:
        yield from _spelled_emails(passage)


def _phones(passage: Passage, cues: frozenset[str], side: Side) -> Iterator[Found]:
    seen = passage.plain.seen
    for found in _PHONE.finditer(seen):
        written = found.group().partition("x")[0].partition("e")[0]
        digits = "".join(character for character in written if character.isdigit())
        if _NOT_A_PHONE.search(seen, max(0, found.start() - 12), found.start()):
            continue
        is_called = not CALLING.isdisjoint(cues)
        if not _is_phone(written, digits, is_called=is_called) and not _is_said_to_be_phone(found, written, digits):
            continue
        if _FREE_TO_CALL.fullmatch(digits):
            continue
        is_mobile = _MOBILE.fullmatch(digits) and not _NORTH_AMERICAN.fullmatch(digits) and written[0] != "("
        if not is_mobile and _OF_BUSINESS.search(seen, max(0, found.start() - _NEAR), found.start()):
            continue
        if side is Side.PERSONAL or is_mobile or not PRIVATE_LINE.isdisjoint(cues):
            yield Found(PHONE, passage.plain.span(*found.span()))


def _is_phone(written: str, digits: str, *, is_called: bool) -> bool:
    """Return whether *digits* are laid out as a phone number; with somebody to call, more layouts are."""
    if len(digits) < _FEWEST_ALONE:
        return False
    if written.startswith("+"):
        return 8 <= len(digits) <= 15
    groups = [group for group in _GROUPS.split(written) if group]
    if _BRITISH.fullmatch(digits):
        return len(groups[0]) >= 3 and (is_called or len(groups) > 1 or digits.startswith("07"))
    if _NORTH_AMERICAN.fullmatch(digits):
        return is_called or [len(group) for group in groups[-3:]] == [3, 3, 4]
    return is_called and (_OTHER_NATIONAL.fullmatch(digits) is not None or (len(digits) <= 12 and digits[0] == "0"))


def _is_said_to_be_phone(found: re.Match[str], written: str, digits: str) -> bool:
    """Return whether a word right before or behind says that the number is one; then any national layout may be it.

    ITU-T E.164, 6: a number has 15 digits at most, and nobody's own is shorter than six without its area.
    """
    seen = found.string
    before = words_of(seen[max(0, found.start() - _NEAR) : found.start()])[-_WORDS_BEFORE:]
    behind = words_of(seen[found.end() : found.end() + _NEAR].split("\n")[0])[:1]
    if NEAR_PHONE.isdisjoint(before) and NEAR_PHONE.isdisjoint(behind):
        return False
    groups = [group for group in _GROUPS.split(written) if group]
    if _DATE_OR_SUM.fullmatch(written) or len(set(digits)) == 1:
        return False
    if len(groups) == 1:
        return 8 <= len(digits) <= 12
    return len(digits) + len(groups) >= 9 and all(len(group) >= 2 for group in groups[1:])


def _spelled_phones(passage: Passage) -> Iterator[Found]:
    """Yield numbers that are written in words: "double seven oh"."""
    words = passage.words
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and last - first < _LONGEST_SPELLED and words[last] in SPELLED_DIGITS:
            last += 1
        count = sum(2 if word == "double" else 3 if word == "triple" else 1 for word in words[first:last])
        count -= sum(word in ("double", "triple") for word in words[first:last])
        if count >= _FEWEST_SPELLED:
            yield Found(PHONE, passage.span(first, last))
        first = last + 1


def _emails(passage: Passage, cues: frozenset[str], side: Side) -> Iterator[Found]:
    for found in _EMAIL.finditer(passage.plain.seen):
        name, _, domain = found.group().replace(" ", "").partition("@")
        if " " in found.group() and PRIVATE.isdisjoint(cues) and MAIL.isdisjoint(cues):
            continue  # somebody is "at" a place that has a web address
        is_role = not _ROLES.isdisjoint(words_of(name.replace(".", " ")))
        is_private = domain.lower().startswith(_PRIVATE_DOMAINS) or not PRIVATE_LINE.isdisjoint(cues)
        if is_private or (not is_role and (side is Side.PERSONAL or not PRIVATE.isdisjoint(cues))):
            yield Found(EMAIL, passage.plain.span(*found.span()))


def _spelled_emails(passage: Passage) -> Iterator[Found]:
    """Yield addresses that are written in words: "ann at example dot org"."""
    words = passage.words
    for place in range(3, len(words) - 1):
        if words[place] != "dot" or words[place + 1] not in _TOP_LEVEL or "at" not in words[place - 3 : place]:
            continue
        first = place - 1 - words[place - 3 : place][::-1].index("at")
        name = first - 3 if first >= 3 and words[first - 2] == "dot" else first - 1
        if name >= 0:
            yield Found(EMAIL, passage.span(name, place + 2))
