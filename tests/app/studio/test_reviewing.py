from app.model.finding import Finding, Risk, Severity
from app.model.ids import DraftId
from app.model.persona import Side
from app.model.policy import IgnoreScope
from app.studio.advice import advice
from app.studio.studio import Studio
from tests.app.studio.conftest import Start, persona_on, written

VENTING = "Long day. My boss is an idiot. Bed."


def reviewed(studio: Studio, side: Side, draft_id: DraftId, text: str) -> tuple[Finding, ...]:
    persona = persona_on(studio, side)
    return studio.reviewing.review(persona.id, draft_id, text, studio.personas.policy(persona.id, None)).findings


def about_the_boss(findings: tuple[Finding, ...]) -> Finding | None:
    return next((finding for finding in findings if finding.risk is Risk.VENTING_COLLEAGUE), None)


def ignored(studio: Studio, side: Side, draft_id: DraftId, scope: IgnoreScope) -> None:
    finding = about_the_boss(reviewed(studio, side, draft_id, VENTING))
    assert finding is not None
    studio.reviewing.dismiss(persona_on(studio, side).id, draft_id, finding, scope, "My boss is an idiot")


def test_an_ignored_sentence_is_quiet_in_its_draft_alone(studio: Studio) -> None:
    here, there = written(studio, Side.PERSONAL, VENTING), written(studio, Side.PERSONAL, VENTING)
    ignored(studio, Side.PERSONAL, here, IgnoreScope.SENTENCE)
    assert about_the_boss(reviewed(studio, Side.PERSONAL, here, VENTING)) is None
    assert about_the_boss(reviewed(studio, Side.PERSONAL, there, VENTING)) is not None


def test_an_ignored_phrase_is_quiet_wherever_it_stands_but_for_the_other_persona(studio: Studio) -> None:
    here, there = written(studio, Side.PERSONAL, VENTING), written(studio, Side.PERSONAL, VENTING)
    work = written(studio, Side.PROFESSIONAL, VENTING)
    ignored(studio, Side.PERSONAL, here, IgnoreScope.PHRASE)
    assert about_the_boss(reviewed(studio, Side.PERSONAL, there, f"Rain again. {VENTING}")) is None
    assert about_the_boss(reviewed(studio, Side.PROFESSIONAL, work, VENTING)) is not None


def test_an_ignored_rule_is_quiet_about_other_words_too(studio: Studio) -> None:
    draft_id = written(studio, Side.PERSONAL, VENTING)
    ignored(studio, Side.PERSONAL, draft_id, IgnoreScope.RULE)
    assert about_the_boss(reviewed(studio, Side.PERSONAL, draft_id, "My manager is an idiot.")) is None


def test_what_is_ignored_survives_a_restart_and_can_be_taken_back(start: Start) -> None:
    with start() as studio:
        draft_id = written(studio, Side.PERSONAL, VENTING)
        ignored(studio, Side.PERSONAL, draft_id, IgnoreScope.PHRASE)
    with start() as again:
        persona_id = persona_on(again, Side.PERSONAL).id
        (dismissal,) = again.reviewing.dismissals(persona_id)
        assert dismissal.shown == "My boss is an idiot"
        assert about_the_boss(reviewed(again, Side.PERSONAL, draft_id, VENTING)) is None
        again.reviewing.take_back(persona_id, dismissal)
        assert about_the_boss(reviewed(again, Side.PERSONAL, draft_id, VENTING)) is not None


def test_the_gate_asks_about_a_hold_and_nothing_less(studio: Studio) -> None:
    persona = persona_on(studio, Side.PERSONAL)
    draft_id = written(studio, Side.PERSONAL, "")
    policy = studio.personas.policy(persona.id, None)
    asked = studio.handing_off.gate(persona.id, draft_id, "My password is Blue-Kettle-42", policy).asks_about
    assert asked is not None
    assert asked.severity is Severity.HOLD
    assert studio.handing_off.gate(persona.id, draft_id, "My boss is an idiot.", policy).asks_about is None


def test_every_finding_of_the_examples_names_advice_that_exists(studio: Studio) -> None:
    for side in Side:
        for summary in studio.drafting.summaries(persona_on(studio, side).id):
            text = studio.drafting.draft(summary.id).text
            for finding in reviewed(studio, side, summary.id, text):
                assert advice(finding.guideline), finding.rule_id


def test_the_examples_show_what_the_review_does_and_one_stays_quiet(studio: Studio) -> None:
    found = {
        summary.title: reviewed(studio, side, summary.id, studio.drafting.draft(summary.id).text)
        for side in Side
        for summary in studio.drafting.summaries(persona_on(studio, side).id)
    }
    assert {title for title, findings in found.items() if not findings} == {"Allotment, week 12"}
    assert Risk.CONFIDENTIAL_CLIENT in {finding.risk for finding in found["Big news, nearly"]}
    assert Risk.PRIVACY_THIRD_PARTY in {finding.risk for finding in found["A small win in Year 4"]}
    assert Risk.VENTING_CUSTOMER in {finding.risk for finding in found["Night shift"]}
