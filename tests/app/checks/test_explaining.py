"""Why a text was judged as it was."""

from app.model.finding import Severity, Span
from app.model.persona import Side
from app.model.policy import default_policy
from tests.app.checks.conftest import rule

PERSONAL = default_policy(Side.PERSONAL)


def test_every_rule_whose_form_stands_there_is_named_with_what_kept_it_quiet(engine_over):
    cue = '[[cue]]\nid = "work"\nphrases = ["office"]\n'
    engine = engine_over(
        pack=rule("bad day", more='unless = ["hair"]')
        + rule("so tired", name="venting.customer.tired", more='needs = ["work"]')
        + cue
    )
    explained = engine.explain(
        "A b4d day.\nNot a bad day. A bad day for hair. So tired. So tired in the office", PERSONAL
    )
    assert [(one.rule_id.rpartition(".")[2], one.excuse) for one in explained.tried] == [
        ("test", ""),
        ("test", "negated"),
        ("test", "unless hair"),
        ("tired", "needs work"),
        ("tired", ""),
    ]
    assert explained.tried[0].span == Span(2, 9)
    assert explained.tried[0].severity is Severity.WARN
    assert [cue.cue_id for cue in explained.cues] == ["work"]
    assert explained.words[:3] == ("a", "bad", "day")
    assert explained.report == engine.review(explained.report.text, PERSONAL)
    assert explained.microseconds > 0
