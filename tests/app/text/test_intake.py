import pytest
from hypothesis import given

from app.model.finding import Span
from app.text.intake import Cleaned, clean
from tests.strategies import raw_texts


@given(raw_texts)
def test_clean_text_can_be_stored_and_is_not_cleaned_again(text: str) -> None:
    cleaned = clean(text).text
    cleaned.encode("utf-8")
    assert not any(character < " " and character not in "\n\t" for character in cleaned)
    assert clean(cleaned) == Cleaned(cleaned)


@given(raw_texts)
def test_each_kept_character_is_found_where_it_stood(text: str) -> None:
    cleaned = clean(text)
    for position, character in enumerate(cleaned.text):
        span = cleaned.original_span(Span(position, position + 1))
        if character not in "\n\ufffd":
            assert text[span.start : span.end] == character


@pytest.mark.parametrize(
    ("text", "cleaned", "stripped", "replaced"),
    [
        ("plain\tand\nsimple", "plain\tand\nsimple", 0, 0),
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne", 0, 0),
        ("nul\x00 bell\x07 escape\x1b[0m", "nul bell escape[0m", 3, 0),
        ("half \ud83d of a pair \ude00", "half \ufffd of a pair \ufffd", 0, 2),
        ("zero\u200bwidth \u202ebidi\u202c \ufeffmark", "zero\u200bwidth \u202ebidi\u202c \ufeffmark", 0, 0),
    ],
)
def test_what_goes_what_is_replaced_and_what_stays(text: str, cleaned: str, stripped: int, replaced: int) -> None:
    result = clean(text)
    assert (result.text, result.stripped, result.replaced) == (cleaned, stripped, replaced)


def test_a_span_is_carried_back_over_what_was_taken_out() -> None:
    text = "one\r\n\x00two\x00 three"
    cleaned = clean(text)
    start = cleaned.text.index("two")
    span = cleaned.original_span(Span(start, start + 3))
    assert text[span.start : span.end] == "two"
