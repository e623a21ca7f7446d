"""How long a key takes until it is painted with its underlines, against Qt's own editor in the same run.

Beside the time that passed stands the processor's: on a busy machine only the latter says what the code costs.
"""

import gc
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from app.checks.engine import Engine
from app.checks.rulepack import load_packs
from app.model.finding import Report
from app.model.persona import Side
from app.model.policy import default_policy
from ui.bridge.highlighter import FindingColours, FindingHighlighter
from ui.bridge.live_report import LiveReport
from ui.style import theme
from ui.style.type_scale import sized_font
from ui.widgets.draft_editor import DraftEditor

_LENGTHS = (280, 3_000, 100_000)
_ROUNDS = 8
_SIZE = 800, 600
_QUIET = (
    "Visit {} went well. The crew had read the plan, and nobody argued about the second half of it.\n\n",
    "On the allotment the beans came up, and the neighbours brought {} jars of something sweet.\n\n",
    "Slides {} and later are online now, with the recording and the questions that came in writing.\n\n",
)
_LOUD = "Another nightmare client today, number {} this week; my boss is an idiot and I need a beer.\n\n"
_TYPED = "The boss was so rude to our client about it today.\n"  # whole each time, or one line would grow and grow
_MEGABYTE = 1_000_000


@dataclass
class _Times:
    """Milliseconds that passed and that the processor worked, one of each for every key or review."""

    passed: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def note(self, started: tuple[float, float]) -> None:
        self.passed.append((time.perf_counter() - started[0]) * 1_000)
        self.worked.append((time.thread_time() - started[1]) * 1_000)

    def __str__(self) -> str:
        passed, worked = sorted(self.passed), sorted(self.worked)
        half, last = len(passed) // 2, len(passed) * 99 // 100
        return (
            f"p50 {passed[half]:6.2f}   p99 {passed[last]:6.2f} ms   "
            f"processor p50 {worked[half]:6.2f}   p99 {worked[last]:6.2f} ms"
        )

    def against(self, floor: "_Times") -> str:
        half = len(self.worked) // 2
        passed = sorted(self.passed)[half] / sorted(floor.passed)[half]
        worked = sorted(self.worked)[half] / sorted(floor.worked)[half]
        return f"{passed:5.2f} x Qt's p50, processor {worked:5.2f} x"


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.thread_time()


def run() -> None:
    """Print milliseconds a key, p50 and p99, in the middle of texts in paragraphs, and what a large paste costs."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.load_theme(theme.LIGHT))
    engine, policy = Engine(load_packs()), default_policy(Side.PERSONAL)

    reviews = _Times()

    def review(text: str) -> Report:
        started = _now()
        report = engine.review(text, policy)
        reviews.note(started)
        return report

    texts = [("", _text_of(length)) for length in _LENGTHS]
    texts += [(" with emoji and curved quotes", _decorated(_text_of(length))[:length]) for length in _LENGTHS]
    for kind, text in texts:
        plain, alone, reviewed = _plain(text), _editor(text), _editor(text)
        live = _reviewing(reviewed, review)
        floor, unreviewed, painted = _keys_in_turn(application, (plain, alone, reviewed), reviews)
        print(f"key to painted {len(text):>7,} characters{kind}, {len(live.report().findings):>4} findings:")
        print(f"    Qt's own editor  {floor}")
        print(f"    ours, no review  {unreviewed}   {unreviewed.against(floor)}")
        print(f"    ours, underlined {painted}   {painted.against(floor)}")
        print(f"    of it the review {reviews}")
        for each in (plain, alone, reviewed):
            each.close()
    _time_a_megabyte(review)


def _text_of(length: int) -> str:
    """Return *length* characters in paragraphs, every tenth of which has something to look at."""
    several = (paragraph.format(number) for number, paragraph in enumerate(cycle((_LOUD, *_QUIET, *_QUIET, *_QUIET))))
    return "".join(islice(several, length // 80 + 1))[:length]


def _decorated(text: str) -> str:
    """Return *text* as telephones write it: every character of it takes up to four bytes then."""
    return text.replace("about", "about\N{RIGHT SINGLE QUOTATION MARK}s \N{PARTY POPPER}").replace(
        "week;", "week \N{GRINNING FACE};"
    )


def _plain(text: str) -> QTextEdit:
    editor = QTextEdit()
    editor.setFont(sized_font(theme.current_scale().editor))
    editor.setPlainText(text)
    return editor


def _editor(text: str) -> DraftEditor:
    editor = DraftEditor()
    editor.set_text(text)
    return editor


def _reviewing(editor: DraftEditor, review: Callable[[str], Report]) -> LiveReport:
    highlighter = FindingHighlighter(editor.document(), FindingColours.of(theme.current()))
    return LiveReport(editor, highlighter, review, editor)


def _keys_in_turn(application: QApplication, editors: Sequence[QTextEdit], reviews: _Times) -> list[_Times]:
    """Type in every editor in turn, so that a busy moment of the machine meets them all; forget earlier *reviews*."""
    times = [_Times() for _ in editors]
    for editor in editors:
        editor.resize(*_SIZE)
        editor.show()
        cursor = editor.textCursor()
        cursor.setPosition(editor.document().characterCount() // 2)
        editor.setTextCursor(cursor)
        application.processEvents()
        _type(application, editor, _Times())
    gc.collect()
    reviews.passed.clear()
    reviews.worked.clear()
    for _ in range(_ROUNDS):
        for editor, found in zip(editors, times, strict=True):
            _type(application, editor, found)
    return times


def _type(application: QApplication, editor: QTextEdit, times: _Times) -> None:
    for character in _TYPED:
        started = _now()
        QTest.keyClick(editor, Qt.Key.Key_Return) if character == "\n" else QTest.keyClicks(editor, character)
        application.processEvents()
        editor.viewport().repaint()
        times.note(started)


def _time_a_megabyte(review: Callable[[str], Report]) -> None:
    """Print how long a million characters without a blank take until they are painted, without and with a review."""
    for name, reviewed in (("not reviewed", False), ("reviewed", True)):
        editor = _editor("")
        if reviewed:
            _reviewing(editor, review)
        editor.resize(*_SIZE)
        editor.show()
        times = _Times()
        started = _now()
        editor.set_text("x" * _MEGABYTE)
        editor.viewport().repaint()
        times.note(started)
        print(f"a megabyte without a blank, {name:<12} {times.passed[0]:6.0f} ms   processor {times.worked[0]:6.0f} ms")
        editor.close()


if __name__ == "__main__":
    run()
