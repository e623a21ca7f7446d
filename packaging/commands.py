"""What ``dev.py`` can do, one function a command."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from environments import CORE, DEVELOPER, STUDIO, Environment, ready
from refusal import Refusal

ROOT = Path(__file__).resolve().parent.parent
ROOM_IN_MEMORY = 2_000_000_000


def run_command(arguments: list[str]) -> int:
    """Do what *arguments* say and return the exit status; what cannot be done ends in a sentence and status 69."""
    parser = _parser()
    known, rest = parser.parse_known_args(arguments)
    if rest and not known.passes_on:
        parser.error(f"does not know {' '.join(rest)}")
    os.chdir(ROOT)
    try:
        return int(known.command(known, rest))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 69
    except KeyboardInterrupt:
        return 130


def install(known: argparse.Namespace, _: list[str]) -> int:
    """Make the environment, or bring it up to date."""
    ready(STUDIO if known.studio else DEVELOPER)
    return 0


def start(known: argparse.Namespace, rest: list[str]) -> int:
    """Start the studio from the source."""
    environment = ready(STUDIO)
    if not known.temp_data:
        return _become([str(environment.program("twofold")), *rest])
    with tempfile.TemporaryDirectory(prefix="twofold-") as folder:
        process = subprocess.Popen(
            [str(environment.program("twofold")), "--data-dir", folder, *rest], env=Environment.variables()
        )
        signal.signal(signal.SIGTERM, lambda *_: process.terminate())  # the folder must not outlive us
        return process.wait()


def test(known: argparse.Namespace, rest: list[str]) -> int:
    """Run the tests: all, those named, or (``--core``) those of the core where no Qt is installed."""
    environment = ready(CORE if known.core else DEVELOPER)
    words = ["-k", known.k] if known.k else []
    if known.core and not any(Path(part.split("::")[0]).exists() for part in rest):
        # For trying a change every few minutes: fewer made-up examples, and the long proofs wait for `make test`.
        os.environ.setdefault("HYPOTHESIS_PROFILE", "quick")
        rest = ["tests/app", "-m", "not slow", "--numprocesses=auto", "--dist=worksteal", *rest]
        with _folder_in_memory() as folder:
            return _call([environment.python, "-m", "pytest", *words, *folder, *rest])
    return _call([environment.python, "-m", "pytest", *words, *rest])


@contextmanager
def _folder_in_memory() -> Iterator[list[str]]:
    """Give the arguments for pytest to work in memory, if there is room: vaults wait for the disk at every step."""
    memory = Path("/dev/shm")
    if not memory.is_dir() or not os.access(memory, os.W_OK) or shutil.disk_usage(memory).free < ROOM_IN_MEMORY:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="twofold-tests-", dir=memory) as folder:
        yield [f"--basetemp={folder}/tests"]


def check(known: argparse.Namespace, _: list[str]) -> int:
    """Run everything that CI runs, and say at the end what failed."""
    environment = ready(DEVELOPER)
    steps: list[tuple[str, Callable[[], int]]] = [
        ("format", lambda: _call([environment.program("ruff"), "format", "--check", "--quiet"])),
        ("lint", lambda: _call([environment.program("ruff"), "check", "--quiet"])),
        ("types", lambda: _call([environment.program("mypy")])),
        ("types of the tools", lambda: _call([environment.program("mypy"), *_tools()])),
        ("import contracts", lambda: _call([environment.program("lint-imports"), "--no-cache"])),
    ]
    if not known.gates:
        steps.append(("tests of the core without Qt", lambda: run_command(["test", "--core", "tests/app"])))
        steps.append(("tests", lambda: run_command(["test"])))
    failed = []
    for name, step in steps:
        print(f"== {name}", flush=True)
        if step() != 0:
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else "== all good", flush=True)
    return 1 if failed else 0


def bench(known: argparse.Namespace, _: list[str]) -> int:
    """Measure, and print the figures: everything, or the parts named (``bench editor``)."""
    parts = {path.stem.removeprefix("bench_"): path for path in sorted((ROOT / "packaging").glob("bench_*.py"))}
    unknown = [name for name in known.parts if name not in parts]
    if unknown:
        raise Refusal(f"Nothing measures {' '.join(unknown)}; there are: {' '.join(parts)}")
    environment = ready(DEVELOPER)
    results = []
    for name in known.parts or parts:
        print(f"== {name}", flush=True)
        peers = ["--peers", known.peers] if name == "peers" and known.peers else []
        results.append(_call([environment.python, parts[name], *peers]))
    return max(results)


def shots(_: argparse.Namespace, rest: list[str]) -> int:
    """Take a picture of every window in both themes."""
    return _call([ready(DEVELOPER).python, "packaging/shots.py", *rest])


def evaluate(_: argparse.Namespace, rest: list[str]) -> int:
    """Score the review on the labelled posts beside the project, and say what has become worse."""
    return _call([ready(CORE).python, "packaging/evaluation.py", *rest])


def rules(_: argparse.Namespace, rest: list[str]) -> int:
    """Show what the rules make of a text, and why; *rest* goes to ``twofold rules`` as it stands."""
    return _call([ready(CORE).python, "-m", "app", "rules", *rest])


def try_text(known: argparse.Namespace, rest: list[str]) -> int:
    """Try one text against all rules; it comes from the command line or, unharmed by a shell, from ``TEXT``."""
    text = known.text if known.text is not None else os.environ.get("TEXT", "")
    if not text:
        raise Refusal("Nothing to try: make try TEXT='another nightmare client today'")
    # Through standard input, where no text can be mistaken for an option.
    command = [str(ready(CORE).python), "-m", "app", "rules", *rest, "-"]
    return subprocess.run(command, input=text.encode(), env=Environment.variables(), check=False).returncode


def fresh(known: argparse.Namespace, _: list[str]) -> int:
    """Try the project on a bare Debian 12."""
    import fresh

    return fresh.try_on_bare_debian(keep=known.keep)


def reader(_: argparse.Namespace, rest: list[str]) -> int:
    """Teach the second reader anew, and measure it; needs PyTorch, the labelled sets beside the project and an hour."""
    sys.path.insert(0, str(ROOT / "packaging" / "reader"))
    return int(import_module("making").make(rest))


def lock(_: argparse.Namespace, rest: list[str]) -> int:
    """Pin what the project needs, with hashes, for every system; *rest* goes to uv (``--upgrade``)."""
    import locks

    return locks.write(ready(DEVELOPER).program("uv"), rest)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Everything a developer of Twofold does.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(
        name: str, command: Callable[[argparse.Namespace, list[str]], int], passes_on: str = ""
    ) -> argparse.ArgumentParser:
        sentence = (command.__doc__ or "").split("\n")[0]
        one = commands.add_parser(name, help=sentence, description=sentence, epilog=passes_on)
        one.set_defaults(command=command, passes_on=bool(passes_on))
        return one

    add("install", install).add_argument("--studio", action="store_true", help="leave out what only developers need")
    one = add("run", start, "Anything else goes to twofold.")
    one.add_argument("--temp-data", action="store_true", help="never touch real drafts: use a folder that goes away")
    one = add("test", test, "Anything else (paths, options) goes to pytest.")
    one.add_argument("-k", metavar="WORDS", help="only tests whose names match")
    one.add_argument("--core", action="store_true", help="only the core's quick tests, without Qt")
    add("check", check).add_argument("--gates", action="store_true", help="without the tests")
    one = add("bench", bench)
    one.add_argument("parts", nargs="*", metavar="PART")
    one.add_argument("--peers", metavar="PYTHON", help="for the part peers: whose environment has other checkers")
    add("shots", shots, "Anything else goes to the photographer.")
    add("evaluate", evaluate, "Anything else goes to the scorer: --keep, --risks, --sets FOLDER, --peers PYTHON.")
    add("rules", rules, "Anything else goes to twofold rules.")
    add("try", try_text, "Anything else goes to twofold rules.").add_argument("text", nargs="?")
    add("fresh", fresh).add_argument("--keep", action="store_true", help="leave the Debian root for a look around")
    add("reader", reader, "Anything else goes to the teacher: --sets FOLDER, --base FILE, --epochs COUNT.")
    add("lock", lock, "Anything else goes to uv, such as --upgrade.")
    return parser


def _tools() -> Iterable[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "packaging").glob("*.py"))


def _call(command: Iterable[str | Path]) -> int:
    return subprocess.run([str(part) for part in command], env=Environment.variables(), check=False).returncode


def _become(command: list[str]) -> int:
    """Run *command* in our place, so that signals reach it; Windows cannot do that without losing the console."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, Environment.variables())
    return _call(command)
