"""The review and other checkers side by side on the labelled sets of offence, over the same posts in one run."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from labelled_sets import public
from peers import PROFANITY_CHECKERS, ask, not_installed
from refusal import Refusal
from scoring import Judged, Post, share

_BALANCED = {"edos": "not_sexist", "surge": "not_offensive"}
_FOUND = ("davidson", "mlma", "swad", "toxic_spans")
_BACKGROUND = "benign_background"
_OURS = "twofold"

Flags = dict[str, tuple[bool, ...]]
"""Who flagged which posts, by name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure, for every checker by name."""

    name: str
    values: dict[str, float]
    more_is_better: bool = True

    @property
    def is_ahead(self) -> bool:
        """Whether ours is above all others or, where less is better, no higher than any."""
        ours = self.values[_OURS]
        others = [value for name, value in self.values.items() if name != _OURS]
        return all(ours > other for other in others) if self.more_is_better else all(ours <= other for other in others)


def print_side_by_side(dev: Path, python: Path, review: Callable[[Iterable[Post]], list[Judged]]) -> int:
    """Print a table of the sets in *dev* for us and the peers in the environment of *python*; 1 if we are behind."""
    there = [peer for peer in PROFANITY_CHECKERS if ask(python, peer, ["hello"]) is not None]
    absent = [peer for peer in PROFANITY_CHECKERS if peer not in there]
    if absent:
        print(not_installed(absent, python))
    if not there:
        raise Refusal("There is nobody to compare with.")
    print(f"{'':40} | " + " | ".join(f"{name:>20}" for name in (_OURS, *there)))
    are_ahead = True
    for row in _rows(dev, lambda posts: _flags(posts, there, python, review)):
        print(_line(row), flush=True)
        are_ahead = are_ahead and row.is_ahead
    return 0 if are_ahead else 1


def _rows(dev: Path, flags_of: Callable[[tuple[Post, ...]], Flags]) -> Iterator[Row]:
    for name, negative in _BALANCED.items():
        posts = public(dev / f"offensive_{name}.jsonl")
        found, spared = _rates(posts, flags_of, negative)
        yield Row(f"offensive_{name}: balanced accuracy", {who: (found[who] + 1 - spared[who]) / 2 for who in found})
    for name in _FOUND:
        posts = tuple(post for post in public(dev / f"offensive_{name}.jsonl") if _is_offensive(post))
        yield Row(f"offensive_{name}: found", _shares(flags_of(posts)))
    background = flags_of(public(dev / f"{_BACKGROUND}.jsonl.gz"))
    yield Row(f"{_BACKGROUND}: flagged", _shares(background), more_is_better=False)


def _rates(
    posts: tuple[Post, ...], flags_of: Callable[[tuple[Post, ...]], Flags], negative: str
) -> tuple[dict[str, float], dict[str, float]]:
    """Return how many of the offensive posts are flagged, and how many of those that are *negative*."""
    offensive = tuple(post for post in posts if "offensive" in post.tags)
    harmless = tuple(post for post in posts if negative in post.tags)
    return _shares(flags_of(offensive)), _shares(flags_of(harmless))


def _flags(
    posts: tuple[Post, ...], peers: list[str], python: Path, review: Callable[[Iterable[Post]], list[Judged]]
) -> Flags:
    flags: Flags = {_OURS: tuple(any(map(_is_offence, one.raised)) for one in review(posts))}
    for peer in peers:
        answers = ask(python, peer, [post.text for post in posts])
        if answers is not None:
            flags[peer] = answers.flagged
    return flags


def _shares(flags: Flags) -> dict[str, float]:
    return {who: share(sum(flagged), len(flagged)) for who, flagged in flags.items()}


def _is_offensive(post: Post) -> bool:
    return "offensive" in post.tags or any(map(_is_offence, post.tags))


def _is_offence(risk: str) -> bool:
    return risk.startswith("offensive.")


def _line(row: Row) -> str:
    values = " | ".join(f"{value:20.4f}" for value in row.values.values())
    return f"{row.name:40} | {values}{'' if row.is_ahead else '  behind'}"
