"""What the pieces of a line have for the checks in code adds up to what the line has."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.checks.hints import Hints, added, concern_code, hints_of, hints_of_run
from app.checks.lines import ends
from app.text.folding import fold

BITS = (
    "pin",
    "dot",
    "code",
    "pass",
    "one",
    "two",
    "street",
    "12",
    "I",
    "STOP",
    "@",
    "key",
    "é",
    "a",
    " ",
    ". ",
    "! ",
    ".'",
)
LINES = st.lists(st.sampled_from(BITS), min_size=1, max_size=30).map(" ".join)


def hints(text: str) -> Hints:
    folded, bits = fold(text), 0
    for run in folded.split():
        bits |= hints_of_run(run)
    return hints_of(text, folded, bits)


@given(LINES)
def test_a_line_has_what_its_pieces_have(line):
    cuts = [0, *ends(line)]
    pieces = [line[start:end] for start, end in pairwise(cuts)]
    assert added([hints(piece) for piece in pieces]) == hints(line)


def test_four_words_in_capitals_across_two_sentences_are_heard_together():
    line = "STOP LYING. TO ME"
    assert not hints("STOP LYING.").concern("STOP LYING.")
    assert added([hints("STOP LYING."), hints(" TO ME")]).concern(line)


def test_a_small_number_alone_concerns_no_check():
    assert not hints("we were 12 at dinner").concern("we were 12 at dinner")
    assert hints("we live at 12 high street").concern("we live at 12 high street")


@given(LINES)
def test_a_line_concerns_the_code_exactly_if_its_hints_do(line: str) -> None:
    folded, bits = fold(line), 0
    for run in folded.split():
        bits |= hints_of_run(run)
    assert concern_code(line, folded, bits) == hints_of(line, folded, bits).concern(line)
