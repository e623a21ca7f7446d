"""How a line is cut into what is checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks.lines import LONGEST_SENTENCE, is_open, sentences, stretches
from app.checks.memory import Memory

LINES = st.text(st.sampled_from("ab A.!?…\"') 1"), max_size=2_000)


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Who met Mr. A. Smith.", ["Dr. Who met Mr. A. Smith."]),
        ("My boss... is late. Again", ["My boss... is late.", "Again"]),
        ("Well... No", ["Well...", "No"]),
        ('"Stop." He left', ['"Stop."', "He left"]),
        ("version 3.14 is out", ["version 3.14 is out"]),
        ("no. 5 is alive, no. Really", ["no. 5 is alive, no.", "Really"]),
        ("  . . . ", []),
        ("はい。いいえ", ["はい。", "いいえ"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(line, cut):
    assert [sentence for _, sentence in sentences(line)] == cut


@given(LINES)
def test_every_letter_is_in_a_sentence_and_none_is_too_long(line):
    covered = set()
    for start, sentence in sentences(line):
        assert line[start : start + len(sentence)] == sentence
        assert len(sentence) <= LONGEST_SENTENCE
        covered |= set(range(start, start + len(sentence)))
    assert all(place in covered for place, character in enumerate(line) if character.isalnum())


@given(LINES)
def test_stretches_are_the_line_in_order(line):
    assert "".join(stretch for _, stretch in stretches(line)) == line
    assert [start for start, _ in stretches(line)] == sorted({start for start, _ in stretches(line)})


def test_an_edit_moves_few_of_the_cuts_of_a_long_line():
    line = "".join(f"This is sentence {number}, and it has its length. " for number in range(400))
    edited = line.replace("sentence 200", "sentence two hundred")
    before, after = ({stretch for _, stretch in stretches(text)} for text in (line, edited))
    assert len(after - before) <= 4


def test_a_sentence_is_open_until_something_ends_it():
    assert is_open("my boss")
    assert is_open('my "boss"')
    assert not is_open("my boss.")
    assert not is_open('he said "no."')


def test_memory_keeps_what_is_asked_for_and_forgets_the_rest():
    memory: Memory[int] = Memory(room=10_000)
    for number in range(1_000):
        memory.keep(f"text {number}", number)
        assert memory.recall("text 0") in (0, None)
        if memory.recall("favourite") is None:
            memory.keep("favourite", -1)
    assert memory.recall("favourite") == -1
    assert memory.recall("text 999") == 999
    assert memory.recall("text 1") is None
