"""What becomes of findings of one risk that meet."""

from dataclasses import replace

import pytest

from app.checks.engine import Engine
from app.checks.ranking import ranked
from app.model.finding import Finding, Fix, Risk, Severity, Span
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.shipped import packs_to_review_with


def finding(start: int, end: int, severity: Severity = Severity.WARN, risk: Risk = Risk.PRIVACY_CONTACT) -> Finding:
    span = Span(start, end)
    return Finding(f"{risk}.test", risk, span, (span,), severity, "", "", "", frozenset(), "A1")


@pytest.mark.parametrize("start", [10, 15])
def test_findings_of_one_risk_that_overlap_or_touch_cover_the_words_of_both(start: int) -> None:
    (merged,) = ranked([finding(0, 15), finding(start, 22, Severity.HOLD)])
    assert merged.span == Span(0, 22)
    assert merged.severity is Severity.HOLD
    assert merged.evidence == (Span(0, 15), Span(start, 22))


def test_of_two_of_one_weight_the_one_that_offers_a_wording_speaks_for_both() -> None:
    offering = replace(finding(10, 12), rule_id="offering", fixes=(Fix(Span(10, 12), ""),))
    (merged,) = ranked([finding(0, 22), offering])
    assert (merged.rule_id, merged.span) == ("offering", Span(0, 22))
    (merged,) = ranked([finding(0, 22, Severity.HOLD), offering])
    assert merged.rule_id != "offering"


def test_findings_that_do_not_meet_or_are_of_different_risks_stay_apart() -> None:
    apart = finding(0, 15), finding(16, 22)
    different = finding(0, 15), finding(10, 22, risk=Risk.PRIVACY_ROUTINE)
    assert ranked(apart) == apart
    assert ranked(different) == different


def test_a_number_that_a_rule_begins_and_a_check_completes_is_underlined_as_a_whole() -> None:
    text = "Call my mobile 07700 900123"
    findings = Engine(packs_to_review_with()).review(text, default_policy(Side.PERSONAL)).findings
    contact = [found for found in findings if found.risk is Risk.PRIVACY_CONTACT]
    assert len(contact) == 1
    assert text[contact[0].span.start : contact[0].span.end].endswith("07700 900123")
