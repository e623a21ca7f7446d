from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.model.finding import Span
from app.reader.windows import MOST_PIECES, Window, windows
from app.reader.word_pieces import Piece

line_lengths = st.lists(st.integers(0, 900), max_size=12)


def written(lines: list[int]) -> tuple[str, list[Piece]]:
    """A text of so many one-letter words in each line, with a piece for each, numbered from 0."""
    text = "\n".join(" ".join("a" * words) for words in lines)
    places = (place for place, letter in enumerate(text) if letter == "a")
    return text, [Piece(number, Span(place, place + 1)) for number, place in enumerate(places)]


def cut(lines: list[int]) -> tuple[Window, ...]:
    text, pieces = written(lines)
    return windows(pieces, text)


@given(line_lengths)
def test_every_piece_is_read_and_no_window_is_too_long(lines: list[int]) -> None:
    text, pieces = written(lines)
    found = windows(pieces, text)
    assert {piece for window in found for piece in window.pieces} == set(pieces)
    assert all(0 < len(window.pieces) <= MOST_PIECES for window in found)
    for window in found:
        numbers = [piece.number for piece in window.pieces]
        assert numbers == list(range(numbers[0], numbers[-1] + 1))


@given(line_lengths)
def test_windows_overlap_and_each_goes_further_than_the_one_before(lines: list[int]) -> None:
    for one, other in pairwise(cut(lines)):
        assert one.pieces[0].number < other.pieces[0].number <= one.pieces[-1].number < other.pieces[-1].number


def test_nothing_is_no_window_and_a_short_text_is_one() -> None:
    assert windows((), "") == ()
    text, pieces = written([3, 4])
    assert windows(pieces, text) == (Window(tuple(pieces)),)
    assert windows(pieces, text)[0].span == Span(0, len(text))


def test_a_window_ends_with_a_line_if_it_can_and_the_next_begins_with_one() -> None:
    first, second = cut([100, 100, 100, 50, 100])
    assert (first.pieces[-1].number, second.pieces[0].number) == (349, 300)


def test_a_line_that_fills_a_window_is_cut_where_it_is_full() -> None:
    first, second = cut([600])
    assert len(first.pieces) == MOST_PIECES
    assert second.pieces[0].number < MOST_PIECES


def test_a_word_more_in_the_first_line_moves_only_the_windows_that_hold_it() -> None:
    lines = [30] * 100
    before, after = cut(lines), cut([31, *lines[1:]])
    lengths = [[len(window.pieces) for window in found] for found in (before, after)]
    assert lengths[0][1:] == lengths[1][1:]
