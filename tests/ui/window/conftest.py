"""The real window over real vaults, as a user meets it on the first start."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.model.persona import Side
from app.store.places import Places, places_in
from app.store.settings import load_settings, save_settings
from app.studio.opening import open_vaults
from app.studio.second_reading import SecondReading
from app.studio.studio import Studio
from ui.bridge.second_reader import Opens
from ui.bridge.studio_signals import SaveFailure, StudioSignals
from ui.window.draft_pane import DraftPane
from ui.window.studio_window import StudioWindow

NAMES = {Side.PERSONAL: "Personal", Side.PROFESSIONAL: "Professional"}


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, by: timedelta) -> None:
        self.moment += by


class Session:
    """One run of the studio from opening to closing."""

    def __init__(self, places: Places, clock: Callable[[], datetime], opens: Opens | None = None) -> None:
        self.places = places
        self.signals = StudioSignals()
        self.studio = Studio(
            open_vaults(places, NAMES, clock),
            clock,
            self.signals.saved.emit,
            lambda error, edit: self.signals.save_failed.emit(SaveFailure(error, edit)),
        )
        settings, _ = load_settings(places)
        self.window = StudioWindow(
            self.studio, self.signals, settings, clock, opens or reader_in(places.data / "empty")
        )
        self.window.settings_changed.connect(lambda changed: save_settings(places, changed))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def reader_in(folder: Path) -> Opens:
    """A second reader whose weights lie in *folder*."""
    return lambda on_read, on_lack: SecondReading(folder, on_read=on_read, on_lack=on_lack)


Start = Callable[..., "contextmanager[Session]"]


@pytest.fixture
def start(qtbot: QtBot, places: Places, clock: Clock) -> Start:
    """Open the studio over the same folders as often as asked, with no second reader or the one that is given."""

    @contextmanager
    def started(opens: Opens | None = None) -> Iterator[Session]:
        session = Session(places, clock, opens)
        with qtbot.waitActive(session.window):
            session.window.show()
            session.window.activateWindow()
        qtbot.waitUntil(
            lambda: all(pane.is_reviewed for pane in session.window.findChildren(DraftPane)), timeout=20_000
        )
        try:
            yield session
        finally:
            session.window.close()
            assert session.studio.close() == ()
            session.window.deleteLater()
            qtbot.wait(1)

    return started
