import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.offsets import Offsets, from_utf16, to_utf16, utf16_length
from tests.strategies import ASTRONAUT, FAMILY, FLAG, raw_texts, texts


@given(raw_texts)
def test_the_utf16_length_is_what_encoding_gives(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2 == Offsets(text).utf16_length


@given(raw_texts)
def test_every_position_comes_back_from_utf16(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        units = offsets.to_utf16(position)
        assert units == to_utf16(text, position)
        assert offsets.from_utf16(units) == from_utf16(text, units) == position


@given(texts.filter(lambda text: any(character > "\uffff" for character in text)), st.data())
def test_the_inside_of_a_surrogate_pair_belongs_to_its_start(text: str, data: st.DataObject) -> None:
    position = data.draw(st.sampled_from([at for at, character in enumerate(text) if character > "\uffff"]))
    assert from_utf16(text, to_utf16(text, position) + 1) == position


@pytest.mark.parametrize(("text", "units"), [(FAMILY, 11), (ASTRONAUT, 7), (FLAG, 4), ("cafe\u0301", 5), ("", 0)])
def test_known_lengths(text: str, units: int) -> None:
    assert utf16_length(text) == units


@pytest.mark.parametrize("position", [-1, 4])
def test_a_position_outside_the_text_is_a_mistake(position: int) -> None:
    with pytest.raises(ValueError, match="outside a text of length 3"):
        to_utf16("abc", position)
    with pytest.raises(ValueError, match="outside a text of length 3"):
        from_utf16("abc", position)
