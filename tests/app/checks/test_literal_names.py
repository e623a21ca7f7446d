"""Names in other scripts, with emoji or signs: found as they are written, and nothing else in their place."""

import pytest

from app.checks.engine import Engine
from app.model.persona import Side
from app.model.policy import Policy, TermKind, WatchTerm
from tests.app.checks.shipped import packs_to_review_with

TERMS = tuple(
    WatchTerm(name, kind=TermKind.ORGANISATION)
    for name in ("Ёлочка", "株式会社モミジ", "Plum \U0001f351", "Weißbach", "C++ Foundry", "Łąka", "\U0001f9ad")
)


@pytest.fixture(scope="module")
def watched():
    engine, policy = Engine(packs_to_review_with()), Policy(Side.PERSONAL, watch_terms=TERMS)

    def find(text: str) -> list[str]:
        findings = engine.review(text, policy).findings
        return [text[one.span.start : one.span.end] for one in findings if one.rule_id.endswith("watch-term")]

    return find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lunch at ЁЛОЧКА today", "ЁЛОЧКА"),
        ("thanks #ёло\u200bчка", "ёло\u200bчка"),
        ("昨日株式会社モミジと会った", "株式会社モミジ"),
        ("so happy for plum \U0001f351!", "plum \U0001f351"),
        ("at WEISSBACH again", "WEISSBACH"),
        ("c++ foundry signed", "c++ foundry"),
        ("łąka opens", "łąka"),
        ("\U0001f600\U0001f9ad\U0001f600", "\U0001f9ad"),
    ],
)
def test_a_name_is_found_whatever_its_script(watched, text, words):
    assert watched(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "одиннадцать ёлочками",
        "昨日会社の人と会った",
        "a ripe plum",
        "plums for c",
        "I learn C++",
        "мама дома",
        "łąkami",
    ],
)
def test_other_words_of_the_same_script_stay_quiet(watched, text):
    assert watched(text) == []


def test_none_of_many_names_with_one_beginning_is_seen_inside_a_longer_word():
    terms = tuple(WatchTerm("ё" * length) for length in range(2, 60))
    engine, policy = Engine(packs_to_review_with()), Policy(Side.PERSONAL, watch_terms=terms)
    assert engine.review("ё" * 20_000, policy).findings == ()
