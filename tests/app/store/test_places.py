from pathlib import Path

import pytest

from app.errors import NotAFolder
from app.model.ids import PersonaId
from app.store.places import default_places, places_in


def test_a_key_never_lies_among_the_data():
    for places in (default_places(), places_in(Path("somewhere"))):
        assert not places.key_file(PersonaId("ann")).is_relative_to(places.data)
        assert not places.data.is_relative_to(places.config)
        assert places.data.is_absolute()
        assert places.config.is_absolute()


def test_folders_are_made_for_their_owner_alone(tmp_path):
    places = places_in(tmp_path / "new" / "deeper")

    places.prepare()
    places.prepare()

    assert [path.stat().st_mode & 0o777 for path in (places.data, places.config, tmp_path / "new")] == [0o700] * 3


def test_a_place_where_nothing_can_be_kept_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    places = places_in(tmp_path / "file")

    with pytest.raises(NotAFolder) as refusal:
        places.prepare()

    assert refusal.value.path == tmp_path / "file"
