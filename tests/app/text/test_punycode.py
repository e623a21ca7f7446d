from hypothesis import given

from app.text.punycode import punycode_length
from tests.strategies import texts


@given(texts)
def test_the_length_is_that_of_the_standard_librarys_encoding(label: str) -> None:
    assert punycode_length(label) == len(label.encode("punycode"))
