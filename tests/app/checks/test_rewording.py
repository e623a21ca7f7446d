"""Wordings that keep what somebody wanted to say, each tried before it is offered."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.checks.engine import Engine
from app.checks.rulepack import load_packs
from app.errors import RulePackError
from app.model.finding import Finding, Fix, Risk
from app.model.persona import Side
from app.model.policy import Policy, Stance, default_policy
from tests.app.checks.conftest import rule
from tests.app.checks.shipped import packs_as_shipped, packs_to_review_with

PERSONAL = default_policy(Side.PERSONAL)
REWORDED = ("venting", "tone", "boundary", "confidential")
REWORDED_RISKS = {Risk.OFFENSIVE_PROFANITY, Risk.PRIVACY_LOCATION, Risk.PRIVACY_CONTACT, Risk.CONDUCT_SLACKING}
LEAST_SHARE = 0.9
RISK = """
[[risk]]
id = "polarizing.social"
title = "Takes a side"
message = "Takes a side."
why = "Some see it otherwise."
guideline = "B3"
rewordings = [
  { about = "pay* wage", say = "Fair pay matters" },
  { about = "red_tape", say = "rules", place = "words" },
  { about = "ogre", say = "hard man", place = "words" },
  { say = "It was a hard day{when}" },
]
"""
MOAN = rule("grumble .. pay", "grumble", "red tape", "ogre", name="polarizing.social.moan")


def wordings(engine: Engine, text: str, policy: Policy = PERSONAL) -> list[str]:
    """Return *text* with each wording for its first finding in it."""
    (finding, *_) = engine.review(text, policy).findings
    return [applied(text, fix) for fix in engine.rewordings().of(text, finding, policy)]


def applied(text: str, fix: Fix) -> str:
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]


@pytest.mark.parametrize(
    ("text", "reworded"),
    [
        ("I grumble about pay.", "Fair pay matters."),
        ("i grumble today", "it was a hard day today"),
        ("Why do I grumble?", "It was a hard day."),
        ("@ann I grumble! \U0001f624 #monday", "@ann It was a hard day! \U0001f624 #monday"),
        ("I grumble this week, but the tea is good.", "It was a hard day this week, but the tea is good."),
        ("The tea is good, but I grumble about pay.", "The tea is good, but fair pay matters."),
        ("Nice tea. I grumble. Nice cake.", "Nice tea. It was a hard day. Nice cake."),
        ("So much red tape here", "So much rules here"),
        ("He is an ogre to us", "He is a hard man to us"),
        ("An 0gre came", "A hard man came"),
    ],
)
def test_a_wording_stands_in_for_the_clause_or_the_word_it_is_about(engine_over, text, reworded):
    assert wordings(engine_over(more=RISK, pack=MOAN), text)[0] == reworded


def test_what_its_rule_offers_comes_before_what_its_risk_does(engine_over):
    own = rule("grumble", name="polarizing.social.own", more='fixes = ["sigh"]')
    assert wordings(engine_over(more=RISK, pack=own), "I grumble") == ["I sigh"]


def test_a_wording_that_raises_the_risk_again_is_not_offered(engine_over):
    loud = rule("hard day", name="polarizing.social.loud")
    assert wordings(engine_over(more=RISK, pack=MOAN + loud), "I grumble") == []
    poor = rule("grumble", name="polarizing.social.own", more='fixes = ["moan", "sigh"]')
    assert wordings(engine_over(more=RISK, pack=poor + rule("moan", name="polarizing.social.moan")), "I grumble") == [
        "I sigh"
    ]


def test_a_wording_that_raises_another_risk_is_not_offered_unless_nothing_is_wanted_said_of_it(engine_over):
    engine = engine_over(more=RISK, pack=MOAN + rule("hard day", name="tone.heated.other"))
    assert wordings(engine, "I grumble") == []
    calm = replace(PERSONAL, stances=((Risk.TONE_HEATED, Stance.OFF),))
    assert wordings(engine, "I grumble", calm) == ["It was a hard day"]


def test_a_wording_is_not_offered_where_it_stands_already(engine_over):
    assert wordings(engine_over(more=RISK, pack=MOAN), "It was a hard day. I grumble") == []


def test_a_risk_without_wordings_has_none(engine_over):
    assert wordings(engine_over(pack=rule("bad day")), "A bad day") == []


def shipped_findings() -> Iterator[tuple[str, Finding, Policy, Engine]]:
    """Yield what each rule of a risk that can be reworded finds in its own sentences."""
    engine = Engine(packs_to_review_with())
    for each in packs_as_shipped().rules:
        if each.risk.category in REWORDED or each.risk in REWORDED_RISKS:
            for example in each.fires:
                for side in (example.side,) if example.side else sorted(each.sides):
                    policy = default_policy(side)
                    for finding in engine.review(example.text, policy).findings:
                        if finding.risk is each.risk:
                            yield example.text, finding, policy, engine


@pytest.mark.slow  # every sentence of the packs is reviewed with every wording
def test_nearly_every_finding_that_can_be_reworded_is_and_every_wording_holds():
    found: Counter[Risk] = Counter()
    reworded: Counter[Risk] = Counter()
    for text, finding, policy, engine in shipped_findings():
        fixes = engine.rewordings().of(text, finding, policy)
        found[finding.risk] += 1
        reworded[finding.risk] += bool(fixes)
        for fix in fixes:
            before, after = (engine.review(each, policy).findings for each in (text, applied(text, fix)))
            assert sum(one.risk is finding.risk for one in after) < sum(one.risk is finding.risk for one in before)
            assert {one.risk for one in after} <= {one.risk for one in before}, applied(text, fix)
    shares = {risk.value: reworded[risk] / found[risk] for risk in found}
    assert len(shares) == len(REWORDED_RISKS) + sum(risk.category in REWORDED for risk in Risk)
    assert {risk: share for risk, share in shares.items() if share < LEAST_SHARE} == {}


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ('{ say = "{who} is fine" }', "{who} is none of {customer}, {customers}, {words}, {when}"),
        ('{ say = "x", place = "page" }', '"page" is not known'),
        ('{ says = "x" }', "is no field of this table"),
        ('"x"', "must be a list of tables, in braces"),
    ],
)
def test_a_mistake_in_a_wording_is_named(write_packs: Callable[..., object], mistake: str, said: str):
    table = RISK.partition("rewordings")[0] + f"rewordings = [{mistake}]\n"
    with pytest.raises(RulePackError) as raised:
        load_packs(write_packs(more=table))
    assert said in str(raised.value.problems[0])
