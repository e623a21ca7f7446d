from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.checks.lens import minded_sentences, read_by, reading_of
from app.model.finding import Finding, Group, Report, Risk, Severity, Span
from app.model.persona import Side
from app.model.policy import Policy, Reads


def finding(span: Span, *minds: Group) -> Finding:
    return Finding("rule", Risk.VENTING_COLLEAGUE, span, (span,), Severity.WARN, "", "", "", frozenset(minds), "")


def about(text: str, words: str, *minds: Group) -> Finding:
    start = text.index(words)
    return finding(Span(start, start + len(words)), *minds)


def cut(text: str, *words: str) -> list[str]:
    found = minded_sentences(text, [about(text, each) for each in words])
    return [text[one.span.start : one.span.end] for one in found]


def test_a_reader_is_added_and_whoever_else_reads_stays():
    policy = Policy(Side.PERSONAL, audience=((Group.CLIENTS, Reads.NO), (Group.FRIENDS, Reads.YES)))
    read = read_by(policy, Group.CLIENTS)
    assert dict(read.audience) == {Group.CLIENTS: Reads.YES, Group.FRIENDS: Reads.YES}
    assert read_by(Policy(Side.PERSONAL), Group.BOSS).audience == ((Group.BOSS, Reads.YES),)


def test_only_what_the_reader_minds_is_left_answered_or_not():
    text = "One two. Three."
    minded, other = about(text, "two", Group.BOSS), about(text, "Three", Group.FAMILY)
    reading = reading_of(Report(text, (minded, other), (minded, other), ("a check",)), Group.BOSS)
    assert reading.report == Report(text, (minded,), (minded,), ("a check",))
    assert [text[each.span.start : each.span.end] for each in reading.sentences] == ["One two."]
    assert reading_of(Report(text, (minded,)), Group.FRIENDS).sentences == ()


def test_the_whole_sentence_is_shown_once_however_much_is_minded_in_it():
    text = "Lovely morning. My boss, Dr. Hale, is an idiot and a liar! Bed now."
    assert cut(text, "idiot", "liar") == ["My boss, Dr. Hale, is an idiot and a liar!"]
    assert cut(text, "Lovely", "Bed") == ["Lovely morning.", "Bed now."]


def test_words_that_go_on_over_a_line_or_a_stop_join_their_sentences():
    text = "Rain again\nwhat an\nidiot he is. Truly! Bed."
    assert cut(text, "an\nidiot", "Bed") == ["what an\nidiot he is.", "Bed."]
    assert cut(text, "is. Truly", "idiot") == ["idiot he is. Truly!"]


def test_words_outside_every_sentence_are_shown_alone():
    assert cut("Well\n🖕\nthen", "🖕") == ["🖕"]


@given(text=some.text("ab .!?\n😤", max_size=80), data=some.data())
def test_every_finding_stands_in_exactly_one_sentence_and_no_two_overlap(text: str, data: some.DataObject):
    ends = some.integers(0, len(text))
    spans = data.draw(some.lists(some.tuples(ends, ends).filter(lambda two: two[0] < two[1]), max_size=5))
    findings = [finding(Span(*two)) for two in spans]
    found = minded_sentences(text, findings)
    told = [each for sentence in found for each in sentence.findings]
    assert told == sorted(findings, key=lambda each: each.span)
    for sentence in found:
        assert all(
            sentence.span.start <= each.span.start and each.span.end <= sentence.span.end
            for each in told
            if each in sentence.findings
        )
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start


@pytest.mark.parametrize("length", [10_000])
def test_one_long_line_is_cut_into_sentences_once(length: int):
    text = "A sentence of a long line. " * length
    findings = [finding(Span(at * 27, at * 27 + 1)) for at in range(length)]
    assert len(minded_sentences(text, findings)) == length
