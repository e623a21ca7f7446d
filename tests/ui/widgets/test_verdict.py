from app.model.finding import Report, Severity
from tests.ui.widgets.examples import REPORT
from ui.widgets.verdict import CHECKING, verdict_icon, verdict_of, verdict_words


def test_findings_are_counted_in_the_colour_of_the_worst(qapp):
    verdict = verdict_of(REPORT)
    assert verdict_words(verdict) == "3 to look at"
    assert verdict.worst is Severity.HOLD
    assert verdict_icon(verdict) == ("octagon-alert", "high")


def test_nothing_found_is_grey_and_says_no_more_than_that(qapp):
    verdict = verdict_of(Report("A quiet day."))
    assert verdict_words(verdict) == "Nothing found"
    assert verdict_icon(verdict)[1] == "ink_soft"


def test_a_check_that_could_not_run_is_no_all_clear(qapp):
    verdict = verdict_of(Report("A quiet day.", skipped=("cross-links",)))
    assert verdict_words(verdict) == "Could not check: cross-links"


def test_an_empty_draft_has_no_verdict_yet(qapp):
    assert verdict_words(verdict_of(Report(" \n"))) == "Nothing written yet"


def test_a_review_on_its_way_says_so(qapp):
    assert verdict_words(CHECKING) == "Checking…"


def test_nothing_is_clear_while_more_may_be_found_and_what_is_found_is_told(qapp):
    assert verdict_words(verdict_of(Report("A quiet day."), is_checking=True)) == "Checking…"
    assert verdict_words(verdict_of(REPORT, is_checking=True)) == "3 to look at"
    assert verdict_words(verdict_of(Report(" "), is_checking=True)) == "Nothing written yet"
