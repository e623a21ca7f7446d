"""How long a key takes until it is painted with its underlines, against Qt's own editor in the same run."""

import gc
import os
import time
from collections.abc import Callable, Sequence
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
_KEYS_A_ROUND = 50
_WARM_UP = 20
_SIZE = 800, 600
_QUIET = (
    "Visit {} went well. The crew had read the plan, and nobody argued about the second half of it.\n\n",
    "On the allotment the beans came up, and the neighbours brought {} jars of something sweet.\n\n",
    "Slides {} and later are online now, with the recording and the questions that came in writing.\n\n",
)
_LOUD = "Another nightmare client today, number {} this week; my boss is an idiot and I need a beer.\n\n"
_TYPED = "The boss was so rude to our client about it today.\n"
_MEGABYTE = 1_000_000


def run() -> None:
    """Print milliseconds a key, p50 and p99, in the middle of texts in paragraphs, and what a large paste costs."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.load_theme(theme.LIGHT))
    engine, policy = Engine(load_packs()), default_policy(Side.PERSONAL)

    reviews: list[float] = []

    def review(text: str) -> Report:
        started = time.perf_counter()
        report = engine.review(text, policy)
        reviews.append((time.perf_counter() - started) * 1_000)
        return report

    for length in _LENGTHS:
        text = _text_of(length)
        plain, alone, reviewed = _plain(text), _editor(text), _editor(text)
        live = _reviewing(reviewed, review)
        reviews.clear()
        floor, unreviewed, painted = _keys_in_turn(application, (plain, alone, reviewed))
        print(f"key to painted {length:>7,} characters, {len(live.report().findings):>4} findings:")
        print(f"    Qt's own editor  {_figures(floor)}")
        print(f"    ours, no review  {_figures(unreviewed)}   {_middle(unreviewed) / _middle(floor):.2f} x Qt's p50")
        print(f"    ours, underlined {_figures(painted)}   {_middle(painted) / _middle(floor):.2f} x Qt's p50")
        print(f"    of it the review {_figures(sorted(reviews))}")
        for each in (plain, alone, reviewed):
            each.close()
    _time_a_megabyte(review)


def _text_of(length: int) -> str:
    """Return *length* characters in paragraphs, every tenth of which has something to look at."""
    several = (paragraph.format(number) for number, paragraph in enumerate(cycle((_LOUD, *_QUIET, *_QUIET, *_QUIET))))
    return "".join(islice(several, length // 80 + 1))[:length]


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


def _keys_in_turn(application: QApplication, editors: Sequence[QTextEdit]) -> list[list[float]]:
    """Type in every editor in turn, so that a busy moment of the machine meets them all; return sorted milliseconds."""
    times: list[list[float]] = [[] for _ in editors]
    for editor in editors:
        editor.resize(*_SIZE)
        editor.show()
        cursor = editor.textCursor()
        cursor.setPosition(editor.document().characterCount() // 2)
        editor.setTextCursor(cursor)
        application.processEvents()
        _type(application, editor, _WARM_UP)
    gc.collect()
    for _ in range(_ROUNDS):
        for editor, found in zip(editors, times, strict=True):
            found += _type(application, editor, _KEYS_A_ROUND)
    return [sorted(found) for found in times]


def _type(application: QApplication, editor: QTextEdit, keys: int) -> list[float]:
    found = []
    for character in islice(cycle(_TYPED), keys):
        started = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Return) if character == "\n" else QTest.keyClicks(editor, character)
        application.processEvents()
        editor.viewport().repaint()
        found.append((time.perf_counter() - started) * 1_000)
    return found


def _time_a_megabyte(review: Callable[[str], Report]) -> None:
    """Print how long a million characters without a blank take until they are painted, without and with a review."""
    for name, reviewed in (("not reviewed", False), ("reviewed", True)):
        editor = _editor("")
        if reviewed:
            _reviewing(editor, review)
        editor.resize(*_SIZE)
        editor.show()
        started = time.perf_counter()
        editor.set_text("x" * _MEGABYTE)
        editor.viewport().repaint()
        print(f"a megabyte without a blank, {name:<12} {(time.perf_counter() - started) * 1_000:8.0f} ms")
        editor.close()


def _figures(times: Sequence[float]) -> str:
    return f"p50 {_middle(times):6.2f}   p99 {times[len(times) * 99 // 100]:6.2f} ms"


def _middle(times: Sequence[float]) -> float:
    return times[len(times) // 2]


if __name__ == "__main__":
    run()
