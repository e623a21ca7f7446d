"""What a review answers: where in the text as it was given, how bad, and as JSON."""

from dataclasses import dataclass, replace
from typing import Any

from app.command_line import status
from app.model.finding import Finding, Report, Severity, Span
from app.model.policy import Policy
from app.reader.reading import Reading
from app.studio.reviewing import review_text, shipped_wordings
from app.text.intake import Cleaned, clean

_STATUSES = {Severity.NOTE: status.NOTHING_OR_NOTES, Severity.WARN: status.WARN, Severity.HOLD: status.HOLD}
_CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Answer:
    """The review of one post; spans in ``report`` and ``reading`` belong to the cleaned text."""

    cleaned: Cleaned
    report: Report
    reading: Reading | None = None

    @property
    def status(self) -> int:
        """The exit status that this post asks for."""
        worst = self.report.worst
        return status.NOTHING_OR_NOTES if worst is None else _STATUSES[worst]

    @property
    def verdict(self) -> str:
        """The severity of the worst finding, or ``clear``; ``note`` when nothing was found but a check did not run."""
        worst = self.report.worst or (Severity.NOTE if self.report.skipped else None)
        return _CLEAR if worst is None else worst.word

    def span(self, finding: Finding) -> Span:
        """Return where a finding is in the text as it was given."""
        return self.cleaned.original_span(finding.span)

    def place(self, finding: Finding) -> tuple[int, int]:
        """Return the line and the column of a finding, both counted from 1, in the text as it was given."""
        start = finding.span.start
        first_of_line = self.cleaned.text.rfind("\n", 0, start) + 1
        line_start = self.cleaned.original_span(Span(first_of_line, first_of_line + 1)).start
        return self.cleaned.text.count("\n", 0, start) + 1, self.span(finding).start - line_start + 1

    def as_json(self) -> dict[str, Any]:
        """Return verdict and findings, in reading order, as the fields of a JSON object."""
        fields: dict[str, Any] = {
            "verdict": self.verdict,
            "findings": [self._finding(finding) for finding in self.report.findings],
        }
        if self.report.skipped:
            fields["skipped"] = list(self.report.skipped)
        return fields

    def _finding(self, finding: Finding) -> dict[str, Any]:
        span = self.span(finding)
        return {
            "risk": finding.risk.value,
            "severity": finding.severity.word,
            "start": span.start,
            "end": span.end,
            "rule": finding.rule_id,
        }


def worded(answered: Answer, policy: Policy) -> Answer:
    """Return *answered* with the wordings that hold, tried one by one; for somebody who reads it."""
    return replace(answered, report=shipped_wordings().worded(answered.report, policy))


def answer(text: str, policy: Policy) -> Answer:
    """Review *text* as the persona that *policy* describes would post it."""
    cleaned = clean(text)
    return Answer(cleaned, review_text(cleaned.text, policy))
