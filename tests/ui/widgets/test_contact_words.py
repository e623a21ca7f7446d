"""How contact requests are told."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.model.contact_request import Asker, ContactRequest, ContactRequestId, Outcome
from app.model.ids import PersonaId
from app.model.persona import Side
from ui.widgets.contact_words import Account, account_words, asker_words, came_of_it_words, day_words, who_words

NOW = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)


def a_request(**said):
    return ContactRequest(
        ContactRequestId("one"), said.pop("asker", Asker.CLIENT), said.pop("name", ""), "x", NOW, **said
    )


@pytest.mark.parametrize(
    ("people", "words"), [("patients", "A patient"), ("artists", "An artist"), ("people", "A person")]
)
def test_the_first_asker_is_one_of_the_users_own_people(qtbot, people, words):
    assert asker_words(Asker.CLIENT, people) == words


def test_every_asker_has_words_of_its_own(qtbot):
    assert len({asker_words(asker, "clients") for asker in Asker}) == len(Asker)


def test_a_name_comes_before_what_somebody_is(qtbot):
    assert who_words(a_request(name="Mrs Novak"), "pupils") == "Mrs Novak, a pupil"
    assert who_words(a_request(asker=Asker.BOSS), "pupils") == "My boss"


def test_the_outcome_is_told_with_its_note_and_its_day(qtbot):
    decided = datetime(2026, 3, 12, 9, tzinfo=UTC)
    request = a_request(outcome=Outcome.DECLINED, decided_at=decided, note="sent to LinkedIn")
    assert came_of_it_words(request, NOW) == "Declined, sent to LinkedIn, 12 March"
    assert came_of_it_words(a_request(), NOW) == "Nothing decided yet"


def test_a_day_has_its_year_in_another_year_and_is_told_where_the_user_is(qtbot):
    assert day_words(NOW - timedelta(days=365), NOW) == "25 November 2025"
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)
    assert day_words(late, NOW.astimezone(timezone(timedelta(hours=2))), short=True) == "26 Nov"


def test_an_account_is_a_persona_on_a_network_or_a_persona_alone(qtbot):
    account = Account(PersonaId("1"), "Ann at home", Side.PERSONAL, "clients", "bluesky")
    assert account_words(account) == "Ann at home on Bluesky"
    assert account_words(Account(PersonaId("1"), "Ann at home", Side.PERSONAL, "clients")) == "Ann at home"
