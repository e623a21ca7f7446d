"""What keeps a rule quiet although its words are there."""

import pytest

from tests.app.checks.conftest import rule, words_found

SAID = [
    "He is an idiot",
    "There is no doubt that he is an idiot",
    "I said he is an idiot",
    'He is an "idiot"',
    "Not that it matters much to me. He is an idiot",
    "As if he is an idiot",
]
NOT_SAID = [
    "Nobody thinks he is an idiot",
    "He isn't an idiot",
    "I don't think he is an idiot",
    'She wrote "he is an idiot" on the board',
    "She told me he is an idiot",
    "“he is an idiot” is not how we talk",
    "If he is an idiot, I am too",
    "Imagine he is an idiot",
]


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_is_found(engine_over, text):
    engine = engine_over(pack=rule("he is ..1 (an|a) idiot"))
    assert len(words_found(engine, text)) == 1


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_denied_quoted_or_imagined_is_not(engine_over, text):
    engine = engine_over(pack=rule("he is ..1 (an|a) idiot"))
    assert words_found(engine, text) == []


@pytest.mark.parametrize("text", NOT_SAID)
def test_a_rule_without_guards_hears_everything(engine_over, text):
    engine = engine_over(pack=rule("he is ..1 (an|a) idiot", more="guards = []"))
    assert len(words_found(engine, text)) == 1


def test_a_form_that_denies_is_not_denied_by_its_own_words(engine_over):
    engine = engine_over(pack=rule("can't stand my boss"))
    assert words_found(engine, "I can’t stand my boss") == ["can’t stand my boss"]
