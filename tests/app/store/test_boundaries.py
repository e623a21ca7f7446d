from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.boundaries import Asking, Boundaries
from app.model.finding import Group, Risk
from app.model.persona import Handle, Persona, Side
from app.model.policy import Dismissal, IgnoreScope, Reads, Stance, TermKind, WatchTerm
from app.model.work_calendar import Shift, WorkCalendar
from app.store.encryption import connect_new
from app.store.keys import Slots, new_key_file, new_vault_key, salt_of, wrap_with_key_file, write_slots
from app.store.migrating import create_schema, record
from app.store.places import make_folder
from app.store.schema import MIGRATIONS
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona

KNOWN = (Reads.YES, Reads.NO)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40)
NAMES = st.text(st.characters(categories=["L", "N", "So"]), min_size=1, max_size=20)
TERMS = st.builds(
    WatchTerm,
    NAMES,
    st.lists(NAMES, max_size=3).map(tuple),
    st.sampled_from(TermKind),
    st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
HOURS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
ANSWER = Dismissal(IgnoreScope.PHRASE, "a print", "a.rule", "shown")
BOUNDARIES = st.builds(
    Boundaries,
    occupation=WORDS,
    statement=WORDS,
    off_limits=WORDS,
    audience=st.fixed_dictionaries({}, optional={each: st.sampled_from(KNOWN) for each in Group}).map(
        lambda reads: tuple((group, reads[group]) for group in Group if group in reads)
    ),
    readers=st.fixed_dictionaries({}, optional=dict.fromkeys(Group, NAMES)).map(
        lambda names: tuple((group, names[group]) for group in Group if group in names)
    ),
    stances=st.dictionaries(st.sampled_from(Risk), st.sampled_from(Stance)).map(lambda each: tuple(each.items())),
    watch_terms=st.lists(TERMS, max_size=6).map(tuple),
    calendar=st.builds(
        WorkCalendar,
        st.lists(st.builds(Shift, st.integers(0, 6), HOURS, HOURS), max_size=8).map(tuple),
        st.sampled_from(("", "Europe/Vienna")),
    ),
    asks=st.sampled_from(Asking),
)


@pytest.fixture
def two_closed(places):
    """The personas of two vaults that lie there closed, the first with one answer in it."""
    ann, work = a_persona(), a_persona(Side.PROFESSIONAL)
    for persona in (ann, work):
        vault = Vault.create(places, persona, NOW)
        if persona is ann:
            vault.dismissals.add(ANSWER)
        vault.close()
    return ann, work


@pytest.mark.slow
@given(first=BOUNDARIES, second=BOUNDARIES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_boundary_survives_closing_and_changes_only_the_persona_it_belongs_to(places, two_closed, first, second):
    ann, work = two_closed  # the same vaults for every example: what was in them before has to go
    mine, yours = Vault.open(places, ann.id, NOW), Vault.open(places, work.id, NOW)

    yours.save_persona(work, second)
    mine.save_persona(ann, first)
    mine.close()
    yours.close()
    mine, yours = Vault.open(places, ann.id, NOW), Vault.open(places, work.id, NOW)

    assert mine.boundaries == first
    assert yours.boundaries == second
    assert (mine.persona, yours.persona) == (ann, work)
    assert (mine.dismissals.all(), yours.dismissals.all()) == ((ANSWER,), ())
    mine.close()
    yours.close()


def test_ten_thousand_watch_terms_are_kept(places, persona, vault):
    terms = tuple(
        WatchTerm(f"Acme {number}", (f"A{number}",), confidential_until=date(2026, 12, 15)) for number in range(10_000)
    )

    vault.save_persona(persona, Boundaries(watch_terms=terms))
    vault.close()

    again = Vault.open(places, persona.id, NOW)
    assert again.boundaries.watch_terms == terms
    again.close()


def test_a_server_of_ones_own_keeps_its_limit(places, vault):
    limited = Persona(
        vault.persona.id,
        Side.PERSONAL,
        "Ann",
        (Handle("mastodon", "@ann@example.social"),),
        "pupils",
        ("mastodon", "x"),
        (("mastodon", 5_000),),
    )

    vault.save_persona(limited)
    vault.close()

    again = Vault.open(places, limited.id, NOW)
    assert again.persona == limited
    again.close()


def test_a_vault_of_the_first_version_keeps_everything_and_knows_no_boundaries(places):
    persona = a_persona()
    _make_first_version(places, persona)

    vault = Vault.open(places, persona.id, NOW)

    assert vault.opening.migrated_to == (2,)
    assert vault.persona.name == persona.name
    assert vault.boundaries == Boundaries()
    assert [vault.drafts.get(each.id).text for each in vault.drafts.summaries()] == ["Written in version 1"]
    vault.check()
    vault.close()


def _make_first_version(places, persona):
    path = places.vault_file(persona.id)
    make_folder(path.parent)
    make_folder(places.key_file(persona.id).parent)
    key = new_vault_key()
    connection = connect_new(path, key)
    with connection:
        create_schema(connection, MIGRATIONS[:1])
        connection.execute(
            "INSERT INTO vault (only, vault_id, side, name, works_with, created_us, last_wall_us, app_version)"
            " VALUES (1, ?, ?, ?, ?, 1, 1, '0')",
            (persona.id, persona.side.value, persona.name, persona.works_with),
        )
        record(connection, 1, MIGRATIONS[0], NOW)
        connection.execute(
            "INSERT INTO drafts (id, title, text, stage, cursor, scroll, example, seq, created_us, changed_us)"
            " VALUES ('d1', '', 'Written in version 1', 'draft', 0, 0, 0, 1, 1, 1)"
        )
    connection.close()
    slot = wrap_with_key_file(key, persona.id, new_key_file(places.key_file(persona.id)))
    write_slots(places.slot_file(persona.id), Slots(persona.id, persona.side, salt_of(path), (slot,)))
