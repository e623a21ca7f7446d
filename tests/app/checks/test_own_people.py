"""What findings say speaks of the people the writer works with, in the writer's own word."""

import re
from collections.abc import Iterator

import pytest

from app.checks.rule import Wording
from app.checks.wording import filled
from tests.app.checks.shipped import packs_as_shipped

OTHER_PEOPLES_WORD = re.compile(r"\b(clients?|customers?|patients?|pupils?|guests?)\b", re.IGNORECASE)


def said(wording: Wording) -> tuple[str, ...]:
    return wording.message, wording.why, *wording.instead, *wording.fixes


def everything_said() -> Iterator[tuple[str, str]]:
    packs = packs_as_shipped()
    for rule in (*packs.rules, *packs.coded.values()):
        yield from ((rule.id, each) for each in said(rule.wording))
    for words in packs.risks.values():
        yield from ((words.risk, each) for each in (words.title, *said(words.wording)))


def test_no_rule_has_a_word_of_its_own_for_the_people_one_works_with() -> None:
    told = {(rule_id, filled(each, "tenants", "")) for rule_id, each in everything_said()}
    assert {each for each in told if OTHER_PEOPLES_WORD.search(each[1])} == set()
    assert any("tenant" in words for _, words in told)


@pytest.mark.parametrize(
    ("template", "works_with", "words"),
    [
        ("{customers} follow you.", "patients", "Patients follow you."),
        ("Boss and {customers} follow you.", "patients", "Boss and patients follow you."),
        ("A {customer} or deal", "employers", "An employer or deal"),
        ("Any {customer} may see it.", "families", "Any family may see it."),
    ],
)
def test_the_own_word_takes_its_number_its_article_and_its_capital(template: str, works_with: str, words: str) -> None:
    assert filled(template, works_with, "") == words
