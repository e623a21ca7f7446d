"""Nothing leaves the machine (promise V9): the whole application runs with connections forbidden, and asks for none."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.reader.loading import is_there, shipped_folder

# Python's own way out raises; what Qt does in C++ is for the traces below.
FORBIDDING = """
import sys
def forbid(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.")):
        raise AssertionError("a way out of the machine was tried: " + event)
sys.addaudithook(forbid)
"""

STUDIO = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.model.persona import Side
from app.store.places import places_in
from ui.application import Running
from ui.window.draft_pane import DraftPane
application = QApplication([])
running = Running(application, places_in(Path(sys.argv[1])))
pane = next(each for each in running.window.findChildren(DraftPane) if each.side is Side.PERSONAL)
pane.editor.textCursor().insertText("My boss is an idiot. ann@example.org https://example.org 020 7946 0018 ")
QTimer.singleShot(1500, running.window.close)
application.exec()
assert pane.report().findings
running.finish()
print("the studio ran")
"""

CHECK = """
from app.__main__ import main
status = main(["check", "--reader", "auto", sys.argv[1]])
print("the check ran" if status in (0, 1, 2) else status)
"""

READ = """
from app.__main__ import main
status = main(["check", "--reader", "on", sys.argv[1]])
print("the check ran" if status in (0, 1, 2) else status)
"""

# A file descriptor, a family: what a line of strace says of a call that could reach another machine.
OUTWARD = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg|bind)\(.*\bsa_family=(AF_INET6?|AF_PACKET)|socket\(AF_INET")

# A call by which a file comes to be, or comes to be another.
WRITING = re.compile(r"(?!.*\"/dev/).*\bO_(WRONLY|RDWR|CREAT)\b|\b(mkdir|rename|link|symlink|creat)(at|at2)?\(")


needs_weights = pytest.mark.skipif(not is_there(shipped_folder()), reason="the weights are not in this checkout")


def post_in(folder: Path) -> Path:
    """Write a post that tempts a program to look something up, and return its file."""
    post = folder / "post.txt"
    post.write_text("My boss is an idiot, see https://example.org", encoding="utf-8")
    return post


def run_forbidden(program: str, argument: Path) -> str:
    """Run *program* with Python's connections forbidden, and return what it says."""
    command = [sys.executable, "-c", FORBIDDING + program, str(argument)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def test_the_whole_application_runs_with_sockets_forbidden(tmp_path: Path) -> None:
    assert "the studio ran" in run_forbidden(STUDIO, tmp_path)


def test_the_command_line_runs_with_sockets_forbidden(tmp_path: Path) -> None:
    assert "the check ran" in run_forbidden(CHECK, post_in(tmp_path))


@needs_weights
def test_the_second_reader_runs_with_sockets_forbidden(tmp_path: Path) -> None:
    assert "the check ran" in run_forbidden(READ, post_in(tmp_path))


def test_a_forbidden_connection_is_noticed(tmp_path: Path) -> None:
    reaching_out = "import socket; socket.create_connection(('127.0.0.1', 9))"
    with pytest.raises(AssertionError, match="a way out of the machine was tried"):
        run_forbidden(reaching_out, tmp_path)


def traced(program: list[str], log: Path, says: str = "", calls: str = "%network") -> str:
    """Run *program*, which *says* so when it is done, under strace; return every one of its *calls*."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed (Debian package strace)")
    command = ["strace", "-f", "-qq", "-e", f"trace={calls}", "-o", str(log), *program]
    environment = {name: value for name, value in os.environ.items() if name != "CI"}  # where libraries are shy
    finished = subprocess.run(command, check=False, capture_output=True, text=True, timeout=90, env=environment)
    assert says in finished.stdout, finished.stderr
    return log.read_text(encoding="utf-8", errors="replace")


def test_no_outbound(tmp_path: Path) -> None:
    studio = [sys.executable, "-c", "import sys\n" + STUDIO, str(tmp_path / "data")]
    calls = traced(studio, tmp_path / "calls", says="the studio ran")
    assert [line for line in calls.splitlines() if OUTWARD.search(line)] == []


@needs_weights
def test_the_second_reader_looks_nothing_up_and_writes_nothing(tmp_path: Path) -> None:
    # Our own rules may be kept, read once, in the cache folder: the first run does that.
    run_forbidden(READ, post_in(tmp_path))
    reader = [sys.executable, "-B", "-c", "import sys\n" + READ, str(post_in(tmp_path))]
    calls = traced(reader, tmp_path / "calls", says="the check ran", calls="%network,%file").splitlines()
    assert any("encoder.onnx" in line for line in calls)
    assert [line for line in calls if OUTWARD.search(line)] == []
    assert [line for line in calls if WRITING.search(line)] == []


def test_the_trace_sees_a_file_that_is_written(tmp_path: Path) -> None:
    writing = [sys.executable, "-c", f"open({str(tmp_path / 'file')!r}, 'w').close()"]
    calls = traced(writing, tmp_path / "calls", calls="%file")
    assert [line for line in calls.splitlines() if WRITING.search(line)]


def test_the_trace_sees_a_connection_of_qts(tmp_path: Path) -> None:
    reaching_out = (
        "from PySide6.QtCore import QCoreApplication\nfrom PySide6.QtNetwork import QTcpSocket\n"
        "application = QCoreApplication([])\nsocket = QTcpSocket()\nsocket.connectToHost('127.0.0.1', 9)\n"
        "socket.waitForConnected(500)\n"
    )
    calls = traced([sys.executable, "-c", reaching_out], tmp_path / "calls")
    assert [line for line in calls.splitlines() if OUTWARD.search(line)]


def test_works_in_empty_netns(tmp_path: Path) -> None:
    alone = [shutil.which("unshare") or "unshare", "-rn"]
    if subprocess.run([*alone, "true"], check=False, capture_output=True).returncode != 0:
        pytest.skip("this system makes no network namespaces for its users")
    command = [*alone, sys.executable, "-c", "import sys\n" + STUDIO, str(tmp_path)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "the studio ran" in finished.stdout, finished.stderr
