"""Which side a draft reads like: by register and topics, by the boundary findings of its review, and by habits."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from app.checks.belonging_cues import BelongingCues, Scales, Sign, shipped_cues
from app.checks.boundaries import CROSSLINK
from app.checks.cutting import words_of
from app.checks.habits import Habits, leanings, telling
from app.checks.passage import Passage
from app.checks.wording import singular
from app.model.finding import Finding, Report, Risk, Span
from app.model.ids import DraftId
from app.model.persona import Side

_MOST_READ = 5_000
_MOST_FINDINGS = 2
_LONG = 24
_USUAL_LENGTH_WORDS = 30
_AMOUNT = r"\d{1,9}(?:[.,]\d{1,9}){0,3}"
_PRICE = re.compile(
    rf"[£$€₹]\s?{_AMOUNT}|\b{_AMOUNT} ?(?:%|€|quid\b|euros\b|dollars\b|naira\b|rand\b)(?: off\b)?", re.IGNORECASE
)
_ASTRAY = {
    Side.PERSONAL: Risk.BOUNDARY_BUSINESS_ON_PERSONAL,
    Side.PROFESSIONAL: Risk.BOUNDARY_PERSONAL_ON_PROFESSIONAL,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft reads like the other *side*: by how much, and the words that decided it, weightiest first."""

    side: Side
    gap: float
    deciding: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose draft is read: its side, both personas' words for the people they work with, and how the two write."""

    side: Side
    people: tuple[str, ...] = ()
    own: Habits | None = None
    other: Habits | None = None


def read_belonging(
    report: Report, writer: Writer, draft_id: DraftId, cues: BelongingCues | None = None
) -> Reading | None:
    """Return how the text of *report* reads like the other side, ``None`` unless the gap is large.

    The beginning of a very long text speaks for the whole. ``None`` as well where the review found what would be no
    better across: a complaint about a customer does not belong on the professional side.
    """
    cues = cues or shipped_cues()
    scales, other = cues.scales, writer.side.other
    if any(finding.risk.category in scales.no_better_across[other] for finding in report.findings):
        return None
    passage = Passage(report.text[:_MOST_READ], may_hide=False)
    if len(passage.words) < scales.least_words:
        return None
    signs = tuple(_signs(report, passage, writer, draft_id, cues))
    across = [sign for sign in signs if sign.side is other]
    weight, weight_here = _sum(across), _sum(sign for sign in signs if sign.side is writer.side)
    needed = scales.gap + scales.longer * max(0, len(passage.words) - _USUAL_LENGTH_WORDS)
    if not _has_voice(across, passage, scales.voices.get(other)):
        return None
    if weight - weight_here < needed or weight < scales.lead * weight_here:
        return None
    return Reading(other, weight - weight_here, _weightiest_first(across))


def _signs(report: Report, passage: Passage, writer: Writer, draft_id: DraftId, cues: BelongingCues) -> Iterator[Sign]:
    for sign in cues.signs(passage):
        if sign.side is writer.side or not _is_at_home(sign.words, writer, draft_id):
            yield sign
    yield from _of_prices(passage.text, cues.scales)
    yield from _of_people(passage, writer, cues)
    yield from _of_findings(report.findings, writer.side, cues.scales)
    yield from _of_habits(passage, writer, draft_id, cues.scales)


def _is_at_home(spelling: Iterable[str], writer: Writer, draft_id: DraftId) -> bool:
    """Return whether this persona often uses the words of *spelling*: what it usually writes about belongs there."""
    if writer.own is None:
        return False
    words = telling(spelling)
    return bool(words) and all(writer.own.is_usual(word, draft_id) for word in words)


def _has_voice(signs: Iterable[Sign], passage: Passage, voices: frozenset[str] | None) -> bool:
    """Return whether somebody tells it as their own: a pub has a quiz night and a glass of wine as well."""
    return voices is None or not voices.isdisjoint(passage.vocabulary) or any(sign.has_voice for sign in signs)


def _sum(signs: Iterable[Sign]) -> float:
    return sum(sign.weight for sign in signs)


def _of_prices(text: str, scales: Scales) -> Iterator[Sign]:
    """Yield the first price, or the first "15% off"."""
    price = _PRICE.search(text)
    if price is not None:
        yield Sign(Side.PROFESSIONAL, scales.price, partial(Span, *price.span()))


def _of_people(passage: Passage, writer: Writer, cues: BelongingCues) -> Iterator[Sign]:
    """Yield where the writer's own word for clients stands, unless the cues know it already."""
    for plural in dict.fromkeys(writer.people):
        for spelled in dict.fromkeys((words_of(plural), words_of(singular(plural)))):
            if len(spelled) == 1 and spelled not in cues.spellings and spelled[0] in passage.vocabulary:
                yield Sign(Side.PROFESSIONAL, cues.scales.people, partial(_first, passage, spelled[0]))


def _of_findings(findings: Iterable[Finding], side: Side, scales: Scales) -> Iterator[Sign]:
    count = 0
    is_linked = False
    for finding in findings:
        if finding.risk is _ASTRAY[side] and count < _MOST_FINDINGS:
            count += 1
            yield Sign(side.other, scales.finding, partial(_span, finding))
        elif finding.rule_id == CROSSLINK and not is_linked:
            is_linked = True
            yield Sign(side.other, scales.handle, partial(_span, finding))


def _of_habits(passage: Passage, writer: Writer, draft_id: DraftId, scales: Scales) -> Iterator[Sign]:
    """Yield the words that one of the two personas uses much more; together they weigh no more than they may."""
    if writer.own is None or writer.other is None:
        return
    found = leanings(telling(passage.words), writer.own, writer.other, draft_id)
    for side, direction in ((writer.side.other, 1.0), (writer.side, -1.0)):
        weights = {word: odds * direction for word, odds in found.items() if odds * direction >= scales.least_habit}
        total = scales.habit * sum(weights.values())
        share = scales.habit * min(1.0, scales.all_habits / total) if total else 0.0
        for word, weight in weights.items():
            yield Sign(side, weight * share, partial(_first, passage, word), has_voice=True)


def _first(passage: Passage, word: str) -> Span:
    place = passage.places(word)[0]
    return passage.span(place, place + 1)


def _span(finding: Finding) -> Span:
    return finding.span


def _weightiest_first(signs: Iterable[Sign]) -> tuple[Span, ...]:
    """Return where *signs* stand, without those across another that says it in fewer words or weighs more."""
    kept: list[Span] = []
    placed = [(sign.weight, sign.find()) for sign in signs]
    for _, span in sorted(placed, key=lambda each: (_is_long(each[1]), -each[0], each[1])):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(kept)


def _is_long(span: Span) -> bool:
    return span.end - span.start > _LONG
