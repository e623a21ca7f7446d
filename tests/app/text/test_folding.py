"""Folding keeps every position, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.folding import INVISIBLE, count_digits, fold, plain_word, shape_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(TEXTS)
def test_a_folded_text_is_as_long_as_the_text_and_all_ascii(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded.isascii()


@given(TEXTS)
def test_folding_again_changes_only_the_marks(text):
    once = fold(text)
    assert fold(once) == once


@given(TEXTS)
def test_a_plain_word_knows_where_each_of_its_letters_came_from(word):
    plain, places = plain_word(word)
    assert len(plain) == len(places)
    assert list(places) == sorted(places)
    assert all(0 <= place < len(word) for place in places)


@given(TEXTS)
def test_the_shape_tells_letters_from_digits(text):
    folded = fold(text)
    assert len(shape_of(folded)) == len(text)
    assert shape_of(folded).count("0") == count_digits(folded)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hello, World!", "hello  world "),
        ("Ｆｕｌｌ ｗｉｄｔｈ", "full width"),
        ("𝓯𝓪𝓷𝓬𝔂", "fancy"),
        ("café ÉCOLE", "cafe ecole"),
        ("don’t", "don't"),
        ("a\u200bb", f"a{INVISIBLE}b"),
        ("1/2 €3", "1 2  3"),
        ("👍🏽ok", "  ok"),
    ],
)
def test_letters_lose_case_accent_and_ornament(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("\u0441lient", "client"),
        ("\u0410cme", "acme"),
        ("sh\u200bit", "shit"),
        ("ﬁnal", "final"),
        ("пример", "\x7f" * 6),
    ],
)
def test_a_reader_sees_through_look_alikes_but_not_into_another_language(word, plain):
    assert plain_word(word)[0] == plain
