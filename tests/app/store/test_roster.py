import json

import pytest

from app.errors import FolderUnwritable
from app.model.ids import PersonaId
from app.model.persona import Side
from app.store.roster import Roster, RosterEntry
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona

ANN = RosterEntry(PersonaId("ann"), Side.PERSONAL, "plum")
WORK = RosterEntry(PersonaId("work"), Side.PROFESSIONAL)


@pytest.fixture
def roster(places):
    return Roster(places)


def test_a_new_user_has_no_personas(roster):
    assert roster.entries() == ()


def test_personas_stay_in_the_order_they_came(places, roster):
    roster.add(WORK)
    roster.add(ANN)
    roster.add(RosterEntry(WORK.persona_id, WORK.side, "teal"))

    assert Roster(places).entries() == (RosterEntry(WORK.persona_id, WORK.side, "teal"), ANN)

    roster.remove(WORK.persona_id)
    assert roster.entries() == (ANN,)


def test_the_roster_names_nobody_and_is_for_its_owner_alone(places, roster):
    persona = a_persona()
    Vault.create(places, persona, NOW).close()
    roster.add(RosterEntry(persona.id, persona.side))

    content = places.roster_file.read_text()

    assert persona.name not in content
    assert places.roster_file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content", [None, b"", b"\xff\x00", b"[]", b'{"personas": [{"id": 3}]}', b'{"personas": 7}', b"[" * 100_000]
)
def test_personas_that_the_roster_lost_are_found_in_their_folders(places, roster, content):
    persona = a_persona(Side.PROFESSIONAL)
    Vault.create(places, persona, NOW).close()
    if content is not None:
        places.roster_file.write_bytes(content)

    assert roster.entries() == (RosterEntry(persona.id, Side.PROFESSIONAL),)


def test_a_damaged_roster_is_written_anew_with_all_in_it(places, roster):
    persona = a_persona()
    Vault.create(places, persona, NOW).close()
    places.roster_file.write_bytes(b"{")

    roster.add(ANN)

    assert {each["id"] for each in json.loads(places.roster_file.read_text())["personas"]} == {persona.id, "ann"}


def test_a_roster_that_cannot_be_written_is_said(places, roster):
    places.data.parent.mkdir(parents=True)
    places.data.write_text("a file where a folder should be")

    with pytest.raises(FolderUnwritable):
        roster.add(ANN)
