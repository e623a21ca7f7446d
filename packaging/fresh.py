"""Try the project on a bare Debian 12: nothing that a developer's machine happens to have can hide a missing step.

Package mirror, proxies and certificates come from this machine's own settings while it runs; nothing of them is kept.
Everything happens in mount and process namespaces of its own, so whatever goes wrong, no mount and no process is left.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import host_settings
from refusal import Refusal

ROOT = Path(__file__).resolve().parent.parent
SUITE = "bookworm"
NEEDED = ("debootstrap", "git", "unshare", "mount", "pivot_root")
BARE = "ca-certificates,git,make,python3"
INSIDE = "/home/writer/twofold"
INNER = "TWOFOLD_FRESH_ROOT"


def try_on_bare_debian(*, keep: bool) -> int:
    """Make the root, run the two commands of the README in it, and return 0 when both did what they promise."""
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        raise Refusal(f"Missing here: {' '.join(missing)}. On Debian: apt-get install debootstrap git mount")
    if os.geteuid() != 0:
        raise Refusal("Only root can make a Debian root: run this as root, in a container or a virtual machine.")
    folder = Path(tempfile.mkdtemp(prefix="twofold-fresh-", dir="/var/tmp"))
    folder.chmod(0o755)  # apt and others give up root's rights, and must still reach their files
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # A process namespace of its own: when its first process ends, the kernel ends all others and drops the mounts.
    command = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", sys.executable]
    try:
        variables = {**os.environ, INNER: str(folder)}
        return subprocess.run([*command, __file__], env=variables, check=False).returncode
    finally:
        if keep:
            print(f"The root is left in {folder}")
        else:
            shutil.rmtree(folder)


def _inside(root: Path) -> int:
    """Do the work; this process is the first of the namespaces."""
    started = time.monotonic()
    sources = host_settings.debian_sources(SUITE)
    if not sources:
        raise Refusal(f"apt's settings on this machine name no mirror that has {SUITE}.")
    _step("debootstrap", lambda: _bootstrap(root, sources[0]))
    _step("settings of this machine", lambda: host_settings.copy_into(root, sources))
    _mount(root)
    variables = host_settings.variables(root)
    _step("certificates and package lists", lambda: _shell(root, variables, "update-ca-certificates && apt-get update"))
    _step("git clone", lambda: _call(["git", "clone", "--quiet", "--no-hardlinks", ROOT, f"{root}{INSIDE}"]))
    _step("make run without root", lambda: _refusal(root, variables))
    _step("make run, to a window", lambda: _shell(root, variables, _WINDOW))
    _step("make test", lambda: _shell(root, variables, "make test"))
    print(f"== fresh: all good after {time.monotonic() - started:.0f} s", flush=True)
    return 0


# What `make run` does first goes first, for two reasons: X, which a person has and a bare Debian has not, would bring
# libraries that Qt needs and hide that we forgot them; and what looks for the window needs the environment.
_WINDOW = (
    "make install ARGS=--studio && "
    "QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'from PySide6.QtWidgets import QApplication; QApplication([])' && "
    "apt-get install --yes --quiet --no-install-recommends xvfb >/dev/null && "
    ".venv/bin/python packaging/first_window.py make run"
)


def _bootstrap(root: Path, source: host_settings.Source) -> None:
    keyring = ["--keyring", source.keyring] if source.keyring else []
    command = ["debootstrap", "--variant=minbase", f"--include={BARE}", *keyring, SUITE, str(root), source.address]
    variables = {**os.environ, **host_settings.proxies()}
    done = subprocess.run(command, env=variables, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise Refusal(f"debootstrap failed:\n{done.stdout[-2000:]}")


def _mount(root: Path) -> None:
    """Give the root what every Debian has at run time; the mounts belong to our namespace and go with it."""
    _call(["mount", "--bind", root, root])  # only a mount can become the root
    _call(["mount", "-t", "proc", "proc", root / "proc"])
    _call(["mount", "--rbind", "/sys", root / "sys"])
    _call(["mount", "--rbind", "/dev", root / "dev"])
    for kind in ("run", "tmp"):
        _call(["mount", "-t", "tmpfs", "tmpfs", root / kind])


def _refusal(root: Path, variables: Mapping[str, str]) -> None:
    """Hold a user who may install nothing to being told what to ask for, in sentences."""
    plain = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "make", "-C", INSIDE, "run"]
    done = subprocess.run([*_entering(root), *plain], env=variables, capture_output=True, text=True, check=False)
    print(done.stderr, end="", flush=True)
    said = all(word in done.stderr for word in ("apt-get install", "libegl1", "-venv", "Error 69"))
    if done.returncode == 0 or "Traceback" in done.stderr or not said:
        raise Refusal("== fresh: make run without root did not say what is missing")


def _shell(root: Path, variables: Mapping[str, str], line: str) -> None:
    folder = INSIDE if (root / INSIDE.lstrip("/")).exists() else "/"
    _call([*_entering(root), "/bin/sh", "-ec", f"cd {folder} && {line}"], variables)


def _entering(root: Path) -> list[str | Path]:
    """Return what stands before a command for which *root* is all there is.

    Not ``chroot``: the kernel lets nobody who is in one make namespaces, which some of the tests do.
    """
    turn = 'cd "$0" && pivot_root . . && umount -l . && cd / && exec "$@"'
    return ["unshare", "--mount", "--propagation", "private", "/bin/sh", "-ec", turn, root]


def _call(command: list[str | Path], variables: Mapping[str, str] | None = None) -> None:
    words = [str(part) for part in command]
    if subprocess.run(words, env=variables, stdin=subprocess.DEVNULL, check=False).returncode != 0:
        raise Refusal(f"== fresh: this failed: {words[-1] if words[0] == 'unshare' else ' '.join(words)}")


def _step(name: str, work: Callable[[], None]) -> None:
    print(f"== fresh: {name}", flush=True)
    started = time.monotonic()
    work()
    print(f"== fresh: {name}: {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(_inside(Path(os.environ[INNER])))
    except Refusal as refusal:
        sys.exit(str(refusal))
