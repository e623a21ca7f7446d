"""The review of a whole text."""

from dataclasses import replace

from app.model.finding import Group, Severity, Span
from app.model.persona import Side
from app.model.policy import Dismissal, IgnoreScope, default_policy
from tests.app.checks.conftest import findings, rule, words_found

PERSONAL = default_policy(Side.PERSONAL)
NIGHTMARE = rule("nightmare {customer}", more='unless = ["lovely {customer}"]\nfixes = ["long day", ""]')
CUSTOMERS = {"lexicon_customer": "client\npatient # in a surgery\n"}


def test_a_finding_says_where_what_and_to_whom_in_the_persona_s_own_words(engine_over):
    engine = engine_over(pack=NIGHTMARE, **CUSTOMERS)
    policy = replace(PERSONAL, works_with="patients")
    (found,) = engine.review("Ugh, a nightmare client today", policy).findings
    assert found.span == Span(7, 23)
    assert (found.title, found.message) == ("Complains about a customer", "Reads as a complaint about a patient.")
    assert (found.severity, found.guideline) == (Severity.WARN, "A14")
    assert found.minds == {Group.CLIENTS, Group.BOSS}


def test_a_fix_puts_a_wording_in_place_and_an_empty_one_takes_one_blank_along(engine_over):
    engine = engine_over(pack=NIGHTMARE, **CUSTOMERS)
    text = "Ugh, a nightmare client today"
    (found,) = findings(engine, text)
    mended = [text[: fix.span.start] + fix.replacement + text[fix.span.end :] for fix in found.fixes]
    assert mended == ["Ugh, a long day today", "Ugh, a today"]


def test_an_exception_in_the_same_sentence_keeps_a_rule_quiet(engine_over):
    engine = engine_over(pack=NIGHTMARE, **CUSTOMERS)
    assert words_found(engine, "A nightmare client and a lovely client") == []
    assert words_found(engine, "A nightmare client. Then a lovely client") == ["nightmare client"]


def test_a_rule_that_is_off_on_a_side_is_silent_there(engine_over):
    engine = engine_over(
        pack=rule("nightmare {customer}", severity='{ personal = "off", professional = "hold" }'), **CUSTOMERS
    )
    assert findings(engine, "nightmare client") == ()
    (found,) = findings(engine, "nightmare client", default_policy(Side.PROFESSIONAL))
    assert found.severity is Severity.HOLD


def test_a_form_never_crosses_a_sentence_but_crosses_one_line_break(engine_over):
    engine = engine_over(pack=rule("boss .. idiot"))
    assert words_found(engine, "I like my boss. Idiot that I am") == []
    assert words_found(engine, "First line.\nMy boss\nis an idiot\nyes") == ["boss\nis an idiot"]
    assert words_found(engine, "My boss\n\nis an idiot") == []
    assert words_found(engine, "My boss.\nIs an idiot") == []


def test_offsets_hold_behind_emoji_and_on_later_lines(engine_over):
    engine = engine_over(pack=rule("bad day"))
    assert words_found(engine, "👩‍👧 fine\nÉcole: a bád day 😀\nbad day") == ["bád day", "bad day"]


def test_a_cue_needed_in_the_sentence_or_the_draft_is_evidence(engine_over):
    cue = '[[cue]]\nid = "work"\nphrases = ["office"]\n'
    near = rule("so tired", more='needs = ["work"]')
    engine = engine_over(pack=near + cue)
    assert words_found(engine, "so tired in the office") == ["so tired"]
    assert words_found(engine, "so tired. In the office") == []
    engine = engine_over(pack=rule("so tired", more='needs = ["work"]\nscope = "draft"') + cue)
    assert words_found(engine, "so tired.\n\nIn the office") == ["so tired"]
    assert words_found(engine, "so tired.\n\nAt home") == []


def test_weak_cues_of_a_risk_add_up_over_the_draft_to_one_finding(engine_over):
    cues = "".join(
        f'[[cue]]\nid = "tone.heated.{word}"\nrisk = "tone.heated"\nphrases = ["{word}"]\n' for word in ("argh", "gah")
    )
    engine = engine_over(pack=cues)
    assert findings(engine, "argh\nargh argh") == ()
    (found,) = findings(engine, "argh\nfine\ngah")
    assert (found.rule_id, found.evidence) == ("tone.heated.cues", (Span(0, 4), Span(10, 13)))


def test_of_overlapping_findings_of_one_risk_the_weightier_stays(engine_over):
    engine = engine_over(
        pack=rule("nightmare client") + rule("client from hell", name="venting.customer.hell", severity='"hold"')
    )
    (found,) = findings(engine, "a nightmare client from hell")
    assert found.rule_id == "venting.customer.hell"
    assert len(found.evidence) == 2


def test_an_answer_covers_the_sentence_in_its_draft_the_phrase_or_the_rule(engine_over):
    engine = engine_over(pack=rule("nightmare client"))
    text = "what a nightmare client I had"
    (found,) = findings(engine, text)

    def still_open(scope: IgnoreScope, mark: str, new_text: str, draft_id: str = "d1") -> int:
        answer = Dismissal(scope, mark, found.rule_id, "…", "d1" if scope is IgnoreScope.SENTENCE else None)
        report = engine.review(new_text, PERSONAL, [answer], draft_id)
        assert len(report.findings) + len(report.ignored) == 1
        return len(report.findings)

    moved_on = "Hello!\nAnd so: WHAT A NIGHTMARE CLIENT I had, really"
    assert still_open(IgnoreScope.SENTENCE, found.sentence_print, moved_on) == 0
    assert still_open(IgnoreScope.SENTENCE, found.sentence_print, moved_on, "d2") == 1
    assert still_open(IgnoreScope.SENTENCE, found.sentence_print, "your nightmare client then") == 1
    assert still_open(IgnoreScope.PHRASE, found.phrase_print, "your nightmare client then") == 0
    assert still_open(IgnoreScope.RULE, found.rule_id, "your nightmare client then") == 0


def test_the_same_text_gets_the_same_report_whatever_was_reviewed_before(engine_over):
    engine = engine_over(pack=rule("bad day", "boss .. idiot"))
    text = "bad day\nmy boss\nis an idiot\n" * 5
    first = engine.review(text, PERSONAL)
    engine.review("x\n" + text[:40], PERSONAL)
    engine.review(text, default_policy(Side.PROFESSIONAL))
    assert engine.review(text, PERSONAL) == first
    assert engine.review("x" + text, PERSONAL).findings[1:] != first.findings[1:]


def test_a_long_line_is_cut_and_found_alike(engine_over):
    engine = engine_over(pack=rule("bad day"))
    text = "Nothing to see here at all, my dear. " * 100 + "A bad day. " + "More of nothing. " * 100
    assert words_found(engine, text) == ["bad day"]
