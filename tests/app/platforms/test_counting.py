import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from app.platforms import bluesky, mastodon, threads, x_weight
from app.platforms.counting import Measured, count
from app.platforms.limits import Network, network, networks
from app.platforms.parts import CountPart, PartKind
from app.platforms.segments import segments
from app.text.graphemes import grapheme_count
from app.text.offsets import utf16_length
from tests.strategies import raw_texts, texts

# Every row of the table in PLATFORMS.md 3.2: text, code points, UTF-16 units, graphemes, weight on X. The long row
# stands for a real post of 282 plain characters, which we do not quote.
MEASURED = [
    ("H🐱☺👨‍👩‍👧‍👦", 10, 15, 4, 7),
    ("👩🏽‍🚀", 4, 7, 1, 2),
    ("🇫🇷🇩🇪", 4, 8, 2, 4),
    ("1️⃣", 3, 3, 1, 2),
    ("cafe\u0301", 5, 5, 4, 4),
    ("𝗕𝗼𝗹𝗱", 4, 8, 4, 8),
    ("“don’t” … —", 11, 11, 11, 12),
    ("€5", 2, 2, 2, 3),
    ("→", 1, 1, 1, 2),
    ("™", 1, 1, 1, 2),
    ("• item", 6, 6, 6, 7),
    ("see example.com and https://example.com/a/very/long/path?x=1#y ok", 65, 65, 65, 58),
    ("foo.bar is not, sub.domain.io is", 32, 32, 32, 58),
    ("Nine plain words take fifty characters, spaces too. " * 5 + "And twenty-two to end.", 282, 282, 282, 282),
]
MENTION = "Hi @alice@example.social see https://example.com/a/very/long/path?x=1 👩🏽‍🚀"
LAUNCH = "Launch 🚀 👨‍👩‍👧‍👦"


def used(text: str, network_id: str) -> int:
    return count(text, network(network_id)).used


@pytest.mark.parametrize(("text", "code_points", "units", "graphemes", "weight"), MEASURED)
def test_the_measured_table(text: str, code_points: int, units: int, graphemes: int, weight: int) -> None:
    assert (len(text), utf16_length(text), grapheme_count(text), used(text, "x")) == (
        code_points,
        units,
        graphemes,
        weight,
    )


def test_the_measured_row_of_mastodon() -> None:
    assert (len(MENTION), grapheme_count(MENTION)) == (74, 71)
    assert used(MENTION, "mastodon") == 39
    assert count(MENTION, network("mastodon"), content_warning="CW: work").used == 47


def test_the_measured_row_of_threads() -> None:
    assert grapheme_count(LAUNCH) == 10
    assert used(LAUNCH, "threads") == 37


# Our own sentences; the numbers are those of npm twitter-text 3.1.0.
@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Cafe\u0301 cre\u0301me, déjà vu", 19),
        ("\u1100\u1161\u11a8 is one after NFC", 19),
        ("漢字かな交じり文", 16),
        ("नमस्ते दुनिया", 13),
        ("\u200eleft\u200f \u202eright\u202c", 18),
        ("write to ann@example.com", 24),
        ("late.Really late", 16),
        ("読んでexample.comください", 37),
        ("https://例え.jp/道 ok", 28),
        ("字" * 18 + ".jp https://" + "字" * 60 + ".jp", 171),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇽🇽 🇬🇧", 10),
        ("👍🏽👍 ❤️❤ ✈️ ©️© ☺︎", 21),
        ("🏃‍♂️ 🚀‍", 6),
        ("#example.com @example.com", 25),
        ("a.co/?q=1&r=2, b.co?q=1", 52),
        ("https://t.co/abc123/more", 28),
        ("x" * 280, 280),
        ("字" * 140, 280),
        ("🚀" * 141, 282),
    ],
)
def test_x_counts_as_its_own_library_does(text: str, weight: int) -> None:
    assert used(text, "x") == used(text, "x-premium") == weight


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("http://a.io is short, still 23", 42),
        ("example.com costs its length", 28),
        ("@ann @bo@example.social!", 9),
        ("mail ann@example.com", 20),
        ("https://ja.example.org/wiki/東京都 ok", 26),
        ("https://example.com/@ann@example.org", 23),
    ],
)
def test_mastodon_counts_as_its_servers_do(text: str, expected: int) -> None:
    assert used(text, "mastodon") == expected


def test_a_mastodon_server_may_allow_more() -> None:
    assert count("x" * 501, network("mastodon")).left == -1
    assert count("x" * 501, network("mastodon"), limit=1000).fits


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://example.com/a/very/long/path?x=1#y", "example.com/a/very/long/..."),
        ("https://example.com/fourteen-chars", "example.com/fourteen-chars"),
        ("https://example.com/fifteen-of-them", "example.com/fifteen-of-t..."),
        ("see https://example.com/.", "see example.com."),
        ("(https://Example.com/short)", "(example.com/short)"),
        ("https://en.example.org/wiki/Bank_(river)", "en.example.org/wiki/Bank_(r..."),
        ("https://user:word@example.com:443/a/../b", "example.com/b"),
        ("http://example.com:8080/?q=é", "example.com:8080?q=%C3%A9"),
        ("https://例え.jp", "xn--r8jz45g.jp"),
        ("HTTPS://EXAMPLE.COM/AND/MUCH/MORE", "HTTPS://EXAMPLE.COM/AND/MUCH/MORE"),
        ("example.com/a/very/long/path", "example.com/a/very/long/path"),
        ("xhttps://example.com/a/very/long/path", "xhttps://example.com/a/very/long/path"),
        ("https://[broken/a/very/long/path", "https://[broken/a/very/long/path"),
    ],
)
def test_bluesky_counts_what_its_app_makes_of_a_link(text: str, shown: str) -> None:
    counted = count(text, network("bluesky"))
    assert counted.used == len(shown)
    assert counted.also[0].used == len(shown.encode())


def test_bluesky_limits_bytes_too() -> None:
    counted = count("👨‍👩‍👧‍👦" * 121, network("bluesky"))
    assert (counted.used, counted.also[0].used, counted.also[0].measured) == (121, 3025, Measured.BYTES)
    assert counted.left > 0
    assert not counted.fits


def test_threads_refuses_a_sixth_link() -> None:
    assert count("a.io " * 5, network("threads")).fits
    assert not count("a.io " * 6, network("threads")).fits


def test_instagram_doubts_before_it_refuses_and_takes_thirty_hashtags() -> None:
    instagram = network("instagram")
    assert [count("x" * length, instagram).is_doubtful for length in (2196, 2197, 2200, 2201)] == [
        False,
        True,
        True,
        False,
    ]
    assert count("#one " * 30, instagram).fits
    assert not count("#one " * 31, instagram).fits


def test_facebook_doubts_from_five_thousand_on() -> None:
    assert [count("x" * length, network("facebook")).is_doubtful for length in (5000, 5001)] == [False, True]


def test_linkedin_counts_bold_letters_twice() -> None:
    assert count("𝗕𝗼𝗹𝗱 claim", network("linkedin")).parts == (
        CountPart(PartKind.CHARACTERS, 6, 1),
        CountPart(PartKind.WIDE_CHARACTERS, 4, 2),
    )


def test_a_count_says_why() -> None:
    parts = count("a.io, b.io 🚀 👩🏽‍🚀 🇫🇷 → end", network("x")).parts
    assert parts == (
        CountPart(PartKind.CHARACTERS, 10, 1),
        CountPart(PartKind.WIDE_CHARACTERS, 1, 2),
        CountPart(PartKind.LINKS, 2, 23),
        CountPart(PartKind.EMOJI, 3, 2),
    )


@given(raw_texts, st.sampled_from(networks()), texts)
def test_the_reasons_add_up(text: str, each: Network, warning: str) -> None:
    counted = count(text, each, content_warning=warning)
    assert counted.used == sum(part.used for part in counted.parts)
    assert all(part.number > 0 and part.each > 0 for part in counted.parts)


@given(st.lists(texts, max_size=40).map(". ".join))
def test_counting_by_pieces_gives_what_counting_the_whole_text_gives(text: str) -> None:
    assert "".join(segments(text)) == text
    for network_id, whole in (("x", x_weight), ("mastodon", mastodon), ("bluesky", bluesky), ("threads", threads)):
        assert used(text, network_id) == sum(part.used for part in whole.parts_of(text))


@pytest.mark.parametrize(
    "unit", ["字", "a.", "🚀", "🚀 ", "e\u0301", "@a@b.c", "https://a.b/((x)", "\u200d", "https://字"]
)
def test_a_hostile_wall_of_text_is_counted_all_the_same(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert all(count(text, each).used > 0 for each in networks())


@given(raw_texts)
def test_graphemes_are_those_of_the_unicode_annex(text: str) -> None:
    assert grapheme_count(text) == len(regex.findall(r"\X", text))
