from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.model.finding import Severity, Span
from tests.strategies import texts_and_spans
from tests.ui.bridge.written import finding
from ui.bridge.underlines import Underline, underlines_of


def words_on(text, underlines):
    """Return the underlined words by line, cut out in the units Qt counts in."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    return {
        number: [lines[number][2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le") for each in found]
        for number, found in underlines.items()
    }


@given(texts_and_spans(), st.sampled_from(Severity))
def test_a_finding_is_underlined_on_each_of_its_lines(text_and_span, severity):
    text, span = text_and_span
    underlines = underlines_of(text, [finding(span, severity)])
    first = text.count("\n", 0, span.start)
    wanted = enumerate(text[span.start : span.end].split("\n"), start=first)
    assert words_on(text, underlines) == {number: [words] for number, words in wanted if words}


def test_the_worst_of_two_findings_on_the_same_words_is_painted_last():
    both = [finding(Span(0, 4), Severity.HOLD), finding(Span(2, 6), Severity.NOTE)]
    assert underlines_of("abcdef", both) == {0: (Underline(2, 4, Severity.NOTE), Underline(0, 4, Severity.HOLD))}


def test_findings_need_no_order():
    found = [finding(Span(3, 4), Severity.NOTE), finding(Span(0, 1), Severity.NOTE)]
    assert words_on("a\n\nb", underlines_of("a\n\nb", found)) == {0: ["a"], 2: ["b"]}


def test_what_the_second_reader_found_is_dotted_and_lies_below_what_a_rule_found_there():
    by_rule = finding(Span(0, 4), Severity.WARN)
    by_reader = replace(by_rule, rule_id="reader.tone.heated")
    assert underlines_of("boss", [by_reader]) == {0: (Underline(0, 4, Severity.WARN, is_dotted=True),)}
    assert [each.is_dotted for each in underlines_of("boss", [by_rule, by_reader])[0]] == [True, False]
