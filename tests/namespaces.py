"""Disks of a test's own, which its user need not be root for: mounted where one command alone sees them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def read_only(folder: Path) -> list[str]:
    """The words in front of a command for which nothing can be written in *folder*, not even by root."""
    return _mounting('mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"', folder)


def small_disk(folder: Path, megabytes: int) -> list[str]:
    """The words in front of a command for which *folder* is an empty disk with room for *megabytes*."""
    return _mounting(f'mount -t tmpfs -o size={megabytes}m,mode=0700 tmpfs "$0" && exec "$@"', folder)


def _mounting(script: str, folder: Path) -> list[str]:
    unshare = [shutil.which("unshare") or "unshare", "-rm"]
    if subprocess.run([*unshare, "true"], check=False, capture_output=True).returncode != 0:
        missing = "this system makes no mount namespaces for its users"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    return [*unshare, "sh", "-c", script, str(folder)]
