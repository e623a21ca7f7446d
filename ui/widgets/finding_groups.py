"""Findings as the list shows them: those of one rule about the same words are one entry."""

from dataclasses import dataclass

from app.model.finding import Finding, Fix, Report, Risk, Severity, Span
from app.model.policy import IgnoreScope

MOST_FIXES = 2


@dataclass(frozen=True, slots=True)
class FixChoice:
    """A wording that the user wants in place of the finding's words."""

    finding: Finding
    fix: Fix


@dataclass(frozen=True, slots=True)
class IgnoreChoice:
    """A finding that the user answers, and how far the answer reaches."""

    finding: Finding
    scope: IgnoreScope


@dataclass(frozen=True, slots=True)
class Readership:
    """Whose draft it is and, in the user's own word, whom they work with."""

    persona_name: str
    works_with: str = "clients"


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one rule about the same *words*, in reading order, at least one."""

    findings: tuple[Finding, ...]
    words: str

    @property
    def first(self) -> Finding:
        """The finding that speaks for the group."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """How much is at stake."""
        return self.first.severity

    @property
    def key(self) -> tuple[str, str, Severity]:
        """What stays the same while the draft around the words changes."""
        return self.first.rule_id, self.first.phrase_print or self.words.casefold(), self.severity

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The wordings to offer, different ones only, at most two."""
        return tuple({fix.replacement: fix for fix in reversed(self.first.fixes)}.values())[::-1][:MOST_FIXES]


def blank_group() -> FindingGroup:
    """Return a group that says nothing, for a card that waits for its first findings."""
    nowhere = Span(0, 0)
    blank = Finding("", Risk.VENTING_WORKPLACE, nowhere, (nowhere,), Severity.NOTE, "", "", "", frozenset(), "")
    return FindingGroup((blank,), "")


def grouped(report: Report) -> tuple[FindingGroup, ...]:
    """Return the open findings of *report* by rule and words, high before low, then in reading order."""
    groups: dict[tuple[str, str, Severity], list[Finding]] = {}
    for finding in report.worst_first():
        words = report.text[finding.span.start : finding.span.end]
        key = finding.rule_id, finding.phrase_print or words.casefold(), finding.severity
        groups.setdefault(key, []).append(finding)
    return tuple(
        FindingGroup(tuple(findings), report.text[findings[0].span.start : findings[0].span.end])
        for findings in groups.values()
    )
