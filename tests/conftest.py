"""What every test gets: no screen, no user's data, no surprises of the machine; and what a few may ask for."""

import atexit
import importlib.util
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import screen

# Before any Qt: a test draws into memory, in English, at 100 %, and finds nothing of the user's.
for name in tuple(os.environ):
    if name.startswith(("PYTHON", "QT_", "WAYLAND_", "XDG_", "TWOFOLD_")) or name in {
        "DBUS_SESSION_BUS_ADDRESS",
        "DISPLAY",
    }:
        del os.environ[name]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
_folder = tempfile.TemporaryDirectory(prefix="twofold-tests-")
atexit.register(_folder.cleanup)
HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
os.environ.update(dict.fromkeys(HOME_VARIABLES, _folder.name))
os.environ["XDG_CACHE_HOME"] = str(Path(_folder.name, "cache"))  # programs that tests start find the rules read once

# The same examples each time, so that a failure says something about the change at hand; `search` looks for new ones,
# and `quick` is for in between.
settings.register_profile("same", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("quick", settings.get_profile("same"), max_examples=20)
settings.register_profile("search", deadline=None, print_blob=True, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accept the settings of pytest-qt where it is not installed, which is where the core is tested alone."""
    if importlib.util.find_spec("pytestqt") is None:
        for setting in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(setting, "see pytest-qt")


@pytest.fixture(autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep code that asks for the user's folders away from them, and from those of another test."""
    home = str(tmp_path_factory.mktemp("home"))
    for variable in HOME_VARIABLES:
        monkeypatch.setenv(variable, home)


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own: its name, such as ``:7``."""
    try:
        with screen.x_server() as name:
            yield name
    except screen.NotHere as missing:
        _leave_out(missing)


@pytest.fixture
def desktop() -> Iterator[dict[str, str]]:
    """The environment for a program that shall find a screen and be read by a screen reader."""
    try:
        with screen.desktop() as environment:
            yield environment
    except screen.NotHere as missing:
        _leave_out(missing)


def _leave_out(missing: screen.NotHere) -> None:
    """Leave a test out where a program is missing, but never in CI: there, what was not shown is not true."""
    if os.environ.get("CI"):
        pytest.fail(str(missing))
    pytest.skip(str(missing))
