"""Whatever is written, the review says something sound about exactly that text."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from app.checks.engine import Engine
from app.model.persona import Side
from app.model.policy import Policy, WatchTerm, default_policy
from tests.app.checks.shipped import packs_to_review_with

WORDS = ("my", "boss", "is", "an", "idiot", "client", "f**k", "sh1t", "s h i t", "4242 4242 4242 4242", "@ann", "\n")
TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=12)), max_size=30
).map(" ".join)


@cache
def engine() -> Engine:
    return Engine(packs_to_review_with())


@given(TEXTS, st.sampled_from(Side))
def test_findings_stand_in_the_text_in_reading_order(text, side):
    report = engine().review(text, default_policy(side))
    assert report.text == text
    spans = [found.span for found in report.findings]
    assert spans == sorted(spans)
    for found in report.findings:
        assert all(0 <= span.start < span.end <= len(text) for span in (found.span, *found.evidence))
        assert "{" not in found.message + found.why


@given(TEXTS, TEXTS)
def test_what_was_reviewed_before_makes_no_difference(text, other):
    policy = default_policy(Side.PERSONAL)
    first = engine().review(text, policy)
    engine().review(f"{other}\n{text}", policy)
    assert engine().review(text, Policy(Side.PERSONAL)) == first


@given(TEXTS, st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_any_name_can_be_watched(text, name):
    if name.strip():
        policy = Policy(Side.PERSONAL, watch_terms=(WatchTerm(name),), other_handles=(name,))
        engine().review(f"{text} {name}", policy)
