"""Read a draft with the eyes of one reader: what that reader would mind, and the whole sentences it stands in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.checks.lines import sentences
from app.model.finding import Finding, Group, Report, Span
from app.model.policy import Policy, Reads


@dataclass(frozen=True, slots=True)
class MindedSentence:
    """A sentence, or several that one finding joins, and what its reader would mind there, in reading order."""

    span: Span
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as somebody of *group* reads it.

    ``report`` is the review for an account that the group reads, of which only what it would mind is left, answered
    findings included. Every open finding stands in exactly one of the ``sentences``, which are in reading order.
    """

    group: Group
    report: Report
    sentences: tuple[MindedSentence, ...]


def read_by(policy: Policy, group: Group) -> Policy:
    """Return *policy* for an account that *group* is known to read; whoever else reads it stays as it was."""
    others = tuple((each, reads) for each, reads in policy.audience if each is not group)
    return replace(policy, audience=(*others, (group, Reads.YES)))


def reading_of(report: Report, group: Group) -> Reading:
    """Return what *group* would mind of a *report* that was made for an account it reads."""
    minded = replace(report, findings=_minded(report.findings, group), ignored=_minded(report.ignored, group))
    return Reading(group, minded, minded_sentences(minded.text, minded.findings))


def minded_sentences(text: str, findings: Iterable[Finding]) -> tuple[MindedSentence, ...]:
    """Return the sentences of *text* in which *findings* stand; those that share a sentence stand together."""
    gathered: list[tuple[Span, list[Finding]]] = []
    lines: dict[int, tuple[Span, ...]] = {}
    for finding in sorted(findings, key=lambda each: each.span):
        around = _around(text, finding.span, lines)
        if gathered and around.start < gathered[-1][0].end:
            last, together = gathered.pop()
            around = Span(min(last.start, around.start), max(last.end, around.end))
            gathered.append((around, [*together, finding]))
        else:
            gathered.append((around, [finding]))
    return tuple(MindedSentence(span, tuple(together)) for span, together in gathered)


def _minded(findings: Iterable[Finding], group: Group) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if group in finding.minds)


def _around(text: str, span: Span, known: dict[int, tuple[Span, ...]]) -> Span:
    """Return the sentences that *span* touches; the words alone where there is no sentence about them."""
    touched: list[Span] = []
    start = text.rfind("\n", 0, span.start) + 1
    while start <= span.end:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start not in known:
            known[start] = tuple(
                Span(start + at, start + at + len(sentence)) for at, sentence in sentences(text[start:end])
            )
        touched += _touched(known[start], span)
        start = end + 1
    return Span(min([span.start, *(each.start for each in touched)]), max([span.end, *(each.end for each in touched)]))


def _touched(sentences_in_order: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """Return the sentences that overlap *span*; a long line has too many to ask each."""
    first = bisect_right(sentences_in_order, span.start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences_in_order, span.end, key=lambda sentence: sentence.start)
    return sentences_in_order[first:last]
