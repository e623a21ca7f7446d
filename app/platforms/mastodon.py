"""How Mastodon counts, as its servers do when they refuse a post."""

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from app.model.finding import Span
from app.platforms.parts import CountPart, PartKind, grouped, plain
from app.text.graphemes import grapheme_count
from app.text.links import links

if TYPE_CHECKING:
    import regex

_LINK_LENGTH = 23
_NEIGHBOURS = 8
_USER = r"[a-zA-Z0-9_]+(?:[.-]+[a-zA-Z0-9_]+)*+"
_WORD = r"[\p{L}\p{M}\p{N}\p{Pc}]"
_MENTION = rf"(?<![=/\p{{L}}\p{{M}}\p{{N}}\p{{Pc}}])@({_USER})@{_WORD}+(?:[.-]+{_WORD}+)*+"
_NOT_A_MENTION_BEFORE = re.compile(r"[@\uff20\xc0-\xd6\xd8-\xf6\xf8-\u024f]|://")


def parts_of(text: str) -> tuple[CountPart, ...]:
    """Return graphemes, but an ``http(s)`` link as 23 even if it is shorter, and ``@ann@server`` as ``@ann``."""
    link_spans = [link.span for link in links(text, any_script=True) if not link.bare] if "://" in text else []
    mentions = _mentions(text, link_spans)
    cuts = sorted([*((span, "x" * _LINK_LENGTH) for span in link_spans), *mentions], key=lambda cut: cut[0])
    rewritten = _rewritten(text, cuts)
    users = [len(user) for _, user in mentions]
    plain_length = grapheme_count(rewritten) - _LINK_LENGTH * len(link_spans) - sum(users)
    return (
        plain(plain_length) + plain(len(link_spans), _LINK_LENGTH, PartKind.LINKS) + grouped(PartKind.MENTIONS, users)
    )


def content_warning_part(content_warning: str, text: str) -> tuple[CountPart, ...]:
    """Return what a content warning adds; it stands directly before *text*, and an accent there joins its end."""
    beginning = text[:_NEIGHBOURS]
    added = grapheme_count(content_warning + beginning) - grapheme_count(beginning)
    return plain(added, kind=PartKind.CONTENT_WARNING)


def _mentions(text: str, link_spans: list[Span]) -> list[tuple[Span, str]]:
    """Return where others are named with their server, and what each mention counts as."""
    if "@" not in text:
        return []
    mentions: list[tuple[Span, str]] = []
    for found in _mention().finditer(text):
        span = Span(*found.span())
        if not _NOT_A_MENTION_BEFORE.match(text, span.end) and not _starts_inside(span, link_spans):
            mentions.append((span, f"@{found.group(1)}"))
    return mentions


@cache
def _mention() -> "regex.Pattern[str]":
    """Compile the pattern when the first text that may mention somebody comes: a start does not wait for it."""
    import regex

    return regex.compile(_MENTION)


def _starts_inside(span: Span, sorted_spans: list[Span]) -> bool:
    before = bisect_right(sorted_spans, span.start, key=lambda each: each.start) - 1
    return before >= 0 and span.start < sorted_spans[before].end


def _rewritten(text: str, cuts: list[tuple[Span, str]]) -> str:
    pieces: list[str] = []
    start = 0
    for span, replacement in cuts:
        pieces += (text[start : span.start], replacement)
        start = span.end
    return "".join((*pieces, text[start:]))
