"""What the operating system has to bring: libraries that Qt loads, and programs that some tests start."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from refusal import Refusal


@dataclass(frozen=True, slots=True)
class Provision:
    """Things that must be there, each with the Debian package that brings it."""

    purpose: str
    packages: Mapping[str, str]
    is_there: Callable[[str], bool]
    optional: bool = True

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


def venv() -> Provision:
    """Return the module that makes virtual environments, which Debian keeps in a package of its own."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Provision(
        "Python needs its venv module", {"venv": f"python{version}-venv"}, is_there=lambda _: False, optional=False
    )


def provide(provision: Provision) -> None:
    """Install what is missing when that is possible here (root on Debian or Ubuntu), else say what to install."""
    if sys.platform != "linux" and provision.optional:
        return
    missing = provision.missing()
    if not missing:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing from the system's packages, as {provision.purpose}: {' '.join(missing)}", flush=True)
        if _installed(missing):
            return
        advice = "apt-get could not install them; its own words stand above."
    else:
        advice = f"An administrator can install them with: apt-get install {' '.join(missing)}"
    sentence = f"Missing here: {provision.purpose} ({' '.join(missing)}). {advice}"
    if not provision.optional:
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
