from hypothesis import assume, given
from hypothesis import strategies as st

from app.model.finding import Span
from app.text.rebase import rebase
from tests.strategies import edits, texts, texts_and_spans


@given(texts_and_spans(), texts)
def test_a_span_that_survives_still_covers_the_same_characters(text_and_span: tuple[str, Span], new: str) -> None:
    old, span = text_and_span
    moved = rebase(old, new)(span)
    if moved is not None:
        assert new[moved.start : moved.end] == old[span.start : span.end]


@given(edits(), st.data())
def test_after_an_edit_a_span_keeps_its_characters_and_its_neighbours(
    edit: tuple[str, str], data: st.DataObject
) -> None:
    old, new = edit
    start = data.draw(st.integers(0, len(old)))
    span = Span(start, data.draw(st.integers(start, len(old))))
    moved = rebase(old, new)(span)
    if moved is not None:
        assert new[moved.start : moved.end] == old[span.start : span.end]
        assert new[max(0, moved.start - 1) : moved.start] == old[max(0, span.start - 1) : span.start]
        assert new[moved.end : moved.end + 1] == old[span.end : span.end + 1]


@given(texts_and_spans())
def test_nothing_moves_when_nothing_changed(text_and_span: tuple[str, Span]) -> None:
    text, span = text_and_span
    assert rebase(text, text)(span) == span


@given(texts, st.text("xyz", min_size=1, max_size=3))
def test_what_is_written_in_front_shifts_everything_behind(text: str, added: str) -> None:
    assume(len(text) > 1 and text[0] not in added)
    assert rebase(text, added + text)(Span(1, len(text))) == Span(1 + len(added), len(text) + len(added))


def test_a_word_that_may_have_grown_is_let_go() -> None:
    carry = rebase("signed Acme today", "signed Acmes today")
    assert carry(Span(7, 11)) is None
    assert carry(Span(0, 6)) == Span(0, 6)
    assert carry(Span(12, 17)) == Span(13, 18)
