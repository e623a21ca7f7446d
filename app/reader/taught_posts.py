"""The posts that the second reader was taught with, so that it can show what a draft reminds it of."""

import io
import json

import numpy

from app.model.finding import Risk
from app.model.persona import Side
from app.reader.network import Numbers
from app.reader.reading import TaughtPost


class TaughtPosts:
    """Posts of ours with their meanings; *posts* holds one JSON object a line, *meanings* as many rows."""

    def __init__(self, posts: bytes, meanings: bytes) -> None:
        self._rows = posts.decode().splitlines()
        self._meanings = numpy.load(io.BytesIO(meanings), allow_pickle=False)
        if len(self._rows) != len(self._meanings):
            raise ValueError(f"{len(self._rows)} posts, {len(self._meanings)} meanings")
        self._risks = [json.loads(row)["labels"] for row in self._rows]

    def nearest(self, meaning: Numbers, risk: Risk, most: int) -> tuple[TaughtPost, ...]:
        """Return the posts taught for *risk* whose meaning is nearest to *meaning*, the nearest first."""
        carrying = [number for number, risks in enumerate(self._risks) if risk.value in risks]
        if not carrying:
            return ()
        likeness = self._meanings[carrying].astype(numpy.float32) @ meaning
        found = [self._post(carrying[place]) for place in numpy.argsort(-likeness)]
        chosen: list[TaughtPost] = []
        for post in found:
            if all(post.text != other.text for other in chosen):  # half of a pair for the other account
                chosen.append(post)
            if len(chosen) == most:
                break
        return tuple(chosen)

    def _post(self, number: int) -> TaughtPost:
        row = json.loads(self._rows[number])
        return TaughtPost(row["text"], Side(row["persona"]), frozenset(Risk(label) for label in row["labels"]))
