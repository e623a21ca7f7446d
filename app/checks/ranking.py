"""Merge findings that say the same about the same words, and put them in reading order."""

from collections.abc import Iterable
from dataclasses import replace

from app.model.finding import Finding, Risk


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return *findings* in reading order; of overlapping ones of one risk the weightiest, then the longest, stays.

    What it swallows becomes part of its evidence.
    """
    kept: dict[Risk, Finding] = {}
    done: list[Finding] = []
    for finding in sorted(findings, key=_reading_order):
        before = kept.get(finding.risk)
        if before is not None and before.span.overlaps(finding.span):
            kept[finding.risk] = _merged(before, finding)
            continue
        if before is not None:
            done.append(before)
        kept[finding.risk] = finding
    return tuple(sorted([*done, *kept.values()], key=_reading_order))


def ranked_with(findings: Iterable[Finding], more: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what :func:`ranked` would for both together, knowing that *findings* are ranked and *more* are few."""
    merged = list(findings)
    for finding in more:
        rivals = [one for one in merged if one.risk is finding.risk and one.span.overlaps(finding.span)]
        if rivals:
            merged = [one for one in merged if one not in rivals]
        merged.extend(ranked([finding, *rivals]))
    merged.sort(key=_reading_order)
    return tuple(merged)


def _reading_order(finding: Finding) -> tuple[int, int, str, str]:
    return finding.span.start, finding.span.end, finding.risk, finding.rule_id


def _merged(first: Finding, second: Finding) -> Finding:
    winner, other = (first, second) if _rank(first) >= _rank(second) else (second, first)
    evidence = tuple(sorted({*winner.evidence, *other.evidence}))
    return replace(winner, evidence=evidence)


def _rank(finding: Finding) -> tuple[int, int]:
    return finding.severity, finding.span.end - finding.span.start
