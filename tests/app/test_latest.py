from queue import Queue
from threading import Event

import pytest

from app.latest import LatestWorker

PATIENCE = 10
"""Seconds that a test waits for what comes at once."""


class Gate:
    """Work that begins when told to, so that a test decides what is under way."""

    def __init__(self) -> None:
        self.begun: Queue[str] = Queue()
        self.may_end = Event()
        self.done: Queue[tuple[str, str, str]] = Queue()
        self.failed: Queue[tuple[str, str, Exception]] = Queue()
        self.worker: LatestWorker[str, str, str] = LatestWorker(
            "test",
            self._work,
            on_done=lambda *all_of_it: self.done.put(all_of_it),
            on_failed=lambda *all_of_it: self.failed.put(all_of_it),
        )

    def _work(self, job: str) -> str:
        self.begun.put(job)
        assert self.may_end.wait(PATIENCE)
        if job == "broken":
            raise ValueError(job)
        return job.upper()


@pytest.fixture
def gate():
    gate = Gate()
    yield gate
    gate.may_end.set()
    assert gate.worker.close(PATIENCE)


def test_a_job_is_done_and_handed_over_with_its_slot(gate: Gate) -> None:
    gate.may_end.set()
    gate.worker.put("left", "first")
    assert gate.done.get(timeout=PATIENCE) == ("left", "first", "FIRST")


def test_only_the_newest_job_of_a_slot_is_done_after_the_one_at_hand(gate: Gate) -> None:
    gate.worker.put("left", "first")
    assert gate.begun.get(timeout=PATIENCE) == "first"
    for job in ("second", "third", "fourth"):
        gate.worker.put("left", job)
    gate.may_end.set()
    done = [gate.done.get(timeout=PATIENCE)[1] for _ in range(2)]
    assert done == ["first", "fourth"]
    assert gate.done.empty()


def test_slots_wait_their_turn_and_do_not_push_each_other_out(gate: Gate) -> None:
    gate.worker.put("left", "one")
    assert gate.begun.get(timeout=PATIENCE) == "one"
    gate.worker.put("right", "two")
    gate.worker.put("left", "three")
    gate.worker.put("right", "four")
    gate.may_end.set()
    assert [gate.done.get(timeout=PATIENCE)[:2] for _ in range(3)] == [
        ("left", "one"),
        ("right", "four"),
        ("left", "three"),
    ]


def test_an_error_is_handed_over_and_the_next_job_goes_on(gate: Gate) -> None:
    gate.may_end.set()
    gate.worker.put("left", "broken")
    slot, job, error = gate.failed.get(timeout=PATIENCE)
    assert (slot, job, str(error)) == ("left", "broken", "broken")
    gate.worker.put("left", "whole")
    assert gate.done.get(timeout=PATIENCE)[1] == "whole"


def test_a_dropped_job_is_never_begun(gate: Gate) -> None:
    gate.worker.put("left", "first")
    assert gate.begun.get(timeout=PATIENCE) == "first"
    gate.worker.put("right", "dropped")
    gate.worker.drop("right")
    gate.worker.put("left", "last")
    gate.may_end.set()
    assert [gate.done.get(timeout=PATIENCE)[1] for _ in range(2)] == ["first", "last"]


def test_closing_says_whether_the_job_at_hand_has_ended_and_takes_no_more(gate: Gate) -> None:
    gate.worker.put("left", "first")
    assert gate.begun.get(timeout=PATIENCE) == "first"
    gate.worker.put("right", "never")
    assert not gate.worker.close(0.05)
    gate.may_end.set()
    assert gate.worker.close(PATIENCE)
    gate.worker.put("left", "too late")
    assert [gate.done.get(timeout=PATIENCE)[1]] == ["first"]
    assert gate.done.empty()
