import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.command_line.answers import Answer
from app.command_line.terminal import printable, told, wants_colour
from app.model.finding import Finding, Fix, Group, Report, Risk, Severity, Span
from app.text.intake import clean


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def finding(text: str, words: str, severity: Severity, fix: str | None = None) -> Finding:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Finding(
        rule_id="venting.customer.test",
        risk=Risk.VENTING_CUSTOMER,
        span=span,
        evidence=(span,),
        severity=severity,
        title="Complaint about a client",
        message="Reads as a complaint.",
        why="A client may take it as being about them.",
        minds=frozenset({Group.CLIENTS}),
        guideline="A14",
        instead=("Say what you learned.",),
        fixes=() if fix is None else (Fix(span, fix),),
    )


def answered(given: str, *words: tuple[str, Severity, str | None], skipped: tuple[str, ...] = ()) -> Answer:
    cleaned = clean(given)
    findings = tuple(finding(cleaned.text, *each) for each in words)
    return Answer(cleaned, Report(cleaned.text, findings, skipped=skipped))


def test_the_worst_comes_first_with_its_place_words_and_advice() -> None:
    post = answered(
        "Long day.\r\nA dull client, then \x00a nightmare.",
        ("dull client", Severity.NOTE, "day"),
        ("a nightmare", Severity.HOLD, ""),
    )
    assert told("post.txt", post, colour=False) == (
        "post.txt: 1 High, 1 Low\n"
        "    Control characters left out: 1\n"
        "\n"
        "post.txt:2:22  High  Complaint about a client\n"
        "    “a nightmare”\n"
        "    Reads as a complaint.\n"
        "    A client may take it as being about them.\n"
        "    Instead: Say what you learned.\n"
        "    Take out “a nightmare”\n"
        "\n"
        "post.txt:2:3  Low  Complaint about a client\n"
        "    “dull client”\n"
        "    Reads as a complaint.\n"
        "    A client may take it as being about them.\n"
        "    Instead: Say what you learned.\n"
        "    Write “day” for “dull client”\n"
    )


def test_a_clear_post_says_so_and_nothing_else() -> None:
    assert told("post.txt", answered("Off to the allotment."), colour=False) == "post.txt: Nothing found\n"


def test_a_check_that_did_not_run_leaves_no_all_clear() -> None:
    said = told("post.txt", answered("Off to the allotment.", skipped=("privacy",)), colour=False)
    assert "not everything was checked" in said
    assert "Could not run: privacy" in said


def test_a_file_without_text_says_so() -> None:
    assert "There is no text in it." in told("post.txt", answered(" \n"), colour=False)


def test_colour_marks_the_severity_and_nothing_else() -> None:
    post = answered("A dull client.", ("dull client", Severity.WARN, None))
    plain, coloured = (told("post.txt", post, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert coloured.replace("\x1b[33m", "").replace("\x1b[0m", "") == plain


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {}, True),
        (io.StringIO(), {}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
    ],
)
def test_colour_is_for_terminals_whose_user_wants_it(
    stream: io.StringIO, environment: dict[str, str], expected: bool
) -> None:
    assert wants_colour(stream, environment) is expected


@given(st.text())
def test_nothing_printed_can_steer_a_terminal(text: str) -> None:
    assert all(character.isprintable() or character in "\u200c\u200d" for character in printable(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x9b1m", "\\u001b[31mred\\u009b1m"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("👨‍👩‍👧‍👦 two\nlines", "👨‍👩‍👧‍👦 two lines"),
        ("\U000e0061", "\\U000e0061"),
    ],
)
def test_hidden_characters_are_written_out(text: str, expected: str) -> None:
    assert printable(text) == expected
