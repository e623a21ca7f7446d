import pytest
from hypothesis import given

from app.reader.language import is_english
from tests.strategies import raw_texts

ENGLISH = [
    "My boss is on holiday, and I am not.",
    "off to the beach",
    "Brill night at El Toro with the team",
    "",
    "12345 67890",
    "\U0001f600\U0001f389",
    "𝗠𝘆 𝗯𝗼𝘀𝘀 𝗶𝘀 𝗼𝗻 𝗵𝗼𝗹𝗶𝗱𝗮𝘆",
    "Ｍｙ ｂｏｓｓ ｉｓ ａｗａｙ",
    "I’m done, that’s it, don’t ask me",
    "im done n u can't make me lol",
    "Y O U   H A D   O N E   J O B",
    "w33d before work, w33d after w0rk",
    "Men mocking men who cheer men on",
    "Naughty Boy feat Sam Smith - La La La",
    "a" * 1_000_000,
    "\x00\ud83d\u200b" * 1_000,
]
FOREIGN = [
    "Mein Chef ist im Urlaub, und ich bin es nicht.",
    "Mon patron est en vacances et pas moi, c'est la vie.",
    "Mi jefe está de vacaciones y yo no, pero bueno.",
    "Meu chefe está de férias e eu não, mas tudo bem.",
    "Il mio capo è in vacanza e io non sono contento.",
    "Mijn baas is op vakantie en ik ben het niet.",
    "Mój szef jest na urlopie, ale ja nie, i co z tego.",
    "Min chef är på semester, och det är inte jag.",
    "Patronum tatilde ama ben değilim, ne kadar güzel.",
    "Bos saya sedang libur dan saya tidak, yang penting sudah gajian.",
    "Mi jefe no está y yo me voy a la playa",
    "Mon chef est absent, je vais à la plage",
    "Мой начальник в отпуске, а я нет.",
    "今日は上司が休みです。",
    "상사가 휴가 중입니다",
    "رئيسي في إجازة وأنا لست كذلك",
]


@pytest.mark.parametrize("text", ENGLISH, ids=ascii)
def test_what_may_be_english_is_taken_for_it(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_none(text: str) -> None:
    assert not is_english(text)


def test_a_foreign_word_or_two_make_no_foreign_text() -> None:
    assert is_english("We had the soupe du jour and the tarte, and it was all we wanted, la dolce vita.")


@given(raw_texts)
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_english(text) in (True, False)
