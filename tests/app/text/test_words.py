from itertools import pairwise

import pytest
from hypothesis import given

from app.model.finding import Span
from app.text.words import handle_spans, lines, sentence_spans, tag_spans, word_spans
from tests.strategies import texts


def covered(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


@given(texts)
def test_lines_put_together_again_are_the_text(text: str) -> None:
    assert "\n".join(covered(text, lines(text))) == text


@given(texts)
def test_sentences_cover_everything_but_blanks(text: str) -> None:
    spans = sentence_spans(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(covered(text, spans)).split()) == "".join(text.split())


@given(texts)
def test_spans_are_in_reading_order_and_never_empty(text: str) -> None:
    for find in (word_spans, handle_spans, tag_spans):
        spans = find(text)
        assert all(span.start < span.end for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))


def test_an_accent_and_an_apostrophe_stay_inside_their_word() -> None:
    text = "Don’t touch Zoe\u0308's café, naïve 42nd_try!"
    assert covered(text, word_spans(text)) == ["Don’t", "touch", "Zoe\u0308's", "café", "naïve", "42nd_try"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Osei said so. J. Ward did, too.", ["Dr. Osei said so.", "J. Ward did, too."]),
        ("My boss\nis late. Again", ["My boss\nis late.", "Again"]),
        ("No stop here\n\nNew paragraph", ["No stop here", "New paragraph"]),
        ("He said “stop.” Then he left...", ["He said “stop.”", "Then he left..."]),
        ("Version 2.5 at example.com is out", ["Version 2.5 at example.com is out"]),
        ("終わった。本当に！そう", ["終わった。", "本当に！", "そう"]),
        ("  \n ", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert covered(text, sentence_spans(text)) == sentences


def test_handles_are_told_from_mail_addresses() -> None:
    text = "@ann and (@bo.bsky.social), @cy@example.social. Not dee@example.com"
    assert covered(text, handle_spans(text)) == ["@ann", "@bo.bsky.social", "@cy@example.social"]


def test_tags_need_a_letter() -> None:
    text = "#Ward7 #1 of #2 a#b #日本 ＃wide page/#top #späti."
    assert covered(text, tag_spans(text)) == ["#Ward7", "#日本", "＃wide", "#späti"]
