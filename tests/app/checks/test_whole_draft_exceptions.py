"""What keeps a rule quiet although it stands in another sentence of the draft."""

import pytest

from app.checks.engine import Engine
from app.checks.explained import Outcome
from app.checks.rulepack import read_packs
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.conftest import rule, words_found
from tests.app.checks.shipped import packs_to_review_with

PERSONAL = default_policy(Side.PERSONAL)
CAT = '[[cue]]\nid = "cat"\nphrases = ["(paws|purrs)"]\n'
TYRANT = rule("boss is a tyrant", more='silenced_by = ["cat"]') + CAT


def test_a_cue_anywhere_in_the_draft_silences_a_rule_and_going_it_speaks_again(engine_over):
    engine = engine_over(pack=TYRANT)
    assert words_found(engine, "My boss is a tyrant. Long day.") == ["boss is a tyrant"]
    for quiet in ("My boss is a tyrant who purrs", "My boss is a tyrant. She purrs.", "Paws!\n\nMy boss is a tyrant."):
        assert words_found(engine, quiet) == []
    assert words_found(engine, "My boss is a tyrant. She purls.") == ["boss is a tyrant"]


def test_a_finding_across_a_line_break_is_silenced_as_well(engine_over):
    engine = engine_over(pack=TYRANT)
    assert words_found(engine, "My boss\nis a tyrant") == ["boss\nis a tyrant"]
    assert words_found(engine, "My boss\nis a tyrant. She purrs") == []


def test_a_cue_a_long_way_down_the_draft_silences_what_stands_at_its_top(engine_over):
    engine = engine_over(pack=TYRANT)
    filling = "Another plain line about the weather today.\n" * 200
    assert words_found(engine, f"My boss is a tyrant.\n{filling}") == ["boss is a tyrant"]
    assert words_found(engine, f"My boss\nis a tyrant.\n{filling}She purrs.") == []


def test_a_rule_may_need_one_cue_and_yield_to_another(engine_over):
    more = 'needs = ["work"]\nscope = "draft"\nsilenced_by = ["cat"]'
    work = '[[cue]]\nid = "work"\nphrases = ["shift"]\n'
    engine = engine_over(pack=rule("so tired", more=more) + CAT + work)
    assert words_found(engine, "So tired.") == []
    assert words_found(engine, "So tired. Night shift.") == ["So tired"]
    assert words_found(engine, "So tired. Night shift. Nobody purrs.") == []


def test_rules_take_over_what_silences_their_risk_unless_they_say_otherwise(engine_over):
    risk = (
        '[[risk]]\nid = "tone.heated"\ntitle = "t"\nmessage = "m"\nwhy = "w"\nguideline = "B3"\nminds = ["boss"]\n'
        'instead = ["i"]\nthreshold = 2\nsilenced_by = ["cat"]\n'
    )
    heated = rule("bad day", name="tone.heated.one") + rule("bad week", name="tone.heated.two", more="silenced_by = []")
    weak = '[[cue]]\nid = "sigh"\nrisk = "tone.heated"\nweight = 2\nphrases = ["sigh"]\n'
    engine = engine_over(risks=risk, pack=heated + CAT + weak)
    assert words_found(engine, "Bad day. Paws.") == []
    assert words_found(engine, "Bad week. Paws.") == ["Bad week"]
    assert words_found(engine, "Sigh.") == ["Sigh"]
    assert words_found(engine, "Sigh. Paws.") == []


def test_an_explanation_names_the_cue_in_the_same_sentence_and_elsewhere(engine_over):
    engine = engine_over(pack=TYRANT)
    for text in ("My boss is a tyrant who purrs", "My boss is a tyrant. He purrs."):
        (tried,) = engine.explain(text, PERSONAL).stood()
        assert (tried.outcome, tried.because) == (Outcome.EXCEPTED, "cat")


def test_a_mistake_in_a_cue_is_told_once_and_an_unknown_cue_by_name(write_packs):
    _, problems = read_packs(write_packs(pack=TYRANT, cues='[[cue]]\nid = "dog"\nphrases = ["(woof"]\n'))
    assert [(one.file, one.rule_id) for one in problems] == [("cues.toml", "dog")]
    _, problems = read_packs(write_packs(pack=rule("bad day", more='silenced_by = ["hen"]'), cues=CAT))
    assert [(one.field, one.problem) for one in problems] == [("silenced_by", 'there is no cue "hen"')]


@pytest.mark.parametrize(
    "text",
    [
        "My boss is a tyrant. Six pounds, ginger.",
        "My manager is useless. She is a cat.",
        "My boss is a muppet. Two years old, the potty is next.",
        "My boss is a muppet. The dungeon master says we fight him next week.",
        "My manager is a lying snake. Act two is where she meets the heroine.",
        "Feeling hungover today. Too much lemonade, I am sober since May.",
    ],
)
def test_what_turns_out_to_be_a_pet_a_child_a_game_or_a_play_is_left_alone(text):
    engine = Engine(packs_to_review_with())
    before = text.partition(". ")[0]
    assert engine.review(before, PERSONAL).findings
    assert engine.review(text, PERSONAL).findings == ()
