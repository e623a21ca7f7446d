"""What the operating system has to bring: libraries that Qt loads, and programs that some tests start."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from refusal import Refusal


@dataclass(frozen=True, slots=True)
class Provision:
    """Things that must be there, each with the Debian package that brings it.

    Without what is ``essential`` not even the installation can go on.
    """

    purpose: str
    packages: Mapping[str, str]
    is_there: Callable[[str], bool]
    essential: bool = False

    def missing(self) -> tuple[str, ...]:
        """Return the packages whose things are not there, in order and without repeats."""
        return tuple(dict.fromkeys(package for thing, package in self.packages.items() if not self.is_there(thing)))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _exists(program: str) -> bool:
    return Path(program).exists() if program.startswith("/") else shutil.which(program) is not None


# From `ldd` on PySide6 6.11's QtCore, QtGui, QtWidgets, QtSvg, QtDBus and its xcb and wayland plugins.
QT = Provision(
    "Qt needs libraries to draw its windows",
    {
        "libEGL.so.1": "libegl1",
        "libGL.so.1": "libgl1",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-glx.so.0": "libxcb-glx0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxcb.so.1": "libxcb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxkbcommon.so.0": "libxkbcommon0",
    },
    _loads,
)

SCREEN = Provision(
    "some tests start a screen, a screen reader's bus and a system-call recorder of their own",
    {
        "Xvfb": "xvfb",
        "dbus-daemon": "dbus",
        "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
        "strace": "strace",
    },
    _exists,
)


# The module itself is always there; Debian keeps what it needs apart.
VENV = Provision(
    "Python needs its venv module",
    {"ensurepip": f"python{sys.version_info.major}.{sys.version_info.minor}-venv"},
    lambda module: importlib.util.find_spec(module) is not None,
    essential=True,
)


def provide(provisions: Iterable[Provision]) -> None:
    """Install what is missing when that is possible here (root on Debian or Ubuntu), else say what to install."""
    if sys.platform != "linux":
        return
    lacking = [provision for provision in provisions if provision.missing()]
    if not lacking:
        return
    packages = tuple(dict.fromkeys(package for provision in lacking for package in provision.missing()))
    purposes = "; ".join(provision.purpose for provision in lacking)
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        advice = f"Debian calls the packages {names}; install what your system calls them."
    elif os.geteuid() != 0:
        advice = f"An administrator can install it with: apt-get install {names}"
    else:
        print(f"Installing from the system's packages ({purposes}): {names}", flush=True)
        if _installed(packages):
            return
        advice = f"apt-get could not install it (its own words stand above): {names}"
    sentence = f"Something is missing on this system ({purposes}). {advice}"
    if any(provision.essential for provision in lacking):
        raise Refusal(sentence)
    print(sentence, file=sys.stderr, flush=True)


def _installed(packages: tuple[str, ...]) -> bool:
    """Install *packages*, with fresh package lists only when the ones at hand do not do."""
    command = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0:
        return True
    subprocess.run(["apt-get", "update", "--quiet"], env=environment, stdout=subprocess.DEVNULL, check=False)
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
