"""The draft in somebody else's eyes: the words, the cards, the list, the lines, and the panel that holds them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.checks.lens import Reading, reading_of
from app.model.finding import Group, Report, Severity
from tests.ui.widgets.examples import LEEDS, OFFICE, OFFICE_AGAIN, REPORT, TEXT, accessible, button, finding, many
from ui.style import theme
from ui.widgets.clock_line import ClockLine, on_the_clock_words
from ui.widgets.compact_risk_line import CompactRiskLine
from ui.widgets.lens_card import LensCard
from ui.widgets.lens_line import LensLine
from ui.widgets.lens_list import LensList
from ui.widgets.lens_rows import MOST_SENTENCES
from ui.widgets.lens_words import Reader, choice_words, count_words, imagine_words, nothing_words, reader_words
from ui.widgets.paragraphs import Paragraphs
from ui.widgets.risk_panel import RiskPanel

ITEM = QAccessible.Role.ListItem
NOVAK = Reader(Group.CLIENTS, "Mrs Novak", "patients")
BOSS = Reader(Group.BOSS, works_with="patients")
READING = reading_of(REPORT, Group.CLIENTS)


def on_show(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(316, 700)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def heard(signal):
    got = []
    signal.connect(got.append)
    return got


def sentences(count: int) -> Reading:
    text = "\n".join(f"Sentence {number:03} here." for number in range(count))
    found = (finding(f"{number:03}", Severity.WARN, f"Risk {number:03}", text=text) for number in range(count))
    return reading_of(Report(text, tuple(found)), Group.CLIENTS)


@pytest.mark.parametrize(
    ("reader", "words", "choice"),
    [
        (NOVAK, "Mrs Novak", "Mrs Novak (a patient)"),
        (Reader(Group.CLIENTS, works_with="patients"), "a patient", "A patient"),
        (Reader(Group.CLIENTS, works_with="families"), "a family", "A family"),
        (Reader(Group.CLIENTS, works_with="employers"), "an employer", "An employer"),
        (BOSS, "your boss", "Your boss"),
        (Reader(Group.FAMILY, "Mum"), "Mum", "Mum (a family member)"),
        (Reader(Group.STRANGERS), "a stranger", "A stranger"),
    ],
)
def test_a_reader_has_the_name_or_the_word_that_the_writer_uses(reader, words, choice):
    assert reader_words(reader) == words
    assert choice_words(reader) == choice


def test_what_is_said_about_a_reader_never_calls_a_draft_safe():
    assert imagine_words(NOVAK) == "Imagine Mrs Novak reads it"
    assert nothing_words(BOSS) == "Nothing found that your boss would mind"
    assert count_words(BOSS, 0) == nothing_words(BOSS)
    assert count_words(BOSS, 1) == "Your boss would mind 1 sentence"
    assert count_words(NOVAK, 3) == "Mrs Novak would mind 3 sentences"


def test_screen_readers_meet_whole_sentences_and_what_the_reader_would_take_from_them(qtbot):
    shown = on_show(qtbot, LensList())
    shown.show_reading(READING, NOVAK, 3)
    assert accessible(shown, QAccessible.Role.List) == ["Imagine Mrs Novak reads it"]
    first, second = accessible(shown, ITEM)
    assert first == (
        "Mrs Novak reads: “Our client in Leeds moved the launch and I was stuck in the office till ten.”. "
        "High risk: Client not public yet. An employer would read this as a complaint. It reads as blame. "
        "Medium risk: Venting about work. An employer would read this as a complaint. It reads as blame."
    )
    assert second.startswith("Mrs Novak reads: “Again: stuck in the office till ten.”. Medium risk")


def test_the_words_that_the_reader_would_mind_stand_out_in_the_sentence(qtbot):
    cards = []
    for severity in (Severity.HOLD, Severity.WARN, Severity.NOTE):
        card = on_show(qtbot, LensCard())
        words = finding("client in Leeds", severity, "Client not public yet")
        (sentence,) = reading_of(Report(TEXT, (words,)), Group.CLIENTS).sentences
        card.show_sentence(sentence, TEXT, NOVAK)
        cards.append(card.grab().toImage())
        for name in (theme.LIGHT, theme.DARK):
            theme.apply(QApplication.instance(), theme.load_theme(name))
            tint = theme.current().severity_tint(severity)
            picture = card.grab().toImage()
            body = card.findChildren(Paragraphs)[1].geometry()
            tinted = [
                picture.pixelColor(x, y) == tint
                for y in range(body.top(), body.top() + 20)
                for x in range(body.left(), body.right())
            ]
            assert any(tinted), (severity, name)
        theme.apply(QApplication.instance(), theme.load_theme(theme.LIGHT))
    assert cards[0] != cards[1] != cards[2]


def test_show_walks_through_what_is_minded_in_one_sentence(qtbot):
    shown = on_show(qtbot, LensList())
    shown.show_reading(READING, NOVAK, 3)
    got = heard(shown.shown)
    show = button(shown, "Show")
    for _ in range(3):
        qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert got == [LEEDS, OFFICE, LEEDS]


def test_arrow_keys_walk_the_sentences_and_enter_shows(qtbot):
    shown = on_show(qtbot, LensList())
    shown.show_reading(READING, NOVAK, 3)
    got = heard(shown.shown)
    assert shown.focus_first()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_End):
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert got == [OFFICE_AGAIN, LEEDS, OFFICE_AGAIN]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Show"


def test_at_most_twelve_sentences_are_shown_until_the_rest_is_asked_for(qtbot):
    shown = on_show(qtbot, LensList())
    shown.show_reading(sentences(15), NOVAK, 15)
    assert len(accessible(shown, ITEM)) == MOST_SENTENCES
    qtbot.mouseClick(button(shown, "3 more"), Qt.MouseButton.LeftButton)
    assert len(accessible(shown, ITEM)) == 15
    assert "Sentence 012" in QApplication.focusWidget().accessibleName()
    shown.show_reading(sentences(2), NOVAK, 2)
    assert len(accessible(shown, ITEM)) == 2
    assert "Sentence 001" in QApplication.focusWidget().accessibleName()


def test_where_nothing_is_minded_it_says_what_others_might_find_and_what_was_not_looked_at(qtbot):
    panel = on_show(qtbot, RiskPanel())
    panel.set_report(REPORT, "Personal", "patients")
    said = []
    for report in (Report(TEXT), Report(TEXT, ignored=(LEEDS,)), Report("")):
        panel.show_reading(reading_of(report, Group.BOSS), BOSS)
        assert accessible(panel, ITEM) == []
        said.append(panel.findChild(LensList).accessibleName())
    assert said[0] == (
        "Nothing found that your boss would mind. Other readers might: read as yourself, it has 3 to look at. "
        "Pictures, links and what only you know were not looked at."
    )
    assert "What you ignored is left out here too: 1." in said[1]
    assert said[2] == "What your boss would mind shows up here while you write."


def test_the_panel_shows_one_readers_sentences_in_place_of_the_findings_and_goes_back(qtbot):
    panel = on_show(qtbot, RiskPanel())
    panel.set_report(REPORT, "Personal", "patients")
    own = accessible(panel, ITEM)
    assert button(panel, "Read as: you")
    panel.show_reading(READING, NOVAK)
    assert button(panel, "Read as: Mrs Novak")
    assert all(each.startswith("Mrs Novak reads:") for each in accessible(panel, ITEM))
    got = heard(panel.shown)
    assert panel.focus_findings()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert got == [LEEDS]
    panel.set_report(many(4), "Personal", "patients")
    assert all(each.startswith("Mrs Novak reads:") for each in accessible(panel, ITEM))
    panel.show_reading(None, None)
    panel.set_report(REPORT, "Personal", "patients")
    assert accessible(panel, ITEM) == own


def test_a_reading_that_is_still_to_come_is_said_to_be(qtbot):
    panel, line = on_show(qtbot, RiskPanel()), on_show(qtbot, CompactRiskLine())
    panel.set_report(REPORT, "Personal", "patients")
    panel.show_reading(READING, BOSS)
    for each in (panel, line):
        each.show_reading(None, NOVAK)
        assert accessible(each, ITEM) == []
    assert panel.findChild(LensList).accessibleName() == "Imagine Mrs Novak reads it. Checking."
    assert line.accessibleName() == "Read as Mrs Novak: Checking…"
    panel.show_reading(READING, NOVAK)
    assert len(accessible(panel, ITEM)) == 2


def test_escape_in_the_panel_leaves_the_reader_and_nothing_else(qtbot):
    panel = on_show(qtbot, RiskPanel())
    panel.set_report(REPORT, "Personal")
    left = []
    panel.reader_left.connect(lambda: left.append(True))
    panel.focus_findings()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not left
    panel.show_reading(READING, NOVAK)
    panel.focus_findings()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert left == [True]


def test_the_panel_asks_for_readers_by_its_button(qtbot):
    panel = on_show(qtbot, RiskPanel())
    asked = []
    panel.readers_asked.connect(lambda: asked.append(True))
    qtbot.mouseClick(button(panel, "Read as: you"), Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_the_line_over_a_draft_says_who_reads_and_leads_back(qtbot):
    line = on_show(qtbot, LensLine())
    line.show_reader(NOVAK)
    assert line.isVisible()
    assert line.accessibleName() == "Read as Mrs Novak"
    left = []
    line.left.connect(lambda: left.append(True))
    qtbot.mouseClick(button(line, "Read as yourself"), Qt.MouseButton.LeftButton)
    assert left == [True]
    line.show_reader(None)
    assert not line.isVisible()


def test_the_line_of_a_narrow_window_counts_for_the_reader(qtbot):
    line = on_show(qtbot, CompactRiskLine())
    line.show_report(REPORT, "Personal")
    own = line.accessibleName()
    line.show_reading(READING, NOVAK)
    line.show_report(many(4), "Personal")
    assert line.accessibleName() == "Read as Mrs Novak: Mrs Novak would mind 2 sentences"
    assert button(line, "Show all 2")
    line.show_reading(None, None)
    line.show_report(REPORT, "Personal")
    assert line.accessibleName() == own


def test_the_panel_says_why_it_is_stricter_only_while_somebody_of_work_reads_along(qtbot):
    panel = on_show(qtbot, RiskPanel())
    clock = panel.findChild(ClockLine)
    panel.set_report(REPORT, "Personal", "patients")
    assert not clock.isVisible()
    panel.set_report(REPORT, "Personal", "patients", {"venting", "polarizing", "conduct"})
    assert clock.isVisible()
    assert clock.accessibleName() == (
        "Your patients read this account: you are always on the clock, "
        "so taking sides, venting and conduct weigh more here."
    )
    asked = []
    panel.persona_asked.connect(lambda: asked.append(True))
    qtbot.mouseClick(button(panel, "About this persona…"), Qt.MouseButton.LeftButton)
    assert asked == [True]
    panel.show_reading(READING, NOVAK)
    assert not clock.isVisible()
    panel.show_reading(None, None)
    assert clock.isVisible()
    panel.set_report(REPORT, "Personal", "patients")
    assert not clock.isVisible()


def test_only_what_weighs_more_is_named():
    assert on_the_clock_words((), "guests") == ""
    assert on_the_clock_words({"venting"}, "guests").endswith("so venting weighs more here.")
    assert on_the_clock_words({"conduct", "venting"}, "guests").endswith("so venting and conduct weigh more here.")
