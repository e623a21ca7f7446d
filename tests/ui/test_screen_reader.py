"""The window as somebody meets it who hears it: the real program on a screen of its own, over AT-SPI."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.screen_reader import Node, ScreenReader

VENTING = "Long day. My boss is an idiot. Off to bed."


@pytest.fixture
def studio(desktop: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """Run the program on *desktop*; the address of its session bus."""
    process = subprocess.Popen([sys.executable, "-m", "ui", "--data-dir", str(tmp_path)], env=desktop)
    try:
        yield desktop["DBUS_SESSION_BUS_ADDRESS"]
    finally:
        process.terminate()
        assert process.wait(30) == 0


def named(role: str, name: str) -> tuple[object, str]:
    return (lambda node: node.role == role and node.name == name), f"a {role} called {name}"


async def write_read_and_fix(reader: ScreenReader) -> None:
    window = await reader.application("twofold")
    editor = await reader.find(window, *named("text", "Personal draft"))

    await reader.write(editor, VENTING)
    await reader.find(window, heard_risk, "a risk with those words")
    heard = next(filter(heard_risk, await reader.tree(window)))
    assert heard.name.startswith(("Medium risk: ", "High risk: "))

    use = await reader.find(heard, lambda node: node.name.startswith("Use “"), "a wording to use")
    wording = use.name.removeprefix("Use “").removesuffix("”")
    await reader.press(use)

    await asyncio.sleep(0.5)  # the list follows within 60 ms; what must not be there cannot be waited for
    assert await reader.text(editor) == VENTING.replace("My boss is an idiot", wording)
    assert not any(map(heard_risk, await reader.tree(window)))


def heard_risk(node: Node) -> bool:
    return node.role == "list item" and "“My boss is an idiot”" in node.name


async def nameless_controls(reader: ScreenReader) -> list[Node]:
    window = await reader.application("twofold")
    await reader.find(window, *named("list", "Risks found"))
    roles = {"push button", "button menu", "text", "combo box", "list", "radio button", "toggle button"}
    return [node for node in await reader.tree(window) if node.role in roles and not node.name]


async def with_reader(address: str, do: Callable[[ScreenReader], Awaitable[Any]]) -> Any:
    async with ScreenReader.on(address) as reader:
        return await do(reader)


@pytest.mark.screen
def test_a_screen_reader_writes_hears_the_risks_and_applies_a_wording(studio: str) -> None:
    asyncio.run(with_reader(studio, write_read_and_fix))


@pytest.mark.screen
def test_every_control_has_a_name(studio: str) -> None:
    assert asyncio.run(with_reader(studio, nameless_controls)) == []
