"""The labelled posts that the second reader is taught with and measured on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from app.model.finding import Risk
from app.model.persona import Side
from app.reader.windows import MOST_PIECES
from app.reader.word_pieces import BEFORE_TEXT, WordPieces
from labelled_sets import optional_in, rows

RISKS = tuple(risk.value for risk in Risk)


@dataclass(frozen=True, slots=True)
class LabelledPost:
    """A post, where it would go, and what a careful reader points out.

    ``evidence`` holds the words for each label, ``None`` where nobody marked any; ``undecided`` are risks on which
    careful readers differ, ``must_not`` those that a hasty one would raise. Posts of one ``group`` belong together.
    """

    id: str
    text: str
    side: Side
    labels: frozenset[str] = frozenset()
    evidence: Mapping[str, tuple[str, ...]] | None = None
    undecided: frozenset[str] = frozenset()
    must_not: frozenset[str] = frozenset()
    difficulty: str = ""
    group: str = ""
    tags: frozenset[str] = field(default_factory=frozenset)

    def falls_into(self, part: int, of: int) -> bool:
        """Return whether the post's group falls into the *part* of so many, always the same."""
        return int.from_bytes(sha256(self.group.encode()).digest()[:4], "big") % of == part


def labelled_posts(path: Path) -> tuple[LabelledPost, ...]:
    """Return the posts of a file with one JSON object a line, packed or not."""
    return tuple(_post(row) for row in rows(path))


def public_posts(labels: Path, sets: Path) -> tuple[LabelledPost, ...]:
    """Return the public posts that were labelled by reading; *labels* names them, their texts lie in *sets*."""
    named = {str(row["id"]): row for row in rows(labels)}
    found: list[LabelledPost] = []
    for path in (*sorted((sets / "train").glob("*.jsonl.gz")), sets / "speed" / "speed_posts.jsonl.gz"):
        for row in rows(path):
            label = named.pop(str(row["id"]), None)
            if label is not None:
                text = str(row["text"])
                marked = {
                    risk: [text[start:end] for start, end in places]
                    for risk, places in dict(label.get("evidence") or {}).items()
                }
                found.append(
                    _post({"persona": "personal", "source": row["source"], **label, "text": text, "evidence": marked})
                )
    return tuple(found)


def _post(row: Mapping[str, object]) -> LabelledPost:
    read = dict(row)
    pair = read.get("pair")
    evidence = read.get("evidence")
    return LabelledPost(
        id=str(read["id"]),
        text=str(read["text"]),
        side=Side(str(read["persona"])),
        labels=frozenset(_strings(read["labels"])),
        evidence=_evidence(evidence) if isinstance(evidence, Mapping) else None,
        undecided=frozenset(_strings(read.get("also_ok"))) | optional_in(str(read.get("note", ""))),
        must_not=frozenset(_strings(read.get("must_not"))),
        difficulty=str(read.get("difficulty", "")),
        group=f"{read.get('author', '')}:{pair}" if pair else " ".join(str(read["text"]).lower().split())[:60],
        tags=frozenset({str(read.get("sampled", "")), str(read.get("source", ""))} - {""}),
    )


def _evidence(marked: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {risk: (words,) if isinstance(words, str) else tuple(_strings(words)) for risk, words in marked.items()}


def _strings(values: object) -> tuple[str, ...]:
    return tuple(map(str, values)) if isinstance(values, Iterable) and not isinstance(values, str) else ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A post as the network takes it: numbers of pieces, the wanted answers, how much each counts.

    ``pieces`` holds for each risk that is labelled the places of the pieces that carry it; ``None`` where unknown.
    """

    post: LabelledPost
    numbers: tuple[int, ...]
    pieces: Mapping[int, tuple[int, ...]] | None
    weight: float = 1.0


def lesson(post: LabelledPost, cutter: WordPieces, weight: float = 1.0) -> Lesson:
    """Return *post* as the reader would be given it, no longer than one window."""
    cut = cutter.pieces(post.text)[:MOST_PIECES]
    places: dict[int, tuple[int, ...]] | None = None
    if post.evidence is not None:
        places = {}
        for risk, words in post.evidence.items():
            stretches = [(at, at + len(each)) for each in words if (at := post.text.find(each)) >= 0]
            places[RISKS.index(risk)] = tuple(
                BEFORE_TEXT + place
                for place, piece in enumerate(cut)
                if any(piece.span.start < end and piece.span.end > start for start, end in stretches)
            )
    return Lesson(post, tuple(cutter.post(post.side, cut)), places, weight)
