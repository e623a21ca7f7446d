"""Watch terms and the other persona, however they are written."""

from functools import cache

import pytest

from app.checks.engine import Engine
from app.model.persona import Side
from app.model.policy import Policy, TermKind, WatchTerm
from tests.app.checks.shipped import packs_to_review_with

TERMS = (
    WatchTerm("Acme Foods", aliases=("Acme", "AF")),
    WatchTerm("Lantern", kind=TermKind.PROJECT),
    WatchTerm("Jo Marlowe", kind=TermKind.PERSON),
    WatchTerm("Olive", kind=TermKind.PERSON),
    WatchTerm("Reed & Daughters"),
    WatchTerm("O'Brien", kind=TermKind.PERSON),
    WatchTerm("D'Are", kind=TermKind.PERSON),
)
HANDLES = ("@ann_work", "linkedin.com/in/ann-marlowe", "Ann Marlowe Consulting", "@beets")


@cache
def engine() -> Engine:
    return Engine(packs_to_review_with())


def found(text: str, rule: str, policy: Policy) -> list[str]:
    findings = engine().review(text, policy).findings
    return [text[one.span.start : one.span.end] for one in findings if one.rule_id.endswith(rule)]


def watched(text: str) -> list[str]:
    return found(text, "watch-term", Policy(Side.PERSONAL, watch_terms=TERMS))


def linked(text: str) -> list[str]:
    return found(text, "other-persona", Policy(Side.PERSONAL, other_handles=HANDLES))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lunch with acme foods", "acme foods"),
        ("ACME was there", "ACME"),
        ("Acme's new office", "Acme"),
        ("the Acmes of this world", "Acmes"),
        ("so proud #AcmeFoods", "AcmeFoods"),
        ("thanks @acmefoods!", "acmefoods"),
        ("thanks @acme_foods_uk", "acme_foods"),
        ("see https://acme.example/news", "acme"),
        ("lunch with A c m e today", "A c m e"),
        ("lunch with Ac\u200bme today", "Ac\u200bme"),
        ("lunch with \u0410cme today", "\u0410cme"),
        ("soon: #AcmeFoodsLaunch", "AcmeFoods"),
        ("thanks @AcmeUK", "Acme"),
        ("so #AcmeIn2026 it is", "Acme"),
        ("AF signed", "AF"),
        ("a long call with AF.", "AF"),
        ("tired of AF and its deadlines", "AF"),
        ("working on Lantern again", "Lantern"),
        ("working on project lantern again", "lantern"),
        ("Lantern ships in May", "Lantern"),
        ("#lantern day", "lantern"),
        ("met jo marlowe", "jo marlowe"),
        ("see you at #acme2026", "acme"),
        ("Lantern kicks off on Monday", "Lantern"),
        ("the lantern deck is done", "lantern"),
        ("Olive asked for tea again", "Olive"),
        ("dinner with Olive", "Olive"),
        ("reed and daughters it is", "reed and daughters"),
        ("Reed & Daughters it is", "Reed & Daughters"),
        ("mr obrien rang", "obrien"),
        ("OBrien's van", "OBrien"),
        ("lunch with Ac*me today", "Ac*me"),
        ("lunch with Acm3 today", "Acm3"),
    ],
)
def test_a_watch_term_is_found(text, words):
    assert watched(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Acmeology is a word",
        "an acne cream",
        "#LanternFestival tonight",
        "#PacmeIsland and #AcmeologyNow",
        "tired af",
        "tired AF today",
        "that quiz was hard AF.",
        "we hung a lantern in the porch",
        "Lanterns in the porch, and rain",
        "she staffed the stall",
        "jo and marlowe",
        "Lantern festival tonight",
        "the lantern festival is on",
        "Olive oil and bread",
        "one olive in each glass",
        "see you at #acmeology2026",
        "how dare you",
        "obrienology and acme3000 and Acm4",
    ],
)
def test_what_only_resembles_a_watch_term_is_left_alone(text):
    assert watched(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my tie is on @ann_work", "ann_work"),
        ("find me as ann_work there", "ann_work"),
        ("@\u0430nn_work wears a suit", "\u0430nn_work"),
        ("https://www.linkedin.com/in/ann-marlowe", "linkedin.com/in/ann-marlowe"),
        ("ann marlowe consulting is me", "ann marlowe consulting"),
        ("@beets has the pictures", "beets"),
    ],
)
def test_the_other_persona_is_recognised(text, words):
    assert linked(text) == [words]


@pytest.mark.parametrize("text", ["I ate beets", "Ann came", "thanks @ann_worker", "ann, work is over"])
def test_somebody_else_is_not_the_other_persona(text):
    assert linked(text) == []


@pytest.mark.parametrize(
    ("handle", "text", "words"),
    [
        ("@ann@mastodon.example", "find me at @Ann@Mastodon.Example", "Ann@Mastodon.Example"),
        ("@ann@mastodon.example", "see https://mastodon.example/@ann", "ann"),
        ("@ann@mastodon.example", "see mastodon.example/@Ann please", "Ann"),
        ("ann_work.bsky.social", "over at Ann_Work.bsky.social", "Ann_Work"),
        ("ann_work.bsky.social", "bsky.app/profile/ann_work.bsky.social", "ann_work.bsky.social"),
        ("ann_work.bsky.social", "ask @ann_work", "ann_work"),
        ("linkedin.com/in/ann", "I am at LinkedIn.com/in/Ann", "LinkedIn.com/in/Ann"),
        ("HTTPS://WWW.LinkedIn.com/in/ann/?trk=share", "https://uk.linkedin.com/in/ann?trk=x", "linkedin.com/in/ann"),
        ("https://www.linkedin.com/in/ann-marlowe-7/", "tag @ann-marlowe-7 there", "ann-marlowe-7"),
        ("https://instagram.com/annswork", "pictures by @AnnsWork", "AnnsWork"),
        ("https://instagram.com/annswork", "insta: annswork", "annswork"),
        ("@ann", "ask @ann.", "ann"),
        ("@ann", "x.com/ann/status/2", "ann"),
    ],
)
def test_the_other_persona_is_recognised_in_every_form_of_its_handles_and_links(handle, text, words):
    assert found(text, "other-persona", Policy(Side.PERSONAL, other_handles=(handle,))) == [words]


@pytest.mark.parametrize(
    ("handle", "text"),
    [
        ("@ann", "thanks @ann_smith"),
        ("@ann", "thanks @ann-lee and @smith_ann"),
        ("@ann", "thanks @ann2026"),
        ("linkedin.com/in/ann", "see linkedin.com/in/ann-smith"),
        ("linkedin.com/in/ann", "ann is on it"),
        ("https://instagram.com/market", "off to the market"),
        ("https://facebook.com/profile.php?id=7", "see facebook.com/profile.php?id=8"),
        ("@small_garden", "our small garden has slugs"),
        ("ann.bsky.social", "thanks @ann"),
        ("@", "@ nine"),
        ("https://", "see https://example.org"),
    ],
)
def test_a_longer_handle_or_an_ordinary_word_is_somebody_elses(handle, text):
    assert found(text, "other-persona", Policy(Side.PERSONAL, other_handles=(handle,))) == []
