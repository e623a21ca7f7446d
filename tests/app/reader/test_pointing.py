from hypothesis import given
from hypothesis import strategies as st

from app.model.finding import Span
from app.reader.pointing import Pointed, pointed_at
from app.reader.windows import Window
from app.reader.word_pieces import WordPieces
from tests.app.reader.toy import VOCABULARY
from tests.strategies import texts

CUTTER = WordPieces.of_lines(VOCABULARY)


def pointed(text: str, **weights: float) -> Pointed | None:
    """What the weights of certain words point at; all others weigh 0.01."""
    window = Window(tuple(CUTTER.pieces(text)))
    found = [weights.get(text[piece.span.start : piece.span.end], 0.01) for piece in window.pieces]
    return pointed_at(text, window, found)


def said(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


TEXT = "My boss zuggles at work. The bread is in. All day he frabbles and zuggles."


def test_the_weightiest_word_and_its_sentence_are_pointed_at() -> None:
    found = pointed(TEXT, frabbles=0.9)
    assert found is not None
    assert said(TEXT, (found.span, *found.words)) == ["frabbles", "frabbles"]
    assert said(TEXT, found.sentences) == ["All day he frabbles and zuggles."]


def test_words_that_weigh_nearly_as_much_belong_to_the_stretch_but_not_those_of_another_sentence() -> None:
    found = pointed(TEXT, frabbles=0.9, day=0.5, work=0.8)
    assert found is not None
    assert said(TEXT, (found.span,)) == ["day he frabbles"]
    assert said(TEXT, found.words) == ["work", "frabbles"]
    assert said(TEXT, found.sentences) == ["My boss zuggles at work.", "All day he frabbles and zuggles."]


def test_three_light_words_end_a_stretch() -> None:
    text = "zuggles is it in of the boat zuggles to in my frabbles"
    found = pointed(text, zuggles=0.5, frabbles=0.9)
    assert found is not None
    assert said(text, (found.span,)) == ["frabbles"]
    found = pointed("zuggles to in frabbles", zuggles=0.5, frabbles=0.9)
    assert found is not None
    assert said("zuggles to in frabbles", (found.span,)) == ["zuggles to in frabbles"]


def test_neighbours_are_pointed_at_together() -> None:
    found = pointed("all day zuggles in my boat", day=0.8, zuggles=0.9, boat=0.6)
    assert found is not None
    assert said("all day zuggles in my boat", found.words) == ["day zuggles", "boat"]


def test_where_no_word_stands_nothing_is_pointed_at() -> None:
    assert pointed("!!! ... !!!") is None
    assert pointed("\U0001f600") is None


@given(text=texts, seed=st.randoms(use_true_random=False))
def test_whatever_the_weights_whole_words_of_the_window_are_pointed_at(text: str, seed) -> None:
    pieces = CUTTER.pieces(text)
    if not pieces:
        return
    window = Window(tuple(pieces))
    found = pointed_at(text, window, [seed.random() for _ in pieces])
    if found is None:
        return
    assert found.sentences
    assert found.words
    assert any(each.start <= found.span.start and found.span.end <= each.end for each in found.sentences)
    for spans in (found.words, found.sentences):
        assert list(spans) == sorted(spans)
        assert all(window.span.start <= each.start < each.end <= window.span.end for each in spans)
