"""How findings of the second reader are told from those of rules."""

from app.model.finding import Finding

READER = "reader"
"""What the ids of the second reader's findings begin with, before the risk: ``reader.venting.customer``."""

_BEGINNING = f"{READER}."


def is_readers(finding: Finding) -> bool:
    """Return whether the second reader has made *finding*."""
    return finding.rule_id.startswith(_BEGINNING)
