import pytest
from hypothesis import given, settings

from app.command_line.answers import answer
from app.model.persona import Side
from app.model.policy import default_policy
from tests.strategies import raw_texts

COMPLAINT = "Ugh, another nightmare client today."


@settings(max_examples=50)
@given(raw_texts)
def test_a_finding_is_placed_in_the_text_as_it_was_given(before: str) -> None:
    text = f"{before}\r\n\n{COMPLAINT}"
    answered = answer(text, default_policy(Side.PROFESSIONAL))
    finding = next(each for each in answered.report.findings if each.rule_id.startswith("venting.customer"))
    span = answered.span(finding)
    assert "nightmare client" in text[span.start : span.end]
    line, column = answered.place(finding)
    assert line == answered.report.text.count("\n") + 1
    assert column == COMPLAINT.index(text[span.start : span.end]) + 1


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 200_000,
        "\x00" * 200_000,
        "\ud83d" * 50_000,
        "\u202e\u200b" * 50_000,
        "e" + "\u0301" * 100_000,
        "\r\n" * 50_000,
    ],
)
def test_hostile_text_is_answered_all_the_same(hostile: str) -> None:
    assert answer(hostile, default_policy(Side.PERSONAL)).verdict in {"clear", "note", "warn", "hold"}
