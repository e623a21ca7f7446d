from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.platforms.counting import Count, Measured, SideLimit
from app.platforms.parts import CountPart, PartKind
from tests.ui.widgets.examples import accessible
from ui.style import theme
from ui.widgets.counter import Counter, CounterRow, reason_words

PARTS = (
    CountPart(PartKind.CHARACTERS, 210, 1),
    CountPart(PartKind.LINKS, 2, 23),
    CountPart(PartKind.EMOJI, 3, 2),
)
X = Count("x", 262, 280, PARTS)
MASTODON = Count("mastodon", 100, 500)
BLUESKY = Count("bluesky", 301, 300)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (X, "X: 18 left of 280. 2 links × 23, 3 emoji × 2."),
        (MASTODON, "Mastodon: 400 left of 500."),
        (BLUESKY, "Bluesky: 1 too many, 300 fit."),
        (replace(MASTODON, also=(SideLimit(Measured.LINKS, 6, 5),)), "Mastodon: 400 left of 500. 6 of 5 links."),
        (replace(MASTODON, also=(SideLimit(Measured.LINKS, 1, 5),)), "Mastodon: 400 left of 500."),
        (
            replace(MASTODON, doubtful_from=90),
            "Mastodon: 400 left of 500. So close to the limit, it may be refused.",
        ),
    ],
)
def test_a_count_gives_its_reason(qapp, count, words):
    assert reason_words(count) == words


def test_every_network_has_a_counter_that_a_screen_reader_can_read(qtbot):
    row = shown_row(qtbot, X, MASTODON)
    assert accessible(row, QAccessible.Role.StaticText) == [reason_words(X), reason_words(MASTODON)]
    row.show_counts((BLUESKY,))
    assert accessible(row, QAccessible.Role.StaticText) == [reason_words(BLUESKY)]


def test_counters_go_on_a_new_line_when_it_gets_narrow(qtbot):
    row = shown_row(qtbot, X, MASTODON, BLUESKY)
    assert row.heightForWidth(120) > row.heightForWidth(900)


def test_the_keyboard_gets_all_the_reasons_at_once(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = CounterRow()
    row.show_counts((X, MASTODON))
    column, line = QVBoxLayout(window), QLineEdit()
    column.addWidget(line)
    column.addWidget(row)
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    with qtbot.waitSignal(row.reasons_shown) as told:
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert told.args == [f"{reason_words(X)}\n{reason_words(MASTODON)}"]


@pytest.mark.parametrize(("used", "token"), [(100, "accent"), (270, "medium"), (290, "high")])
def test_the_ring_says_whether_there_is_room_or_hardly_any_or_too_much_text(qtbot, used, token):
    counter = Counter(Count("x", used, 280))
    qtbot.addWidget(counter)
    counter.resize(counter.sizeHint())
    image = counter.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(24) for y in range(image.height())}
    assert theme.current().colour(token).name() in seen


def shown_row(qtbot, *counts):
    row = CounterRow()
    qtbot.addWidget(row)
    row.show_counts(counts)
    row.show()
    return row
