"""Personas come and go, and nothing of one that stays is touched."""

from datetime import timedelta

import pytest

from app.errors import DraftMissing, LastPersona, PersonaClash, PersonaLocked
from app.model.boundaries import Boundaries
from app.model.persona import Side
from app.model.policy import WatchTerm
from app.studio.changes import Topic
from tests.app.studio.conftest import persona_on, written


def test_a_second_persona_of_a_side_has_drafts_and_boundaries_of_its_own(start):
    with start() as studio:
        first = persona_on(studio, Side.PERSONAL)
        second, changes = studio.roll.create(Side.PERSONAL, "  Pottery ", "rose")
        assert Topic.PERSONAS in changes.topics
        studio.personas.describe(second, Boundaries(watch_terms=(WatchTerm("Kiln"),)))
        studio.drafting.new(second.id, text="Glazed today")
        assert [each.name for each in studio.personas.of_side(Side.PERSONAL)] == ["Personal", "Pottery"]
        assert studio.personas.on_side(Side.PERSONAL) == first

        studio.personas.show(second.id)
        assert persona_on(studio, Side.PERSONAL).id == second.id
        assert second.id in studio.personas.on_show()

    with start() as studio:
        assert studio.roll.colour(second.id) == "rose"
        assert [each.excerpt for each in studio.drafting.summaries(second.id)] == ["Glazed today"]
        assert studio.personas.boundaries(first.id) == Boundaries()


def test_two_open_personas_never_share_a_name(studio):
    with pytest.raises(PersonaClash):
        studio.roll.create(Side.PERSONAL, "PROFESSIONAL")
    assert len(studio.personas.all()) == 2


def test_a_colour_is_kept_and_given_back(start):
    with start() as studio:
        persona = persona_on(studio, Side.PROFESSIONAL)
        studio.roll.recolour(persona.id, "blue")
        assert studio.roll.colour(persona.id) == "blue"
    with start() as studio:
        assert studio.roll.colour(persona.id) == "blue"
        studio.roll.recolour(persona.id, "")
        assert studio.roll.colour(persona.id) == ""


def test_an_archived_persona_stays_closed_until_it_is_brought_back(start):
    with start() as studio:
        second, _ = studio.roll.create(Side.PERSONAL, "Pottery")
        draft, _ = studio.drafting.new(second.id, text="Kept")
        studio.personas.show(second.id)
        studio.roll.archive(second.id)
        assert persona_on(studio, Side.PERSONAL).name == "Personal"
        with pytest.raises(PersonaLocked):
            studio.personas.persona(second.id)
        with pytest.raises(DraftMissing):
            studio.drafting.draft(draft.id)

    with start() as studio:
        assert len(studio.personas.all()) == 2
        (away,) = studio.roll.put_away()
        assert (away.name, away.drafts, away.goes_at) == ("Pottery", 1, None)
        studio.roll.bring_back(second.id)
        assert studio.drafting.draft(draft.id).text == "Kept"


def test_a_deleted_persona_can_be_brought_back_for_thirty_days_and_is_gone_then(start, clock, places):
    with start() as studio:
        second, _ = studio.roll.create(Side.PERSONAL, "Pottery")
        studio.roll.delete(second.id)
        (away,) = studio.roll.put_away()
        assert away.goes_at == clock.moment + timedelta(days=30)

    clock.move(timedelta(days=29))
    with start() as studio:
        studio.roll.bring_back(second.id)
        assert studio.personas.persona(second.id).name == "Pottery"
        studio.roll.delete(second.id)

    clock.move(timedelta(days=30))
    with start() as studio:
        assert studio.roll.put_away() == ()
        assert not places.persona_folder(second.id).exists()
        assert not places.key_file(second.id).exists()
        assert len(studio.personas.all()) == 2


def test_delete_now_leaves_nothing_of_the_persona_and_everything_of_the_others(studio, places):
    kept = written(studio, Side.PERSONAL, "Stays")
    second, _ = studio.roll.create(Side.PERSONAL, "Pottery")
    studio.drafting.new(second.id, text="Goes")
    studio.roll.delete_now(second.id)
    assert not places.persona_folder(second.id).exists()
    assert not places.key_file(second.id).exists()
    assert studio.roll.put_away() == ()
    assert studio.drafting.draft(kept).text == "Stays"


def test_a_removal_that_broke_off_after_the_key_is_finished_at_the_next_start(start, clock, places):
    with start() as studio:
        second, _ = studio.roll.create(Side.PERSONAL, "Pottery")
        studio.roll.delete(second.id)
    places.key_file(second.id).unlink()
    with start() as studio:
        assert [each.persona_id for each in studio.roll.put_away()] == [second.id]  # it is not yet its time
    clock.move(timedelta(days=30))
    with start() as studio:
        assert studio.roll.put_away() == ()
        assert not places.persona_folder(second.id).exists()


def test_the_last_persona_of_a_side_stays(studio):
    persona = persona_on(studio, Side.PERSONAL)
    for let_go in (studio.roll.archive, studio.roll.delete, studio.roll.delete_now):
        with pytest.raises(LastPersona):
            let_go(persona.id)
    assert persona_on(studio, Side.PERSONAL) == persona


def test_a_locked_persona_disturbs_none_of_the_others_and_can_be_put_away(start, places):
    with start() as studio:
        second, _ = studio.roll.create(Side.PERSONAL, "Pottery")
    places.key_file(second.id).rename(places.key_file(second.id).with_suffix(".away"))
    with start() as studio:
        assert [each.persona_id for each in studio.vaults.locked()] == [second.id]
        assert persona_on(studio, Side.PERSONAL).name == "Personal"
        studio.roll.archive(second.id)
        assert studio.vaults.locked() == ()
        (away,) = studio.roll.put_away()
        assert (away.name, away.drafts) == ("", 0)
