"""Teach the second reader: ``make reader``, or one round of it with ``--from`` the weights of the round before."""

import argparse
import json
import random
import sys
from pathlib import Path

import numpy
import torch

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(HERE)]

from encoder import Reader  # noqa: E402
from posts import LabelledPost, Lesson, labelled_posts, lesson, rows  # noqa: E402
from teaching import Recipe, teach  # noqa: E402

from app.model.persona import Side  # noqa: E402
from app.reader.word_pieces import WordPieces  # noqa: E402

LONGEST = 384


def main() -> None:
    """Teach, and keep the weights after each epoch."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sets", type=Path, required=True)
    asked.add_argument("--base", type=Path, required=True)
    asked.add_argument("--vocabulary", type=Path, required=True)
    asked.add_argument("--from", dest="begun", type=Path)
    asked.add_argument("--posts", type=Path, action="append", default=[])
    asked.add_argument("--public", type=Path)
    asked.add_argument("--epochs", type=int, default=6)
    asked.add_argument("--rate", type=float, default=1e-4)
    asked.add_argument("--ordinary", type=int, default=1500)
    asked.add_argument("--harmless-share", type=float, default=0.4)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--out", type=Path, required=True)
    chosen = asked.parse_args()
    torch.set_num_threads(2)
    cutter = WordPieces(json.loads(chosen.vocabulary.read_text())["model"]["vocab"])
    taught = [post for path in chosen.posts for post in labelled_posts(path) if role(post) == "teach"]
    real = [post for post in labelled_posts(chosen.sets / "real_labelled.jsonl.gz") if role(post, 3) == "teach"]
    fixed = [lesson(post, cutter, LONGEST) for post in (*taught, *(post for post in real if post.labels))]
    harmless = [lesson(post, cutter, LONGEST) for post in real if not post.labels]
    ordinary = ordinary_posts(chosen.sets, cutter)
    print(len(fixed), "posts,", len(harmless), "harmless real posts,", len(ordinary), "ordinary ones", flush=True)

    def epoch(number: int) -> list[Lesson]:
        draw = random.Random(chosen.seed * 100 + number)
        return [
            *fixed,
            *draw.sample(harmless, int(len(harmless) * chosen.harmless_share)),
            *draw.sample(ordinary, min(len(ordinary), chosen.ordinary)),
        ]

    reader = Reader(29)
    if chosen.begun:
        reader.load_state_dict(torch.load(chosen.begun))
    else:
        reader.take_over(dict(numpy.load(chosen.base)))
    recipe = Recipe(epochs=chosen.epochs, rate=chosen.rate, seed=chosen.seed)
    teach(
        reader,
        epoch,
        recipe,
        say=lambda words: print(words, flush=True),
        keep=lambda each: torch.save(each.state_dict(), chosen.out),
    )


def role(post: LabelledPost, test_of: int = 8) -> str:
    """Return what a post is for: ``test`` (every so-manieth group), ``choose`` thresholds with, or ``teach``."""
    if post.falls_into(0, test_of):
        return "test"
    return "choose" if post.falls_into(5, 11) else "teach"


def ordinary_posts(sets: Path, cutter: WordPieces) -> list[Lesson]:
    """Return public posts in which a weak model found nothing, as lessons of half weight."""
    draw = random.Random(7)
    sides = (Side.PERSONAL, Side.PERSONAL, Side.PROFESSIONAL)
    found = [
        LabelledPost(str(row["id"]), str(row["text"]), draw.choice(sides))
        for row in rows(sets / "train" / "weak_topics.jsonl.gz")
        if row["label"] == ["weak:benign"]
    ]
    draw.shuffle(found)
    return [lesson(post, cutter, LONGEST, weight=0.5) for post in found[:8000]]


if __name__ == "__main__":
    main()
