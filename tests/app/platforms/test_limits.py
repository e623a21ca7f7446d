import pytest

from app.model.persona import Side
from app.platforms.limits import Unit, default_networks, network, networks


def test_every_network_is_found_by_its_id() -> None:
    assert [network(each.id) for each in networks()] == list(networks())
    assert {each.unit for each in networks()} == set(Unit)


def test_a_network_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        network("friendster")


@pytest.mark.parametrize(
    ("side", "expected"), [(Side.PERSONAL, ("bluesky", "mastodon", "x")), (Side.PROFESSIONAL, ("linkedin", "x"))]
)
def test_the_long_x_is_nobodys_default(side: Side, expected: tuple[str, ...]) -> None:
    assert default_networks(side) == expected


def test_the_limits_that_are_not_documented_say_so() -> None:
    assert {each.id for each in networks() if not each.documented} == {"facebook", "reddit"}
    assert network("mastodon").limit_is_per_server
