import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

# What the customer fixed, and nothing more.
TOP_LEVEL = {
    *(".ci", ".editorconfig", ".gitattributes", ".github", ".gitignore"),
    *("app", "packaging", "resources", "tests", "ui"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "pyproject.toml"),
}

# The least that the contracts can be held against; each violation adds one import to one of these modules.
SKELETON = (
    *("app/__main__.py", "app/command_line/output.py", "ui/__main__.py", "ui/application.py", "ui/crash.py"),
    *("ui/preflight.py", "app/studio/changes.py", "app/clock.py", "app/errors.py"),
    *("app/model/draft.py", "app/text/words.py", "app/checks/engine.py", "app/store/vault.py"),
    *(
        "app/latest.py",
        "app/reader/reading.py",
        "app/platforms/limits.py",
        "app/studio/drafting.py",
        "ui/style/theme.py",
        "ui/bridge/live_report.py",
    ),
    *("ui/widgets/counter.py", "ui/dialogs/persona_dialog.py", "ui/window/studio_window.py", "resources/__init__.py"),
)

VIOLATIONS = {
    "core-without-qt": [
        ("app/model/draft.py", "from PySide6.QtCore import QObject"),
        ("app/studio/drafting.py", "from ui.style import theme"),
    ],
    "core-layers": [
        ("app/model/draft.py", "from app.text import words"),
        ("app/checks/engine.py", "from app.store import vault"),
        ("app/store/vault.py", "from app.studio import drafting"),
        ("app/reader/reading.py", "from app.checks import engine"),
    ],
    "interface-layers": [
        ("ui/widgets/counter.py", "from ui.window import studio_window"),
        ("ui/style/theme.py", "from ui.bridge import live_report"),
    ],
    "values-in-signals-out": [
        ("ui/widgets/counter.py", "from app.studio import drafting"),
        ("ui/bridge/live_report.py", "from app.studio import drafting"),
        ("ui/dialogs/persona_dialog.py", "from app.studio import drafting"),
    ],
    "handed-the-time": [
        ("app/studio/drafting.py", "from app.clock import wall_clock"),
        ("ui/window/studio_window.py", "from app import clock"),
    ],
    "no-connection": [
        ("app/checks/engine.py", "import socket"),
        ("ui/style/theme.py", "from urllib.request import urlopen"),
        ("app/store/vault.py", "from http import client"),
    ],
    "no-circles": [
        ("app/model/draft.py", "from app.errors import TwofoldError\nfrom app import store"),
    ],
}

# Blocks Qt in the way that its absence would.
WITHOUT_QT = """
import importlib, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "ui"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
import app
for module in pkgutil.walk_packages(app.__path__, "app."):
    importlib.import_module(module.name)
print(len([name for name in sys.modules if name.split(".")[0] == "app"]))
"""

COUNT_NONE = """
import sys
from PySide6.QtCore import QPoint

point = QPoint(1, 2)
before = sys.getrefcount(None)
for _ in range(20_000):
    point.setX(3)
print(before - sys.getrefcount(None))
"""


def test_the_import_contracts_hold():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


def test_every_contract_has_a_violation_that_was_tried():
    assert {contract["id"] for contract in CONTRACTS} == set(VIOLATIONS)


def test_the_contracts_keep_quiet_where_nothing_is_wrong(tmp_path):
    make_skeleton(tmp_path)
    done = lint_imports(tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [(contract, module, line) for contract, tries in VIOLATIONS.items() for module, line in tries],
)
def test_a_contract_notices_a_violation(tmp_path, contract, module, line):
    make_skeleton(tmp_path)
    (tmp_path / module).write_text(line + "\n")
    if contract == "no-circles":
        (tmp_path / "app/store/vault.py").write_text("from app.model import draft\n")
    done = lint_imports(tmp_path, "--contract", contract)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_the_core_loads_where_qt_is_absent():
    assert int(python(WITHOUT_QT)) > 1


def test_every_folder_with_python_is_a_package():
    folders = {path.parent for name in ("app", "ui", "tests", "resources") for path in (ROOT / name).rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_packaging_is_the_library_also_where_our_folder_of_that_name_stands():
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert python("import packaging.version; print(packaging.version.Version('1.2').minor)") == "2"


def test_the_top_level_is_what_the_customer_fixed():
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    # The checkout may belong to another user than the one who runs the tests.
    command = ["git", "-c", "safe.directory=*", "ls-files"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} <= TOP_LEVEL


def test_calls_that_return_nothing_cost_no_reference_to_none():
    assert abs(int(python(COUNT_NONE))) < 100


def test_every_module_is_small_enough_to_be_one_idea():
    modules = [path for name in ("app", "ui") for path in (ROOT / name).rglob("*.py")]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {module: length for module, length in lengths.items() if length > 400} == {}


def python(program: str) -> str:
    """Run *program* from the root of the repository, as its own process, and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def lint_imports(root: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Hold the packages below *root* against the contracts."""
    # Packages are found by name; without the path ours would be, whatever folder the command runs in.
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()", "--no-cache"]
    return subprocess.run(
        [*command, *options, str(ROOT / "pyproject.toml")],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def make_skeleton(root: Path) -> None:
    """Lay out the packages below *root*, with nothing in them."""
    for module in SKELETON:
        path = root / module
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        for folder in path.relative_to(root).parents:
            if folder != Path():
                (root / folder / "__init__.py").touch()
