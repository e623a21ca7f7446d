import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.finding import Risk
from app.model.persona import Side
from app.reader.loading import load_reader
from app.reader.reading import Sureness
from app.reader.second_reader import SecondReader
from tests.app.reader.toy import PUZZLING, SPEAKING, WORDS, pointed
from tests.strategies import raw_texts

ME = Side.PERSONAL
LONG = "\n".join(["All day at work, all day in the boat."] * 300)


def test_a_word_that_speaks_for_a_risk_is_pointed_at_within_its_sentence(reader: SecondReader) -> None:
    reading = reader.read("The bread is in. My boss zuggles at work! It was a day.", ME)
    (opinion,) = reading.opinions
    assert opinion.risk is Risk.VENTING_COLLEAGUE
    assert opinion.sureness is Sureness.VERY
    assert pointed(reading) == [(Risk.VENTING_COLLEAGUE, "zuggles")]
    assert [reading.text[each.start : each.end] for each in opinion.sentences] == ["My boss zuggles at work!"]
    assert reading.is_whole
    assert reading.understood


def test_less_sure_is_said_to_be_less_sure(reader: SecondReader) -> None:
    (opinion,) = reader.read("All day he yorps at work", ME).opinions
    assert opinion.sureness is Sureness.FAIRLY


def test_what_speaks_for_nothing_is_ruled_out_and_what_is_open_is_not(reader: SecondReader) -> None:
    plain = reader.read("The bread is in the boat today", ME)
    assert (plain.opinions, plain.ruled_out) == ((), frozenset(Risk))
    puzzling = reader.read(f"The bread is in the boat today, {PUZZLING}", ME)
    assert (puzzling.opinions, puzzling.ruled_out) == ((), frozenset())
    assert reader.read("He zuggles all day", ME).ruled_out == frozenset(Risk) - {Risk.VENTING_COLLEAGUE}


def test_a_text_of_several_windows_is_read_near_the_cursor_first(reader: SecondReader) -> None:
    text = f"He frabbles.\n{LONG}\nShe zuggles."
    first, *_, last = reader.readings(text, ME, near=len(text))
    assert pointed(first) == [(Risk.VENTING_COLLEAGUE, "zuggles")]
    assert not first.is_whole
    assert pointed(last) == [(Risk.VENTING_CUSTOMER, "frabbles"), (Risk.VENTING_COLLEAGUE, "zuggles")]
    assert last.is_whole
    assert first.likely[Risk.VENTING_CUSTOMER] < 0.5 < last.likely[Risk.VENTING_CUSTOMER]
    assert last.likely[Risk.VENTING_COLLEAGUE] == first.likely[Risk.VENTING_COLLEAGUE] > 0.5


def test_nothing_is_ruled_out_before_all_of_it_is_read(reader: SecondReader) -> None:
    *begun, last = reader.readings(LONG, ME)
    assert len(begun) > 2
    assert {each.ruled_out for each in begun} == {frozenset()}
    assert last.ruled_out == frozenset(Risk)


def test_words_where_two_windows_overlap_are_pointed_at_once(reader: SecondReader) -> None:
    text = " ".join([*["bread"] * 350, "zuggles", *["bread"] * 200])
    assert len(list(reader.readings(text, ME))) == 2
    assert pointed(reader.read(text, ME)) == [(Risk.VENTING_COLLEAGUE, "zuggles")]


def test_the_same_text_is_read_the_same_again_and_by_another_reader(reader: SecondReader, weights: Path) -> None:
    text = f"He frabbles.\n{LONG}\nShe zuggles, {PUZZLING}."
    assert reader.read(text, ME) == reader.read(text, ME) == load_reader(weights).read(text, ME)


def test_what_is_remembered_makes_no_difference(reader: SecondReader, weights: Path) -> None:
    before, after = f"{LONG}\nHe zuggles.", f"{LONG}\nHe frabbles."
    reader.read(before, ME)
    assert reader.read(after, ME) == load_reader(weights).read(after, ME)
    for_work = reader.read(after, Side.PROFESSIONAL)
    assert for_work == load_reader(weights).read(after, Side.PROFESSIONAL)
    assert for_work.likely != reader.read(after, ME).likely


def test_several_threads_may_read_at_once(weights: Path) -> None:
    shared = load_reader(weights)
    texts = [f"{number % 7}\n{LONG[: 100 * number]}\nHe zuggles." for number in range(60)]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda text: shared.read(text, ME), texts))
    assert together == [load_reader(weights).read(text, ME) for text in texts]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b" * 1_000, "\x00" * 1_000, "\ud83d" * 100])
def test_where_nothing_can_be_read_nothing_is_said(reader: SecondReader, text: str) -> None:
    reading = reader.read(text, ME)
    assert (reading.opinions, reading.ruled_out, reading.understood) == ((), frozenset(), True)


def test_another_language_is_not_understood_and_nothing_is_said_about_it(reader: SecondReader) -> None:
    reading = reader.read("Der Chef zuggles, und das ist nicht mein Problem, aber ich bin heute noch da.", ME)
    assert not reading.understood
    assert (reading.opinions, reading.ruled_out) == ((), frozenset())


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 1_000_000,
        "\U0001f600" * 20_000,
        "\u200b" * 1_000_000 + "zuggles",
        "\x00zuggles\x00 " * 2_000,
        "\ud83d zuggles \ude00" * 2_000,
        "a\u200b" * 100_000,
        "e" + "\u0301" * 100_000,
        "\n" * 200_000 + "zuggles",
        "\ufdfa" * 20_000,
    ],
    ids=["one word", "emoji", "zero width", "NUL", "surrogates", "cut word", "accents", "lines", "ligatures"],
)
def test_hostile_text_is_read_all_the_same(reader: SecondReader, hostile: str) -> None:
    reading = reader.read(hostile, ME)
    assert reading.is_whole
    assert all(0 <= each <= 1 for each in reading.likely.values())
    if "zuggles" in hostile:
        assert Risk.VENTING_COLLEAGUE in {each.risk for each in reading.opinions}


def test_a_draft_of_100_000_characters_is_read_in_pieces_and_to_its_end(reader: SecondReader) -> None:
    text = f"{'My boss was at work. ' * 4_800}He zuggles."
    assert len(text) > 100_000
    readings = list(reader.readings(text, ME))
    assert len(readings) > 50
    assert pointed(readings[-1]) == [(Risk.VENTING_COLLEAGUE, "zuggles")]


def test_each_opinion_is_likened_to_the_posts_taught_for_its_risk(reader: SecondReader) -> None:
    reading = reader.read("My boss zuggles", ME)
    likened = reader.likened(reading.text, ME, reading.opinions[0])
    assert {each.text for each in likened} == {"He zuggles at his desk", "She zuggles in every meeting"}
    assert all(Risk.VENTING_COLLEAGUE in each.risks for each in likened)


spoken = st.lists(st.sampled_from([*WORDS, *SPEAKING, PUZZLING, "\n", ". ", "? ", "\u200b", "\U0001f600"]), max_size=60)


@settings(max_examples=60)
@given(words=spoken, near=st.integers(0, 300))
def test_opinions_are_about_words_that_stand_there(reader: SecondReader, words: list[str], near: int) -> None:
    text = " ".join(words)
    *_, reading = reader.readings(text, ME, near)
    for opinion in reading.opinions:
        said = text[opinion.span.start : opinion.span.end]
        assert any(word in said for word, risk in SPEAKING.items() if risk is opinion.risk)
        assert any(each.start <= opinion.span.start and opinion.span.end <= each.end for each in opinion.sentences)
        assert list(opinion.words) == sorted(opinion.words)
        assert opinion.likely == pytest.approx(reading.likely[opinion.risk])
    found = {each.risk for each in reading.opinions}
    assert found == {risk for word, risk in SPEAKING.items() if re.search(rf"\b{word}\b", text)}
    assert found.isdisjoint(reading.ruled_out)


@settings(max_examples=60)
@given(raw_texts)
def test_any_text_gets_likelihoods_between_0_and_1_and_spans_within_it(reader: SecondReader, text: str) -> None:
    reading = reader.read(text, ME)
    assert all(0 <= each <= 1 for each in reading.likely.values())
    for opinion in reading.opinions:
        assert all(0 <= each.start < each.end <= len(text) for each in (opinion.span, *opinion.words))
