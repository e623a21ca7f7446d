"""The virtual environments: what is locked, checked by hash, and the project itself."""

import hashlib
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import system_packages
from refusal import Refusal

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "packaging" / "requirements"

# Settings of a user's shell that would send packages, or our own modules, elsewhere.
MISLEADING = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PIP_USER", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Environment:
    """A folder with a Python of its own, and the lock that fills it; ``covers`` are those it makes ready as well."""

    folder: Path
    lock: str
    qt: bool
    tests: bool
    covers: "tuple[Environment, ...]" = ()

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """Return where a program of the environment stands."""
        if sys.platform == "win32":
            return self.folder / "Scripts" / f"{name}.exe"
        return self.folder / "bin" / name

    @property
    def stamp(self) -> Path:
        """The file that holds the digest of what was installed last."""
        return self.folder / f"twofold-{self.lock}.stamp"

    @staticmethod
    def variables() -> dict[str, str]:
        """Return the process environment without what would mislead Python or pip."""
        return {name: value for name, value in os.environ.items() if name not in MISLEADING}


STUDIO = Environment(ROOT / ".venv", "studio", qt=True, tests=False)
DEVELOPER = Environment(ROOT / ".venv", "developer", qt=True, tests=True, covers=(STUDIO,))
READER = Environment(ROOT / ".venv-reader", "reader", qt=False, tests=False)
CORE = Environment(ROOT / ".venv-core", "core", qt=False, tests=True)


def ready(environment: Environment) -> Environment:
    """Make sure that everything locked for *environment* is installed, and return it; quick when it already is."""
    system_packages.provide(_provisions(environment))
    digest = _digest(environment)
    if environment.python.exists() and _read(environment.stamp) == digest:
        return environment
    started = time.monotonic()
    print(f"Installing what Twofold needs into {environment.folder.name} ...", flush=True)
    _make(environment)
    environment.stamp.unlink(missing_ok=True)
    lock = REQUIREMENTS / f"{environment.lock}.txt"
    _pip(environment, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))
    _pip(environment, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    for one in (environment, *environment.covers):
        one.stamp.write_text(_digest(one), encoding="utf-8")
    print(f"Ready after {time.monotonic() - started:.0f} s.", flush=True)
    return environment


def _provisions(environment: Environment) -> Iterator[system_packages.Provision]:
    if not environment.python.exists():
        yield system_packages.VENV
    if environment.qt:
        yield system_packages.QT
    if environment.qt and environment.tests:
        yield system_packages.SCREEN


def _digest(environment: Environment) -> str:
    """Name what an installation depends on: lock, project, kind of Python, place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ours = [project["build-system"], project["project"], project["tool"]["setuptools"]]
    digest = hashlib.sha256(f"{sys.implementation.cache_tag}\n{ROOT}\n{ours}\n".encode())
    digest.update((REQUIREMENTS / f"{environment.lock}.txt").read_bytes())
    return digest.hexdigest()


def _make(environment: Environment) -> None:
    """Create the folder, or make it anew when its Python no longer runs from there."""
    if _runs(environment):
        return
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(environment.folder)], env=Environment.variables(), check=False
    )
    if done.returncode != 0:
        raise Refusal(
            f"This Python ({sys.executable}) could not make a virtual environment in {environment.folder}. "
            "Install its venv module (on Debian and Ubuntu: python3-venv) and try again."
        )


def _runs(environment: Environment) -> bool:
    """Return whether the environment's own pip starts, with this version of Python and from this folder."""
    if not environment.python.exists():
        return False
    asked = "import sys, pip; print(sys.implementation.cache_tag, sys.prefix)"
    done = subprocess.run(
        [str(environment.python), "-c", asked],
        env=Environment.variables(),
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout.rstrip("\n") == f"{sys.implementation.cache_tag} {environment.folder}"


def _pip(environment: Environment, *arguments: str) -> None:
    quiet = () if sys.stdout.isatty() else ("--quiet",)
    command = [str(environment.python), "-m", "pip", "install", "--disable-pip-version-check", *quiet, *arguments]
    if subprocess.run(command, env=Environment.variables(), check=False).returncode != 0:
        raise Refusal(
            "Not everything could be installed; the lines above say what. Nothing else was changed: "
            "once the cause is gone (often the network), run the same command again."
        )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
