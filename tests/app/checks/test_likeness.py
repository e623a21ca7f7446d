"""Whether a text is still much the same."""

from hypothesis import given
from hypothesis import strategies as st

from app.checks.likeness import is_much_the_same, mark_of

TEXT = "The heron stood by the weir at dusk and did not mind the rain at all"


def test_a_few_other_words_leave_it_much_the_same():
    assert is_much_the_same(TEXT.replace("heron", "stork") + ", honestly.", mark_of(TEXT))


def test_case_and_order_and_signs_make_no_difference():
    assert is_much_the_same(" ".join(reversed(TEXT.upper().split())) + "!!!", mark_of(TEXT))


def test_a_text_that_was_written_anew_is_another():
    assert not is_much_the_same("Quarterly figures are out on Thursday, ask me about the bearings.", mark_of(TEXT))


def test_a_text_that_has_grown_to_twice_as_many_words_and_more_is_another():
    grown = (
        f"{TEXT}. Then came figures, bearings, turbines, an invoice, two keynotes, pudding, agendas, soup, cake, pie."
    )
    assert is_much_the_same(TEXT, mark_of(TEXT))
    assert not is_much_the_same(grown, mark_of(TEXT))


def test_the_mark_holds_no_word_and_stays_short():
    mark = mark_of(" ".join(f"word{number}" for number in range(3000)))
    assert len(mark) <= 512
    assert "word" not in mark


def test_nothing_is_like_nothing():
    assert not is_much_the_same("", mark_of(""))


@given(st.text(min_size=1))
def test_every_text_with_a_word_is_much_the_same_as_itself(text):
    assert is_much_the_same(text, mark_of(text)) == bool(mark_of(text))
