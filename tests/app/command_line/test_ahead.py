from collections.abc import Iterator
from threading import Barrier, Event, get_ident
from threading import enumerate as enumerate_threads

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.command_line.ahead import worked_ahead

PATIENCE = 10
"""Seconds that a test waits for what comes at once."""


@settings(max_examples=30)
@given(st.lists(st.integers(), max_size=30), st.integers(0, 10))
def test_everything_comes_in_its_order_with_what_was_made_of_it(items: list[int], most: int) -> None:
    assert list(worked_ahead(items, lambda item: item * 2, most)) == [(item, item * 2) for item in items]


def test_two_are_worked_on_at_once_and_beside_the_one_who_asks() -> None:
    both = Barrier(2)

    def work(_item: int) -> int:
        both.wait(PATIENCE)  # breaks unless two come here at once
        return get_ident()

    made = [each for _, each in worked_ahead(range(4), work, 4)]
    assert get_ident() not in made


def test_no_more_are_taken_ahead_than_allowed() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    worked = worked_ahead(items(), str, 3)
    for number in range(10):
        assert next(worked) == (number, str(number))
        assert len(taken) <= number + 3
    worked.close()


def test_with_none_ahead_each_is_returned_before_the_next_is_taken() -> None:
    asked_for_second = Event()

    def items() -> Iterator[int]:
        yield 1
        asked_for_second.set()
        yield 2

    worked = worked_ahead(items(), lambda item: (item, get_ident()), 0)
    assert next(worked) == (1, (1, get_ident()))
    assert not asked_for_second.is_set()
    assert next(worked)[0] == 2


def test_what_goes_wrong_is_raised_in_its_turn_and_ends_it() -> None:
    worked = worked_ahead([1, 2, 0, 3], lambda item: 6 // item, 4)
    assert [next(worked), next(worked)] == [(1, 6), (2, 3)]
    with pytest.raises(ZeroDivisionError):
        next(worked)
    assert list(worked) == []


def test_whoever_stops_listening_leaves_no_thread_behind() -> None:
    before = set(enumerate_threads())
    worked = worked_ahead(iter(range(1_000_000)), str, 8)
    next(worked)
    worked.close()
    assert set(enumerate_threads()) == before
