"""A view is a view, whichever side it takes: what is noticed of one party, faith or cause is noticed of the other."""

import pytest

from app.checks.engine import Engine
from app.model.finding import Risk
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.shipped import packs_to_review_with

RIVALS = [
    ("Labour", "the Tories"),
    ("Republicans", "Democrats"),
    ("Trump", "Obama"),
    ("Fine Gael", "Sinn Fein"),
    ("the BJP", "Rahul Gandhi"),
    ("Tinubu", "Peter Obi"),
    ("the ANC", "the EFF"),
    ("Trudeau", "Poilievre"),
    ("Albanese", "Peter Dutton"),
    ("Le Pen", "Macron"),
]
OF_PARTIES = [
    "{} must go",
    "{} have betrayed this town",
    "Vote for {} on Thursday",
    "I am sick of {} and everything they touch",
    "I could never vote for {}",
]
OPPOSITES = [
    ("Abortion should be banned", "Abortion should be legal", Risk.POLARIZING_SOCIAL),
    ("I am proudly pro life", "I am proudly pro choice", Risk.POLARIZING_SOCIAL),
    ("Ban assault rifles", "Arm the teachers", Risk.POLARIZING_SOCIAL),
    ("Net zero is a scam", "Fossil fuels should be banned", Risk.POLARIZING_SOCIAL),
    ("I stand with Israel", "I stand with Palestine", Risk.POLARIZING_SOCIAL),
    ("Atheists are lost", "Christians are deluded", Risk.POLARIZING_RELIGION),
    ("There is no God", "Jesus is the only way", Risk.POLARIZING_RELIGION),
    ("Scrap the licence fee", "Tax the rich", Risk.POLARIZING_POLITICS),
    ("Brexit saved this country", "Brexit ruined this country", Risk.POLARIZING_POLITICS),
]


def risks_of(text: str) -> set[Risk]:
    report = Engine(packs_to_review_with()).review(text, default_policy(Side.PROFESSIONAL))
    return {finding.risk for finding in report.findings}


@pytest.mark.parametrize("template", OF_PARTIES)
def test_what_is_a_view_of_one_party_is_a_view_of_its_rival(template: str) -> None:
    unnoticed = {
        text
        for rivals in RIVALS
        for text in (template.format(name) for name in rivals)
        if Risk.POLARIZING_POLITICS not in risks_of(text)
    }
    assert unnoticed == set()


@pytest.mark.parametrize(("one", "other", "risk"), OPPOSITES)
def test_opposite_views_are_both_noticed(one: str, other: str, risk: Risk) -> None:
    assert risk in risks_of(one) & risks_of(other)


@pytest.mark.parametrize(
    "text",
    [
        "Register to vote by Tuesday, whoever you vote for",
        "Polls are open until ten, bring photo ID",
        "The minister opened the new bridge this morning",
        "Eid Mubarak to all who keep it",
        "Merry Christmas from everyone at the shop",
        "Flu vaccines on Saturday, no need to book",
    ],
)
def test_a_notice_or_a_greeting_is_no_view(text: str) -> None:
    views = {Risk.POLARIZING_POLITICS, Risk.POLARIZING_RELIGION, Risk.POLARIZING_SOCIAL}
    assert views.isdisjoint(risks_of(text))
