"""What the checks written in code hand in."""

from dataclasses import dataclass

from app.model.finding import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Something at *span* that the coded rule *rule_id* speaks about; *evidence* are words that gave it away."""

    rule_id: str
    span: Span
    evidence: tuple[Span, ...] = ()
