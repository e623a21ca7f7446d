"""A line that was edited is cut as if nobody had met it before, and what the edit left alone is kept."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.checks.lines import ends
from app.checks.recutting import recut

BITS = (
    "a",
    "Mr",
    "no",
    "5",
    "e.g",
    "approx",
    " ",
    "  ",
    ". ",
    ".",
    "! ",
    "... ",
    "…",
    "。",
    "'",
    ")",
    '.) "',
    " So it was",
)
LINES = st.lists(st.sampled_from(BITS), min_size=1, max_size=40).map("".join)


def pieces_of(line: str) -> list[str]:
    cuts = [0, *ends(line)]
    return [line[start:end] for start, end in pairwise(cuts)]


@given(LINES, st.sampled_from(BITS), st.integers(0, 9), st.floats(0, 1))
def test_a_line_is_cut_again_as_it_would_be_from_scratch(line, put_in, taken_out, where):
    place = int(where * len(line))
    edited = line[:place] + put_in + line[place + taken_out :]
    before = pieces_of(line)
    front, middle, back = recut(edited, before)
    assert [*before[:front], *middle, *before[len(before) - back :]] == pieces_of(edited)


def test_only_the_sentence_that_was_edited_is_cut_again():
    line = "The beans made it. The frost was hard on them. We had soup for dinner. It was good soup."
    edited = line.replace("The frost", "The cold frost")
    assert recut(edited, pieces_of(line)) == (1, [" The cold frost was hard on them."], 2)


def test_a_stop_taken_out_joins_two_sentences():
    line = "The beans made it through. The frost was hard on them. We had soup for dinner."
    front, middle, _ = recut(line.replace("through.", "through"), pieces_of(line))
    assert (front, middle[0]) == (0, "The beans made it through The frost was hard on them.")
