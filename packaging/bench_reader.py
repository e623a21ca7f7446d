"""How long the second reader takes for a post, a thread and a long draft, what it takes to load, and posts a second."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from app.model.persona import Side
from app.reader.loading import load_reader, shipped_folder
from app.reader.second_reader import SecondReader

ROOT = Path(__file__).resolve().parent.parent
_ROUNDS = 25
_POSTS = 1_000
_SENTENCES = (
    "Visit {} went well, the crew had read the plan and nobody argued about the second half of it.",
    "On the allotment the beans came up, and the neighbours brought {} jars of something sweet.",
    "My boss sighed again over the numbers for week {}, and we all know what that means.",
    "Slides {} and later are online now, with the recording and the questions that came in writing.",
)
_MUSTS = {280: 12, 3_000: 120}

# Runs in a process of its own: what loading takes, and what it adds to the memory.
_LOADING = """
import json, time
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6
import app.studio.reviewing
before, started = resident(), time.perf_counter()
from app.reader.loading import load_reader, shipped_folder
reader = load_reader(shipped_folder())
loaded = time.perf_counter() - started
from app.model.persona import Side
reader.read("A first post to read. " * 40, Side.PERSONAL)
print(json.dumps([loaded, resident() - before]))
"""


def run() -> None:
    """Print milliseconds, the median of several; megabytes; posts a second."""
    reader = load_reader(shipped_folder())
    reader.read(_text(280, 0), Side.PERSONAL)
    for name, length in (("a post of 280 characters", 280), ("a thread of 1,000", 1_000), ("3,000 characters", 3_000)):
        taken = _each(reader, [_text(length, 100 * number) for number in range(_ROUNDS)])
        must = f", must {_MUSTS[length]}" if length in _MUSTS else ""
        print(f"{name}: {median(taken):.1f} ms, slowest {max(taken):.1f}{must}")
    long = _text(100_000, 7)
    print(f"100,000 characters: {_taken(lambda: reader.read(long, Side.PERSONAL)):.0f} ms; ", end="")
    near = len(long) // 2
    edited = f"{long[:near]}And so on. {long[near:]}"
    first = _taken(lambda: next(reader.readings(edited, Side.PERSONAL, near)))
    print(f"after an edit in the middle, the part around it {first:.0f} ms, ", end="")
    print(f"all of it {_taken(lambda: reader.read(edited, Side.PERSONAL)):.0f} ms")
    loads = [_loading() for _ in range(5)]
    print(f"loading: {median(load[0] for load in loads):.2f} s, must 0.3; ", end="")
    print(f"adds {median(load[1] for load in loads):.0f} MB, must 120")
    for way in ("off", "on"):
        print(f"check --jsonl --reader {way}: {_posts_a_second(way):.0f} posts a second{', must 100' * (way == 'on')}")


def _text(length: int, first: int) -> str:
    """Return sentences of at least *length* characters, none like another; paragraphs of a few."""
    sentences: list[str] = []
    while sum(map(len, sentences)) + len(sentences) < length:
        number = first + len(sentences)
        sentences.append(_SENTENCES[number % len(_SENTENCES)].format(number) + ("\n\n" if number % 6 == 5 else ""))
    return " ".join(sentences)[:length]


def _each(reader: SecondReader, texts: list[str]) -> list[float]:
    return [_taken(partial(reader.read, text, Side.PERSONAL)) for text in texts]


def _taken(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000


def _loading() -> list[float]:
    done = subprocess.run([sys.executable, "-c", _LOADING], cwd=ROOT, check=True, capture_output=True, text=True)
    return [float(each) for each in json.loads(done.stdout)]


def _posts_a_second(way: str) -> float:
    with tempfile.TemporaryDirectory(prefix="twofold-bench-") as folder:
        posts = Path(folder, "posts.jsonl")
        rows = [json.dumps({"id": str(number), "text": _text(110, 3 * number)}) for number in range(_POSTS)]
        posts.write_text("\n".join(rows), encoding="utf-8")
        command = [sys.executable, "-m", "app", "check", "--reader", way, "--jsonl", str(posts)]
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL, env=dict(os.environ))
        return _POSTS / (time.perf_counter() - started)


if __name__ == "__main__":
    run()
