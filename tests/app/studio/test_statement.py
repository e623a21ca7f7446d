"""The boundary statement says what was answered, and what was not."""

from dataclasses import replace
from datetime import time

import pytest

from app.model.boundaries import Boundaries
from app.model.finding import Group
from app.model.ids import PersonaId
from app.model.persona import Handle, Persona, Side
from app.model.policy import Reads, WatchTerm
from app.model.work_calendar import Shift, WorkCalendar
from app.studio.stance_presets import stance_choices
from app.studio.statement import statement_from, statement_of

ANN = Persona(PersonaId("ann"), Side.PERSONAL, "Ann at home", works_with="patients")


def test_nothing_answered_is_said_to_be_open():
    said = statement_from(replace(ANN, name="Personal"), Boundaries())
    assert said.startswith("This is my personal account. The people I work with are my patients.")
    assert said.endswith("I have not decided yet who reads along, what is off limits and when I work.")


def test_every_answer_is_in_it_in_the_first_person():
    politics = next(each for each in stance_choices(Side.PERSONAL).off_limits if each.id == "politics")
    boundaries = Boundaries(
        occupation="nurse",
        off_limits="my ward",
        audience=((Group.FRIENDS, Reads.YES), (Group.FAMILY, Reads.YES), (Group.BOSS, Reads.NO)),
        readers=((Group.CLIENTS, "Mrs Novak"),),
        stances=politics.stances,
        watch_terms=(WatchTerm("Acme"), WatchTerm("Lantern")),
        calendar=WorkCalendar(tuple(Shift(day, time(9), time(17, 30)) for day in range(5))),
    )
    said = statement_from(replace(ANN, handles=(Handle("bluesky", "@ann"),)), boundaries)
    for words in (
        "my personal account, Ann at home: @ann on Bluesky.",
        "I work as a nurse, and the people I work with are my patients.",
        "Friends and family read along. It is not for my boss. I do not know about my colleagues, my patients or",
        "Before I post I think of Mrs Novak (a patient).",
        "Off limits here: my ward; politics and religion.",
        "2 names stay private.",
        "I work Monday to Friday from 09:00 to 17:30; what is private waits until I am off.",
    ):
        assert words in said
    assert "not decided" not in said
    assert "Acme" not in said  # a name that stays private is not put on show


@pytest.mark.parametrize(
    ("occupation", "said"),
    [("a nurse", "I work as a nurse,"), ("actor", "I work as an actor,"), ("Head of sales.", "as Head of sales,")],
)
def test_what_one_does_fits_the_sentence(occupation, said):
    assert said in statement_from(ANN, Boundaries(occupation=occupation))


def test_hours_name_days_in_a_row_by_the_first_and_the_last():
    shifts = (
        *(Shift(day, start, end) for day in (0, 1, 2) for start, end in ((time(9), time(12)), (time(13), time(17)))),
        Shift(4, time(22), time(6)),
        Shift(5, time(22), time(6)),
    )
    said = statement_from(
        replace(ANN, side=Side.PROFESSIONAL), Boundaries(calendar=WorkCalendar(shifts, "America/New_York"))
    )
    assert (
        "I work Monday to Wednesday from 09:00 to 12:00 and from 13:00 to 17:00; Friday and Saturday from 22:00 to"
        " 06:00 (America/New York time)." in said
    )


def test_a_preset_is_named_instead_of_each_of_its_stances():
    careful = next(each for each in stance_choices(Side.PERSONAL).presets if each.id == "careful")
    said = statement_from(ANN, Boundaries(stances=careful.stances))
    assert "I let Twofold be careful with me." in said
    assert "Off limits" not in said


def test_a_statement_that_was_edited_stays_as_it_is():
    boundaries = Boundaries(statement="  Only leeks here.\n", occupation="nurse")
    assert statement_of(ANN, boundaries) == "Only leeks here."
    assert statement_of(ANN, replace(boundaries, statement=" ")) == statement_from(ANN, boundaries)
