"""A review of an edited draft is the review of its text, whatever the engine remembers of what stood there before."""

import random

import pytest

from app.checks.engine import Engine
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.conftest import rule
from tests.app.checks.shipped import packs_to_review_with

LINES = (
    "Ugh, another nightmare client today",
    "My boss",
    "is an idiot.",
    "We've just signed somebody huge, can't say who yet.",
    "My password is Blue-Kettle-42",
    "The beans made it through the frost.",
    "Book a call with me, our new range is out",
    "call me on 07700 900123",
    "",
    "away till Sunday, flat's empty",
    "I hate this place!",
    "Tea, bath, bed 🙂",
)


def edited(text: str, chance: random.Random) -> str:
    """The text after one edit somewhere: a key, a cut, a line or several put in."""
    place = chance.randrange(len(text) + 1)
    put_in = chance.choice(("a", " ", ".", "\n", "\n\n", chance.choice(LINES), "\n".join(chance.choices(LINES, k=5))))
    cut = chance.choice((0, 0, 1, 25))
    return text[:place] + put_in + text[place + cut :]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_remembered_never_changes_what_is_found(seed: int) -> None:
    chance = random.Random(seed)
    packs = packs_to_review_with()
    policy = default_policy(chance.choice(tuple(Side)))
    remembering = Engine(packs)
    text = "\n".join(chance.choices(LINES, k=chance.choice((4, 40, 300))))
    for step in range(24):
        text = edited(text, chance)
        report = remembering.review(text, policy)
        if step % 8 == 7:
            assert report == Engine(packs).review(text, policy)


def test_a_sentence_in_the_same_words_is_judged_anew_where_names_or_quotation_marks_stand_elsewhere(engine_over):
    named = rule("met <Name> at lunch", name="venting.customer.met")
    guarded = rule("awful client", name="venting.customer.awful", more='guards = ["quoted"]')
    texts = (
        "We met Zog at lunch.", "We met zog at lunch.", "we met Zog at Lunch.", "We met zog At Lunch.",
        'An awful client "or so" again.', 'An "awful client or so" again.', 'An "awful" client or "so again".',
        '"An awful client" or so again.',
    )  # fmt: skip
    remembering = engine_over(test=named + guarded)
    policy = default_policy(Side.PERSONAL)
    for text in (*texts, *reversed(texts), *texts):
        assert remembering.review(text, policy) == engine_over(test=named + guarded).review(text, policy)
    assert [len(remembering.review(text, policy).findings) for text in texts] == [1, 0, 1, 0, 1, 0, 1, 0]


@pytest.mark.parametrize(
    "text",
    ["You are an i.d.i.o.t today", "You i d i o t", "f   u   c   k this job", "u r a b1tch", "what a load of s.it"],
)
def test_letters_that_come_to_stand_apart_while_they_are_written_are_read_as_at_once(text: str) -> None:
    remembering = Engine(packs_to_review_with())
    policy = default_policy(Side.PERSONAL)
    for end in range(1, len(text) + 1):
        report = remembering.review(text[:end], policy)
        assert report == Engine(packs_to_review_with()).review(text[:end], policy)
        assert report.findings or end < len(text)
