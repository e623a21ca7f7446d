import io
import json

import pytest

from app.command_line.records import BadLine, Record, records
from app.model.persona import Side

GOOD = {"id": "1", "text": "Back from the site."}


def read(*lines: object, encoding: str = "utf-8") -> list[tuple[int, Record | BadLine]]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(records(io.BytesIO(text.encode(encoding, "surrogatepass")), Side.PERSONAL))


def problem(line: str | bytes) -> BadLine:
    data = line if isinstance(line, bytes) else line.encode()
    ((_, bad),) = records(io.BytesIO(data), Side.PERSONAL)
    assert isinstance(bad, BadLine)
    return bad


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_are_read_in_order_with_their_numbers(encoding: str) -> None:
    found = read(GOOD, "", {"id": 7, "text": "Grüße 🚀", "persona": "professional", "platform": "x"}, encoding=encoding)
    assert found == [
        (1, Record("1", "Back from the site.", Side.PERSONAL)),
        (3, Record(7, "Grüße 🚀", Side.PROFESSIONAL)),
    ]


def test_windows_line_ends_and_blank_lines_are_skipped() -> None:
    data = b'\r\n \t\r\n{"id": "1", "text": "a"}\r\n\r\n'
    assert list(records(io.BytesIO(data), Side.PROFESSIONAL)) == [(3, Record("1", "a", Side.PROFESSIONAL))]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ('{"id": "1", "text": "a"} x', "not JSON"),
        ('"text"', "not an object"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": "a"}', 'needs an "id"'),
        ('{"id": null, "text": "a"}', 'needs an "id"'),
        ('{"id": true, "text": "a"}', 'needs an "id"'),
        ('{"id": NaN, "text": "a"}', "NaN is no number"),
        ('{"id": 1e999, "text": "a"}', 'needs an "id"'),
        ('{"id": ' + "9" * 5000 + ', "text": "a"}', "not JSON"),
        (b'{"id": "1", "text": "caf\xe9"}', "not UTF-8 at byte 25"),
        (b'\xff\xfe{\x00"', "middle of a character"),
    ],
)
def test_a_line_without_a_usable_id_says_what_is_wrong(line: str | bytes, said: str) -> None:
    bad = problem(line)
    assert bad.id is None
    assert said in bad.problem


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"id": 3}, 'needs a "text"'),
        ({"id": 3, "text": None}, 'needs a "text"'),
        ({"id": 3, "text": ["a"]}, 'needs a "text"'),
        ({"id": 3, "text": "a", "persona": "both"}, 'not "both"'),
        ({"id": 3, "text": "a", "persona": {}}, "not {}"),
    ],
)
def test_a_bad_line_keeps_its_id(fields: dict[str, object], said: str) -> None:
    bad = problem(json.dumps(fields))
    assert bad.id == 3
    assert said in bad.problem


def test_a_bad_line_does_not_stop_the_others() -> None:
    kinds = [type(found) for _, found in read(GOOD, "{", GOOD, '{"id": 1}', GOOD)]
    assert kinds == [Record, BadLine, Record, BadLine, Record]


def test_an_endless_line_is_left_out_whole() -> None:
    data = b'{"id": "1", "text": "' + b"a" * (17 * 1024 * 1024) + b'"}\n' + json.dumps(GOOD).encode()
    first, second = records(io.BytesIO(data), Side.PERSONAL)
    assert isinstance(first[1], BadLine)
    assert "longer than" in first[1].problem
    assert second == (2, Record("1", "Back from the site.", Side.PERSONAL))
