"""What is in the resource about belonging, and how it is read."""

from importlib.resources import files

import pytest

from app.checks.belonging_cues import read_cues, shipped_cues
from app.checks.passage import Passage
from app.model.persona import Side

SOURCE = (files("resources") / "belonging" / "en.toml").read_text(encoding="utf-8")


def test_no_spelling_speaks_for_both_sides():
    scales, *cues = SOURCE.split("[[cue]]")
    backwards = read_cues("[[cue]]".join([scales, *reversed([f"{cue}\n" for cue in cues])]))
    sides = {spelling: side for spelling, (side, _, _) in backwards.spellings.items()}
    assert {spelling: side for spelling, (side, _, _) in shipped_cues().spellings.items()} == sides


def test_every_cue_is_lighter_than_the_gap_so_that_one_alone_never_asks():
    cues = shipped_cues()
    assert max(weight for _, weight, _ in cues.spellings.values()) < cues.scales.gap
    assert max(cues.scales.finding, cues.scales.handle, cues.scales.people, cues.scales.price) < cues.scales.gap


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our clients, our clients!", ["Our clients"]),
        ("A press release about the press", ["press release"]),
        ("We\u2019re hiring at the office", ["We\u2019re hiring", "office"]),
        ("my mum", ["my mum"]),
        ("my", []),
    ],
)
def test_the_longest_spelling_counts_once_where_it_stands_first(text, found):
    signs = list(shipped_cues().signs(Passage(text, may_hide=False)))
    assert [text[span.start : span.end] for span in (sign.find() for sign in signs)] == found
    assert {sign.side for sign in signs} <= set(Side)
