import pytest

from app.errors import KeyMissing, PersonaLocked
from app.model.persona import Side
from app.store.places import Places
from app.store.roster import Roster
from tests.app.studio.conftest import Start, persona_on, written


def test_the_first_start_makes_two_personas_without_handles_and_four_examples(start: Start) -> None:
    with start() as studio:
        personas = studio.personas.all()
        assert [(persona.side, persona.name, persona.handles) for persona in personas] == [
            (Side.PERSONAL, "Personal", ()),
            (Side.PROFESSIONAL, "Professional", ()),
        ]
        examples = [summary for persona in personas for summary in studio.drafting.summaries(persona.id)]
        assert len(examples) == 4
        assert all(summary.example for summary in examples)


def test_a_second_start_makes_nothing_anew(start: Start) -> None:
    with start() as studio:
        studio.drafting.remove_examples()
        ids = [persona.id for persona in studio.personas.all()]
    with start() as again:
        assert [persona.id for persona in again.personas.all()] == ids
        assert again.drafting.summaries(ids[0]) == ()


def test_a_persona_whose_key_file_is_gone_is_locked_and_the_other_works(start: Start, places: Places) -> None:
    with start() as studio:
        locked_id = persona_on(studio, Side.PERSONAL).id
    key_file = places.key_file(locked_id)
    key = key_file.read_bytes()
    key_file.unlink()
    with start() as again:
        (locked,) = again.vaults.locked()
        assert (locked.persona_id, locked.side) == (locked_id, Side.PERSONAL)
        assert isinstance(locked.reason, KeyMissing)
        with pytest.raises(PersonaLocked):
            again.personas.persona(locked_id)
        written(again, Side.PROFESSIONAL, "still working")
        key_file.write_bytes(key)
        again.vaults.try_again()
        assert again.vaults.locked() == ()
        assert persona_on(again, Side.PERSONAL).id == locked_id


def test_the_roster_names_nobody(start: Start, places: Places) -> None:
    with start():
        pass
    assert len(Roster(places).entries()) == 2
    assert b"Personal" not in places.roster_file.read_bytes()
