"""Every rule of the shipped packs keeps the promises it was written with."""

from functools import cache

import pytest

from app.checks.engine import Engine
from app.checks.proving import broken_promises
from app.checks.rule import Packs, Rule
from app.checks.rulepack import missing_risks
from tests.app.checks.shipped import packs_as_shipped, packs_to_review_with


@cache
def shipped() -> tuple[Packs, Engine]:
    return packs_as_shipped(), Engine(packs_to_review_with())


@pytest.mark.parametrize("rule", shipped()[0].rules, ids=lambda rule: rule.id)
def test_a_rule_fires_stays_quiet_and_mends_as_it_says(rule: Rule) -> None:
    _, engine = shipped()
    assert [str(problem) for problem in broken_promises(engine, rule)] == []


def test_something_can_raise_every_risk() -> None:
    assert missing_risks(shipped()[0]) == ()
