import numpy
import pytest
from hypothesis import given

from app.model.finding import Risk
from app.reader.letters import Letters, features
from tests.app.reader.toy import letters
from tests.strategies import raw_texts

LEAK = list(Risk).index(Risk.CONFIDENTIAL_CLIENT)


def test_words_pairs_and_runs_of_letters_are_counted_and_the_side_is_a_word() -> None:
    found = features("Big big deal!", "personal")
    assert found["w"] == {"big": 2, "deal": 1, "big big": 1, "big deal": 1, "side:personal": 1}
    assert found["c"][" bi"] == 2
    assert found["c"]["deal!"] == 1
    assert max(map(len, found["c"])) == 5


def test_disguises_are_counted_as_what_they_look_like() -> None:
    assert features("bіg d\u200beal", "personal") == features("big deal", "personal")
    assert features("don’t", "personal")["w"] == features("don't", "personal")["w"]


def test_a_feature_weighs_for_its_risk_and_the_rest_for_none() -> None:
    ear = Letters(letters({"wmerger": {Risk.CONFIDENTIAL_CLIENT: 50}}))
    logits = ear.logits("a merger", "personal")
    assert logits[LEAK] == pytest.approx(5.0)
    assert numpy.count_nonzero(logits) == 1
    assert not ear.logits("a boat", "personal").any()


def test_what_is_known_shares_the_weight_and_what_is_not_takes_none() -> None:
    ear = Letters(letters({"wmerger": {Risk.CONFIDENTIAL_CLIENT: 50}, "wboat": {}}))
    alone, beside, among = (
        ear.logits(text, "personal")[LEAK] for text in ("merger", "merger boat", "merger of all those other things")
    )
    assert beside == pytest.approx(alone / 2**0.5)
    assert among == pytest.approx(alone)


def test_a_word_of_a_million_letters_has_no_more_runs_than_a_long_one() -> None:
    pattern = "".join(map(str, range(200_000)))
    assert len(features(pattern, "personal")["c"]) < 1_000


@given(raw_texts)
def test_any_text_gets_a_finite_logit_for_each_risk(text: str) -> None:
    logits = Letters(letters({"ca  ": {Risk.CONFIDENTIAL_CLIENT: 9}, "wacme": {}})).logits(text, "professional")
    assert logits.shape == (len(Risk),)
    assert numpy.isfinite(logits).all()
