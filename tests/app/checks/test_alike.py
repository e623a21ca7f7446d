"""Lines that are alike are worked out once, and each of them still comes to what it would by itself."""

from collections.abc import Callable, Sequence

import pytest

from app.checks.engine import Engine
from app.model.finding import Finding
from app.model.persona import Side
from app.model.policy import Policy, WatchTerm, default_policy
from tests.app.checks.conftest import rule
from tests.app.checks.shipped import packs_to_review_with

SHAPES = (
    "My boss {}",
    "a {}",
    "milk, eggs, flour {}",
    "the florblegax number {} is here.",
    "Zorblat{} came by",
    "you are an idiot {}",
    "My password is {}",
    "call me on {}",
    "I am at {} High Street",
    "the gate code is {}",
    "sh1t {}x",
    "is an idiot, mark {}.",
    "an idiot {}!",
)
NUMBERS = ("1", "12", "4419", "44 19", "07700 900123", "8", "123456", "10", "57")
POLICIES = (
    default_policy(Side.PERSONAL),
    default_policy(Side.PROFESSIONAL),
    Policy(Side.PERSONAL, watch_terms=(WatchTerm("Zorblat12"), WatchTerm("eggs")), other_handles=("florblegax",)),
    Policy(Side.PERSONAL, watch_terms=(WatchTerm("57"), WatchTerm("C++"))),
)


def told(findings: Sequence[Finding], by: int = 0) -> list[tuple[str, int, int]]:
    return [(found.rule_id, found.span.start + by, found.span.end + by) for found in findings]


def told_alone(lines: Sequence[str], policy: Policy, between: int) -> list[tuple[str, int, int]]:
    """What each of *lines* comes to before an engine that has met no more than a few lines, of other shapes."""
    alone: list[tuple[str, int, int]] = []
    offset = 0
    for first in range(0, len(lines), 6):
        engine = Engine(packs_to_review_with())
        for line in lines[first : first + 6]:
            alone += told(engine.review(line, policy).findings, offset)
            offset += len(line) + between
    return alone


@pytest.mark.parametrize("policy", POLICIES)
def test_each_of_many_lines_comes_to_what_it_comes_to_by_itself(policy: Policy) -> None:
    lines = [shape.format(number) for number in NUMBERS for shape in SHAPES]
    report = Engine(packs_to_review_with()).review("\n\n".join(lines), policy)
    assert told(report.findings) == told_alone(lines, policy, between=2)


@pytest.mark.parametrize("policy", POLICIES)
def test_each_of_many_sentences_comes_to_what_it_comes_to_by_itself(policy: Policy) -> None:
    sentences = [f"{shape.format(number).rstrip('.!')}." for number in ("3", "4", "57") for shape in SHAPES[:6]]
    report = Engine(packs_to_review_with()).review(" ".join(sentences), policy)
    assert told(report.findings) == told_alone(sentences, policy, between=1)


def test_what_crosses_to_the_next_line_is_found_wherever_many_such_lines_stand() -> None:
    lines = [f"My boss {number}\nwalks {number}" for number in range(40)]
    lines[20] = "My boss\nis an idiot"
    text = "\n".join(lines)
    findings = Engine(packs_to_review_with()).review(text, default_policy(Side.PERSONAL)).findings
    assert {text[found.span.start : found.span.end] for found in findings} == {"My boss\nis an idiot"}


@pytest.mark.parametrize(
    ("line", "rule_id"),
    [
        ("call me on 07700 900123", "privacy.contact.phone"),
        ("gate code 4419", "privacy.credential.told"),
        ("florb 4111 1111 1111 1111", "privacy.credential.card"),
        ("ann@gmail.com", "privacy.contact.e-mail"),
        ("my password is Blue-Kettle-42", "privacy.credential.password"),
        ("YOU ABSOLUTE CLOWN, SHAME ON YOU", "tone.heated.shouting"),
    ],
)
def test_one_line_of_a_long_list_of_nothing_is_still_looked_at(line: str, rule_id: str) -> None:
    lines = [f"florb {number}" for number in range(501, 561)]
    lines[30] = line
    findings = Engine(packs_to_review_with()).review("\n".join(lines), default_policy(Side.PERSONAL)).findings
    assert rule_id in [found.rule_id for found in findings]


@pytest.mark.parametrize(("term", "line"), [("C++", "florb c++"), ("=)", "florb =)"), ("Zorblat", "at #ZorblatDay")])
def test_a_watched_name_is_found_in_a_long_list(term: str, line: str) -> None:
    lines = [f"florb {number}" for number in range(501, 521)]
    lines[17] = line
    policy = Policy(Side.PERSONAL, watch_terms=(WatchTerm(term),))
    text = "\n".join(lines)
    (found,) = Engine(packs_to_review_with()).review(text, policy).findings
    assert text[: found.span.end].splitlines()[-1] in line
    assert found.rule_id == "confidential.client.watch-term"


def test_words_that_nothing_knows_may_be_longer_in_another_line() -> None:
    lines = [f"well {word}, you are an idiot" for word in ("florb", "zorblaxian", "gleb", "florb")]
    expected = [line.index("you") for line in lines]
    findings = Engine(packs_to_review_with()).review("\n\n".join(lines), default_policy(Side.PERSONAL)).findings
    starts = [sum(map(len, lines[:at])) + 2 * at + start for at, start in enumerate(expected)]
    assert [found.span.start for found in findings] == starts


def test_a_number_that_a_rule_names_is_no_other_number(engine_over: Callable[..., Engine]) -> None:
    engine = engine_over(pack=rule("florb 24"))
    text = "\n\n".join(f"a florb {number}" for number in (22, 23, 24, 25))
    (found,) = engine.review(text, default_policy(Side.PERSONAL)).findings
    assert text[found.span.start : found.span.end] == "florb 24"
