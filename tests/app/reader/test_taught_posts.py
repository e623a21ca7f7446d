import io
import json

import numpy
import pytest

from app.model.finding import Risk
from app.model.persona import Side
from app.reader.reading import TaughtPost
from app.reader.taught_posts import TaughtPosts

LEAK = Risk.CONFIDENTIAL_CLIENT
ROWS = [
    ("near", "personal", [LEAK]),
    ("far", "personal", [LEAK]),
    ("near", "professional", [LEAK, Risk.TONE_HEATED]),
    ("nearest, of another risk", "personal", [Risk.TONE_HEATED]),
]
MEANINGS = numpy.array([[0.9, 0.1], [0.1, 0.9], [0.8, 0.2], [1.0, 0.0]], dtype=numpy.float16)


def taught(meanings: numpy.ndarray = MEANINGS) -> TaughtPosts:
    rows = [json.dumps({"text": text, "persona": side, "labels": risks}) for text, side, risks in ROWS]
    written = io.BytesIO()
    numpy.save(written, meanings)
    return TaughtPosts("\n".join(rows).encode(), written.getvalue())


def nearest(risk: Risk, most: int) -> list[str]:
    meaning = numpy.array([1.0, 0.0], dtype=numpy.float32)
    return [post.text for post in taught().nearest(meaning, risk, most)]


def test_the_nearest_of_the_same_risk_come_first_and_no_text_comes_twice() -> None:
    assert nearest(LEAK, 1) == ["near"]
    assert nearest(LEAK, 5) == ["near", "far"]
    assert nearest(Risk.CONDUCT_ILLEGAL, 2) == []


def test_a_post_comes_with_its_side_and_risks() -> None:
    meaning = numpy.array([0.0, 1.0], dtype=numpy.float32)
    (post,) = taught().nearest(meaning, LEAK, 1)
    assert post == TaughtPost("far", Side.PERSONAL, frozenset({LEAK}))


def test_files_that_do_not_belong_together_are_refused() -> None:
    with pytest.raises(ValueError, match="4 posts, 3 meanings"):
        taught(MEANINGS[:3])
