"""Who asked to be a contact, what to answer, and what came of it."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from app.errors import ContactRequestMissing, PersonaLocked
from app.model.contact_advice import Tone
from app.model.contact_request import Asker, LoggedRequest, Outcome
from app.model.finding import Severity
from app.model.ids import PersonaId
from app.model.persona import Handle, Side
from app.studio.changes import Topic
from app.studio.reviewing import review_text
from tests.app.studio.conftest import persona_on

FROM_WORK = (Asker.CLIENT, Asker.COLLEAGUE, Asker.BOSS, Asker.SUPPLIER)
PEOPLE_AND_LINKS = (
    ("patients", (Handle("linkedin", "linkedin.com/in/ann-novak"),), "linkedin.com/in/ann-novak"),
    ("pupils", (Handle("mastodon", "@mrsnovak@school.example"),), "@mrsnovak@school.example"),
    ("customers", (Handle("linkedin", "bluedoor"), Handle("x", "@bluedoorbakery")), "@bluedoorbakery"),
    ("guests", (), ""),
)


def described(studio, people="clients", handles=()):
    """Both personas, with a word for their people and the handles of the professional one."""
    personal, professional = persona_on(studio, Side.PERSONAL), persona_on(studio, Side.PROFESSIONAL)
    studio.personas.describe(replace(personal, works_with=people, handles=(Handle("bluesky", "@ann.home"),)))
    studio.personas.describe(replace(professional, works_with=people, handles=handles))
    return persona_on(studio, Side.PERSONAL), persona_on(studio, Side.PROFESSIONAL)


@pytest.mark.parametrize(("people", "handles", "link"), PEOPLE_AND_LINKS)
def test_every_reply_can_be_sent_as_it_is_from_the_account_it_is_for(studio, people, handles, link):
    personal, professional = described(studio, people, handles)
    for (persona, other), asker in product(((personal, professional), (professional, personal)), Asker):
        advice = studio.contact_requests.advice(persona.id, asker, "Mrs Berger", "x")
        assert advice.recommendation
        assert advice.reason
        assert [len(advice.in_tone(tone)) for tone in Tone] == [2, 2, 2]
        assert len({reply.text for reply in advice.replies}) == len(advice.replies)
        policy = studio.personas.policy(persona.id, other.id)
        for reply in advice.replies:
            assert "{" not in reply.text + advice.recommendation + advice.reason
            findings = [each for each in review_text(reply.text, policy).findings if each.severity >= Severity.WARN]
            if reply.leads_to:  # to lead there is what such a reply is for, and it leads nowhere else
                assert [each.rule_id for each in findings] == ["boundary.crosslink.other-persona"]
                (fix,) = findings[0].fixes
                assert reply.text[fix.span.start : fix.span.end].strip() in link
            else:
                assert findings == []


@pytest.mark.parametrize("asker", FROM_WORK)
def test_somebody_from_work_is_sent_from_the_personal_account_to_the_professional_one(studio, asker):
    personal, professional = described(studio, "patients", (Handle("linkedin", "linkedin.com/in/ann"),))
    replies = studio.contact_requests.advice(personal.id, asker, "", "bluesky").replies
    assert {(reply.outcome, reply.leads_to) for reply in replies} == {(Outcome.REDIRECTED, "LinkedIn")}
    assert all("linkedin.com/in/ann" in reply.text for reply in replies)
    welcomed = studio.contact_requests.advice(professional.id, asker, "", "linkedin").replies
    assert {reply.outcome for reply in welcomed} == {Outcome.ACCEPTED}


def test_without_a_professional_handle_the_replies_decline_kindly_and_the_reason_says_what_would_help(studio):
    personal, _ = described(studio)
    advice = studio.contact_requests.advice(personal.id, Asker.CLIENT, "", "bluesky")
    assert {(reply.outcome, reply.leads_to) for reply in advice.replies} == {(Outcome.DECLINED, "")}
    assert "Give your professional persona a handle" in advice.reason
    assert (
        "Give your professional persona"
        not in studio.contact_requests.advice(personal.id, Asker.FRIEND, "", "bluesky").reason
    )


def test_replies_lead_to_the_network_where_they_asked_and_name_it(studio):
    personal, _ = described(studio, handles=(Handle("linkedin", "ann-novak"), Handle("x", "@ann_work")))
    for network, written in (("x", "@ann_work on X"), ("bluesky", "ann-novak on LinkedIn"), ("", "on LinkedIn")):
        for reply in studio.contact_requests.advice(personal.id, Asker.BOSS, "", network).replies:
            assert written in reply.text


def test_replies_and_reasons_use_the_word_for_the_people_and_the_name_of_who_asks(studio):
    personal, _ = described(studio, "families")
    advice = studio.contact_requests.advice(personal.id, Asker.CLIENT, "  Mrs   Novak ", "x")
    assert "a family who becomes a friend" in advice.reason
    assert advice.replies[0].text.startswith("Hello Mrs Novak! ")
    assert "all my families" in advice.replies[0].text
    nameless = studio.contact_requests.advice(personal.id, Asker.CLIENT, " ", "x")
    assert nameless.replies[0].text.startswith("Hello! ")


def test_a_friend_is_at_home_on_the_personal_account_and_the_way_there_is_not_told_at_work(studio):
    personal, professional = described(studio)
    at_home = studio.contact_requests.advice(personal.id, Asker.FRIEND, "", "bluesky")
    at_work = studio.contact_requests.advice(professional.id, Asker.FRIEND, "", "linkedin")
    assert {reply.outcome for reply in at_home.replies} == {Outcome.ACCEPTED}
    assert {reply.outcome for reply in at_work.replies} == {Outcome.REDIRECTED}
    assert not any("ann.home" in reply.text for reply in at_work.replies)


def test_somebody_unknown_is_asked_first_and_nobody_who_frightens_learns_of_the_other_account(studio):
    personal, professional = described(studio, handles=(Handle("linkedin", "linkedin.com/in/ann"),))
    for persona in (personal, professional):
        asked = studio.contact_requests.advice(persona.id, Asker.UNKNOWN, "", "x")
        assert [asked.in_tone(tone)[0].outcome for tone in Tone] == [Outcome.OPEN] * 3
        frightening = studio.contact_requests.advice(persona.id, Asker.FRIGHTENING, "", "x")
        assert {reply.outcome for reply in frightening.replies} == {Outcome.DECLINED}
        assert not any("linkedin" in reply.text for reply in (*asked.replies, *frightening.replies))


def test_only_somebody_who_frightens_comes_with_steps_from_keeping_to_changing(studio):
    personal, _ = described(studio)
    steps = {asker: studio.contact_requests.advice(personal.id, asker, "", "x").steps for asker in Asker}
    assert [asker for asker, each in steps.items() if each] == [Asker.FRIGHTENING]
    titles = [step.title for step in steps[Asker.FRIGHTENING]]
    assert titles == ["Keep what there is, before you block", "Restrict", "Report", "Tell somebody", "Change first"]
    assert all(step.lines for step in steps[Asker.FRIGHTENING])


def test_the_replies_lead_to_the_professional_persona_that_can_be_found(studio):
    personal, _ = described(studio)
    made, _ = studio.roll.create(Side.PROFESSIONAL, "Dr Novak")
    studio.personas.describe(replace(made, handles=(Handle("x", "@dr_novak"),)))
    assert "@dr_novak on X" in studio.contact_requests.advice(personal.id, Asker.BOSS, "", "x").replies[0].text


def test_a_request_stays_in_the_log_of_the_persona_it_came_to(start, clock):
    with start() as studio:
        personal, professional = described(studio)
        request, changes = studio.contact_requests.record(personal.id, Asker.CLIENT, " Mrs  Novak", "bluesky")
        assert changes.topics == {Topic.CONTACT_REQUESTS}
        clock.move(timedelta(minutes=5))
        later, _ = studio.contact_requests.record(professional.id, Asker.FRIEND, "", "linkedin")
    with start() as again:
        assert again.contact_requests.log() == (
            LoggedRequest(professional.id, later),
            LoggedRequest(personal.id, request),
        )
        assert again.contact_requests.log(personal.id) == (LoggedRequest(personal.id, request),)
        assert (request.name, request.outcome, request.decided_at) == ("Mrs Novak", Outcome.OPEN, None)


def test_the_day_of_a_decision_stays_when_only_the_note_changes_and_goes_when_it_is_open_again(studio, clock):
    personal, _ = described(studio)
    request, _ = studio.contact_requests.record(personal.id, Asker.BOSS, "", "x")
    decided_at = clock.moment
    studio.contact_requests.decide(personal.id, request.id, Outcome.REDIRECTED, "sent to LinkedIn")
    clock.move(timedelta(days=3))
    studio.contact_requests.decide(personal.id, request.id, Outcome.REDIRECTED, "and came along")
    entry = studio.contact_requests.log()[0].request
    assert (entry.outcome, entry.note, entry.decided_at) == (Outcome.REDIRECTED, "and came along", decided_at)
    studio.contact_requests.decide(personal.id, request.id, Outcome.ACCEPTED, "")
    assert studio.contact_requests.log()[0].request.decided_at == clock.moment
    studio.contact_requests.decide(personal.id, request.id, Outcome.OPEN, "")
    assert studio.contact_requests.log()[0].request.decided_at is None


def test_who_asked_can_be_corrected_without_touching_what_was_decided(studio, clock):
    personal, _ = described(studio)
    request, _ = studio.contact_requests.record(personal.id, Asker.UNKNOWN, "", "x")
    studio.contact_requests.decide(personal.id, request.id, Outcome.DECLINED, "note")
    studio.contact_requests.correct(personal.id, request.id, Asker.CLIENT, "Ms Berger", "bluesky")
    assert studio.contact_requests.log()[0].request == replace(
        request,
        asker=Asker.CLIENT,
        name="Ms Berger",
        network="bluesky",
        outcome=Outcome.DECLINED,
        decided_at=clock.moment,
        note="note",
    )


def test_what_was_forgotten_by_mistake_comes_back_as_it_was(studio):
    personal, _ = described(studio)
    studio.contact_requests.record(personal.id, Asker.SUPPLIER, "Otto", "x")
    before = studio.contact_requests.log()
    assert studio.contact_requests.forget(personal.id, before[0].request.id).topics == {Topic.CONTACT_REQUESTS}
    assert studio.contact_requests.log() == ()
    with pytest.raises(ContactRequestMissing):
        studio.contact_requests.decide(personal.id, before[0].request.id, Outcome.DECLINED, "")
    studio.contact_requests.bring_back(before[0])
    assert studio.contact_requests.log() == before


def test_the_log_of_a_locked_persona_waits_in_its_vault_and_the_other_one_works(start, places):
    with start() as studio:
        personal, professional = described(studio)
        kept, _ = studio.contact_requests.record(personal.id, Asker.BOSS, "", "x")
    key_file = places.key_file(personal.id)
    key = key_file.read_bytes()
    key_file.unlink()
    with start() as studio:
        assert studio.contact_requests.log() == ()
        with pytest.raises(PersonaLocked):
            studio.contact_requests.record(personal.id, Asker.BOSS, "", "x")
        assert studio.contact_requests.advice(professional.id, Asker.FRIEND, "", "linkedin").replies
        key_file.write_bytes(key)
        studio.unlock()
        assert studio.contact_requests.log() == (LoggedRequest(personal.id, kept),)


def test_a_persona_that_is_not_open_has_no_advice_and_breaks_nothing(studio):
    with pytest.raises(PersonaLocked):
        studio.contact_requests.advice(PersonaId("gone"), Asker.CLIENT, "", "x")
    assert studio.contact_requests.log() == ()
