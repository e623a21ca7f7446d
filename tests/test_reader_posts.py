"""The posts that the second reader is taught with say what they claim."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.model.finding import Risk
from app.model.persona import Side

_FILES = sorted((Path(__file__).parent.parent / "packaging" / "reader" / "posts").glob("*.jsonl"))
_RISKS = frozenset(risk.value for risk in Risk)
_DIFFICULTIES = frozenset(("plain", "paraphrase", "obfuscated", "hard_negative", "context"))


def _mistakes(post: dict[str, Any], seen: set[str]) -> list[str]:
    """Return what is wrong with one line."""
    labels = set(post["labels"])
    found = [f"unknown risk {each}" for each in (labels | set(post["must_not"]) | set(post["also_ok"])) - _RISKS]
    found += [f"{each} is a label and must not be" for each in labels & set(post["must_not"])]
    found += [f"words for {each}, which is no label" for each in set(post["evidence"]) - labels]
    found += [
        f"not in the text: {words}"
        for marked in post["evidence"].values()
        for words in ([marked] if isinstance(marked, str) else marked)
        if words not in post["text"]
    ]
    if post["persona"] not in tuple(Side):
        found.append(f"unknown side {post['persona']}")
    if post["difficulty"] not in _DIFFICULTIES:
        found.append(f"unknown difficulty {post['difficulty']}")
    if post["id"] in seen:
        found.append("this id was there before")
    seen.add(post["id"])
    return found


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_every_post_has_known_risks_and_the_words_that_carry_them(path: Path) -> None:
    seen: set[str] = set()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    mistakes = {row["id"]: found for row in rows if (found := _mistakes(row, seen))}
    assert rows
    assert mistakes == {}


def test_there_are_posts_to_be_taught_with() -> None:
    assert len(_FILES) >= 9
