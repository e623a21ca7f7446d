"""The measuring stick measures right: counted by hand on a handful of posts."""

from types import ModuleType

import pytest

from tests.test_tools import ROOT


@pytest.fixture
def scoring(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import scoring

    return scoring


@pytest.fixture
def judged(scoring):
    def one(labels, raised, *, must_not=(), optional=()):
        post = scoring.Post("a", "text", frozenset(labels), must_not=frozenset(must_not), optional=frozenset(optional))
        return scoring.Judged(post, dict(raised))

    return [
        one(["venting.customer", "venting.colleague"], {"venting.customer": 2}),
        one(["tone.heated"], {"tone.heated": 1, "offensive.sex": 3}, optional=["offensive.sex"]),
        one([], {"privacy.location": 1}, must_not=["privacy.location"]),
        one([], {}, must_not=["tone.heated"]),
    ]


def test_strict_counts_what_is_optional_as_wrong_and_lenient_ignores_it(scoring, judged):
    assert scoring.counts(judged) == scoring.Counts(right=2, wrong=2, missed=1)
    assert scoring.counts(judged, lenient=True) == scoring.Counts(right=2, wrong=1, missed=1)


def test_two_ids_of_one_category_count_once(scoring, judged):
    counted = scoring.counts(judged, scoring.category)
    assert counted == scoring.Counts(right=2, wrong=2, missed=0)
    assert (counted.precision, counted.recall) == (0.5, 1.0)


def test_each_id_is_counted_for_itself(scoring, judged):
    each = scoring.counts_by_risk(judged)
    assert each["venting.colleague"] == scoring.Counts(0, 0, 1)
    assert each["offensive.sex"] == scoring.Counts(0, 1, 0)


def test_shares_are_of_the_posts_they_are_about(scoring, judged):
    assert scoring.quiet(judged[2:]) == 0.5
    assert scoring.violations(judged) == 0.5
    assert scoring.flagged(judged, 3) == 0.25
    assert scoring.flagged(judged, 1, lambda risk: risk.startswith("venting")) == 0.25
    assert scoring.share(1, 0) == 0.0
