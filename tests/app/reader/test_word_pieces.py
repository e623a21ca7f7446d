import unicodedata
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reader.seen_text import seen
from app.reader.word_pieces import END, START, UNKNOWN, WordPieces
from tests.app.reader.toy import VOCABULARY
from tests.strategies import raw_texts, texts

PIECES = ["un", "##paid", "##pa", "##id", "paid", "boss", "##es", "é", "日", "a", "##a", "!", "'", "s", "t", "don"]
CUTTER = WordPieces.of_lines([UNKNOWN, START, END, *PIECES])


def cut(text: str) -> list[tuple[str, str]]:
    """Each piece with the words of the source that it stands for."""
    names = [UNKNOWN, START, END, *PIECES]
    return [(names[piece.number], text[piece.span.start : piece.span.end]) for piece in CUTTER.pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unpaid", [("un", "un"), ("##paid", "paid")]),
        ("Bosses!", [("boss", "Boss"), ("##es", "es"), ("!", "!")]),
        ("don't", [("don", "don"), ("'", "'"), ("t", "t")]),
        ("ünpaid", [("un", "ün"), ("##paid", "paid")]),
        ("b\u200boss", [("boss", "b\u200boss")]),
        ("ⓐ", [("a", "ⓐ")]),
        ("日日", [("日", "日"), ("日", "日")]),
        ("unpaiq a", [(UNKNOWN, "unpaiq"), ("a", "a")]),
        ("a" * 101, [(UNKNOWN, "a" * 101)]),
        ("a\u2028a\u2029a\u3000a", [("a", "a")] * 4),
        ("a\x00a", [("a", "a"), ("##a", "a")]),
        ("a\ud83d a", [("a", "a"), ("a", "a")]),
        ("\u0301", []),
        ("", []),
    ],
    ids=ascii,
)
def test_a_word_is_cut_into_its_longest_known_beginnings(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected


def test_marks_of_the_encoder_have_numbers_but_never_come_out_of_a_text() -> None:
    assert (CUTTER.number(START), CUTTER.number(END)) == (1, 2)
    assert CUTTER.number(END) not in [piece.number for piece in WordPieces.of_lines(VOCABULARY).pieces("[SEP] [CLS]")]
    with pytest.raises(KeyError):
        CUTTER.number("nonsense")


@given(raw_texts)
def test_pieces_stand_in_the_text_in_reading_order(text: str) -> None:
    spans = [piece.span for piece in WordPieces.of_lines(VOCABULARY).pieces(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.start <= other.start and one.end <= other.end for one, other in pairwise(spans))


@given(texts, texts)
def test_what_stands_before_a_blank_is_cut_as_if_alone(before: str, after: str) -> None:
    cutter = WordPieces.of_lines(VOCABULARY)
    alone = cutter.pieces(before)
    both = cutter.pieces(f"{before}\n{after}")
    assert both[: len(alone)] == alone
    assert [piece.number for piece in both[len(alone) :]] == [piece.number for piece in cutter.pieces(after)]


# ------------------------------------------------------------------------------------- as the encoder was taught


def vocabularies() -> list[Any]:
    """The toy's, and the one that comes with Twofold, where it does."""
    shipped = files("resources") / "reader" / "vocabulary.txt"
    found = [pytest.param(VOCABULARY, id="toy")]
    if shipped.is_file():
        found.append(pytest.param(shipped.read_text(encoding="utf-8").split("\n"), id="shipped"))
    return found


def known_to_all(character: str) -> bool:
    """Whether each library knows the character: their tables of Unicode are of different years."""
    return unicodedata.category(character) != "Cn" and unicodedata.ucd_3_2_0.category(character) != "Cn"


letters = st.characters(exclude_categories=("Cs", "Cn", "Co")).filter(known_to_all)
writing = st.lists(
    letters | st.sampled_from(("boss", "unpaid ", " ", "'", "\n", "É", "İ", "한", "日本", "...")), max_size=40
)


@pytest.mark.parametrize("vocabulary", vocabularies())
@settings(max_examples=300)
@given(pieces=writing)
def test_a_text_is_cut_as_the_library_does_that_the_encoder_was_made_with(
    vocabulary: list[str], pieces: list[str]
) -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="a development dependency: it brings a network client")
    numbers = {piece: number for number, piece in enumerate(vocabulary) if piece}
    theirs = tokenizers.Tokenizer(tokenizers.models.WordPiece(numbers, unk_token=UNKNOWN))
    theirs.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    theirs.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    text = "".join(pieces)
    ours = [piece.number for piece in WordPieces.of_lines(vocabulary).pieces(text)]
    assert ours == theirs.encode(seen(text).text).ids
