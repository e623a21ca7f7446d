"""A studio over two real vaults, as it is on the first start, without its window."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.model.ids import DraftId
from app.model.persona import Persona, Side
from app.store.places import Places, places_in
from app.store.saver import Edit
from app.studio.opening import open_vaults
from app.studio.studio import Studio

NAMES = {Side.PERSONAL: "Personal", Side.PROFESSIONAL: "Professional"}
Start = Callable[[], AbstractContextManager[Studio]]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, by: timedelta) -> None:
        self.moment += by


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def start(places: Places, clock: Clock) -> Start:
    """Open the studio over the same folders as often as asked."""

    @contextmanager
    def started() -> Iterator[Studio]:
        studio = Studio(open_vaults(places, NAMES, clock), clock, lambda _mark: None, lambda _error, _edit: None)
        try:
            yield studio
        finally:
            assert studio.close() == ()

    return started


@pytest.fixture
def studio(start: Start) -> Iterator[Studio]:
    with start() as opened:
        yield opened


def persona_on(studio: Studio, side: Side) -> Persona:
    persona = studio.personas.on_side(side)
    assert persona is not None
    return persona


def written(studio: Studio, side: Side, text: str, title: str = "") -> DraftId:
    """A draft of the persona on *side*."""
    return studio.drafting.new(persona_on(studio, side).id, title=title, text=text)[0].id


def typed(studio: Studio, draft_id: DraftId, text: str) -> None:
    """Type *text* in place of what stands in the draft."""
    draft = studio.drafting.draft(draft_id)
    studio.edit(Edit(draft.persona_id, draft_id, draft.title, text))
