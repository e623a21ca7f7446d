"""Capitals are shouting only when there is anger in them."""

import pytest

from app.checks.engine import Engine
from app.model.finding import Report
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.shipped import packs_to_review_with

SHOUTED = "tone.heated.shouting"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(packs_to_review_with())


def raised(report: Report) -> set[str]:
    return {finding.rule_id for finding in report.findings}


@pytest.mark.parametrize(
    "text",
    [
        "FOUR HOURS ON HOLD FOR A KETTLE. FOUR HOURS.",
        "so here we are. STOP PUTTING WIPES DOWN THE SINK, please",
        "THAT. IS. NOT. A. PARKING. SPACE.",
    ],
)
def test_angry_capitals_are_shouting(engine: Engine, text: str) -> None:
    assert SHOUTED in raised(engine.review(text, default_policy(Side.PROFESSIONAL)))


@pytest.mark.parametrize(
    "text",
    [
        "SHE SAID YES AND I AM NEVER GOING TO STOP SMILING, we are engaged",
        "WE WON THE CUP, STOP ASKING ME TO CALM DOWN",
        "NHS, BBC and HMRC all rang before noon",
        'The sign says "STOP FEEDING THE GULLS THEY STOLE A WATCH" and I believe it',
        "PLEASE USE THE SIDE DOOR ON FRIDAY",
    ],
)
def test_joy_names_and_signs_in_capitals_are_not(engine: Engine, text: str) -> None:
    assert SHOUTED not in raised(engine.review(text, default_policy(Side.PROFESSIONAL)))


def test_a_very_long_shout_is_read_in_one_go(engine: Engine) -> None:
    text = "STOP SHOUTING AT THE GOOSE " * 2_000
    assert SHOUTED in raised(engine.review(text, default_policy(Side.PERSONAL)))
