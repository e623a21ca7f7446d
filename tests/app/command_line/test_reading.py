import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_line.reading import FileUnreadable, Obstacle, decoding, read_post
from tests.strategies import texts

ENCODINGS = st.sampled_from(("utf-8", "utf-8-sig", "utf-16"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", ["", "a", "Grüße, 🚀 日本\r\nzwei\n"])
def test_a_post_is_read_without_its_byte_order_mark(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "post.txt"
    file.write_bytes(text.encode(encoding))
    assert read_post(str(file)) == text


def test_big_endian_utf16_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "post.txt"
    file.write_bytes(b"\xfe\xff" + "naïve 🚀".encode("utf-16-be"))
    assert read_post(str(file)) == "naïve 🚀"


@pytest.mark.parametrize(
    ("data", "first_bad_byte"),
    [(b"caf\xe9", "4"), (b"\xef\xbb\xbfcaf\xe9 noir", "7"), (b"\xff\xfea\x00b", "5"), (b"\xfe\xff\xd8\x00", "3")],
)
def test_bytes_that_are_no_text_are_named(tmp_path: Path, data: bytes, first_bad_byte: str) -> None:
    file = tmp_path / "post.txt"
    file.write_bytes(data)
    with pytest.raises(FileUnreadable) as refused:
        read_post(str(file))
    assert (refused.value.obstacle, refused.value.detail) == (Obstacle.NOT_TEXT, first_bad_byte)


@pytest.mark.parametrize("name", ["missing.txt", ".", "", "a\0b", "x" * 5000])
def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read_post(f"{tmp_path}/{name}" if name else "")
    assert refused.value.obstacle is Obstacle.SYSTEM
    assert refused.value.detail


def test_a_file_far_larger_than_a_post_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(17 * 1024 * 1024)
    with pytest.raises(FileUnreadable) as refused:
        read_post(str(file))
    assert refused.value.obstacle is Obstacle.TOO_LARGE


@given(st.lists(texts, max_size=5).map("\n".join), ENCODINGS)
def test_a_stream_gives_the_lines_of_the_text(text: str, encoding: str) -> None:
    if text.startswith("\ufeff"):
        return  # in UTF-8 a byte order mark, or the first character of a text: nobody can tell
    lines = list(decoding(io.BytesIO(text.encode(encoding))))
    assert "".join(lines) == text
    assert len(lines) == text.count("\n") + (not text.endswith("\n") and text != "")
