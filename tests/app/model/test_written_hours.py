"""Hours are read the way people write them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.work_calendar import Shift
from app.model.written_hours import HoursUnclear, shifts_from, written

MINUTES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("9-17", "09:00-17:00"),
        ("13.30 to 17:00; 9:00–12:30", "09:00-12:30, 13:30-17:00"),
        ("22-6", "22:00-06:00"),
        ("18:00-24:00", "18:00-00:00"),
        ("9-17, 9-17,", "09:00-17:00"),
    ],
)
def test_several_ways_to_write_hours_are_understood(text, shown):
    assert written(shifts_from(text, 2)) == shown


@pytest.mark.parametrize(("text", "part"), [("nine to five", "nine to five"), ("9-17, 18", "18"), ("8-25", "8-25")])
def test_what_is_no_window_of_hours_is_named(text, part):
    with pytest.raises(HoursUnclear) as unclear:
        shifts_from(text, 0)
    assert unclear.value.args == (part,)


@given(st.lists(st.builds(Shift, st.just(3), MINUTES, MINUTES), unique=True))
def test_what_is_shown_is_read_again(shifts):
    assert list(shifts_from(written(shifts), 3)) == sorted(shifts)


def test_a_window_belongs_to_the_day_it_starts_on():
    assert shifts_from("22-6", 6) == (Shift(6, time(22), time(6)),)
