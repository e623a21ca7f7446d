"""Checkers that people could pick instead, in an environment of their own: never installed or fetched from here."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from peer_answers import NOT_INSTALLED
from refusal import Refusal

PROFANITY_CHECKERS = ("better-profanity", "alt-profanity-check")
PEERS = (*PROFANITY_CHECKERS, "proselint")
HOW_TO_GET_THEM = (
    "To compare with other checkers, make an environment for them, `python -m venv PEERS` and "
    f"`PEERS/bin/pip install {' '.join(PEERS)}`, and name its Python with --peers PEERS/bin/python."
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a checker said, in the order of the posts, and the processor's seconds that it took for all of them."""

    flagged: tuple[bool, ...]
    seconds: float


def ask(python: Path, peer: str, posts: Sequence[str]) -> Answers | None:
    """Return what *peer* in the environment of *python* says of *posts*; ``None`` where it is not installed."""
    command = [str(python), str(Path(__file__).with_name("peer_answers.py")), peer]
    try:
        done = subprocess.run(
            command, input=json.dumps(list(posts)), capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError as error:
        raise Refusal(f"{python} does not start. {HOW_TO_GET_THEM}") from error
    if done.returncode == NOT_INSTALLED:
        return None
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise Refusal(f"{peer} could not answer: {last}")
    said = json.loads(done.stdout)
    return Answers(tuple(answer == "1" for answer in said["answers"]), float(said["seconds"]))


def not_installed(peers: Sequence[str], python: Path) -> str:
    """Return the sentence about *peers* that the environment of *python* does not have."""
    return f"Not installed for {python}: {', '.join(peers)}. {python} -m pip install {' '.join(peers)} gets them."
