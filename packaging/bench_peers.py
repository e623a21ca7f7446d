"""How long the review takes for posts, beside other checkers that people could pick, in one run on the same posts.

``python packaging/bench_peers.py --peers PYTHON`` names the environment that has them. Every post is met for the first
time and asked about by itself, as while somebody writes; times are of the processor, rounds take turns.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.checks.engine import Engine
from app.checks.rulepack import load_packs
from app.model.persona import Side
from app.model.policy import default_policy
from peers import HOW_TO_GET_THEM, PEERS, ask, not_installed
from refusal import Refusal

_ROUNDS = 3
_MOST_POSTS = 1_500


def run() -> int:
    """Print microseconds a post, and how many times as long as we each peer takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, metavar="PYTHON", help="the Python of the environment that has the peers")
    python = parser.parse_args().peers
    if python is None:
        print(HOW_TO_GET_THEM)
        return 0
    try:
        _compare(python)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 69
    return 0


def _compare(python: Path) -> None:
    packs = load_packs()
    posts = [example.text for rule in packs.rules for example in (*rule.quiet, *rule.fires)][:_MOST_POSTS]
    there = [peer for peer in PEERS if ask(python, peer, posts[:1]) is not None]
    ours: list[float] = []
    theirs: dict[str, list[float]] = {peer: [] for peer in there}
    for _ in range(_ROUNDS):
        ours.append(_seconds(Engine(packs), posts))
        for peer in there:
            answers = ask(python, peer, posts)
            theirs[peer] += [answers.seconds] if answers else []
    each = 1e6 / len(posts)
    print(f"{len(posts)} posts of {round(sum(map(len, posts)) / len(posts))} characters, each met for the first time")
    print(f"{'twofold, all 29 risks':32} {median(ours) * each:9.1f} microseconds a post")
    for peer, seconds in theirs.items():
        ratio = median(seconds) / median(ours)
        print(f"{peer:32} {median(seconds) * each:9.1f} microseconds a post, {ratio:.1f} times as long")
    if absent := [peer for peer in PEERS if peer not in there]:
        print(not_installed(absent, python))


def _seconds(engine: Engine, posts: Sequence[str]) -> float:
    """Return how long *engine* takes; it is warmed up with posts of its own, as the peers are."""
    policy = default_policy(Side.PERSONAL)
    engine.review("the bus was late again", policy)
    begun = time.process_time()
    for post in posts:
        engine.review(post, policy)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(run())
