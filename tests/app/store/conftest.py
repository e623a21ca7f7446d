import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.model.persona import Persona
from app.store.places import Places, places_in
from app.store.vault import Vault
from tests.app.store.samples import NOW, a_persona


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path / "twofold")


@pytest.fixture
def persona() -> Persona:
    return a_persona()


@pytest.fixture
def vault(places: Places, persona: Persona) -> Iterator[Vault]:
    """A new vault, closed after the test unless the test has done it."""
    opened = Vault.create(places, persona, NOW)
    yield opened
    opened.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for 3 MB; only root can have one."""
    with _mounted(tmp_path / "disk", "size=3m,mode=0700") as folder:
        yield folder


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[Path]:
    folder.mkdir()
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not _mount("-t", "tmpfs", "-o", options, "tmpfs", folder):
        pytest.skip("needs root and the right to mount a disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def _mount(*arguments: str | Path) -> bool:
    return subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode == 0
