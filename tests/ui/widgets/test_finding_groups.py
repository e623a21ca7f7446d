from dataclasses import replace

from app.model.finding import Fix, Report
from tests.ui.widgets.examples import LEEDS, OFFICE, OFFICE_AGAIN, REPORT, TEXT
from ui.widgets.finding_groups import grouped


def test_the_same_words_under_the_same_rule_are_one_group_worst_first():
    groups = grouped(REPORT)
    assert [group.findings for group in groups] == [(LEEDS,), (OFFICE, OFFICE_AGAIN)]
    assert groups[1].words == "stuck in the office till ten"


def test_what_costs_most_comes_first_wherever_it_stands():
    late = replace(LEEDS, span=LEEDS.span.shifted(60))
    assert [group.first for group in grouped(Report(TEXT, (OFFICE, late)))] == [late, OFFICE]


def test_two_rules_about_the_same_words_stay_apart():
    other = replace(OFFICE, rule_id="another")
    assert len(grouped(Report(TEXT, (OFFICE, other)))) == 2


def test_a_group_offers_two_different_wordings_at_most():
    fixes = tuple(Fix(LEEDS.span, wording) for wording in ("a", "a", "b", "c"))
    (group,) = grouped(Report(TEXT, (replace(LEEDS, fixes=fixes),)))
    assert [fix.replacement for fix in group.fixes] == ["a", "b"]


def test_a_group_keeps_its_key_while_text_is_typed_before_it():
    shifted = replace(OFFICE, span=OFFICE.span.shifted(3))
    assert grouped(Report(TEXT, (OFFICE,)))[0].key == grouped(Report("abc" + TEXT, (shifted,)))[0].key
