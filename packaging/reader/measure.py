"""Measure rules alone, second reader alone, and both, on posts that nothing was learnt from.

``--keep`` writes the table to ``tests/reference/reader.txt``.
"""

import argparse
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from posts import LabelledPost, labelled_posts
from roles import Sources

from app.model.finding import Finding, Report
from app.model.persona import Side
from app.model.policy import default_policy
from app.reader.loading import load_reader
from app.reader.second_reader import SecondReader
from app.studio.joined_review import Joining
from app.studio.reviewing import review_text, shipped_engine
from labelled_sets import rows
from peers import HOW_TO_GET_THEM, PROFANITY_CHECKERS, ask
from scoring import Judged, Post, category, counts, quiet

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / "tests" / "reference" / "reader.txt"
WAYS = ("rules", "reader", "both")
_ORDINARY = 3_000
_LONG = 300
_WARN = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """One post and what each way of reading finds in it."""

    post: LabelledPost
    findings: dict[str, tuple[Finding, ...]]

    def judged(self, way: str) -> Judged:
        """Return what *way* raised, for the scorer."""
        post = self.post
        raised: dict[str, int] = {}
        for finding in self.findings[way]:
            raised[finding.risk.value] = max(raised.get(finding.risk.value, 0), int(finding.severity))
        scored = Post(
            post.id, post.text, post.labels, post.side.value, post.must_not, post.undecided, post.difficulty, post.tags
        )
        return Judged(scored, raised)


class Ways:
    """Reads posts in every way."""

    def __init__(self, reader: SecondReader) -> None:
        self._reader = reader
        engine = shipped_engine()
        self._policies = {side: default_policy(side) for side in Side}
        self._joining = {
            side: Joining(engine.risks, policy, engine.knowing_rules) for side, policy in self._policies.items()
        }

    def seen(self, post: LabelledPost) -> Seen:
        """Return what each way finds."""
        report = review_text(post.text, self._policies[post.side])
        reading = self._reader.read(post.text, post.side)
        alone = self._joining[post.side].joined(Report(post.text), reading)
        both = self._joining[post.side].joined(report, reading)
        return Seen(post, {"rules": report.findings, "reader": alone.findings, "both": both.findings})


def agreement(judged: Iterable[Judged]) -> float:
    """Return F1 of the categories, lenient."""
    pooled = counts(judged, category, lenient=True)
    return 2 * pooled.right / max(1, 2 * pooled.right + pooled.wrong + pooled.missed)


def of(seen: Iterable[Seen], way: str, wanted: Callable[[LabelledPost], bool] = lambda _: True) -> list[Judged]:
    """Return those posts that are *wanted* as *way* judges them."""
    return [each.judged(way) for each in seen if wanted(each.post)]


def flagged(judged: list[Judged], without: frozenset[str] = frozenset()) -> float:
    """Return the share of posts with a warning or worse about anything but *without*."""
    return sum(any(risk not in without for risk in each.risks(_WARN)) for each in judged) / max(1, len(judged))


def pointing(seen: Iterable[Seen], shortest: int) -> float:
    """Return how many of the reader's right findings point at words that carry the risk."""
    hits = total = 0
    for each in seen:
        if each.post.evidence is None or len(each.post.text) < shortest:
            continue
        for finding in each.findings["reader"]:
            stretches = [
                (at, at + len(words))
                for words in each.post.evidence.get(finding.risk.value, ())
                if (at := each.post.text.find(words)) >= 0
            ]
            if stretches:
                total += 1
                hits += any(finding.span.start < end and finding.span.end > start for start, end in stretches)
    return hits / max(1, total)


def is_clean(post: LabelledPost) -> bool:
    """Return whether nothing should be raised."""
    return not post.labels


def is_hard(post: LabelledPost) -> bool:
    """Return whether it is harmless but looks risky."""
    return not post.labels and post.difficulty == "hard_negative"


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    Sources.add_arguments(asked)
    asked.add_argument("--folder", type=Path, default=ROOT / "resources" / "reader")
    asked.add_argument("--keep", action="store_true")
    asked.add_argument("--peers", type=Path, metavar="PYTHON", help=HOW_TO_GET_THEM)
    chosen = asked.parse_args()
    sources = Sources.of(chosen)
    reader = load_reader(chosen.folder)
    ways = Ways(reader)
    own = [ways.seen(post) for post in sources.own_posts("test")]
    real = [ways.seen(p) for p in sources.real_posts("test")]
    dev = [ways.seen(post) for post in labelled_posts(chosen.sets / "authored_dev.jsonl.gz")]
    benign, tweets = (
        [ways.seen(post) for post in ordinary(chosen.sets / "dev" / f"{name}.jsonl.gz")]
        for name in ("benign_background", "ordinary_tweets")
    )
    politics = frozenset({"polarizing.politics"})
    lines = [
        f"{'':58}{'rules':>8}{'reader':>8}{'both':>8}{'must':>8}",
        *_row(f"own posts held back ({len(own)}): category F1", lambda way: agreement(of(own, way)), 0.80),
        *_row("  precision", lambda way: counts(of(own, way), category, lenient=True).precision),
        *_row("  recall", lambda way: counts(of(own, way), category, lenient=True).recall),
        *_row(
            "  ordinary clean posts quiet", lambda w: quiet(of(own, w, lambda p: is_clean(p) and not is_hard(p))), 0.97
        ),
        *_row("  hard negatives quiet", lambda way: quiet(of(own, way, is_hard)), 0.90),
        *(
            line
            for kind, must in (("paraphrase", 0.65), ("plain", None), ("obfuscated", None), ("context", None))
            for line in _row(
                f"  recall, {kind}",
                lambda way, kind=kind: (
                    counts(of(own, way, lambda p: p.difficulty == kind), category, lenient=True).recall
                ),
                must,
            )
        ),
        *_row(f"real posts held back ({len(real)}): category F1", lambda way: agreement(of(real, way)), 0.70),
        *_row("  precision", lambda way: counts(of(real, way), category, lenient=True).precision),
        *_row("  recall", lambda way: counts(of(real, way), category, lenient=True).recall),
        *_row(
            "  sampled at random, clean ones quiet",
            lambda way: quiet(of(real, way, lambda p: is_clean(p) and "random" in p.tags)),
            0.97,
        ),
        *_row(f"authored_dev ({len(dev)}): category F1", lambda way: agreement(of(dev, way)), 0.80),
        *_row("  clean posts quiet", lambda way: quiet(of(dev, way, is_clean))),
        *_row("  hard negatives quiet", lambda way: quiet(of(dev, way, is_hard))),
        *_row(f"benign_background ({len(benign)}): warn or above", lambda way: flagged(of(benign, way)), 0.02),
        *_row(
            f"ordinary_tweets ({len(tweets)}): warn or above, no politics",
            lambda way: flagged(of(tweets, way), politics),
            0.06,
        ),
        (
            f"pointed words meet the evidence: {pointing(own + real, 0):.3f} (0.95), posts over {_LONG} characters "
            f"{pointing(own + real, _LONG):.3f} (0.85)"
        ),
    ]
    if chosen.peers is not None:
        lines += side_by_side(own, real, chosen.peers)
    table = "\n".join(lines) + "\n"
    print(table)
    if chosen.keep:
        KEPT.write_text(table, encoding="utf-8")


def side_by_side(own: list[Seen], real: list[Seen], python: Path) -> list[str]:
    """Return how many of a hundred risky and of a hundred harmless posts each way questions, and other checkers."""
    parts = {
        "own, risky": [each for each in own if each.post.labels],
        "own, harmless": [each for each in own if not each.post.labels],
        "real, risky": [each for each in real if each.post.labels],
        "real at random, harmless": [each for each in real if not each.post.labels and "random" in each.post.tags],
    }
    lines = ["", f"{'of 100 posts, questioned':28}{''.join(f'{name:>26}' for name in parts)}"]
    for way in WAYS:
        shares = [1 - quiet(each.judged(way) for each in part) for part in parts.values()]
        lines.append(f"{way:28}{''.join(f'{100 * share:26.1f}' for share in shares)}")
    for peer in PROFANITY_CHECKERS:
        answers = [ask(python, peer, [each.post.text for each in part]) for part in parts.values()]
        shares = [sum(each.flagged) / len(each.flagged) for each in answers if each is not None]
        lines.append(f"{peer:28}{''.join(f'{100 * share:26.1f}' for share in shares) or '  not installed'}")
    return lines


def _row(name: str, value: Callable[[str], float], must: float | None = None) -> list[str]:
    cells = "".join(f"{value(way):8.3f}" for way in WAYS)
    return [f"{name:58}{cells}{'' if must is None else f'{must:8.2f}'}"]


def ordinary(path: Path) -> list[LabelledPost]:
    """Return some posts of a public set in which nothing should be raised."""
    drawn = random.Random(3).sample(list(rows(path)), _ORDINARY)
    return [LabelledPost(str(row["id"]), str(row["text"]), Side.PERSONAL) for row in drawn]


if __name__ == "__main__":
    main()
