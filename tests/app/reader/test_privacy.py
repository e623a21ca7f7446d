"""What runs the encoder must do nothing else: its makers have it report home and keep files unless told otherwise."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.reader.toy import weights_in

ROOT = Path(__file__).parents[3]
READ = """
import sys
from pathlib import Path
def forbid(event, arguments):
    if event.startswith("socket.") or (event == "open" and arguments[2] & 3):
        raise AssertionError(event)
from app.model.persona import Side
from app.reader.loading import load_reader
sys.addaudithook(forbid)
reader = load_reader(Path(sys.argv[1]))
reader.read("My boss zuggles, and Acme is our secret client.", Side.PERSONAL)
"""
FAILING = """
from app.reader.network import Network
network = Network(Path(sys.argv[1], "encoder.onnx"), threads=1)
try:
    network.answers([10 ** 9])
except Exception:
    print("failed as it should")
"""


def run(program: str, folder: Path, home: Path) -> "subprocess.CompletedProcess[str]":
    """Run *program* as a user's machine would: nothing says that these are tests."""
    home.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("ORT_")}
    environment |= {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "TMPDIR": str(home)}
    command = [sys.executable, "-B", "-c", program, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=True)


@pytest.mark.slow
def test_reading_leaves_nothing_behind_and_says_nothing(tmp_path: Path) -> None:
    finished = run(READ, weights_in(tmp_path / "weights"), tmp_path / "home")
    assert (finished.stdout, finished.stderr) == ("", "")
    assert list((tmp_path / "home").rglob("*")) == []


@pytest.mark.slow
def test_what_goes_wrong_in_the_runtime_is_raised_and_written_nowhere(tmp_path: Path) -> None:
    finished = run(READ + FAILING, weights_in(tmp_path / "weights"), tmp_path / "home")
    assert (finished.stdout, finished.stderr) == ("failed as it should\n", "")
    assert list((tmp_path / "home").rglob("*")) == []
