"""Our own labelled posts are well formed, and the blind ones are as they were before any rule was made for them."""

import tomllib
from collections import Counter
from hashlib import sha256

import pytest

from app.model.finding import Risk
from app.model.persona import Side
from tests.test_tools import ROOT

CORPORA = sorted((ROOT / "tests" / "corpus").glob("*.toml"))
TUNED = ROOT / "tests" / "corpus" / "tuned.toml"
DIFFICULTIES = {"plain", "paraphrase", "obfuscated", "hard_negative", "context"}


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
def test_every_post_says_what_should_and_what_must_not_be_raised(path):
    posts = tomllib.loads(path.read_text(encoding="utf-8"))["post"]
    assert len({post["id"] for post in posts}) == len(posts)
    for post in posts:
        assert set(post["labels"]) | set(post.get("must_not", ())) <= set(Risk), post["id"]
        assert not set(post["labels"]) & set(post.get("must_not", ())), post["id"]
        assert post["persona"] in set(Side), post["id"]
        assert post["difficulty"] in DIFFICULTIES, post["id"]
        assert not (post["difficulty"] == "hard_negative" and post["labels"]), post["id"]


def test_careful_reviewers_differ_only_on_what_is_neither_asked_for_nor_forbidden():
    for post in tomllib.loads(TUNED.read_text(encoding="utf-8"))["post"]:
        optional = set(post.get("optional", ()))
        assert optional <= set(Risk), post["id"]
        assert not optional & (set(post["labels"]) | set(post.get("must_not", ()))), post["id"]


def test_the_posts_to_tune_on_show_every_risk_and_what_only_looks_like_it():
    posts = tomllib.loads(TUNED.read_text(encoding="utf-8"))["post"]
    raised = Counter(risk for post in posts for risk in post["labels"])
    forbidden = Counter(risk for post in posts if not post["labels"] for risk in post.get("must_not", ()))
    assert [risk.value for risk in Risk if raised[risk] < 8 or forbidden[risk] < 4] == []


def test_a_text_of_the_posts_to_tune_on_comes_twice_only_to_be_judged_for_both_sides():
    posts = tomllib.loads(TUNED.read_text(encoding="utf-8"))["post"]
    sides: dict[str, list[str]] = {}
    for post in posts:
        sides.setdefault(post["text"], []).append(post["persona"])
    for post in posts:
        expected = sorted(Side) if post["difficulty"] == "context" else [post["persona"]]
        assert sorted(sides[post["text"]]) == expected, post["id"]


def test_the_blind_posts_were_never_edited():
    kept, _, name = (
        (ROOT / "tests" / "reference" / "blind_corpus.txt").read_text(encoding="utf-8").strip().partition("  ")
    )
    assert sha256((ROOT / name).read_bytes()).hexdigest() == kept
    assert len(tomllib.loads((ROOT / name).read_text(encoding="utf-8"))["post"]) >= 200
