"""Find links the way X and Mastodon do: with ``http(s)://``, or a bare domain under a known top-level domain.

The rules are those of X's published counting library (twitter-text 3.1.0, configuration version 3), worked out label
by label instead of as one pattern, so that no text can make them slow.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.model.finding import Span
from app.text.offsets import utf16_length
from app.text.punycode import punycode_length
from app.text.top_level_domains import x_domain_end
from app.text.url_end import LATIN_WITH_ACCENTS, end_of_url

_INVISIBLE = "\ufffe\ufeff\uffff"
_DIRECTIONAL = "\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
_BLANK = "\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NO_HOST = r"!'#%&()*+,\\/:;<=>?@\[\]^{|}~$" + _BLANK + _INVISIBLE + _DIRECTIONAL
_NO_DOMAIN = rf"\-._{_NO_HOST}"

_INNER_DOT = re.compile(rf"(?<=[^{_NO_DOMAIN}])\.(?=[^{_NO_DOMAIN}])")
_HOST = re.compile(rf"[^{_NO_HOST}]*")
_HOST_CHARACTER = re.compile(rf"[^{_NO_HOST}]")
_NOT_BEFORE_A_LINK = re.compile(rf"[A-Za-z0-9@\uff20$#\uff03{_INVISIBLE}]")
_LATIN_TAIL = re.compile(rf"[-a-zA-Z0-9{LATIN_WITH_ACCENTS}]*\Z")
_SHORT_LINK = re.compile(
    r"https?://t\.co/([a-z0-9]+)(\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?", re.IGNORECASE
)

_LONGEST_LABEL = 63
_LONGEST_URL = 4096
_LONGEST_SHORT_LINK = 40


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text; ``bare`` when it stands there without ``http(s)://``."""

    span: Span
    bare: bool


@dataclass(frozen=True, slots=True)
class _Domain:
    """A domain, the character before it, and from where on characters were free to be part of a link."""

    span: Span
    before: str
    free_from: int


def links(text: str, *, any_script: bool = False) -> tuple[Link, ...]:
    """Return the links of *text* in reading order.

    With *any_script*, paths and queries may hold letters of every script, as on Mastodon's servers; without it, Latin
    and Cyrillic, as on X.
    """
    found: list[Link] = []
    consumed = 0
    dot = _INNER_DOT.search(text) if "." in text else None
    while dot is not None:
        start, end = _host_around(text, dot.start(), consumed)
        for domain in _domains(text, start, end, consumed):
            consumed = end_of_url(text, domain.span.end, any_script=any_script)
            found.extend(_links_of(text, domain, consumed))
        dot = _INNER_DOT.search(text, max(end, consumed))
    return tuple(found)


def _host_around(text: str, dot: int, floor: int) -> tuple[int, int]:
    start = dot
    while start > floor and _HOST_CHARACTER.match(text, start - 1):
        start -= 1
    end = _HOST.match(text, dot)
    return start, end.end() if end else dot


def _domains(text: str, start: int, end: int, consumed: int) -> list[_Domain]:
    """Return the domains inside one run of host characters, each the leftmost and then the longest possible."""
    labels = _labels(text, start, end)
    tails = [x_domain_end(text, label.start, label.end) for label in labels]
    whole = _furthest(labels, tails, lambda label: _can_be_inside(text, label), lambda label: _can_be_last(text, label))
    found: list[_Domain] = []
    index = 0
    while index + 1 < len(labels):
        label, target = labels[index], whole[index + 1]
        floor = label.start
        if target is None and tails[index + 1] is not None:
            target = index + 1
            floor = max(floor, text.rfind("_", label.start, label.end) + 1)
        first = None if target is None else _first_start(text, Span(floor, label.end), consumed)
        tail = None if target is None else tails[target]
        if first is None or target is None or tail is None:
            index += 1
            continue
        found.append(_Domain(Span(first, tail), _before(text, first, consumed), consumed))
        consumed, index = tail, target
        labels[index] = Span(min(tail + 1, labels[index].end), labels[index].end)
    return found


def _labels(text: str, start: int, end: int) -> list[Span]:
    labels: list[Span] = []
    for label in text[start:end].split("."):
        labels.append(Span(start, start + len(label)))
        start += len(label) + 1
    return labels


def _furthest(
    labels: list[Span], tails: list[int | None], inside: Callable[[Span], bool], last: Callable[[Span], bool]
) -> list[int | None]:
    """Return for each label the furthest label that can end a domain which begins with it as a whole."""
    furthest: list[int | None] = [None] * len(labels)
    for index in range(len(labels) - 2, -1, -1):
        if furthest[index + 1] is not None and inside(labels[index]):
            furthest[index] = furthest[index + 1]
        elif tails[index + 1] is not None and last(labels[index]):
            furthest[index] = index + 1
    return furthest


def _can_be_inside(text: str, label: Span) -> bool:
    return label.start < label.end and text[label.start] not in "-_" and text[label.end - 1] not in "-_"


def _can_be_last(text: str, label: Span) -> bool:
    return _can_be_inside(text, label) and text.find("_", label.start, label.end) < 0


def _first_start(text: str, label: Span, consumed: int) -> int | None:
    """Return where a domain may begin in a label: after the start of the text, or after a character that allows it.

    X's pattern prefers to take the very first character of a text as the one before the domain.
    """
    if label.start >= label.end or text[label.end - 1] in "-_":
        return None
    if label.start == 0 and label.end > 1 and text[1] not in "-_" and _may_begin(text, 1, consumed):
        return 1
    for position in range(label.start, label.end):
        if text[position] not in "-_" and _may_begin(text, position, consumed):
            return position
    return None


def _may_begin(text: str, position: int, consumed: int) -> bool:
    return position == 0 or _follows_well(text, position, consumed) or _can_be_halved(text, position, consumed)


def _follows_well(text: str, position: int, free_from: int) -> bool:
    return position > free_from and _NOT_BEFORE_A_LINK.match(text, position - 1) is None


def _can_be_halved(text: str, position: int, free_from: int) -> bool:
    """Return whether X, which counts in UTF-16, can take the first half of a character as the one before a link."""
    return text[position] > "\uffff" and position >= free_from


def _before(text: str, start: int, free_from: int) -> str:
    if start == 0:
        return ""
    return text[start - 1] if _follows_well(text, start, free_from) else text[start]


def _links_of(text: str, domain: _Domain, end: int) -> list[Link]:
    scheme = _scheme_before(text, domain)
    start = domain.span.start - len(scheme)
    if not _is_possible(text[domain.span.start : domain.span.end], scheme, text[start:end]):
        return []
    if not scheme:
        return _bare_links(text, domain, end)
    short = _SHORT_LINK.match(text, start, end)
    if short is None:
        return [Link(Span(start, end), bare=False)]
    return [] if len(short.group(1)) > _LONGEST_SHORT_LINK else [Link(Span(start, short.end()), bare=False)]


def _scheme_before(text: str, domain: _Domain) -> str:
    for scheme in ("https://", "http://"):
        first = domain.span.start - len(scheme)
        if domain.before == "/" and first >= 0 and text[first : domain.span.start].lower() == scheme:
            free = first == 0 or _follows_well(text, first, domain.free_from)
            return text[first : domain.span.start] if free else ""
    return ""


def _is_possible(domain: str, scheme: str, url: str) -> bool:
    if (len(scheme) or len("https://")) + utf16_length(url) > _LONGEST_URL:
        return False
    if domain.startswith("xn--") and not domain.isascii() and not _latin_domains(domain):
        return False
    return all(_encoded_length(label) <= _LONGEST_LABEL for label in domain.split("."))


def _encoded_length(label: str) -> int:
    if label.isascii() or len(label) > _LONGEST_LABEL:
        return len(label)
    return len("xn--") + punycode_length(label)


def _bare_links(text: str, domain: _Domain, end: int) -> list[Link]:
    """Return the Latin domains inside a domain without a scheme; the last one takes the path and query with it."""
    if domain.before and domain.before in "-_./":
        return []
    start = domain.span.start
    spans = [span.shifted(start) for span in _latin_domains(text[start : domain.span.end])]
    rest = text[domain.span.end : end]
    if spans and "/" in rest.partition("?")[0]:
        spans[-1] = Span(spans[-1].start, spans[-1].end + len(rest))
    return [Link(span, bare=True) for span in spans]


def _latin_domains(domain: str) -> list[Span]:
    labels = _labels(domain, 0, len(domain))
    tails = [x_domain_end(domain, label.start, label.end) for label in labels]
    whole = _furthest(labels, tails, lambda label: _is_latin(domain, label), lambda label: _is_latin(domain, label))
    found: list[Span] = []
    index = 0
    while index + 1 < len(labels):
        tail_of_label = _LATIN_TAIL.search(domain, labels[index].start, labels[index].end)
        target = whole[index + 1] if whole[index + 1] is not None else index + 1
        end = None if target is None else tails[target]
        if target is None or end is None or tail_of_label is None or not tail_of_label.group():
            index += 1
            continue
        found.append(Span(tail_of_label.start(), end))
        index = target
        labels[index] = Span(end, labels[index].end)
    return found


def _is_latin(domain: str, label: Span) -> bool:
    tail = _LATIN_TAIL.search(domain, label.start, label.end)
    return label.start < label.end and tail is not None and tail.start() == label.start
