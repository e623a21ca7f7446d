"""Read and drive a program as a screen reader does: over AT-SPI, knowing names and roles and nothing else."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

ACCESSIBLE = "org.a11y.atspi.Accessible"
CONTROLLER = "org.a11y.atspi.DeviceEventController"
KEYBOARD = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry/deviceeventcontroller")
CTRL, SHIFT = 37, 50  # codes of a PC keyboard under X
DOWN, RETURN = 0xFF54, 0xFF0D  # X keysyms
_PRESS, _RELEASE, _SYMBOL = 0, 1, 3
PATIENCE_S = 20.0
PAUSE_S = 0.1
_VISIBLE = 30  # ATSPI_STATE_VISIBLE

Reference = tuple[str, str]


class Silent(RuntimeError):
    """The program did not answer, or has no such thing."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that the program shows: what it is, what it is called, and how to reach it."""

    role: str
    name: str
    reference: Reference


class ScreenReader:
    """A connection to the bus of assistive technology."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus

    @classmethod
    @asynccontextmanager
    async def on(cls, session_address: str) -> AsyncIterator["ScreenReader"]:
        """Connect to the accessibility bus that belongs to the session at *session_address*, and leave it after."""
        session = await MessageBus(bus_address=session_address).connect()
        asking = Message(
            destination="org.a11y.Bus", path="/org/a11y/bus", interface="org.a11y.Bus", member="GetAddress"
        )
        reply = await session.call(asking)
        assert reply is not None
        bus = await MessageBus(bus_address=reply.body[0]).connect()
        try:
            yield cls(bus)
        finally:
            for each in (bus, session):
                each.disconnect()
                await each.wait_for_disconnect()

    async def application(self, name: str) -> Node:
        """Wait for the program *name* and return it."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

        async def found() -> Node | None:
            for reference in await self._children(root):
                if await self._name(reference) == name:
                    return Node("application", name, reference)
            return None

        return await self._patiently(found, f"no program called {name}")

    async def tree(self, node: Node) -> list[Node]:
        """Return everything inside *node* that is not hidden, in reading order."""
        nodes = []
        for reference in await self._children(node.reference):
            if not await self._is_visible(reference):
                continue
            child = Node(await self._call(reference, ACCESSIBLE, "GetRoleName"), await self._name(reference), reference)
            nodes += [child, *await self.tree(child)]
        return nodes

    async def find(self, inside: Node, what: Callable[[Node], bool], description: str) -> Node:
        """Wait for the first thing inside *inside* that *what* holds of."""

        async def found() -> Node | None:
            return next(filter(what, await self.tree(inside)), None)

        return await self._patiently(found, f"nothing that is {description}")

    async def text(self, node: Node) -> str:
        """Return the text of an editor."""
        return str(await self._call(node.reference, "org.a11y.atspi.Text", "GetText", "ii", 0, -1))

    async def write(self, node: Node, text: str) -> None:
        """Replace the text of an editor."""
        await self._call(node.reference, "org.a11y.atspi.EditableText", "SetTextContents", "s", text)

    async def press(self, node: Node) -> None:
        """Do what activating *node* does."""
        await self._call(node.reference, "org.a11y.atspi.Action", "DoAction", "i", 0)

    async def key(self, symbol: int, *held: int) -> None:
        """Press the key of an X *symbol* with those of the codes *held* down; it goes to whoever has the keyboard."""
        for code in held:
            await self._call(KEYBOARD, CONTROLLER, "GenerateKeyboardEvent", "isu", code, "", _PRESS)
        await self._call(KEYBOARD, CONTROLLER, "GenerateKeyboardEvent", "isu", symbol, "", _SYMBOL)
        for code in held:
            await self._call(KEYBOARD, CONTROLLER, "GenerateKeyboardEvent", "isu", code, "", _RELEASE)
        await asyncio.sleep(PAUSE_S)

    async def choose(self, inside: Node, name: str) -> None:
        """Select the entry called *name* of a list."""
        names = [await self._name(reference) for reference in await self._children(inside.reference)]
        await self._call(inside.reference, "org.a11y.atspi.Selection", "SelectChild", "i", names.index(name))

    async def _children(self, reference: Reference) -> list[Reference]:
        children = await self._call(reference, ACCESSIBLE, "GetChildren")
        return [(name, path) for name, path in children]

    async def _is_visible(self, reference: Reference) -> bool:
        low, _high = await self._call(reference, ACCESSIBLE, "GetState")
        return bool(low >> _VISIBLE & 1)

    async def _name(self, reference: Reference) -> str:
        properties = "org.freedesktop.DBus.Properties"
        return str((await self._call(reference, properties, "Get", "ss", ACCESSIBLE, "Name")).value)

    async def _call(self, reference: Reference, interface: str, member: str, signature: str = "", *body: Any) -> Any:
        name, path = reference
        message = Message(name, path, interface, member, signature=signature, body=list(body))
        reply = await asyncio.wait_for(self._bus.call(message), PATIENCE_S)
        if reply is None or reply.message_type is MessageType.ERROR:
            raise Silent(f"{interface}.{member}: {reply.body if reply else 'no answer'}")
        return reply.body[0] if reply.body else None

    async def _patiently(self, look: Callable[[], Any], complaint: str) -> Any:
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        while asyncio.get_running_loop().time() < deadline:
            try:
                found = await look()
            except Silent:  # what was shown a moment ago may be gone
                found = None
            if found is not None:
                return found
            await asyncio.sleep(PAUSE_S)
        raise Silent(complaint)
