"""Keep the posts of ours that were learnt from, with their meanings, so that the reader can show what it thought of."""

import argparse
import json
from pathlib import Path

import numpy
from posts import lesson
from roles import Sources

from app.reader.network import Network
from app.reader.word_pieces import WordPieces

_MOST_CHARACTERS = 320


def main() -> None:
    """Write ``taught.jsonl`` and ``taught.npy``: posts that carry a risk and fit into a dialog."""
    asked = argparse.ArgumentParser(description=__doc__)
    Sources.add_arguments(asked)
    asked.add_argument("folder", type=Path)
    chosen = asked.parse_args()
    cutter = WordPieces.of_lines((chosen.folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))
    network = Network(chosen.folder / "encoder.onnx")
    posts = [
        post for post in Sources.of(chosen).own_posts("teach") if post.labels and len(post.text) <= _MOST_CHARACTERS
    ]
    meanings = [network.answers(lesson(post, cutter).numbers).meaning for post in posts]
    numpy.save(chosen.folder / "taught.npy", numpy.asarray(meanings, numpy.float16))
    with (chosen.folder / "taught.jsonl").open("w", encoding="utf-8") as lines:
        for post in posts:
            kept = {"text": post.text, "persona": post.side.value, "labels": sorted(post.labels)}
            lines.write(json.dumps(kept, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
