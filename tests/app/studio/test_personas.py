"""What can be said about a persona, and that it stays with that persona."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from app.errors import PersonaClash
from app.model.boundaries import Boundaries
from app.model.finding import Group, Risk
from app.model.persona import Handle, Side
from app.model.policy import Reads, Stance, WatchTerm, default_policy
from app.model.work_calendar import WorkCalendar
from app.studio.changes import Topic


def both(studio):
    personal, professional = studio.personas.on_side(Side.PERSONAL), studio.personas.on_side(Side.PROFESSIONAL)
    assert personal is not None
    assert professional is not None
    return personal, professional


def test_name_people_and_handles_are_kept_with_their_persona_alone(studio):
    personal, professional = both(studio)
    told = replace(personal, name=" Ann  at home ", works_with="patients", handles=(Handle("bluesky", " @ann "),))
    assert studio.personas.describe(told).topics == {Topic.PERSONAS}
    kept, other = both(studio)
    assert (kept.name, kept.works_with, kept.handles) == ("Ann at home", "patients", (Handle("bluesky", "@ann"),))
    assert other == professional
    assert studio.personas.policy(kept.id, other.id).works_with == "patients"
    assert studio.personas.policy(other.id, kept.id).other_handles == ("@ann", "Ann at home")


def test_without_a_word_for_them_people_are_clients_and_an_empty_handle_goes(studio):
    personal, _ = both(studio)
    studio.personas.describe(replace(personal, works_with=" ", handles=(Handle("x", " "),)))
    kept, _ = both(studio)
    assert (kept.works_with, kept.handles) == ("clients", ())


@pytest.mark.parametrize(
    ("name", "handle", "shared", "network"),
    [("WORK ann", "@other", "WORK ann", ""), ("Ann", "ANN_work", "ANN_work", "x")],
)
def test_two_personas_share_neither_name_nor_account_and_nothing_changes_then(studio, name, handle, shared, network):
    personal, professional = both(studio)
    studio.personas.describe(replace(professional, name="Work Ann", handles=(Handle("x", "@ann_work"),)))
    with pytest.raises(PersonaClash) as refused:
        studio.personas.describe(replace(personal, name=name, handles=(Handle("x", handle),)))
    assert (refused.value.shared, refused.value.network) == (shared, network)
    assert both(studio)[0] == personal


def test_the_same_name_on_two_networks_is_two_accounts(studio):
    personal, professional = both(studio)
    studio.personas.describe(replace(professional, handles=(Handle("linkedin", "ann"),)))
    studio.personas.describe(replace(personal, handles=(Handle("bluesky", "ann"),)))
    assert both(studio)[0].handles == (Handle("bluesky", "ann"),)


def test_a_boundary_counts_for_its_persona_alone_and_a_term_until_its_day_is_over(studio, clock):
    personal, professional = both(studio)
    last_day = clock.moment.astimezone(ZoneInfo("Europe/Vienna")).date()
    told = Boundaries(
        audience=((Group.CLIENTS, Reads.YES),),
        stances=((Risk.POLARIZING_POLITICS, Stance.HOLD),),
        watch_terms=(WatchTerm("Acme Foods", confidential_until=last_day), WatchTerm("Otto")),
        calendar=WorkCalendar(zone="Europe/Vienna"),
    )
    studio.personas.describe(personal, told)
    policy = studio.personas.policy(personal.id, professional.id)
    assert (policy.audience, policy.stances) == (told.audience, told.stances)
    assert policy.watch_terms == told.watch_terms
    assert studio.personas.policy(professional.id, personal.id) == default_policy(Side.PROFESSIONAL)

    clock.move(timedelta(hours=3, minutes=30))  # 23:30 UTC, already tomorrow in Vienna

    assert studio.personas.policy(personal.id, professional.id).watch_terms == (WatchTerm("Otto"),)


def test_the_other_persona_is_known_by_a_name_of_more_than_one_word(studio):
    personal, professional = both(studio)
    studio.personas.describe(replace(professional, name="Ann Bell Studio", handles=(Handle("x", "@ab"),)))
    assert studio.personas.policy(personal.id, professional.id).other_handles == ("@ab", "Ann Bell Studio")
    studio.personas.describe(replace(professional, name="Studio", handles=()))
    assert studio.personas.policy(personal.id, professional.id).other_handles == ()


def test_a_policy_is_the_same_value_until_something_changes(studio):
    personal, professional = both(studio)
    before = studio.personas.policy(personal.id, professional.id)
    assert studio.personas.policy(personal.id, professional.id) is before
    studio.personas.describe(replace(personal, works_with="patients"))
    assert studio.personas.policy(personal.id, professional.id).works_with == "patients"
