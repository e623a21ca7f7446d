"""A screen and a desktop session of a test's own, so that no test depends on the machine it runs on."""

import ctypes
import ctypes.util
import os
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 20.0
PACKAGES = {"Xvfb": "xvfb", "dbus-daemon": "dbus"}


class NotHere(RuntimeError):
    """A program that the test needs is not installed; the text names its Debian package."""


@contextmanager
def x_server(size: str = "1440x900") -> Iterator[str]:
    """Run an X server on a free display and yield its name, such as ``:7``."""
    with _speaking([_found("Xvfb"), "-displayfd", "{}", "-screen", "0", f"{size}x24", "-nolisten", "tcp"]) as number:
        yield f":{number}"


@contextmanager
def session_bus(environment: Mapping[str, str]) -> Iterator[str]:
    """Run a D-Bus session with *environment* and yield its address; what it activates ends with it."""
    command = [_found("dbus-daemon"), "--session", "--nofork", "--nopidfile", "--print-address={}"]
    with _speaking(command, environment) as address:
        yield address


@contextmanager
def desktop(size: str = "1440x900") -> Iterator[dict[str, str]]:
    """Yield the environment in which a program finds a screen, a session bus and a screen reader's bus."""
    # Not pytest's folder: the name of a socket may not be longer than 107 bytes.
    with tempfile.TemporaryDirectory(prefix="twofold-") as runtime, x_server(size) as display:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
        environment |= {
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": runtime,
            "XDG_SESSION_TYPE": "x11",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        with session_bus(environment) as address:
            yield environment | {"DBUS_SESSION_BUS_ADDRESS": address}


def give_keyboard(display: str, title: str) -> None:
    """Let the window on *display* whose title begins with *title* have the keyboard: no window manager does it here."""
    x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x.XOpenDisplay.restype, x.XDefaultRootWindow.restype = ctypes.c_void_p, ctypes.c_ulong
    server = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
    windows = ctypes.POINTER(ctypes.c_ulong)()
    ask = ctypes.c_ulong(x.XDefaultRootWindow(server))
    x.XQueryTree(server, ask, *map(ctypes.byref, (root, parent, windows, count)))
    for window in map(ctypes.c_ulong, windows[: count.value]):
        name = ctypes.c_char_p()
        if x.XFetchName(server, window, ctypes.byref(name)) and (name.value or b"").startswith(title.encode()):
            x.XSetInputFocus(server, window, 1, ctypes.c_ulong(0))
    x.XSync(server, 0)
    x.XCloseDisplay(server)


@contextmanager
def _speaking(command: list[str], environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run *command*, which writes one line to the descriptor given for ``{}``, and yield that line; end it after."""
    reading, writing = os.pipe()
    try:
        process = subprocess.Popen(
            [part.format(writing) for part in command],
            env=environment,
            pass_fds=[writing],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        os.close(writing)
        try:
            yield _first_line(reading, command[0])
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE_S)
    finally:
        os.close(reading)


def _first_line(descriptor: int, program: str) -> str:
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([descriptor], [], [], PATIENCE_S)
        piece = os.read(descriptor, 4096) if ready else b""
        if not piece:
            raise RuntimeError(f"{Path(program).name} did not start")
        line += piece
    return line.decode().strip()


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise NotHere(f"{program} is not installed (Debian package {PACKAGES[program]})")
    return path
