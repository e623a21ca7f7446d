import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.save_plan import SavePlan

QUIET, CEILING = 0.3, 1.0


@pytest.fixture
def plan() -> SavePlan[str]:
    return SavePlan(QUIET, CEILING)


def test_an_edit_is_due_after_a_pause(plan):
    plan.put("draft", "text", 10.0)

    assert plan.take(10.29) == ()
    assert plan.seconds_to_wait(10.0) == pytest.approx(QUIET)
    assert plan.take(10.31) == ("text",)


def test_without_a_pause_it_is_due_a_second_after_the_first(plan):
    for step in range(20):
        plan.put("draft", f"text {step}", 10.0 + step * 0.1)
        taken = plan.take(10.0 + step * 0.1)
        if taken:
            assert (step, taken) == (10, ("text 10",))
            return
    pytest.fail("never due")


def test_nothing_is_due_twice(plan):
    plan.put("draft", "text", 10.0)
    assert plan.take(11.0) == ("text",)
    assert plan.take(12.0) == ()

    plan.saved("draft", "text")

    assert plan.items() == ()
    assert plan.seconds_to_wait(12.0) is None


def test_what_came_while_saving_is_saved_after_a_pause_of_its_own(plan):
    plan.put("draft", "first", 10.0)
    plan.take(11.0)
    plan.put("draft", "second", 11.1)

    plan.saved("draft", "first")

    assert plan.take(11.2) == ()
    assert plan.take(11.5) == ("second",)


def test_a_failed_save_is_tried_again_ever_more_patiently(plan):
    plan.put("draft", "text", 0.0)
    now, pauses = 1.0, []
    for _ in range(9):
        assert plan.take(now) == ("text",)
        plan.failed("draft", now)
        pause = plan.seconds_to_wait(now)
        pauses.append(pause)
        now += pause

    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


def test_a_new_edit_does_not_wait_for_the_next_try(plan):
    plan.put("draft", "text", 0.0)
    for now in (1.0, 2.0, 4.0, 8.0, 16.0):
        plan.take(now)
        plan.failed("draft", now)

    plan.put("draft", "more text", 17.0)

    assert plan.take(17.0 + QUIET) == ("more text",)


def test_an_edit_during_a_save_that_fails_keeps_its_pace(plan):
    plan.put("draft", "first", 0.0)
    plan.take(1.0)
    plan.put("draft", "second", 1.1)

    plan.failed("draft", 1.2)

    assert plan.take(1.1 + QUIET) == ("second",)


def test_hurry_makes_everything_due(plan):
    plan.put("one", "text", 0.0)
    plan.take(1.0)
    plan.failed("one", 1.0)
    plan.put("two", "text too", 1.0)

    plan.hurry()

    assert set(plan.take(1.0)) == {"text", "text too"}


@given(st.lists(st.tuples(st.integers(0, 50), st.sampled_from("abc")), max_size=60))
def test_the_newest_edit_of_each_draft_is_saved_within_a_second(strokes):
    plan: SavePlan[str] = SavePlan(3, 10)
    typed: dict[str, str] = {}
    unsaved_since: dict[str, int] = {}
    now = 0
    for number, (pause, key) in enumerate([*strokes, (50, "a")]):
        for tick in range(now, now + pause):
            for item in plan.take(tick):
                assert item == typed[item[0]]
                plan.saved(item[0], item)
                del unsaved_since[item[0]]
            assert all(tick - since < 10 for since in unsaved_since.values())
        now += pause
        typed[key] = f"{key}{number}"
        unsaved_since.setdefault(key, now)
        plan.put(key, typed[key], now)
