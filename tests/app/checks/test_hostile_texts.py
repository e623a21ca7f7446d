"""Texts made to hurt: the work grows with their length and no faster, and what is raised stays bounded."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from app.checks.engine import Engine
from app.checks.ranking import MOST_FINDINGS
from app.model.persona import Side
from app.model.policy import Policy, WatchTerm, default_policy
from tests.app.checks.shipped import packs_to_review_with

PATTERNS = {
    "one word": "a",
    "digits": "1234567890",
    "digits apart": "1 2 3 4 ",
    "at signs": "@",
    "addresses begun": "a@",
    "links begun": "a@a.",
    "letters apart": "f u c k ",
    "stars": "f**k s**t ",
    "leet words": "sh1t {}x ",
    "swearing": "fuck shit ",
    "nearly a rule": "my boss is such a ",
    "a rule again and again": "you are an idiot ",
    "emoji": "\U0001f600",
    "nothing to see": "\u200b",
    "hidden letters": "f\u200bu\u200bc\u200bk ",
    "another script": "привет мир ",
    "look-alikes": "\u0441\u043e\u0441\u043e \u0430 ",
    "quotation marks": '"',
    "open brackets": "(((",
    "dots": ". ",
    "links": "http://a.b/c ",
    "line breaks": "a {}\n",
    "drawn out": "sooooo{} ",
    "capitals": "WHY ME ",
    "keys": "api_key=a1b2c3d4e5f6{} ",
    "houses": "12 High Street ",
    "streets abroad": "via a a a 12 apt. a ",
    "addresses told": "address of a a a a lives at a a a ",
    "sign-ins": "curl -u a:b authorization: ",
    "phone numbers": "call 12 34 56 78 ",
    "passwords nearly said": "login is Abcdef! key safe, is 123 ",
    "wallets": "1A1zP1eP5QGefi2DMPTfTL5SLmv7Di{} ",
    "bidi": "\u202ea\u202c ",
}


def text_of(pattern: str, length: int) -> str:
    count = length // len(pattern) + 1
    return "".join(pattern.replace("{}", str(number)) for number in range(count))[:length]


@cache
def engine() -> Engine:
    return Engine(packs_to_review_with())


@contextmanager
def counting_calls() -> Iterator[list[int]]:
    """Count the Python functions that are entered; unlike seconds, the number is the same on every machine."""
    calls = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        if event == "call":
            calls[0] += 1

    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def calls_for(pattern: str, length: int) -> int:
    text = text_of(pattern, length)
    fresh = Policy(Side.PERSONAL, works_with=f"people {pattern} {length}")
    with counting_calls() as calls:
        engine().review(text, fresh)
    return calls[0]


@pytest.mark.parametrize("name", PATTERNS)
def test_twice_the_text_is_at_most_about_twice_the_work(name):
    engine().review("warm up", default_policy(Side.PERSONAL))
    small, large = calls_for(PATTERNS[name], 6_000), calls_for(PATTERNS[name], 24_000)
    assert large <= 4 * small * 1.3 + 500


@pytest.mark.parametrize("name", ["swearing", "a rule again and again", "stars", "keys"])
def test_findings_are_bounded_by_the_length_of_the_text(name):
    text = text_of(PATTERNS[name], 12_000)
    findings = engine().review(text, default_policy(Side.PERSONAL)).findings
    assert 0 < len(findings) <= 3 * MOST_FINDINGS * (len(text) / 600 + 1)


@pytest.mark.parametrize("name", PATTERNS)
def test_every_finding_stands_inside_the_text(name):
    text = text_of(PATTERNS[name], 3_000)
    for found in engine().review(text, default_policy(Side.PERSONAL)).findings:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert found.evidence


def test_a_hostile_watch_term_is_a_literal_name_and_costs_no_more():
    terms = tuple(
        WatchTerm(term) for term in ("(a+)+$", ".*", "a" * 10_000, "\\", "💥", "\u200b", *map(str, range(2_000)))
    )
    policy = Policy(Side.PERSONAL, watch_terms=terms)
    with counting_calls() as calls:
        report = engine().review("a" * 5_000 + " (a+)+$ .* 💥 end", policy)
    assert calls[0] < 200_000
    assert len(report.findings) < 5
