import subprocess
import sys
from pathlib import Path

import pytest

from tests import screen

pytestmark = [pytest.mark.screen, pytest.mark.skipif(sys.platform != "linux", reason="X and D-Bus are Linux's")]

SHOW_A_WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("here")
label.show()
app.processEvents()
print(app.platformName(), label.windowHandle().isExposed())
"""

READ_THE_BUS = """
import asyncio
from dbus_fast import Message
from dbus_fast.aio import MessageBus

async def main():
    bus = await MessageBus().connect()
    reply = await bus.call(Message(destination="org.a11y.Bus", path="/org/a11y/bus",
                                   interface="org.a11y.Bus", member="GetAddress"))
    print(reply.body[0])

asyncio.run(main())
"""


def test_a_window_shows_on_a_screen_of_its_own(desktop):
    assert answer(SHOW_A_WINDOW, desktop).split() == ["xcb", "True"]


def test_a_desktop_has_a_screen_readers_bus(desktop):
    assert answer(READ_THE_BUS, desktop).startswith("unix:")


def test_a_desktop_leaves_nothing_running():
    with screen.desktop() as environment:
        answer(READ_THE_BUS, environment)
        runtime = environment["XDG_RUNTIME_DIR"]
        assert mentioning(runtime)
    assert not mentioning(runtime)


def answer(program: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


def mentioning(runtime: str) -> list[str]:
    """Return the programs that run with *runtime* as their folder."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if runtime.encode() in (folder / "environ").read_bytes():
                found.append((folder / "comm").read_text().strip())
        except OSError:  # ended meanwhile, or another user's
            continue
    return found
