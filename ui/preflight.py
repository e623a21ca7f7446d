"""Find out, without Qt, whether a window can open here; Qt itself would end the process instead of saying so."""

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

EXIT_UNAVAILABLE = 69  # EX_UNAVAILABLE of sysexits.h
_SCREENLESS = frozenset({"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"})
_INSTALL = "On Debian or Ubuntu, run `make install` as root: it installs what Qt needs."
_ELSEWHERE = (
    "Start it in a desktop session, or run it under `xvfb-run`; `twofold check FILE` reviews text without a window."
)


def why_no_window() -> str | None:
    """Return one sentence that says why no window can open and what to do, ``None`` when nothing speaks against it."""
    obstacle = _why_no_qt()
    if obstacle is None and sys.platform.startswith("linux"):
        obstacles = [_why_not_on(platform) for platform in _platforms()]
        obstacle = None if None in obstacles else obstacles[-1]
    return None if obstacle is None else f"Twofold cannot open its window: {obstacle}"


def _why_no_qt() -> str | None:
    if find_spec("PySide6") is None:
        return f"the Python package PySide6-Essentials is not installed. {_INSTALL}"
    try:
        import PySide6.QtWidgets  # noqa: F401  (the import is the question)
    except ImportError as error:
        return _unloadable(error)
    return None


def _why_not_on(platform: str) -> str | None:
    """Return why Qt could not draw on *platform*, one of the names that QT_QPA_PLATFORM takes."""
    plugin = _plugins() / f"libq{platform}.so"
    if not plugin.exists():
        return (
            f"QT_QPA_PLATFORM asks for “{platform}”, which is not a platform of this Qt. Unset that variable and "
            "start again."
        )
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return _unloadable(error)
    return None if platform in _SCREENLESS else _why_no_screen(platform)


def _unloadable(error: Exception) -> str:
    """Return what the loader said; it begins with the library's name."""
    library = Path(str(error).partition(":")[0]).name
    if ".so" not in library:
        return f"Qt cannot be loaded ({error}). {_INSTALL}"
    return f"the library {library} is missing or damaged. {_INSTALL}"


def _plugins() -> Path:
    import PySide6

    return Path(PySide6.__path__[0], "Qt", "plugins", "platforms")


def _platforms() -> list[str]:
    """Return what Qt will try, in its order."""
    named = [each.partition(":")[0] for each in os.environ.get("QT_QPA_PLATFORM", "").split(";")]
    return [each for each in named if each] or (["wayland", "xcb"] if _wayland_socket() else ["xcb"])


def _why_no_screen(platform: str) -> str | None:
    if platform.startswith("wayland"):
        return None if _wayland_socket() else f"there is no Wayland display here. {_ELSEWHERE}"
    display = os.environ.get("DISPLAY")
    if not display:
        return f"there is no display here. {_ELSEWHERE}"
    return None if _x_server_answers() else f"the display {display} does not answer. {_ELSEWHERE}"


def _wayland_socket() -> bool:
    display = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(display) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), display).exists()


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")  # asking where it is would start another program, at every start
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
