"""How readers and stances move the weight of a finding."""

import pytest

from app.checks.audience import raised_by_readers, severity_for
from app.model.finding import Group, Risk, Severity
from app.model.persona import Side
from app.model.policy import Policy, Reads, Stance, default_policy

NOBODY_FROM_WORK = tuple((group, Reads.NO) for group in (Group.CLIENTS, Group.BOSS, Group.COLLEAGUES, Group.STRANGERS))
CLIENTS = ((Group.CLIENTS, Reads.YES),)


def weight(risk: Risk, own: Severity | None, audience=(), stances=(), side: Side = Side.PERSONAL) -> Severity | None:
    return severity_for(risk, own, Policy(side, audience=audience, stances=stances))


def test_without_readers_or_stances_a_rule_has_its_own_weight():
    for risk in Risk:
        assert severity_for(risk, Severity.WARN, default_policy(Side.PERSONAL)) is Severity.WARN


@pytest.mark.parametrize("risk", [Risk.POLARIZING_POLITICS, Risk.VENTING_WORKPLACE, Risk.CONDUCT_INTOXICATION])
def test_clients_among_the_readers_raise_what_they_would_mind(risk):
    assert weight(risk, Severity.NOTE, CLIENTS) is Severity.WARN
    assert weight(risk, Severity.HOLD, CLIENTS) is Severity.HOLD
    assert weight(risk, Severity.NOTE, CLIENTS, side=Side.PROFESSIONAL) is Severity.NOTE
    assert weight(risk, Severity.NOTE, ((Group.CLIENTS, Reads.UNKNOWN),)) is Severity.NOTE


def test_nobody_from_work_lowers_it_but_never_below_a_note():
    assert weight(Risk.VENTING_WORKPLACE, Severity.WARN, NOBODY_FROM_WORK) is Severity.NOTE
    assert weight(Risk.VENTING_WORKPLACE, Severity.NOTE, NOBODY_FROM_WORK) is Severity.NOTE
    assert weight(Risk.BOUNDARY_CONTACT, Severity.HOLD, NOBODY_FROM_WORK) is Severity.WARN


def test_among_friends_a_view_is_worth_a_note_and_no_more():
    assert weight(Risk.POLARIZING_POLITICS, Severity.HOLD, NOBODY_FROM_WORK) is Severity.NOTE


@pytest.mark.parametrize("risk", [Risk.PRIVACY_CREDENTIAL, Risk.OFFENSIVE_RACE, Risk.CONFIDENTIAL_CLIENT])
def test_readers_change_nothing_about_secrets_and_offence(risk):
    for audience in (CLIENTS, NOBODY_FROM_WORK):
        assert weight(risk, Severity.HOLD, audience) is Severity.HOLD


@pytest.mark.parametrize(
    ("stance", "severity"),
    [
        (Stance.OFF, None),
        (Stance.NOTE, Severity.NOTE),
        (Stance.WARN, Severity.WARN),
        (Stance.HOLD, Severity.HOLD),
    ],
)
def test_a_stance_decides_whoever_reads(stance, severity):
    stances = ((Risk.POLARIZING_POLITICS, stance),)
    assert weight(Risk.POLARIZING_POLITICS, Severity.WARN, CLIENTS, stances) is severity
    assert weight(Risk.POLARIZING_RELIGION, Severity.WARN, (), stances) is Severity.WARN


def test_a_rule_that_is_off_on_a_side_stays_off():
    assert weight(Risk.POLARIZING_POLITICS, None, CLIENTS) is None


@pytest.mark.parametrize(
    ("side", "audience"),
    [
        (Side.PROFESSIONAL, CLIENTS),
        (Side.PERSONAL, ((Group.CLIENTS, Reads.UNKNOWN),)),
        (Side.PERSONAL, ((Group.CLIENTS, Reads.NO), (Group.FRIENDS, Reads.YES))),
        (Side.PERSONAL, ((Group.BOSS, Reads.YES),)),
    ],
)
def test_nothing_is_raised_where_the_people_one_works_with_are_not_known_to_read_a_personal_account(side, audience):
    policy = Policy(side, audience=audience)
    assert raised_by_readers(policy) == frozenset()
    assert all(severity_for(risk, Severity.NOTE, policy) is Severity.NOTE for risk in Risk)


def test_what_is_said_to_be_raised_is_what_weighs_more():
    politics = tuple((risk, Stance.WARN) for risk in Risk if risk.category == "polarizing")
    for stances in ((), politics, politics[:1]):
        policy = Policy(Side.PERSONAL, audience=CLIENTS, stances=stances)
        decided = {risk for risk, _ in stances}
        heavier = {
            risk.category
            for risk in Risk
            if risk not in decided and severity_for(risk, Severity.NOTE, policy) is Severity.WARN
        }
        assert raised_by_readers(policy) == heavier
    assert raised_by_readers(Policy(Side.PERSONAL, audience=CLIENTS, stances=politics)) == {"venting", "conduct"}
