"""The two worlds kept apart as somebody meets it who hears the program: on a screen of its own, over AT-SPI."""

import asyncio
from collections.abc import Callable

import pytest

from tests import screen
from tests.ui.screen_reader import CTRL, DOWN, RETURN, SHIFT, Node, ScreenReader
from tests.ui.test_screen_reader import named, studio, with_reader

__all__ = ["studio"]  # a fixture of the other module

MOAN = "Another nightmare patient today."
PROMOTION = "Book your appointment with our clinic today, link in bio."
LEAK = "A long day with Acme Foods."


class Listener:
    """Somebody who knows names and roles and nothing else."""

    def __init__(self, reader: ScreenReader, program: Node, display: str) -> None:
        self._reader = reader
        self._program = program
        self._display = display
        self._pressing: set[asyncio.Task[None]] = set()

    async def press(self, name: str, role: str = "push button", inside: str = "") -> None:
        """Press the thing called *name*; what opens a dialog answers only when that closes, so nobody waits for it."""
        place = await self._reader.find(self._program, _place(inside), inside) if inside else self._program
        node = await self._reader.find(place, *named(role, name))
        task = asyncio.create_task(self._reader.press(node))
        self._pressing.add(task)
        await asyncio.wait([task], timeout=0.5)

    async def write(self, name: str, text: str) -> None:
        await self._reader.write(await self._reader.find(self._program, *named("text", name)), text)

    async def choose(self, name: str, entry: str) -> None:
        await self._reader.choose(await self._reader.find(self._program, *named("list", name)), entry)

    async def key(self, key: str | int, *held: int) -> None:
        """Press a letter, or the key with that X keysym, in the window, with others held."""
        screen.give_keyboard(self._display, "Twofold - ")
        await self._reader.key(ord(key) if isinstance(key, str) else key, *held)

    async def hears(self, begins: str) -> str:
        """Wait for something whose name begins so, and return the name."""
        what = await self._reader.find(self._program, lambda node: node.name.startswith(begins), f"heard as {begins}")
        return what.name

    async def text(self, name: str) -> str:
        return await self._reader.text(await self._reader.find(self._program, *named("text", name)))

    async def done(self) -> None:
        """Wait until every dialog that was opened has been answered."""
        await asyncio.gather(*self._pressing)


def _place(name: str) -> Callable[[Node], bool]:
    return lambda node: node.role in ("panel", "dialog") and node.name == name


async def tell_who_reads_and_hear_the_difference(you: Listener) -> None:
    await you.write("Personal draft", MOAN)
    assert (await you.hears("Medium risk: Complaint about a client")).count("“Another nightmare patient”") == 1

    await you.press("Boundaries of Personal")
    await you.press("Five questions…", inside="Boundaries of Personal")
    await you.write("What you do", "a nurse")
    await you.write("Whom you work with", "patients")
    await you.press("Next")
    await you.press("Next")
    await you.press("Yes", "check box", inside="Your patients: do they read this account?")
    await you.write("Your patients: somebody to imagine", "Mrs Novak")
    for _ in range(3):
        await you.press("Next")
    assert "my patients" in await you.text("Boundary statement")
    await you.press("Done")

    await you.hears("High risk: Complaint about a patient")
    await you.hears("Your patients read this account: you are always on the clock")


async def keep_a_name_private_until_a_day(you: Listener) -> None:
    await you.press("Boundaries of Personal")
    await you.press("Edit…")
    await you.choose("Pages", "Watch terms")
    await you.press("Add…")
    await you.write("Name", "Acme Foods")
    await you.write("Private until, as in 2026-12-15", "2126-12-15")
    await you.press("Take it")
    await you.press("Save")
    await you.write("Personal draft", LEAK)
    assert "“Acme Foods”" in await you.hears("High risk: ")


async def take_it_across_and_back(you: Listener) -> None:
    await you.write("Personal draft", PROMOTION)
    await you.hears("Medium risk: ")
    await you.key("m", CTRL, SHIFT)
    await you.hears("Moved to Professional. ")
    assert await you.text("Professional draft") == PROMOTION
    await you.press("Move it back")
    await you.hears("Moved to Personal. ")
    assert await you.text("Personal draft") == PROMOTION


async def answer_a_contact_request(you: Listener) -> None:
    await you.key("r", CTRL, SHIFT)
    await you.hears("Answer soon and kindly")
    await you.press("Copy reply 1, Alt+1")
    await you.press("Close")


async def read_with_the_eyes_of_a_patient(you: Listener) -> None:
    await you.write("Personal draft", MOAN)
    await you.key("e", CTRL)
    await you.key(DOWN)
    await you.key(RETURN)
    await you.hears("Imagine Mrs Novak reads it")
    await you.press("Read as yourself")
    await you.hears("High risk: Complaint about a patient")


JOURNEYS = (
    tell_who_reads_and_hear_the_difference,
    keep_a_name_private_until_a_day,
    read_with_the_eyes_of_a_patient,
    take_it_across_and_back,
    answer_a_contact_request,
)


@pytest.mark.screen
def test_a_screen_reader_gets_through_everything_about_personas(studio: str, desktop: dict[str, str]) -> None:
    async def go(reader: ScreenReader) -> None:
        you = Listener(reader, await reader.application("twofold"), desktop["DISPLAY"])
        for journey in JOURNEYS:
            await journey(you)
        await you.done()

    asyncio.run(with_reader(studio, go))
