import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.reader.toy import weights_in

pytestmark = pytest.mark.slow  # every test starts the program anew

ROOT = Path(__file__).parents[2]
COMPLAINT = "Ugh, another nightmare client today."
HARMLESS = "The beans on the allotment are up."
PROGRAM = (sys.executable, "-m", "app")


def post(folder: Path, name: str, text: str | bytes) -> str:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def test_each_answer_is_written_as_soon_as_its_line_is_read() -> None:
    with subprocess.Popen(
        (*PROGRAM, "check", "--jsonl", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(3):
            program.stdin.write(json.dumps({"id": number, "text": HARMLESS}).encode() + b"\n")
            program.stdin.flush()
            assert json.loads(program.stdout.readline())["id"] == number
        program.stdin.close()
        assert program.wait(30) == 0


def test_a_reader_that_stops_reading_ends_it_quietly(tmp_path: Path) -> None:
    file = post(tmp_path, "many.jsonl", "\n".join(json.dumps({"id": n, "text": HARMLESS}) for n in range(5000)))
    with subprocess.Popen(
        (*PROGRAM, "check", "--jsonl", file), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.wait(60) == 141
        assert program.stderr.read() == b""


@pytest.fixture
def hears_interrupts() -> Iterator[None]:
    """Let programs hear of Ctrl+C also where the tests were started in the background, and do not hear of it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_ends_it_quietly(hears_interrupts: None) -> None:
    with subprocess.Popen(
        (*PROGRAM, "check", "--jsonl", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdin.write(json.dumps({"id": 1, "text": HARMLESS}).encode() + b"\n")
        program.stdin.flush()
        program.stdout.readline()
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 130
        assert program.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    file = post(tmp_path, "post.txt", HARMLESS)
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run((*PROGRAM, "check", file), stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
    assert finished.returncode == 74
    assert b"cannot be written: No space left on device" in finished.stderr


def test_letters_that_the_terminal_does_not_know_are_written_out(tmp_path: Path) -> None:
    file = post(tmp_path, "post.txt", COMPLAINT)
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    finished = subprocess.run((*PROGRAM, "check", file), capture_output=True, cwd=ROOT, env=environment, check=False)
    assert (finished.returncode, finished.stderr) == (1, b"")
    assert b"\\u201c" in finished.stdout


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the peak from /proc")
@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_lines(tmp_path: Path) -> None:
    small, large = peak_kib(tmp_path, 2_000), peak_kib(tmp_path, 200_000)
    assert large < small + 24 * 1024


def peak_kib(folder: Path, lines: int) -> int:
    file = folder / f"{lines}.jsonl"
    with file.open("w") as stream:
        for number in range(lines):
            stream.write(json.dumps({"id": number, "text": str(number % 5_000)}) + "\n")
    script = (
        "import resource, sys; from app.__main__ import main; status = main(sys.argv[1:]);"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)); sys.exit(status)"
    )
    finished = subprocess.run(
        (sys.executable, "-c", script, "check", "--reader", "off", "--jsonl", str(file)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=True,
    )
    return int(finished.stderr)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the peak from /proc")
def test_memory_does_not_grow_with_the_number_of_lines_that_the_second_reader_reads(tmp_path: Path) -> None:
    weights = weights_in(tmp_path / "reader")
    small, large = peak_kib_with_reader(tmp_path, weights, 500), peak_kib_with_reader(tmp_path, weights, 5_000)
    assert large < small + 12 * 1024


def peak_kib_with_reader(folder: Path, weights: Path, lines: int) -> int:
    file = folder / f"read-{lines}.jsonl"
    with file.open("w") as stream:
        for number in range(lines):
            stream.write(json.dumps({"id": number, "text": f"{number} zuggles all day at work. " * 25}) + "\n")
    script = (
        "import resource, sys; from datetime import date; from pathlib import Path\n"
        "from app.command_line.arguments import CheckLines, ReaderUse\n"
        "from app.command_line.checking import check_lines; from app.command_line.output import Output\n"
        "from app.command_line.second_opinions import second_opinions; from app.model.persona import Side\n"
        "opinions = second_opinions(ReaderUse.ON, Path(sys.argv[2]))\n"
        "asked = CheckLines(Side.PERSONAL, sys.argv[1])\n"
        "check_lines(asked, Output(sys.stdout), Output(sys.stderr), date(2026, 11, 25), opinions)\n"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))\n"
    )
    finished = subprocess.run(
        (sys.executable, "-c", script, str(file), str(weights)), capture_output=True, cwd=ROOT, check=True
    )
    assert finished.stdout.count(b"reader.venting.colleague") == lines
    return int(finished.stderr)


@pytest.mark.parametrize("use", ["auto", "on"])
def test_a_machine_that_cannot_run_the_second_reader_has_its_rules(tmp_path: Path, use: str) -> None:
    file = post(tmp_path, "post.txt", COMPLAINT)
    script = (
        "import sys; sys.modules['onnxruntime'] = None; from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    command = (sys.executable, "-c", script, "check", "--reader", use, file)
    finished = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    if use == "auto":
        assert (finished.returncode, finished.stderr) == (1, b"")
    else:
        assert (finished.returncode, finished.stdout) == (69, b"")
        assert finished.stderr.startswith(b"twofold: the second reader cannot read: ")


def test_it_works_where_qt_is_not_installed(tmp_path: Path) -> None:
    file = post(tmp_path, "post.txt", HARMLESS)
    script = (
        "import sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] in ('PySide6', 'shiboken6'): raise ImportError(name)\n"
        "sys.meta_path.insert(0, NoQt())\n"
        "from app.__main__ import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    finished = subprocess.run((sys.executable, "-c", script, "check", file), capture_output=True, cwd=ROOT, check=False)
    assert (finished.returncode, finished.stderr) == (0, b"")
