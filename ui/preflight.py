"""Find out, without Qt, whether a window can open here; Qt itself would end the process instead of saying so."""

import ctypes
import ctypes.util
import os
import sys
from importlib.util import find_spec
from pathlib import Path

EXIT_UNAVAILABLE = 69  # EX_UNAVAILABLE of sysexits.h
_SCREENLESS = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})
_INSTALL = "On Debian or Ubuntu, run `make install` as root: it installs what Qt needs."


def why_no_window() -> str | None:
    """Return one sentence that says why no window can open and what to do, ``None`` when nothing speaks against it."""
    missing = _missing_library()
    if missing is not None:
        return f"Twofold cannot open its window: {missing}. {_INSTALL}"
    if sys.platform.startswith("linux") and not _has_screen():
        return (
            "Twofold cannot open its window: there is no display here. Start it in a desktop session, or run it under "
            "`xvfb-run`; `twofold check FILE` reviews text without a window."
        )
    return None


def _missing_library() -> str | None:
    found = find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return "the Python package PySide6-Essentials is not installed"
    folder = Path(next(iter(found.submodule_search_locations)))
    try:
        import PySide6.QtWidgets  # noqa: F401  (the import is the question)
    except ImportError as error:
        return str(error)
    if sys.platform.startswith("linux") and _platform() == "xcb":
        try:
            ctypes.CDLL(str(folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
        except OSError as error:
            return str(error)
    return None


def _platform() -> str:
    named = os.environ.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]
    if named:
        return named
    return "wayland" if _wayland_socket() else "xcb"


def _has_screen() -> bool:
    platform = _platform()
    if platform in _SCREENLESS:
        return True
    if platform.startswith("wayland"):
        return _wayland_socket()
    return _x_server_answers()


def _wayland_socket() -> bool:
    display = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(display) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), display).exists()


def _x_server_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    library = ctypes.util.find_library("xcb") or "libxcb.so.1"
    try:
        xcb = ctypes.CDLL(library)
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
