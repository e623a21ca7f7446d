from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue
from threading import Event

import pytest

from app.errors import DiskFull, DraftMissing, TwofoldError
from app.model.ids import DraftId, PersonaId
from app.store.saver import Edit, SavedMark, Saver

SOON = 5.0  # how long a test waits for what ought to come at once
FULL = DiskFull(Path("vault.db"))


def typed(text: str, draft: str = "draft") -> Edit:
    return Edit(PersonaId("persona"), DraftId(draft), "title", text, len(text), 0.0)


class Disk:
    """Something to commit to, which can be slow or full."""

    def __init__(self) -> None:
        self.committed: list[str] = []
        self.error: TwofoldError | None = None
        self.refused = ""
        self.entered = Event()
        self.free = Event()
        self.free.set()

    def commit(self, edit: Edit) -> None:
        self.entered.set()
        assert self.free.wait(SOON)
        if self.error is not None:
            raise self.error
        if edit.draft_id == self.refused:
            raise FULL
        self.committed.append(edit.text)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def saved() -> "Queue[SavedMark]":
    return Queue()


@pytest.fixture
def failed() -> "Queue[tuple[Exception, Edit]]":
    return Queue()


@pytest.fixture
def start(disk, saved, failed) -> Iterator[Callable[..., Saver]]:
    savers = []

    def started(*, quiet: float = 3600.0, ceiling: float = 3600.0) -> Saver:
        savers.append(
            Saver(
                disk.commit,
                on_saved=saved.put,
                on_failed=lambda error, edit: failed.put((error, edit)),
                quiet=quiet,
                ceiling=ceiling,
            )
        )
        return savers[-1]

    yield started
    for saver in savers:
        saver.close()


def test_a_pause_saves_what_was_typed_last(start, disk, saved):
    saver = start(quiet=0.05, ceiling=SOON)
    for text in ("a", "ab", "abc"):
        saver.edit(typed(text))

    assert saved.get(timeout=SOON) == SavedMark(typed("abc"))
    assert disk.committed == ["abc"]


def test_typing_without_a_pause_is_saved_at_the_ceiling(start, saved):
    saver = start(quiet=SOON * 10, ceiling=0.05)
    saver.edit(typed("never resting"))

    assert saved.get(timeout=SOON).edit.text == "never resting"


def test_flush_returns_when_everything_is_durable(start, disk):
    saver = start()
    saver.edit(typed("one", "first"))
    saver.edit(typed("two", "second"))

    saver.flush()

    assert sorted(disk.committed) == ["one", "two"]
    assert saver.unsaved() == ()


def test_flush_waits_for_a_save_that_has_begun_and_for_what_came_since(start, disk):
    saver = start(quiet=0.0)
    disk.free.clear()
    saver.edit(typed("first"))
    assert disk.entered.wait(SOON)
    saver.edit(typed("second"))
    disk.free.set()

    saver.flush()

    assert disk.committed == ["first", "second"]


def test_flush_says_what_keeps_a_text_from_being_saved_and_keeps_the_text(start, disk):
    saver = start()
    disk.error = FULL
    saver.edit(typed("precious"))

    for _ in range(2):
        with pytest.raises(DiskFull):
            saver.flush()

    assert saver.unsaved() == (typed("precious"),)


def test_a_failure_is_said_once_and_so_is_its_end(start, disk, saved, failed):
    saver = start()
    disk.error = FULL
    for text in ("a", "ab", "abc"):
        saver.edit(typed(text))
        with pytest.raises(DiskFull):
            saver.flush()
    disk.error = None

    saver.flush()

    assert failed.get(timeout=SOON) == (FULL, typed("a"))
    assert failed.empty()
    assert saved.get(timeout=SOON) == SavedMark(typed("abc"))


def test_another_kind_of_failure_is_said_too(start, disk, failed):
    saver = start()
    saver.edit(typed("text"))
    for error in (FULL, DraftMissing("draft")):
        disk.error = error
        with pytest.raises(type(error)):
            saver.flush()

    assert [type(failed.get(timeout=SOON)[0]) for _ in range(2)] == [DiskFull, DraftMissing]


def test_a_failed_save_is_tried_again_without_being_asked(start, disk, saved, failed):
    saver = start(quiet=0.0)
    disk.error = FULL
    saver.edit(typed("patient"))
    failed.get(timeout=SOON)

    disk.error = None

    assert saved.get(timeout=SOON).edit.text == "patient"


def test_one_draft_that_fails_keeps_no_other_from_being_saved(start, disk):
    disk.refused = "bad"
    saver = start()
    saver.edit(typed("lost?", "bad"))
    saver.edit(typed("kept", "good"))

    left = saver.close()

    assert disk.committed == ["kept"]
    assert [edit.text for edit in left] == ["lost?"]


def test_closing_saves_what_is_waiting_and_returns_what_it_could_not_save(start, disk):
    saver = start()
    saver.edit(typed("in time"))
    assert saver.close() == ()
    assert disk.committed == ["in time"]

    saver = start()
    disk.error = FULL
    saver.edit(typed("not in time"))
    assert saver.close() == saver.close() == (typed("not in time"),)


def test_a_mistake_of_a_listener_stops_no_saving(disk):
    def stumble(mark: SavedMark) -> None:
        raise KeyError(mark.edit.draft_id)

    saver = Saver(disk.commit, on_saved=stumble, on_failed=print)
    saver.edit(typed("one"))
    saver.flush()
    saver.edit(replace(typed("one"), text="two"))

    assert saver.close() == ()
    assert disk.committed == ["one", "two"]


def test_nothing_can_be_typed_into_a_closed_saver(start):
    saver = start()
    saver.close()

    with pytest.raises(RuntimeError, match="closed"):
        saver.edit(typed("too late"))
    with pytest.raises(RuntimeError, match="closed"):
        saver.flush()


def test_what_was_typed_shows_in_no_description(start):
    edit = typed("my secret")

    assert "secret" not in repr(edit) + repr(SavedMark(edit))
