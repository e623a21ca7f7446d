"""Teach the encoder: half of a published one, our posts, public posts labelled by reading, and ordinary ones."""

import argparse
import json
import random
from pathlib import Path

import numpy
import torch
from encoder import Reader
from posts import RISKS, Lesson, lesson
from roles import Sources
from teaching import Recipe, teach

from app.reader.word_pieces import WordPieces

_HARMLESS_SHARE = 0.4
_ORDINARY = 1_500
_ORDINARY_WEIGHT = 0.5


def main() -> None:
    """Teach, and keep the weights after each epoch."""
    asked = argparse.ArgumentParser(description=__doc__)
    Sources.add_arguments(asked)
    asked.add_argument(
        "--base", type=Path, required=True, help="weights of the published encoder, or of a round before"
    )
    asked.add_argument("--vocabulary", type=Path, required=True, help="the encoder's tokenizer.json")
    asked.add_argument("--epochs", type=int, default=Recipe.epochs)
    asked.add_argument("--rate", type=float, default=Recipe.rate)
    asked.add_argument("--seed", type=int, default=Recipe.seed)
    asked.add_argument("out", type=Path)
    chosen = asked.parse_args()
    torch.set_num_threads(2)
    sources = Sources.of(chosen)
    cutter = WordPieces(json.loads(chosen.vocabulary.read_text())["model"]["vocab"])
    ordinary = [lesson(post, cutter, _ORDINARY_WEIGHT) for post in sources.ordinary()]

    def epoch(number: int) -> list[Lesson]:
        draw = chosen.seed * 100 + number
        posts = sources.posts("teach", harmless_share=_HARMLESS_SHARE, draw=draw)
        print(len(posts), "posts to learn from", flush=True)
        lessons = [lesson(post, cutter) for post in posts]
        return lessons + random.Random(draw).sample(ordinary, _ORDINARY)

    reader = Reader(len(RISKS))
    held = dict(numpy.load(chosen.base))
    if "post_head.weight" in held:
        reader.load_state_dict({name: torch.from_numpy(values) for name, values in held.items()})
    else:
        reader.take_over(held)
    teach(
        reader,
        epoch,
        Recipe(epochs=chosen.epochs, rate=chosen.rate, seed=chosen.seed),
        say=lambda words: print(words, flush=True),
        keep=lambda each: numpy.savez(chosen.out, **{n: v.detach().numpy() for n, v in each.state_dict().items()}),
    )


if __name__ == "__main__":
    main()
