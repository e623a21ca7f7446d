"""Choose from which likelihood on each risk is raised, on posts not learnt from, and write the manifest.

What counts is what a person sees: rules and reader together.
"""

import argparse
import json
from hashlib import sha256
from pathlib import Path

import numpy
from posts import RISKS, LabelledPost, lesson
from roles import Sources

from app.model.persona import Side
from app.model.policy import default_policy
from app.reader.letters import Letters
from app.reader.network import Network
from app.reader.word_pieces import WordPieces
from app.studio.reviewing import review_text

CATEGORIES = tuple(dict.fromkeys(risk.partition(".")[0] for risk in RISKS))
_GRID = numpy.arange(0.06, 0.97, 0.02)
_QUIET = {"own": 0.975, "hard": 0.905, "real": 0.975}
"""Shares of harmless posts that must stay quiet: ordinary ones and hard negatives of ours, random public ones."""
_QUITE_RIGHT, _VERY_RIGHT = 0.80, 0.93
_RULED_OUT_MISSES = 0.01


def answers(folder: Path, posts: list[LabelledPost]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return the logits of encoder and letters, each posts x risks."""
    cutter = WordPieces.of_lines((folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n"))
    network = Network(folder / "encoder.onnx")
    letters = Letters((folder / "letters.npz").read_bytes())
    read, heard = [], []
    for post in posts:
        read.append(network.answers(lesson(post, cutter).numbers).post)
        heard.append(letters.logits(post.text, post.side.value))
    return numpy.array(read), numpy.array(heard)


def found_by_rules(posts: list[LabelledPost]) -> numpy.ndarray:
    """Return what the rules raise, posts x risks."""
    policies = {side: default_policy(side) for side in Side}
    reports = [review_text(post.text, policies[post.side]) for post in posts]
    return numpy.array([[any(f.risk == risk for f in report.findings) for risk in RISKS] for report in reports])


class Labels:
    """What should be raised, and what counts, as arrays of posts x risks."""

    def __init__(self, posts: list[LabelledPost]) -> None:
        self.rules = found_by_rules(posts)
        self.wanted = numpy.array([[risk in post.labels for risk in RISKS] for post in posts])
        self.counts = numpy.array([[risk not in post.undecided for risk in RISKS] for post in posts])
        clean = ~self.wanted.any(1)
        own = numpy.array([not post.tags for post in posts])
        random_real = numpy.array(["random" in post.tags for post in posts])
        hard = numpy.array([post.difficulty == "hard_negative" for post in posts])
        self.harmless = {"own": clean & own & ~hard, "hard": clean & own & hard, "real": clean & random_real}

    def quiet(self, raised: numpy.ndarray) -> dict[str, float]:
        """Return the share of each kind of harmless posts about which nothing is raised."""
        any_raised = ((self.rules | raised) & self.counts).any(1)
        return {kind: 1 - float(any_raised[rows].mean()) if rows.any() else 1.0 for kind, rows in self.harmless.items()}

    def agreement(self, raised: numpy.ndarray, column: int | None = None) -> float:
        """Return F1 over the categories of all risks, or of one risk."""
        together = (self.rules | raised) & self.counts
        if column is not None:
            return _f1(together[:, column], self.wanted[:, column])
        parts = [[place for place, risk in enumerate(RISKS) if risk.startswith(f"{name}.")] for name in CATEGORIES]
        return _f1(
            numpy.array([together[:, part].any(1) for part in parts]),
            numpy.array([self.wanted[:, part].any(1) for part in parts]),
        )


def _f1(raised: numpy.ndarray, wanted: numpy.ndarray) -> float:
    right = (raised & wanted).sum()
    return float(2 * right / max(1, raised.sum() + wanted.sum()))


def raised_from(likely: numpy.ndarray, labels: Labels) -> numpy.ndarray:
    """Return for each risk from where on it is raised: half-way between what is best for all and for it alone."""
    fine = []
    for bound in _GRID:
        raised = likely >= bound
        quiet = labels.quiet(raised)
        fine.append((all(quiet[kind] >= least for kind, least in _QUIET.items()), labels.agreement(raised), bound))
    shared = max(fine)[2]
    bounds = numpy.full(len(RISKS), shared)
    for column in range(len(RISKS)):
        near = [each for each in _GRID if shared * 0.6 <= each <= 1 - (1 - shared) * 0.6]
        scores = [labels.agreement(likely >= each, column) for each in near]
        best = [each for each, score in zip(near, scores, strict=True) if score >= max(scores) - 1e-9]
        bounds[column] = (shared + float(numpy.mean(best))) / 2
    while not all(labels.quiet(likely >= bounds)[kind] >= least for kind, least in _QUIET.items()):
        bounds = 1 - (1 - bounds) * 0.97
    return bounds


def logit(likely: numpy.ndarray) -> numpy.ndarray:
    """Return likelihoods as logits."""
    return numpy.log(likely / (1 - likely))


def margins(likely: numpy.ndarray, bounds: numpy.ndarray, labels: Labels) -> tuple[float, float, float]:
    """Return how far above its bound, in logits, a risk is quite and very surely there; how far below surely not."""
    above = logit(numpy.clip(likely, 1e-6, 1 - 1e-6)) - logit(bounds)
    counted = labels.counts & (above >= 0)
    order = numpy.argsort(-above[counted])
    right = numpy.cumsum(labels.wanted[counted][order]) / (1 + numpy.arange(order.size))
    ranked = above[counted][order]

    def least(wanted: float) -> float:
        enough = numpy.nonzero(right >= wanted)[0]
        return float(ranked[enough[-1]]) if enough.size else float(ranked[0])

    below = float(numpy.quantile(above[labels.wanted], _RULED_OUT_MISSES))
    return least(_QUITE_RIGHT), max(least(_VERY_RIGHT), least(_QUITE_RIGHT)), min(below, -1.0)


def main() -> None:
    """Try how much of the letters to mix in, choose the bounds and write ``reader.json``."""
    asked = argparse.ArgumentParser(description=__doc__)
    Sources.add_arguments(asked)
    asked.add_argument("folder", type=Path)
    chosen = asked.parse_args()
    posts = Sources.of(chosen).posts("choose")
    labels = Labels(posts)
    read, heard = answers(chosen.folder, posts)
    best = (0.0, 0.0, numpy.zeros(0), numpy.zeros(0))
    for share in (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 1.0):
        likely = 1 / (1 + numpy.exp(-((1 - share) * read + share * heard)))
        bounds = raised_from(likely, labels)
        raised = likely >= bounds
        score = labels.agreement(raised)
        quiet = {kind: round(value, 3) for kind, value in labels.quiet(raised).items()}
        print(f"letters {share:.1f}: F1 {score:.3f}, quiet {quiet}", flush=True)
        if score > best[0]:
            best = (score, share, likely, bounds)
    _, share, likely, bounds = best
    quite, very, out = margins(likely, bounds, labels)
    print(f"share of letters {share}, quite sure {quite:.2f}, very sure {very:.2f}, ruled out {out:.2f} (logits)")

    def moved(bound: float, by: float) -> float:
        return round(float(1 / (1 + numpy.exp(-(logit(numpy.asarray(bound)) + by)))), 4)

    names = ("encoder.onnx", "letters.npz", "taught.jsonl", "taught.npy", "vocabulary.txt")
    manifest = {
        "share_of_letters": share,
        "bounds": {
            risk: {
                "raised": round(float(bound), 4),
                "quite": moved(bound, quite),
                "very": moved(bound, very),
                "ruled_out": moved(bound, out),
            }
            for risk, bound in zip(RISKS, bounds, strict=True)
        },
        "files": {
            name: sha256((chosen.folder / name).read_bytes()).hexdigest()
            for name in names
            if (chosen.folder / name).exists()
        },
    }
    (chosen.folder / "reader.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
