"""Teach the quick ear: a linear model over words, pairs of words and runs of letters, with weights of eight bits."""

import argparse
from collections import Counter
from math import log
from pathlib import Path

import numpy
from posts import RISKS, LabelledPost
from roles import Sources
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from app.reader.letters import features

_MOST = {"w": 24_000, "c": 36_000}
_LEAST_POSTS = 3
_STRENGTH = 10.0
_HARMLESS_SHARE = 0.5


def main() -> None:
    """Write ``letters.npz``."""
    asked = argparse.ArgumentParser(description=__doc__)
    Sources.add_arguments(asked)
    asked.add_argument("folder", type=Path)
    chosen = asked.parse_args()
    sources = Sources.of(chosen)
    posts = sources.posts("teach", harmless_share=_HARMLESS_SHARE)
    print(len(posts), "posts", flush=True)
    counted = [features(post.text, post.side.value) for post in posts]
    names: list[str] = []
    rarity: list[float] = []
    parts = []
    for kind, most in _MOST.items():
        known = Counter(name for each in counted for name in each[kind])
        kept = sorted(
            name for name, posts_with in known.most_common(most) if posts_with >= _LEAST_POSTS and "\n" not in name
        )
        rare = [log((1 + len(posts)) / (1 + known[name])) + 1 for name in kept]
        parts.append(_matrix([each[kind] for each in counted], kept, rare))
        names += [kind + name for name in kept]
        rarity += rare
    matrix = hstack(parts).tocsr()
    weights = numpy.zeros((len(names), len(RISKS)), numpy.float32)
    start = numpy.zeros(len(RISKS), numpy.float32)
    for column, risk in enumerate(RISKS):
        rows = [number for number, post in enumerate(posts) if risk not in post.undecided]
        wanted = numpy.array([risk in posts[number].labels for number in rows])
        model = LogisticRegression(C=_STRENGTH, class_weight="balanced", solver="liblinear", random_state=0)
        model.fit(matrix[rows], wanted, sample_weight=_counts([posts[number] for number in rows], risk))
        weights[:, column] = model.coef_[0]
        start[column] = model.intercept_[0]
        print(risk, int(wanted.sum()), flush=True)
    scale = numpy.abs(weights).max(0) / 127
    numpy.savez_compressed(
        chosen.folder / "letters.npz",
        names=numpy.frombuffer("\n".join(names).encode(), numpy.uint8),
        rarity=numpy.asarray(rarity, numpy.float16),
        weights=numpy.round(weights / scale).astype(numpy.int8),
        scale=scale.astype(numpy.float32),
        start=start,
    )


def _matrix(counts: list[dict[str, int]], names: list[str], rarity: list[float]) -> csr_matrix:
    """Return posts x features: how often, damped, times how rare, each row of length 1."""
    places = {name: place for place, name in enumerate(names)}
    rows, columns, values = [], [], []
    for number, each in enumerate(counts):
        known = [
            (places[name], (1 + log(count)) * rarity[places[name]]) for name, count in each.items() if name in places
        ]
        length = sum(value * value for _, value in known) ** 0.5 or 1.0
        rows += [number] * len(known)
        columns += [place for place, _ in known]
        values += [value / length for _, value in known]
    return csr_matrix((values, (rows, columns)), (len(counts), len(names)), numpy.float32)


def _counts(posts: list[LabelledPost], risk: str) -> numpy.ndarray:
    return numpy.array([2.0 if risk in post.must_not else 1.0 for post in posts])


if __name__ == "__main__":
    main()
