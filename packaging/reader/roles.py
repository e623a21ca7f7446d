"""Which posts are learnt from, which choose the bounds, and which are kept for the test."""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

from posts import LabelledPost, labelled_posts, public_posts

from app.model.persona import Side
from labelled_sets import rows

OWN_TEST, REAL_TEST = 8, 3
"""One group in so many is kept for the test: of our own posts, and of the public ones that were labelled before."""

_CHOOSE = 11


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the labelled posts lie; ``sets`` is the folder of public ones, which is no part of the project."""

    own: tuple[Path, ...]
    sets: Path
    public: Path

    @staticmethod
    def add_arguments(parser: argparse.ArgumentParser) -> None:
        """Let the command line say where."""
        here = Path(__file__).resolve().parent
        parser.add_argument("--own", type=Path, action="append", default=[])
        parser.add_argument("--sets", type=Path, required=True)
        parser.add_argument("--public", type=Path, default=here / "public_labels.jsonl")

    @classmethod
    def of(cls, chosen: argparse.Namespace) -> "Sources":
        """Return what the command line said."""
        own = chosen.own or [Path(__file__).resolve().parent / "posts"]
        return cls(tuple(each for path in own for each in files_in(path)), chosen.sets, chosen.public)

    def own_posts(self, wanted: str) -> list[LabelledPost]:
        """Return our own posts of this role."""
        return [post for path in self.own for post in labelled_posts(path) if role(post, OWN_TEST) == wanted]

    def real_posts(self, wanted: str) -> list[LabelledPost]:
        """Return the public posts of this role."""
        real = [p for p in labelled_posts(self.sets / "real_labelled.jsonl.gz") if role(p, REAL_TEST) == wanted]
        return real + [post for post in public_posts(self.public, self.sets) if role(post, 0) == wanted]

    def posts(self, wanted: str, *, harmless_share: float = 1.0, draw: int = 0) -> list[LabelledPost]:
        """Return all posts of this role, of the harmless public ones only a share."""
        real = self.real_posts(wanted)
        harmless = [post for post in real if not post.labels]
        drawn = random.Random(draw).sample(harmless, int(len(harmless) * harmless_share))
        return [*self.own_posts(wanted), *(post for post in real if post.labels), *drawn]

    def ordinary(self) -> list[LabelledPost]:
        """Return public posts in which a weak model found nothing."""
        draw = random.Random(7)
        sides = (Side.PERSONAL, Side.PERSONAL, Side.PROFESSIONAL)
        found = [
            LabelledPost(str(row["id"]), str(row["text"]), draw.choice(sides))
            for row in rows(self.sets / "train" / "weak_topics.jsonl.gz")
            if row["label"] == ["weak:benign"]
        ]
        draw.shuffle(found)
        return found


def files_in(path: Path) -> list[Path]:
    """Return the files of posts at *path*."""
    return sorted(path.glob("*.jsonl*")) if path.is_dir() else [path]


def role(post: LabelledPost, test_of: int) -> str:
    """Return what a post is for: ``test`` (one group in *test_of*, none for 0), ``choose`` or ``teach``."""
    if test_of and post.falls_into(0, test_of):
        return "test"
    return "choose" if post.falls_into(5, _CHOOSE) else "teach"
