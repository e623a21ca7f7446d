from itertools import pairwise

import pytest
from hypothesis import given

from app.reader.seen_text import seen
from tests.strategies import FAMILY, raw_texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain, as it is\n", "plain, as it is\n"),
        ("b\u200boss\u00ad", "boss"),
        ("сlіеnt", "client"),
        ("Воss", "Boss"),
        ("𝗕𝗼𝘀𝘀 ｂｏｓｓ", "Boss boss"),
        ("ﬁne", "fine"),
        ("ⓑⓞⓢⓢ™", "boss trade mark sign "),
        ("so\u00a0what", "so what"),
        ("🍺", " beer mug "),
        ("👍🏽", " thumbs up sign "),
        ("❤️", " heavy black heart "),
        ("don’t", "don’t"),
    ],
)
def test_a_text_is_what_a_reader_sees(source: str, expected: str) -> None:
    assert seen(source).text == expected


def test_people_joined_into_one_picture_are_named_one_by_one() -> None:
    assert seen(FAMILY).text.split() == ["man", "woman", "girl", "boy"]


@given(raw_texts)
def test_each_character_has_its_origin_and_they_stay_in_order(source: str) -> None:
    found = seen(source)
    assert len(found.text) == len(found.origins)
    assert all(0 <= origin < len(source) for origin in found.origins)
    assert all(one <= other for one, other in pairwise(found.origins))


@given(raw_texts)
def test_what_is_plain_stands_where_it_stood(source: str) -> None:
    found = seen(source)
    plain = [(origin, each) for each, origin in zip(found.text, found.origins, strict=True) if source[origin] == each]
    assert [place for place, each in enumerate(source) if each.isascii()] == [
        place for place, each in plain if each.isascii()
    ]
