import time
from itertools import pairwise

import pytest
from hypothesis import given

from app.model.finding import Span
from app.text.links import Link, links
from app.text.words import link_spans
from tests.strategies import raw_texts


def found(text: str) -> list[str]:
    return [text[link.span.start : link.span.end] for link in links(text)]


@given(raw_texts)
def test_links_are_in_reading_order_inside_the_text(text: str) -> None:
    spans = [link.span for link in links(text)]
    assert all(span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at example.com, or sub.domain.io/path.", ["example.com", "sub.domain.io/path"]),
        ("It is late.Really late. See you at 5.30", []),
        ("write to ann@example.com or a.b@mail.example.org", []),
        ("HTTPS://Example.COM/A and http://例え.jp", ["HTTPS://Example.COM/A", "http://例え.jp"]),
        ("読んでexample.comください", ["example.com"]),
        ("🚀example.com🚀", ["example.com"]),
        ("(https://en.example.org/wiki/Bank_(river))", ["https://en.example.org/wiki/Bank_(river)"]),
        ("https://example.com/a?b=c&d=e#f!", ["https://example.com/a?b=c&d=e#f"]),
        ("example.com?query=alone", ["example.com"]),
        ("#example.com @example.com $example.com", []),
        ("https://example.notatld/ x.invalid", []),
        ("-example.com .example.com /example.com _example.com", []),
        ("https://t.co/abc123def/more", ["https://t.co/abc123def"]),
        (f"https://{'a' * 64}.com", []),
        (f"{'字' * 40}.com", []),
    ],
)
def test_what_is_a_link(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_bare_domain_is_told_from_a_full_address() -> None:
    text = "example.com https://example.com"
    assert [link.bare for link in link_spans(text)] == [True, False]


def test_mastodons_servers_take_paths_in_every_script() -> None:
    text = "https://ja.example.org/wiki/東京都"
    assert links(text, any_script=True) == (Link(Span(0, len(text)), bare=False),)
    assert found(text) == ["https://ja.example.org/wiki/"]


@pytest.mark.parametrize(
    "unit",
    [
        "字",
        "a.",
        "a.com_",
        "a_b.",
        "@",
        "http://",
        "example.com/(",
        "https://a.b/((x)",
        "日.com",
        "-.",
        "a.-",
        "🚀.",
        "x.com/a)",
    ],
)
def test_hostile_text_stays_cheap(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    started = time.thread_time()
    links(text + ".com")
    assert time.thread_time() - started < 1.5
