"""Wordings are remembered with the sentence they were tried in."""

import pytest

from app.checks.rewording import Rewordings
from app.model.persona import Side
from app.model.policy import default_policy
from app.studio.reviewing import review_text, shipped_engine
from app.studio.wordings import Wordings

PERSONAL = default_policy(Side.PERSONAL)
COMPLAINT = "My boss is useless."


def test_findings_get_the_wordings_that_hold_wherever_their_sentence_moves():
    wordings = Wordings(shipped_engine().rewordings)
    first = review_text(COMPLAINT, PERSONAL)
    worded = wordings.worded(first, PERSONAL)
    assert all(finding.fixes for finding in worded.findings)
    moved = review_text(f"Good morning. {COMPLAINT}", PERSONAL)
    assert wordings.untried(moved, PERSONAL) is None
    fix = wordings.known(moved, PERSONAL).findings[0].fixes[0]
    assert moved.text[fix.span.start : fix.span.end].startswith("My boss")


def test_what_was_not_tried_stays_as_the_review_has_it():
    def none_yet() -> Rewordings:
        pytest.fail("nobody asked for a wording")

    wordings = Wordings(none_yet)
    report = review_text(COMPLAINT, PERSONAL)
    assert wordings.known(report, PERSONAL) is report
    assert wordings.untried(report, PERSONAL) is report.worst_first()[0]
    assert wordings.untried(review_text("Nice tea", PERSONAL), PERSONAL) is None


def test_wordings_are_tried_for_each_persona_by_itself():
    wordings = Wordings(shipped_engine().rewordings)
    professional = default_policy(Side.PROFESSIONAL)
    wordings.worded(review_text(COMPLAINT, PERSONAL), PERSONAL)
    assert wordings.untried(review_text(COMPLAINT, professional), professional) is not None
