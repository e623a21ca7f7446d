from dataclasses import replace
from pathlib import Path

import pytest

from app.command_line.answers import Answer, answer, worded
from app.command_line.arguments import ReaderUse
from app.command_line.second_opinions import LONGEST_READ, SecondOpinions, second_opinions
from app.command_line.terminal import told
from app.model.finding import Fix, Risk, Severity, Span
from app.model.persona import Side
from app.model.policy import Stance, default_policy
from app.reader.naming import is_readers
from app.reader.unavailable import Lack, ReaderUnavailable
from tests.app.reader.toy import toy_encoder, weights_in

ME = default_policy(Side.PERSONAL)
SNORING = "The boss zuggles. We had bread."
COMPLAINT = "Ugh, another nightmare client today."


def rules(answered: Answer) -> list[str]:
    return [finding.rule_id for finding in answered.report.findings]


@pytest.mark.parametrize("use", [ReaderUse.AUTO, ReaderUse.ON])
def test_what_the_second_reader_hears_joins_the_findings(weights: Path, use: ReaderUse) -> None:
    joined = second_opinions(use, weights).joined(answer(SNORING, ME), ME)
    assert rules(joined) == ["reader.venting.colleague"]
    assert joined.verdict == "warn"


def test_off_or_where_there_is_none_rules_alone_review(weights: Path, tmp_path: Path) -> None:
    for opinions in (second_opinions(ReaderUse.OFF, weights), second_opinions(ReaderUse.AUTO, tmp_path)):
        alone = answer(SNORING, ME)
        assert opinions.joined(alone, ME) is alone


def test_it_is_an_error_if_it_is_to_be_on_and_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(ReaderUnavailable) as refused:
        second_opinions(ReaderUse.ON, tmp_path)
    assert refused.value.lack is Lack.NO_WEIGHTS


def test_one_that_fails_on_the_way_leaves_the_rest_to_the_rules_unless_it_must_read(tmp_path: Path) -> None:
    folder = weights_in(tmp_path, encoder=toy_encoder(known=10))
    alone = answer(COMPLAINT, ME)
    opinions = second_opinions(ReaderUse.AUTO, folder)
    assert opinions.joined(alone, ME) is alone
    assert opinions.reader is None
    with pytest.raises(ReaderUnavailable) as refused:
        second_opinions(ReaderUse.ON, folder).joined(alone, ME)
    assert refused.value.lack is Lack.FAILED


def test_each_policy_counts_for_its_own_posts(opinions: SecondOpinions) -> None:
    quiet = replace(ME, stances=((Risk.VENTING_COLLEAGUE, Stance.OFF),))
    for policy, verdict in ((ME, "warn"), (quiet, "clear"), (ME, "warn")):
        assert opinions.joined(answer(SNORING, policy), policy).verdict == verdict


def test_a_suspicion_is_calmed_where_nothing_is_meant(opinions: SecondOpinions) -> None:
    alone = answer(COMPLAINT, ME)
    assert alone.report.worst is Severity.WARN
    assert opinions.joined(alone, ME).report.worst is Severity.NOTE


def test_places_are_those_of_the_text_as_it_was_given(opinions: SecondOpinions) -> None:
    text = f"\x00At work.\r\n\r\n{SNORING}"
    joined = opinions.joined(answer(text, ME), ME)
    (finding,) = joined.report.findings
    span = joined.span(finding)
    assert text[span.start : span.end] == "zuggles"
    assert joined.place(finding) == (3, SNORING.index("zuggles") + 1)


def test_of_a_library_the_beginning_is_read_and_that_is_said(opinions: SecondOpinions) -> None:
    rest = f"It was a day. {'All of it. ' * 1_000}{COMPLAINT}"
    text = f"{SNORING} {'At work. ' * (LONGEST_READ // 9)}{rest} He zuggles."
    joined = opinions.joined(answer(text, ME), ME)
    assert [each for each in rules(joined) if each.startswith("reader.")] == ["reader.venting.colleague"]
    assert all(each.severity is Severity.WARN for each in joined.report.findings)
    assert "The second reader has read the first 100,000 characters." in told("post.txt", joined, colour=False)


def test_another_language_is_left_to_the_rules_and_that_is_said(opinions: SecondOpinions) -> None:
    joined = opinions.joined(answer("Der Chef zuggles, und das ist nicht mein Problem.", ME), ME)
    assert joined.verdict == "clear"
    assert "The second reader reads English only: this is what rules say." in told("post.txt", joined, colour=False)


def test_a_finding_in_the_terminal_says_what_the_text_reads_like(opinions: SecondOpinions) -> None:
    said = told("post.txt", opinions.joined(answer(SNORING, ME), ME), colour=False)
    assert "post.txt:1:10  Medium  Reads like: complaint about a colleague\n    “zuggles”\n" in said
    assert "second reader" not in told("post.txt", opinions.joined(answer("We had bread.", ME), ME), colour=False)


def test_only_wordings_with_which_the_reader_rests_are_offered(opinions: SecondOpinions) -> None:
    joined = opinions.joined(answer(SNORING, ME), ME)
    (finding,) = joined.report.findings
    still, better = Fix(Span(0, 3), "Our"), Fix(Span(0, 17), "It was a day.")
    offered = replace(joined.report, findings=(replace(finding, fixes=(still, better)),))
    (tried,) = opinions.tried(replace(joined, report=offered)).report.findings
    assert tried.fixes == (better,)


def test_wordings_of_rules_stay_as_they_are(opinions: SecondOpinions) -> None:
    shown = worded(opinions.joined(answer(COMPLAINT, ME), ME), ME)
    assert any(finding.fixes for finding in shown.report.findings)
    assert opinions.tried(shown) == shown


@pytest.mark.parametrize(
    "hostile",
    ["a" * 1_000_000, "\U0001f600" * 10_000, "\u200b" * 300_000, "\x00" * 300_000, "\ud83d" * 50_000, "a\r\n" * 50_000],
    ids=["one word", "emoji", "zero width", "NUL", "surrogates", "lines"],
)
def test_hostile_text_is_answered_all_the_same(opinions: SecondOpinions, hostile: str) -> None:
    joined = opinions.joined(answer(hostile, ME), ME)
    assert not any(is_readers(finding) for finding in joined.report.findings)
