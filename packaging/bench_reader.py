"""How long the second reader takes for posts and a long draft, to load, and for a key; and how many posts a second."""

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
from typing import TYPE_CHECKING

from app.model.finding import Risk, Span
from app.model.persona import Side
from app.model.policy import default_policy
from app.reader.loading import load_reader, shipped_folder
from app.reader.reading import Opinion, Reading, Sureness
from app.reader.second_reader import SecondReader

if TYPE_CHECKING:
    from ui.bridge.live_report import LiveReport
    from ui.widgets.draft_editor import DraftEditor

ROOT = Path(__file__).resolve().parent.parent
_ROUNDS = 25
_POSTS = 1_000
_SENTENCES = (
    "Visit {} went well, the crew had read the plan and nobody argued about the second half of it.",
    "On the allotment the beans came up, and the neighbours brought {} jars of something sweet.",
    "My boss sighed again over the numbers for week {}, and we all know what that means.",
    "Slides {} and later are online now, with the recording and the questions that came in writing.",
)
_WEIGHTY = "bitten nails"
_KEYED = (
    "Visit went well. The crew had read the plan, and nobody argued about the second half of it.\n\n"
    f"I saw {_WEIGHTY} at the other end of the table.\n\n"
)
_WRITTEN = "The boss was so rude to our client about it today. "
_KEY_ROUNDS = 6
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
    for length in (280, 3_000, 100_000):
        off, on = _keys(length)
        print(f"a key in {length:,} characters with one finding of it on show: {on:.2f} ms, ", end="")
        print(f"without {off:.2f}, ratio {on / off:.3f}, must 1.05")


def _keys(length: int) -> tuple[float, float]:
    """Return the median processor time from a key to its painted underline without and with a finding, interleaved."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtTest import QTest  # not for the timings above
    from PySide6.QtWidgets import QApplication

    from ui.style import theme

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    theme.apply(application, theme.load_theme("light"))
    desks = [_desk(length, is_read=is_read) for is_read in (False, True)]
    taken: tuple[list[float], list[float]] = ([], [])
    for number, letter in enumerate(_WRITTEN * _KEY_ROUNDS):
        for which in (0, 1) if number % 2 else (1, 0):
            started = time.thread_time()
            QTest.keyClicks(desks[which][0], letter)
            application.processEvents()
            desks[which][0].repaint()
            taken[which].append((time.thread_time() - started) * 1_000)
    if len(desks[1][1].report().findings) != len(desks[0][1].report().findings) + 1:
        raise RuntimeError("the second reader's finding was not on show")
    return median(taken[0]), median(taken[1])


def _desk(length: int, *, is_read: bool) -> "tuple[DraftEditor, LiveReport]":
    """Return an editor of so long a text, the caret in its middle; one finding stands right above it if *is_read*."""
    from app.checks.engine import Engine
    from app.checks.rulepack import load_packs
    from app.studio.joined_review import Joining
    from ui.bridge.highlighter import FindingColours, FindingHighlighter
    from ui.bridge.live_report import LiveReport
    from ui.style import theme
    from ui.widgets.draft_editor import DraftEditor

    engine, policy = Engine(load_packs()), default_policy(Side.PERSONAL)
    joining = Joining(engine.risks, policy, engine.knowing_rules)
    text = (_KEYED * (length // len(_KEYED) + 1))[:length]
    editor = DraftEditor()
    editor.set_text(text)
    editor.resize(800, 600)
    editor.show()
    join = joining.joined if is_read else None
    highlighter = FindingHighlighter(editor.document(), FindingColours.of(theme.current()))
    live = LiveReport(editor, highlighter, lambda text: engine.review(text, policy), editor, join=join)
    if is_read:
        start = text.rindex(_WEIGHTY, 0, length // 2)
        span = Span(start, start + len(_WEIGHTY))
        opinion = Opinion(Risk.CONFIDENTIAL_MEETING, 0.8, Sureness.QUITE, span, (span,), (span,))
        live.expect_readings(expected=True)
        live.take_reading(Reading(text, Side.PERSONAL, (opinion,)))
    editor.place_caret(length // 2)
    return editor, live


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
