"""What can be said about a persona, and that it stays with that persona."""

from dataclasses import replace

import pytest

from app.errors import PersonaClash
from app.model.persona import Handle, Side
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
    assert studio.personas.policy_for(kept.id, other.id).works_with == "patients"
    assert studio.personas.policy_for(other.id, kept.id).other_handles == ("@ann",)


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
