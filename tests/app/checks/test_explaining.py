"""Why a text was judged as it was."""

from dataclasses import replace

import pytest

from app.checks.engine import Engine
from app.checks.explained import Explanation, Outcome, TriedRule
from app.model.finding import Risk, Severity, Span
from app.model.persona import Side
from app.model.policy import Dismissal, IgnoreScope, Stance, default_policy
from tests.app.checks.conftest import rule
from tests.app.checks.shipped import packs_as_shipped, packs_to_review_with

PERSONAL = default_policy(Side.PERSONAL)
CUES = """
[[cue]]
id = "work"
phrases = ["office"]
[[cue]]
id = "tone.heated.shouts"
risk = "tone.heated"
weight = 1
phrases = ["seriously"]
[[cue]]
id = "tone.heated.sighs"
risk = "tone.heated"
weight = 1
phrases = ["ugh"]
"""


def stood(explained: Explanation) -> list[tuple[str, Outcome, str]]:
    return [(one.rule_id.rpartition(".")[2], one.outcome, one.because) for one in explained.stood()]


def only(explained: Explanation) -> TriedRule:
    (tried,) = explained.tried
    return tried


def test_every_rule_whose_form_stands_there_is_named_with_what_came_of_it(engine_over):
    engine = engine_over(
        pack=rule("bad day", more='unless = ["hair"]')
        + rule("so tired", name="venting.customer.tired", more='needs = ["work"]')
        + CUES
    )
    explained = engine.explain(
        "A b4d day.\nNot a bad day. A bad day for hair. So tired. So tired in the office", PERSONAL
    )
    assert stood(explained) == [
        ("test", Outcome.FIRED, ""),
        ("test", Outcome.NEGATED, "not"),
        ("test", Outcome.EXCEPTED, "hair"),
        ("tired", Outcome.NEEDS_CUE, "work"),
        ("tired", Outcome.FIRED, ""),
    ]
    assert explained.tried[0].span == Span(2, 9)
    assert explained.tried[0].severity is Severity.WARN
    assert explained.tried[1].by == Span(11, 14)
    assert [cue.cue_id for cue in explained.cues] == ["work"]
    assert explained.report == engine.review(explained.report.text, PERSONAL)
    assert explained.microseconds > 0
    assert all(one.microseconds > 0 for one in explained.tried)


def test_disguised_words_are_shown_as_written_and_as_read(engine_over):
    explained = engine_over(pack=rule("bad day")).explain("A b4d day, not b2b, isn't it\u2019s", PERSONAL)
    (sentence,) = explained.sentences
    assert sentence.words[:3] == ("a", "bad", "day")
    assert [(one.span, one.words) for one in sentence.disguises] == [(Span(2, 5), ("bad",))]


@pytest.mark.parametrize(
    ("text", "outcome", "because"),
    [
        ("If only it were a bad day", Outcome.IMAGINED, "if"),
        ("She said it was a bad day", Outcome.QUOTED, "said"),
        ('My favourite song is "Bad day"', Outcome.QUOTED, ""),
    ],
)
def test_the_word_that_kept_a_rule_quiet_is_named(engine_over, text, outcome, because):
    assert stood(engine_over(pack=rule("bad day")).explain(text, PERSONAL)) == [("test", outcome, because)]


def test_a_rule_that_is_off_or_counts_on_the_other_side_says_so(engine_over):
    engine = engine_over(pack=rule("bad day", severity='{ personal = "off", professional = "warn" }'))
    assert stood(engine.explain("A bad day", PERSONAL)) == [("test", Outcome.OTHER_SIDE, "professional")]
    off = replace(default_policy(Side.PROFESSIONAL), stances=((Risk.VENTING_CUSTOMER, Stance.OFF),))
    assert stood(engine.explain("A bad day", off)) == [("test", Outcome.OFF, "venting.customer")]


def test_what_the_writer_has_ignored_is_no_longer_said_to_fire(engine_over):
    engine = engine_over(pack=rule("bad day"))
    ignored = Dismissal(IgnoreScope.RULE, "venting.customer.test", "venting.customer.test", "bad day")
    explained = engine.explain("A bad day", PERSONAL, [ignored])
    assert stood(explained) == [("test", Outcome.IGNORED, "venting.customer.test")]


def test_of_two_rules_on_the_same_words_the_one_that_speaks_is_named(engine_over):
    engine = engine_over(pack=rule("bad day") + rule("day", name="venting.customer.short", severity='"note"'))
    assert stood(engine.explain("A bad day", PERSONAL)) == [
        ("test", Outcome.FIRED, ""),
        ("short", Outcome.UNITED, "venting.customer.test"),
    ]


def test_of_a_rule_that_is_not_all_there_the_missing_part_is_named(engine_over):
    engine = engine_over(pack=rule("(bad|awful) ..2 client"))
    missed = only(engine.explain("A client today", PERSONAL))
    assert (missed.outcome, missed.because, missed.span) == (Outcome.NOT_THERE, "(bad|awful)", Span(2, 8))
    apart = only(engine.explain("An awful day, and that was before the client came", PERSONAL))
    assert (apart.outcome, apart.because) == (Outcome.OUT_OF_REACH, "client")
    assert not engine.explain("A good day", PERSONAL).tried


def test_weak_signs_are_added_up_against_what_it_takes(engine_over):
    engine = engine_over(pack=rule("bad day") + CUES)
    (too_little,) = engine.explain("Seriously. Seriously", PERSONAL).sums
    assert (too_little.risk, too_little.total, too_little.threshold) == (Risk.TONE_HEATED, 1, 2)
    assert not too_little.is_reached
    explained = engine.explain("Ugh. Seriously", PERSONAL)
    (enough,) = explained.sums
    assert (enough.is_reached, enough.is_said) == (True, False)
    assert [finding.rule_id for finding in explained.report.findings] == ["tone.heated.cues"]


def test_a_sentence_that_goes_on_in_the_next_line_is_explained_as_one(engine_over):
    explained = engine_over(pack=rule("bad day")).explain("A bad\nday it was", PERSONAL)
    assert [one.span for one in explained.stood()] == [Span(2, 9)]
    assert next(explained.stood()).outcome is Outcome.FIRED


def test_of_a_long_text_only_the_sentences_asked_for_are_explained(engine_over):
    explained = engine_over(pack=rule("bad day")).explain(
        "A bad day. A bad day. A bad day", PERSONAL, within=Span(13, 14)
    )
    assert [one.span for one in explained.stood()] == [Span(13, 20)]
    assert len(explained.report.findings) == 3


def test_each_rule_that_fires_on_its_own_sentence_is_explained_as_fired():
    engine, rules = Engine(packs_to_review_with()), packs_as_shipped().rules
    for each in rules:
        example = each.fires[0]
        policy = default_policy(example.side or min(each.sides))
        explained = engine.explain(example.text, policy)
        said = {finding.rule_id for finding in explained.report.findings}
        fired = {one.rule_id for one in explained.stood() if one.outcome is Outcome.FIRED}
        assert fired >= said & {other.id for other in rules}, example.text
