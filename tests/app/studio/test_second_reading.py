from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event

import pytest

from app.model.finding import Risk
from app.model.persona import Side
from app.reader.reading import Reading
from app.reader.unavailable import Lack, ReaderUnavailable
from app.studio.second_reading import SecondReading
from tests.app.reader.toy import pointed, toy_encoder, weights_in

PATIENCE = 10
"""Seconds that a test waits for what comes at once."""
A_MOMENT = 0.2
"""Seconds in which what must not come would have come."""
LONG = "All day at work.\n" * 3_000


class Told:
    """What is told of, and a gate at which a test may keep the reader after it has told of a reading."""

    def __init__(self, folder: Path) -> None:
        self.read: Queue[tuple[Side, Reading]] = Queue()
        self.lacks: Queue[ReaderUnavailable] = Queue()
        self.may_go_on = Event()
        self.may_go_on.set()
        self.reading = SecondReading(folder, on_read=self._on_read, on_lack=self.lacks.put)

    def _on_read(self, side: Side, reading: Reading) -> None:
        self.read.put((side, reading))
        assert self.may_go_on.wait(PATIENCE)

    def next(self) -> tuple[Side, Reading]:
        return self.read.get(timeout=PATIENCE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return weights_in(tmp_path / "reader")


@pytest.fixture
def told(folder: Path) -> Iterator[Told]:
    told = Told(folder)
    yield told
    told.may_go_on.set()
    told.reading.close()


def test_a_text_is_read_and_told_of_with_its_side(told: Told) -> None:
    told.reading.read(Side.PROFESSIONAL, "My boss zuggles")
    side, reading = told.next()
    assert (side, reading.text, reading.side) == (Side.PROFESSIONAL, "My boss zuggles", Side.PROFESSIONAL)
    assert pointed(reading) == [(Risk.VENTING_COLLEAGUE, "zuggles")]
    assert told.reading.lack is None


def test_of_a_long_text_what_is_near_is_told_of_first_and_then_the_whole(told: Told) -> None:
    text = f"He zuggles.\n{LONG}She frabbles."
    told.reading.read(Side.PERSONAL, text, near=len(text))
    (_, first), (_, whole) = told.next(), told.next()
    assert (first.is_whole, pointed(first)) == (False, [(Risk.VENTING_CUSTOMER, "frabbles")])
    assert (whole.is_whole, len(whole.opinions)) == (True, 2)
    assert told.read.empty()


def test_the_newest_text_wins(told: Told) -> None:
    told.may_go_on.clear()
    told.reading.read(Side.PERSONAL, "one")
    assert told.next()[1].text == "one"
    for text in ("two", "three", "four"):
        told.reading.read(Side.PERSONAL, text)
    told.may_go_on.set()
    assert told.next()[1].text == "four"
    assert told.read.empty()


def test_a_long_text_is_left_off_as_soon_as_a_newer_one_is_there(told: Told) -> None:
    told.may_go_on.clear()
    told.reading.read(Side.PERSONAL, LONG)
    assert not told.next()[1].is_whole
    told.reading.read(Side.PERSONAL, "short")
    told.may_go_on.set()
    assert told.next()[1].text == "short"


def test_a_text_of_the_other_side_waits_its_turn(told: Told) -> None:
    told.may_go_on.clear()
    told.reading.read(Side.PERSONAL, LONG)
    told.next()
    told.reading.read(Side.PROFESSIONAL, "short")
    told.may_go_on.set()
    assert [told.next()[1].text for _ in range(2)] == [LONG, "short"]


def test_what_is_dropped_is_not_read(told: Told) -> None:
    told.may_go_on.clear()
    told.reading.read(Side.PERSONAL, "one")
    told.next()
    told.reading.read(Side.PROFESSIONAL, "dropped")
    told.reading.drop(Side.PROFESSIONAL)
    told.reading.read(Side.PERSONAL, "last")
    told.may_go_on.set()
    assert told.next()[1].text == "last"
    assert told.read.empty()


def test_what_keeps_it_from_reading_is_told_once(tmp_path: Path) -> None:
    told = Told(tmp_path)
    told.reading.read(Side.PERSONAL, "one")
    told.reading.read(Side.PROFESSIONAL, "two")
    assert told.lacks.get(timeout=PATIENCE).lack is Lack.NO_WEIGHTS
    told.reading.read(Side.PERSONAL, "three")
    told.reading.close()
    assert told.lacks.empty()
    assert told.read.empty()
    assert told.reading.lack is not None
    assert told.reading.lack.file == "reader.json"


def test_whatever_goes_wrong_while_it_reads_it_is_off_and_says_so(tmp_path: Path) -> None:
    folder = weights_in(tmp_path / "reader", encoder=toy_encoder(known=10))  # breaks at the first other piece
    told = Told(folder)
    told.reading.read(Side.PERSONAL, "My boss zuggles")
    assert told.lacks.get(timeout=PATIENCE).lack is Lack.FAILED
    told.reading.read(Side.PERSONAL, "more")
    told.reading.close()
    assert told.lacks.empty()


def test_closing_leaves_a_long_text_off_and_takes_no_more(folder: Path) -> None:
    told = Told(folder)
    told.may_go_on.clear()
    told.reading.read(Side.PERSONAL, LONG)
    told.next()
    told.may_go_on.set()
    told.reading.close()
    told.reading.read(Side.PERSONAL, "too late")
    with pytest.raises(Empty):
        told.read.get(timeout=A_MOMENT)


def test_closed_before_anything_was_read_it_reads_nothing(folder: Path) -> None:
    told = Told(folder)
    told.reading.drop(Side.PERSONAL)
    told.reading.close()
    told.reading.read(Side.PERSONAL, "too late")
    with pytest.raises(Empty):
        told.read.get(timeout=A_MOMENT)


def test_posts_that_read_like_it_are_shown_even_while_it_reads(told: Told) -> None:
    told.reading.read(Side.PERSONAL, "My boss zuggles")
    _, reading = told.next()
    told.may_go_on.clear()
    told.reading.read(Side.PERSONAL, LONG)
    told.next()
    likened = told.reading.likened(reading, reading.opinions[0])
    assert {each.text for each in likened} == {"He zuggles at his desk", "She zuggles in every meeting"}


def test_before_anything_was_read_and_without_the_file_of_posts_none_are_shown(told: Told, folder: Path) -> None:
    told.reading.read(Side.PERSONAL, "My boss zuggles")
    _, reading = told.next()
    assert Told(folder).reading.likened(reading, reading.opinions[0]) == ()
    (folder / "taught.jsonl").write_text("{}")
    assert told.reading.likened(reading, reading.opinions[0]) == ()
