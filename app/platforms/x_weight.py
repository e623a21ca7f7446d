"""How X counts: twitter-text 3.1.0, configuration version 3."""

import re
from bisect import bisect_right
from unicodedata import is_normalized, normalize

from app.model.finding import Span
from app.platforms.parts import CountPart, PartKind, plain
from app.text.emoji import emoji_spans
from app.text.links import links

_HEAVY = re.compile(r"[^\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")
_LINK_LENGTH = 23


def parts_of(text: str) -> tuple[CountPart, ...]:
    """Return the weighted length: after NFC, a link is 23, an emoji 2, Latin and many other letters 1, the rest 2."""
    text = text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)
    link_spans = tuple(link.span for link in links(text))
    emoji = tuple(span for span in emoji_spans(text) if not _starts_inside(span, link_spans))
    rest = _without(text, sorted((*link_spans, *emoji)))
    heavy = 0 if rest.isascii() else sum(map(len, _HEAVY.findall(rest)))
    return (
        plain(len(rest) - heavy)
        + plain(heavy, 2, PartKind.WIDE_CHARACTERS)
        + plain(len(link_spans), _LINK_LENGTH, PartKind.LINKS)
        + plain(len(emoji), 2, PartKind.EMOJI)
    )


def _starts_inside(span: Span, sorted_spans: tuple[Span, ...]) -> bool:
    before = bisect_right(sorted_spans, span.start, key=lambda each: each.start) - 1
    return before >= 0 and span.start < sorted_spans[before].end


def _without(text: str, spans: list[Span]) -> str:
    pieces, start = [], 0
    for span in spans:
        pieces.append(text[start : span.start])
        start = max(start, span.end)
    return "".join((*pieces, text[start:]))
