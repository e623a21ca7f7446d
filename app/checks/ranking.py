"""Merge findings that say the same about the same words, and put them in reading order."""

from bisect import insort
from collections.abc import Iterable

from app.model.finding import Finding, Risk, Span

MOST_FINDINGS = 16
"""No more findings of one sentence are raised: the weightiest stay."""


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* in reading order; where some of one risk meet, the weightiest stays.

    Of two of one weight that is the one which offers a wording, then the longer one. It covers the words of both, and
    what it swallows becomes part of its evidence.
    """
    kept: dict[Risk, Finding] = {}
    done: list[Finding] = []
    for finding in sorted(findings, key=_reading_order):
        before = kept.get(finding.risk)
        if before is not None and _meet(before.span, finding.span):
            kept[finding.risk] = _merged(before, finding)
            continue
        if before is not None:
            done.append(before)
        kept[finding.risk] = finding
    return tuple(sorted([*done, *kept.values()], key=_reading_order))


def weightiest(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return *findings* ranked, and of too many the weightiest."""
    if len(findings) <= 1:
        return tuple(findings)
    merged = ranked(findings)
    if len(merged) <= MOST_FINDINGS:
        return merged
    return ranked(sorted(merged, key=lambda finding: (-finding.severity, finding.span))[:MOST_FINDINGS])


def ranked_with(findings: Iterable[Finding], more: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what :func:`ranked` would for both together, knowing that *findings* are ranked and *more* are few."""
    merged = list(findings)
    for finding in more:
        rivals = [one for one in merged if one.risk is finding.risk and _meet(one.span, finding.span)]
        if rivals:
            merged = [one for one in merged if one not in rivals]
        for one in ranked([finding, *rivals]):
            insort(merged, one, key=_reading_order)
    return tuple(merged)


def _reading_order(finding: Finding) -> tuple[int, int, str, str]:
    return finding.span.start, finding.span.end, finding.risk, finding.rule_id


def _merged(first: Finding, second: Finding) -> Finding:
    winner, other = (first, second) if _rank(first) >= _rank(second) else (second, first)
    evidence = tuple(sorted({*winner.evidence, *other.evidence}))
    span = Span(min(first.span.start, second.span.start), max(first.span.end, second.span.end))
    return Finding(
        winner.rule_id, winner.risk, span, evidence, winner.severity, winner.title, winner.message, winner.why,
        winner.minds, winner.guideline, winner.instead, winner.fixes, winner.sentence_print, winner.phrase_print,
    )  # fmt: skip


def _meet(one: Span, other: Span) -> bool:
    """Return whether the two overlap or touch."""
    return one.start <= other.end and other.start <= one.end


def _rank(finding: Finding) -> tuple[int, bool, int]:
    return finding.severity, bool(finding.fixes), finding.span.end - finding.span.start
