"""Keep the posts of ours that were learnt from, with their meanings, so that the reader can show what it thought of."""

import argparse
import json
import sys
from pathlib import Path

import numpy

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE)]

from roles import Sources  # noqa: E402

from app.reader.network import Network  # noqa: E402
from app.reader.word_pieces import END, START, WordPieces  # noqa: E402

_LONGEST = 380
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
    meanings = []
    for post in posts:
        head = [cutter.number(START), cutter.number(post.side.value), cutter.number(END)]
        pieces = [piece.number for piece in cutter.pieces(post.text)[:_LONGEST]]
        meanings.append(network.answers([*head, *pieces, cutter.number(END)]).meaning)
    numpy.save(chosen.folder / "taught.npy", numpy.asarray(meanings, numpy.float16))
    with (chosen.folder / "taught.jsonl").open("w", encoding="utf-8") as lines:
        for post in posts:
            kept = {"text": post.text, "persona": post.side.value, "labels": sorted(post.labels)}
            lines.write(json.dumps(kept, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
