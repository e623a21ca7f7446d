"""Score what the review says of labelled posts, by the conventions of the sets' own notes.

A post's *labels* should be raised, its *must_not* must not, and on its *optional* ids careful reviewers differ: a
strict score counts raising one as wrong, a lenient one ignores it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Post:
    """One labelled post; ``side`` is ``personal`` or ``professional``, ``tags`` are what else its set says of it."""

    id: str
    text: str
    labels: frozenset[str]
    side: str = "personal"
    must_not: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    difficulty: str = ""
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Judged:
    """A post and what was raised about it: the risks, each with its severity (1 note, 2 warn, 3 hold)."""

    post: Post
    raised: dict[str, int] = field(default_factory=dict)

    def risks(self, floor: int = 1, *, lenient: bool = False) -> frozenset[str]:
        """Return the risks raised at *floor* or above, without the optional ones in a lenient score."""
        found = frozenset(risk for risk, severity in self.raised.items() if severity >= floor)
        return found - self.post.optional if lenient else found


@dataclass(frozen=True, slots=True)
class Counts:
    """What was raised rightly, raised wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was raised that is right; 0 when nothing was."""
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what should be raised that was; 0 when nothing should be."""
        return share(self.right, self.right + self.missed)


def share(part: int, whole: int) -> float:
    """Return *part* of *whole* as a fraction, 0 of nothing."""
    return part / whole if whole else 0.0


def category(risk: str) -> str:
    """Return the part of an id before the dot."""
    return risk.partition(".")[0]


def itself(risk: str) -> str:
    """Return *risk*: the level of the ids themselves."""
    return risk


def counts(judged: Iterable[Judged], level: Callable[[str], str] = itself, *, lenient: bool = False) -> Counts:
    """Pool what was right, wrong and missed over all posts; repeats within a post on *level* count once."""
    right = wrong = missed = 0
    for each in judged:
        gold = {level(risk) for risk in each.post.labels}
        got = {level(risk) for risk in each.risks(lenient=lenient)}
        right += len(gold & got)
        wrong += len(got - gold)
        missed += len(gold - got)
    return Counts(right, wrong, missed)


def counts_by_risk(judged: Iterable[Judged], *, lenient: bool = False) -> dict[str, Counts]:
    """Return the counts of every id that was raised or should have been."""
    posts = list(judged)
    risks = sorted(frozenset().union(*(each.post.labels | each.risks(lenient=lenient) for each in posts)))
    return {risk: _counts_of(posts, risk, lenient=lenient) for risk in risks}


def quiet(judged: Iterable[Judged], floor: int = 1) -> float:
    """Return the share of posts about which nothing but optional ids was raised at *floor* or above."""
    posts = list(judged)
    return share(sum(not each.risks(floor, lenient=True) for each in posts), len(posts))


def violations(judged: Iterable[Judged]) -> float:
    """Return the share of posts with a list of what must not be raised on which one of it was."""
    posts = [each for each in judged if each.post.must_not]
    return share(sum(bool(each.risks() & each.post.must_not) for each in posts), len(posts))


def flagged(judged: Iterable[Judged], floor: int, concerns: Callable[[str], bool] = bool) -> float:
    """Return the share of posts with a risk that *concerns* us at *floor* or above."""
    posts = list(judged)
    return share(sum(any(map(concerns, each.risks(floor))) for each in posts), len(posts))


def _counts_of(posts: Iterable[Judged], risk: str, *, lenient: bool) -> Counts:
    right = wrong = missed = 0
    for each in posts:
        gold, got = risk in each.post.labels, risk in each.risks(lenient=lenient)
        right += gold and got
        wrong += got and not gold
        missed += gold and not got
    return Counts(right, wrong, missed)
