"""The log of contact requests: it survives closing, and belongs to one vault."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import ContactRequestMissing
from app.model.contact_request import Asker, ContactRequest, ContactRequestId, Outcome
from app.model.persona import Side
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
MOMENTS = st.integers(0, 10**9).map(lambda seconds: NOW + timedelta(seconds=seconds))
OPEN = st.just((Outcome.OPEN, None))
DECIDED = st.tuples(st.sampled_from([each for each in Outcome if each is not Outcome.OPEN]), MOMENTS)


@st.composite
def requests(draw):
    """Some requests, newest first, as the table lists them."""
    made = []
    for number in range(draw(st.integers(0, 5))):
        outcome, decided_at = draw(OPEN | DECIDED)
        made.append(
            ContactRequest(
                ContactRequestId(f"request {number}"),
                draw(st.sampled_from(Asker)),
                draw(WORDS),
                draw(st.sampled_from(("", "bluesky", "linkedin"))),
                NOW - timedelta(minutes=number),
                outcome,
                decided_at,
                draw(WORDS),
            )
        )
    return made


def a_request(**said):
    return replace(ContactRequest(ContactRequestId("one"), Asker.CLIENT, "Mrs Novak", "x", NOW), **said)


@pytest.mark.slow
@given(mine=requests(), yours=requests())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_request_survives_closing_in_the_vault_it_came_to(places, mine, yours):
    logs = [(a_persona(), mine), (a_persona(Side.PROFESSIONAL), yours)]
    for persona, requests in logs:
        vault = Vault.create(places, persona, NOW)
        for request in requests:
            vault.contact_requests.add(request)
        vault.close()
    for persona, requests in logs:
        vault = Vault.open(places, persona.id, NOW)
        assert vault.contact_requests.all() == tuple(requests)
        vault.close()
        vault.path.unlink()


def test_a_change_takes_the_place_of_what_was_there(vault):
    vault.contact_requests.add(a_request())
    changed = a_request(outcome=Outcome.DECLINED, decided_at=NOW, note="kindly", name="Mrs Novák")
    vault.contact_requests.change(changed)
    assert vault.contact_requests.all() == (changed,)
    assert vault.contact_requests.get(changed.id) == changed


def test_what_was_asked_last_comes_first_also_within_one_moment(vault):
    for name in ("first", "second"):
        vault.contact_requests.add(a_request(id=ContactRequestId(name)))
    vault.contact_requests.add(a_request(id=ContactRequestId("earlier"), asked_at=NOW - timedelta(days=1)))
    assert [each.id for each in vault.contact_requests.all()] == ["second", "first", "earlier"]


def test_what_was_removed_is_gone_and_removing_it_again_does_no_harm(vault):
    vault.contact_requests.add(a_request())
    vault.contact_requests.remove(ContactRequestId("one"))
    vault.contact_requests.remove(ContactRequestId("one"))
    assert vault.contact_requests.all() == ()
    with pytest.raises(ContactRequestMissing):
        vault.contact_requests.get(ContactRequestId("one"))
    with pytest.raises(ContactRequestMissing):
        vault.contact_requests.change(a_request())
