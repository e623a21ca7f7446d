"""The presets and ticks are data about every risk, held against the rules that ship."""

import pytest

from app.model.finding import Risk
from app.model.persona import Side
from app.model.policy import Stance
from app.studio.stance_presets import stance_choices
from tests.app.checks.shipped import packs_as_shipped

WEIGHTS = {Stance.OFF: 0, Stance.NOTE: 1, Stance.WARN: 2, Stance.HOLD: 3}


def presets(side, preset_id):
    return dict(next(each for each in stance_choices(side).presets if each.id == preset_id).stances)


def own_weights(side):
    """What each risk's rules weigh on *side*, where they are not off."""
    weights = {}
    for rule in packs_as_shipped().rules:
        severity = rule.severity.on(side)
        if severity is not None:
            weights.setdefault(rule.risk, set()).add(int(severity))
    return weights


@pytest.mark.parametrize("side", Side)
def test_every_risk_has_words_and_stands_in_a_category_with_words(side):
    choices = stance_choices(side)
    assert [risk for risk, _ in choices.risks] == list(Risk)
    assert {risk.category for risk in Risk} == {category for category, _ in choices.categories}
    assert all(words.strip() for _, words in (*choices.risks, *choices.categories))


@pytest.mark.parametrize("side", Side)
def test_careful_never_lowers_and_relaxed_never_raises_what_a_rule_says(side):
    own = own_weights(side)
    assert own
    for risk, stance in presets(side, "careful").items():
        assert max(own.get(risk, {0})) <= WEIGHTS[stance], risk
    for risk, stance in presets(side, "relaxed").items():
        assert min(own.get(risk, {3})) >= WEIGHTS[stance], risk


@pytest.mark.parametrize("side", Side)
def test_balanced_is_no_stance_and_each_preset_is_known_again(side):
    choices = stance_choices(side)
    assert presets(side, "balanced") == {}
    assert [choices.preset_of(reversed(each.stances)) for each in choices.presets] == list(choices.presets)
    assert choices.preset_of(((Risk.TONE_HEATED, Stance.OFF),)) is None


def test_what_is_off_limits_goes_in_and_comes_out_without_touching_the_rest():
    own = ((Risk.POLARIZING_RELIGION, Stance.NOTE), (Risk.TONE_HEATED, Stance.OFF))
    for off_limit in stance_choices(Side.PERSONAL).off_limits:
        ticked = off_limit.put_into(own)
        assert off_limit.holds_in(ticked)
        assert (Risk.TONE_HEATED, Stance.OFF) in ticked
        assert not off_limit.holds_in(off_limit.taken_out_of(ticked))
        assert (Risk.TONE_HEATED, Stance.OFF) in off_limit.taken_out_of(ticked)
