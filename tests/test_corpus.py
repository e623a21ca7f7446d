"""Our own labelled posts are well formed, and the blind ones are as they were before any rule was made for them."""

import tomllib
from hashlib import sha256

import pytest

from app.model.finding import Risk
from app.model.persona import Side
from tests.test_tools import ROOT

CORPORA = sorted((ROOT / "tests" / "corpus").glob("*.toml"))
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


def test_the_blind_posts_were_never_edited():
    kept, _, name = (
        (ROOT / "tests" / "reference" / "blind_corpus.txt").read_text(encoding="utf-8").strip().partition("  ")
    )
    assert sha256((ROOT / name).read_bytes()).hexdigest() == kept
    assert len(tomllib.loads((ROOT / name).read_text(encoding="utf-8"))["post"]) >= 200
