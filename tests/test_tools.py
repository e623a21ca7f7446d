import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT / "packaging" / "dev.py"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make and apt are not Windows's")

ONE_LINE = """
# deb mirror.invalid bookworm main
deb [arch=amd64 signed-by=/keys/debian.gpg] mirror.invalid/debian bookworm main contrib
deb mirror.invalid/debian-security bookworm-security main
deb elsewhere.invalid bookworm-tools main
deb-src mirror.invalid/debian bookworm main
"""

PARAGRAPHS = """
Types: deb
# a remark inside
URIs: mirror.invalid/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /keys/debian.gpg

Types: deb
URIs: elsewhere.invalid
Suites: nodistro
Components: main

Types: deb
Enabled: no
URIs: off.invalid
Suites: bookworm
Components: main
"""

PRETEND_OLD = """
import runpy, sys
sys.version_info = (3, 9, 2)
sys.argv = ["dev.py", "run"]
runpy.run_path({dev!r}, run_name="__main__")
"""


@pytest.fixture
def tools(monkeypatch):
    """The tools import each other from their own folder, as they do when dev.py runs."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


def run(*command: str | Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_an_old_python_is_told_what_to_do_in_two_sentences():
    done = run(sys.executable, "-c", PRETEND_OLD.format(dev=str(DEV)))
    assert done.returncode == 69
    assert "Python 3.11 or newer, and this is Python 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_explains_itself():
    help_text = run(sys.executable, DEV, "--help").stdout
    for command in ("install", "run", "test", "check", "bench", "shots", "rules", "try", "fresh", "lock"):
        assert f"\n    {command} " in help_text
        assert run(sys.executable, DEV, command, "--help").returncode == 0


def test_a_word_that_no_command_knows_is_refused():
    done = run(sys.executable, DEV, "check", "--gats")
    assert done.returncode == 2
    assert "--gats" in done.stderr


def test_nothing_to_try_is_said_in_a_sentence():
    done = run(sys.executable, DEV, "try", TEXT="")
    assert (done.returncode, done.stderr.count("\n")) == (69, 1)


def test_debians_sources_are_read_in_both_forms_and_no_others(tools, tmp_path):
    import host_settings

    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list").write_text(ONE_LINE)
    (tmp_path / "sources.list.d" / "debian.sources").write_text(PARAGRAPHS)
    lines = [
        source.line(suite) for source in host_settings.debian_sources("bookworm", tmp_path) for suite in source.suites
    ]
    assert lines == [
        "deb [signed-by=/keys/debian.gpg] mirror.invalid/debian bookworm main contrib\n",
        "deb [signed-by=/keys/debian.gpg] mirror.invalid/debian bookworm main\n",
        "deb [signed-by=/keys/debian.gpg] mirror.invalid/debian bookworm-updates main\n",
        "deb mirror.invalid/debian-security bookworm-security main\n",
    ]


def test_a_package_that_brings_two_missing_things_is_named_once(tools):
    import system_packages

    provision = system_packages.Provision(
        "a test", {"here": "a", "one": "b", "two": "b", "three": "c"}, is_there=lambda thing: thing == "here"
    )
    assert provision.missing() == ("b", "c")
