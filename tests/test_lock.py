import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("core", "studio", "developer", "reader")


def text_of(lock: str) -> str:
    return (ROOT / "packaging" / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def entries(lock: str) -> dict[str, str]:
    """Return every package of a lock with all that stands under it."""
    whole = re.sub(r"(?m)^\s*#.*\n?", "", text_of(lock))
    blocks = re.split(r"(?m)^(?=\S)", whole)
    return {canonicalize_name(re.split(r"[=\[ ]", block)[0]): block for block in blocks if block.strip()}


def wanted(lock: str) -> list[Requirement]:
    """Return what ``pyproject.toml`` asks for in this environment."""
    groups = PROJECT["dependency-groups"]
    flat = {name: [line for line in lines if isinstance(line, str)] for name, lines in groups.items()}
    lines = {
        "core": chain(PROJECT["project"]["dependencies"], flat["build"], flat["test-core"]),
        "studio": chain(PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"].values()),
        "developer": chain(
            PROJECT["project"]["dependencies"],
            *PROJECT["project"]["optional-dependencies"].values(),
            *(lines for name, lines in flat.items() if name != "reader"),
        ),
        "reader": chain(PROJECT["project"]["dependencies"], flat["build"], flat["reader"]),
    }
    return [Requirement(line) for line in lines[lock]]


def version(block: str) -> str:
    return re.match(r"\S+==([^\s;]+)", block).group(1)


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_has_hashes(lock):
    found = entries(lock)
    assert found
    for name, block in found.items():
        assert re.match(r"\S+==\S+", block), f"{name} is not pinned"
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), f"{name} has no hash"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock):
    found = entries(lock)
    for requirement in wanted(lock):
        block = found[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version(block)), f"{requirement} is locked as {version(block)}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_download_from(lock):
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text_of(lock))


def test_the_locks_agree_with_each_other():
    developer = {name: version(block) for name, block in entries("developer").items()}
    for lock in ("core", "studio"):
        assert {name: version(block) for name, block in entries(lock).items()}.items() <= developer.items()
    reader = {name: version(block) for name, block in entries("reader").items()}
    assert {name: reader[name] for name in reader.keys() & developer.keys()}.items() <= developer.items()


def test_the_core_is_locked_without_qt():
    assert not [name for name in entries("core") if name.startswith(("pyside", "shiboken", "pytest-qt"))]
