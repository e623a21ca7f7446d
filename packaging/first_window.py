"""Run a command on a screen of its own until its first window shows, then end it: ``first_window.py make run``."""

import ctypes
import os
import signal
import subprocess
import sys
import time

from tests import screen

PATIENCE_S = 60.0
ENDING_S = 15.0
SMALLEST = 200
VIEWABLE = 2


class _Attributes(ctypes.Structure):
    """``XWindowAttributes`` of Xlib, its fields as far as ``map_state``, and room for the rest."""

    _fields_ = (
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("border_and_depth", ctypes.c_int * 2),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("looks", ctypes.c_int * 4),
        ("planes", ctypes.c_ulong * 2),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("rest", ctypes.c_ulong * 8),
    )


def main(command: list[str]) -> int:
    """Return 0 when *command* showed a window and ended when it was asked to."""
    with screen.x_server() as display:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        started = time.monotonic()
        process = subprocess.Popen(command, env=environment, start_new_session=True)
        try:
            size = _first_window(display, process)
            if size is None:
                print("no window came", file=sys.stderr)
                return 1
            print(f"a window of {size} after {time.monotonic() - started:.1f} s", flush=True)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        process.wait(ENDING_S)
    print("it ended when it was asked to", flush=True)
    return 0


def _first_window(display: str, process: "subprocess.Popen[bytes]") -> str | None:
    """Return the size of the first top-level window that shows, ``None`` when none comes in time."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XDefaultRootWindow.restype = ctypes.c_ulong
    # A window may go between two questions; Xlib's own answer to that is to end the program.
    indifferent = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
    x.XSetErrorHandler(indifferent)
    connection = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    deadline = time.monotonic() + PATIENCE_S
    try:
        while time.monotonic() < deadline and process.poll() is None:
            for window in _children(x, connection, x.XDefaultRootWindow(connection)):
                size = _size_if_showing(x, connection, window)
                if size:
                    return size
            time.sleep(0.1)
    finally:
        x.XCloseDisplay(connection)
    return None


def _children(x: ctypes.CDLL, connection: ctypes.c_void_p, root: int) -> list[int]:
    ignored = ctypes.c_ulong()
    windows = ctypes.POINTER(ctypes.c_ulong)()
    count = ctypes.c_uint()
    x.XQueryTree(
        connection,
        ctypes.c_ulong(root),
        ctypes.byref(ignored),
        ctypes.byref(ignored),
        ctypes.byref(windows),
        ctypes.byref(count),
    )
    found = [windows[index] for index in range(count.value)]
    if found:
        x.XFree(windows)
    return found


def _size_if_showing(x: ctypes.CDLL, connection: ctypes.c_void_p, window: int) -> str:
    """Return its width and height, nothing for a window that is hidden or too small for anybody to look at."""
    attributes = _Attributes()
    x.XGetWindowAttributes(connection, ctypes.c_ulong(window), ctypes.byref(attributes))
    if attributes.map_state != VIEWABLE or min(attributes.width, attributes.height) < SMALLEST:
        return ""
    return f"{attributes.width}x{attributes.height}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
