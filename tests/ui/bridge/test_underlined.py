"""Underlines carried over an edit are those that the new text would have got by itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.finding import Severity, Span
from tests.strategies import texts
from tests.ui.bridge.written import WORDS, finding, review
from ui.bridge.underlined import Underlined
from ui.bridge.underlines import underlines_of

lines = st.lists(st.sampled_from([*WORDS, "my\nboss", "quiet", "shout", "\n", "\n", ".", "😀"]) | texts, max_size=12)
written = lines.map("".join)
MANY = "boss\n.\n" * 8


def some_findings(draw, text):
    """Return findings anywhere, over several lines, over each other, of no length, and in any order."""
    places = st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 9), st.sampled_from(Severity)), max_size=8)
    return tuple(finding(Span(at, min(len(text), at + length)), how) for at, length, how in draw(places))


def told_otherwise(draw, found):
    """Return *found* as it is, with one of them gone, or with one of them weighed otherwise."""
    if not found or draw(st.booleans()):
        return found
    at = draw(st.integers(0, len(found) - 1))
    others = draw(st.sampled_from([(), (finding(found[at].span, draw(st.sampled_from(Severity))),)]))
    return [*found[:at], *others, *found[at + 1 :]]


@st.composite
def steps(draw):
    """Texts one after the other, each with findings; often most of both is what it was before."""
    text = MANY + draw(written) + draw(st.sampled_from(["", MANY]))
    found = (*review(text).findings, *some_findings(draw, text))
    told = [(text, found)]
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        end = draw(st.sampled_from([start, min(end, start + 3), end]))
        words = draw(st.sampled_from(["", "x", "\n", "a\nb", "😀"]) | written)
        shift = len(words) - (end - start)
        text = text[:start] + words + text[end:]
        kept = [each for each in found if each.span.end <= start]
        kept += [finding(each.span.shifted(shift), each.severity) for each in found if each.span.start >= end]
        kept = told_otherwise(draw, kept)
        found = (*kept, *some_findings(draw, text)) if draw(st.booleans()) else tuple(kept)
        told.append((text, found))
    return told


@given(steps())
def test_whatever_was_found_before_the_underlines_are_those_of_the_text(told):
    underlined = Underlined.of("", ())
    for text, found in told:
        underlined = underlined.then(text, found)
        assert underlined.lines == underlines_of(text, found)


@pytest.mark.parametrize("line", [0, 1, 6, 12, 18, 19])
@pytest.mark.parametrize("edited", [0, 1, 6, 12, 18, 19])
@pytest.mark.parametrize("words", ["", "x", "\n"])
def test_what_is_found_otherwise_far_from_an_edit_is_underlined_otherwise(line, edited, words):
    text = "boss\n" * 19 + "boss"
    at = 5 * edited + 4
    typed = text[:at] + words + text[at:]
    found = review(text).findings
    after = list(review(typed).findings)
    for others in (
        [],
        [finding(after[line].span, Severity.NOTE)],
        [after[line], finding(after[line].span, Severity.HOLD)],
    ):
        told = (*after[:line], *others, *after[line + 1 :])
        assert Underlined.of(text, found).then(typed, told).lines == underlines_of(typed, told)
        assert Underlined.of(typed, told).then(text, found).lines == underlines_of(text, found)


@given(st.lists(written, min_size=2, max_size=5))
def test_any_text_may_follow_any_other(several):
    underlined = Underlined.of("", ())
    for text in (MANY + each for each in several):
        underlined = underlined.then(text, review(text).findings)
        assert underlined.lines == underlines_of(text, review(text).findings)


def test_lines_that_nothing_has_reached_are_not_made_again():
    text = "my boss\n" * 50
    before = Underlined.of("", ()).then(text, review(text).findings)
    typed = text[:200] + "a boss\n\n" + text[200:]
    after = before.then(typed, review(typed).findings)
    assert all(after.lines[line] is before.lines[line] for line in range(24))
    assert all(after.lines[line + 2] is before.lines[line] for line in range(26, 50))


def test_words_found_by_the_second_reader_instead_of_a_rule_are_underlined_otherwise():
    text = "boss\n" * 19 + "boss"
    by_rules = review(text).findings
    told = (*by_rules[:9], replace(by_rules[9], rule_id="reader.tone.heated"), *by_rules[10:])
    assert Underlined.of(text, by_rules).then(text, told).lines == underlines_of(text, told)
    assert Underlined.of(text, told).then(text, by_rules).lines == underlines_of(text, by_rules)
