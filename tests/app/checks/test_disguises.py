"""Disguised words are seen through, and what merely looks disguised is left alone."""

import pytest

from tests.app.checks.conftest import rule, words_found

PACK = rule("shit", "price", "idiot", "my boss", "free shots", "sexting", name="tone.heated.words")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what a sh1t day", "sh1t"),
        ("what a $h1t day", "$h1t"),
        ("what a s**t day", "s**t"),
        ("such an id*ot, really", "id*ot"),
        ("such an s h i t day", "s h i t"),
        ("such an s-h-i-t day", "s-h-i-t"),
        ("such an s.h.i.t day", "s.h.i.t"),
        ("so s\u200bh\u200bi\u200bt then", "s\u200bh\u200bi\u200bt"),
        ("he is a s\u200bh\u200bit, there", "s\u200bh\u200bit"),
        ("so sh\u0456t then", "sh\u0456t"),
        ("so ｓｈｉｔ then", "ｓｈｉｔ"),
        ("so 𝓼𝓱𝓲𝓽 then", "𝓼𝓱𝓲𝓽"),
        ("so shiiiiit then", "shiiiiit"),
        ("so IDIOOOT then", "IDIOOOT"),
        ("m y   b o s s again", "m y   b o s s"),
        ("the fr33 sh0ts 😀", "fr33 sh0ts"),
        ("😀 s e x t i n g all night", "s e x t i n g"),
        ("ur a s.h.i.t driver", "s.h.i.t"),
        ("a s - h - i - t day", "s - h - i - t"),
        ("my 1d10t of a dog", "1d10t"),
        ("such sh.t again", "sh.t"),
        ("this is sh💩t", "sh💩t"),
        ("this is sh⭐️t", "sh⭐️t"),
        ("what a sh@t day", "sh@t"),
        ("some id&ot, there", "id&ot"),
        ("an sh+t day", "sh+t"),
        ("an sh*it day", "sh*it"),
        ("the pric3 of it", "pric3"),
    ],
)
def test_a_disguise_is_found_where_it_stands_in_the_text(engine_over, text, words):
    assert words_found(engine_over(pack=PACK), text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "b2b sales on k8s, 4ever young, an h8-free zone",
        "10am, 3rd of May, 5k run, mp3, i18n, 50s music, 1st",
        "A B C, easy as 1 2 3",
        "2 * 3 * 4 is $24, #1 in C#",
        "привет мир, сегодня всё хорошо",
        "s o n g",
        "shirt shift mishit",
        "write to sh@t.example or see sh.tt, R&D, AT&T, 50%off, A+B",
        "read e.g. node.js, the.end",
        "room5, price5, win7, *its* and sh* it",
        "hot🔥take, 💩 happens, sh 💩 t",
    ],
)
def test_what_hides_nothing_is_left_alone(engine_over, text):
    assert words_found(engine_over(pack=PACK), text) == []
