import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu

from app.model.finding import Report, Severity
from app.model.policy import IgnoreScope
from tests.ui.widgets.examples import LEEDS, OFFICE, OFFICE_AGAIN, REPORT, TEXT, accessible, button, finding, many
from ui.style import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.finding_card import FindingCard
from ui.widgets.findings_list import MOST_GROUPS
from ui.widgets.risk_panel import FixChoice, IgnoreChoice, RiskPanel
from ui.widgets.verdict import Verdict, VerdictState, verdict_of

ITEM = QAccessible.Role.ListItem


@pytest.fixture
def panel(qtbot):
    panel = RiskPanel()
    qtbot.addWidget(panel)
    panel.resize(316, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return panel


def heard(signal):
    got = []
    signal.connect(got.append)
    return got


def titles(sentences):
    return [sentence.partition(": ")[2].partition(".")[0] for sentence in sentences]


def test_screen_readers_meet_a_list_of_whole_sentences_worst_first(panel):
    panel.set_report(REPORT, "Personal", "patients")
    assert accessible(panel, QAccessible.Role.List) == ["Risks found"]
    items = accessible(panel, ITEM)
    assert len(items) == 2
    assert items[0] == (
        "High risk: Client not public yet. “client in Leeds”. An employer would read this as a complaint. "
        "It reads as blame. What to write instead: Say what you learned. "
        "Guideline A14. Could mind: your boss, patients."
    )
    assert items[1].startswith("Medium risk: Venting about work. “stuck in the office till ten”. Found 2 times.")


def test_the_head_names_the_persona_and_counts_findings_by_severity(panel):
    panel.set_report(REPORT, "Personal")
    assert "Personal: 1 high · 2 medium" in accessible(panel, QAccessible.Role.StaticText)
    assert panel.accessibleName() == "Before you post, Personal"


def test_show_walks_through_the_places_of_the_same_words(panel, qtbot):
    panel.set_report(Report(TEXT, (OFFICE, OFFICE_AGAIN)), "Personal")
    shown = heard(panel.shown)
    for _ in range(3):
        qtbot.mouseClick(button(panel, "Show"), Qt.MouseButton.LeftButton)
    assert shown == [OFFICE, OFFICE_AGAIN, OFFICE]


def test_a_suggested_wording_is_named_on_its_button(panel, qtbot):
    panel.set_report(REPORT, "Personal")
    chosen = heard(panel.fix_chosen)
    qtbot.mouseClick(button(panel, "Use “client”"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(panel, "Take these words out"), Qt.MouseButton.LeftButton)
    assert chosen == [FixChoice(LEEDS, fix) for fix in LEEDS.fixes]


def test_ignoring_says_in_words_how_far_it_reaches(panel, qtbot):
    panel.set_report(Report(TEXT, (OFFICE,)), "R&D Personal")
    ignored = heard(panel.ignored)
    qtbot.mouseClick(button(panel, "Ignore…"), Qt.MouseButton.LeftButton)
    menu = panel.findChild(QMenu)
    words = [action.text().replace("&&", "&") for action in menu.actions()]
    assert words == ["Only here, in this sentence", "This phrase for R&D Personal", "This rule for R&D Personal"]
    menu.actions()[1].trigger()
    menu.close()
    assert ignored == [IgnoreChoice(OFFICE, IgnoreScope.PHRASE)]


def test_why_is_asked_about_one_finding(panel, qtbot):
    panel.set_report(Report(TEXT, (OFFICE,)), "Personal")
    asked = heard(panel.why_asked)
    qtbot.mouseClick(button(panel, "Why am I seeing this?"), Qt.MouseButton.LeftButton)
    assert asked == [OFFICE]


def test_at_most_twelve_findings_are_shown_until_the_rest_is_asked_for(panel, qtbot):
    panel.set_report(many(15), "Personal")
    assert len(accessible(panel, ITEM)) == 12
    qtbot.mouseClick(button(panel, "3 more"), Qt.MouseButton.LeftButton)
    assert len(accessible(panel, ITEM)) == 15
    assert "Risk 012" in QApplication.focusWidget().accessibleName()


def test_arrow_keys_walk_the_list_and_enter_shows(panel, qtbot):
    panel.set_report(many(3), "Personal")
    shown = heard(panel.shown)
    assert panel.focus_findings()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [each.title for each in shown] == ["Risk 001", "Risk 002"]


def test_tab_reaches_every_button_in_reading_order(panel, qtbot):
    panel.set_report(many(14), "Personal")
    panel.set_report(REPORT, "Personal")
    panel.focus_findings()
    names = []
    for _ in range(9):
        names.append(QApplication.focusWidget().accessibleName().partition(":")[0])
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    card = ["Show", "Ignore…", "Why am I seeing this?"]
    assert names == ["High risk", "Use “client”", "Take these words out", *card, "Medium risk", *card][:9]


def test_tab_keeps_to_reading_order_when_a_finding_comes_in_between(panel, qtbot):
    whole = many(3)
    panel.set_report(Report(whole.text, whole.findings[::2]), "Personal")
    panel.set_report(whole, "Personal")
    panel.focus_findings()
    names = []
    for _ in range(12):
        names.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert titles(name for name in names if "risk:" in name) == ["Risk 000", "Risk 001", "Risk 002"]


def test_the_keyboard_stays_on_its_finding_while_the_text_around_it_changes(panel):
    panel.set_report(many(5), "Personal")
    panel.focus_findings()
    holder = QApplication.focusWidget()
    panel.set_report(many(7, shift=4), "Personal")
    assert QApplication.focusWidget() is holder
    assert "Risk 000" in holder.accessibleName()


def test_the_keyboard_goes_to_the_next_finding_when_its_own_is_gone(panel):
    before = many(4)
    panel.set_report(before, "Personal")
    panel.focus_findings()
    panel.set_report(Report(before.text, before.findings[1:]), "Personal")
    assert "Risk 001" in QApplication.focusWidget().accessibleName()


def test_the_keyboard_goes_to_the_last_finding_when_its_own_was_the_last(panel, qtbot):
    before = many(4)
    panel.set_report(before, "Personal")
    panel.focus_findings()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    panel.set_report(Report(before.text, before.findings[:2]), "Personal")
    assert "Risk 001" in QApplication.focusWidget().accessibleName()


def test_a_new_finding_never_hides_behind_one_that_goes(panel):
    whole = many(4)
    panel.set_report(Report(whole.text, whole.findings[:3]), "Personal")
    panel.focus_findings()
    panel.set_report(Report(whole.text, whole.findings[1:]), "Personal")
    assert titles(accessible(panel, ITEM)) == ["Risk 001", "Risk 002", "Risk 003"]
    assert "Risk 001" in QApplication.focusWidget().accessibleName()


def test_a_clean_draft_says_what_was_looked_for(panel):
    panel.set_report(Report("A quiet day."), "Personal")
    assert accessible(panel, ITEM) == []


def test_a_check_that_could_not_run_is_named(panel):
    panel.set_report(Report("A quiet day.", skipped=("links to the other account",)), "Personal")
    notices = accessible(panel, QAccessible.Role.Notification)
    assert notices == ["Could not check: links to the other account. Please look yourself."]


def test_the_foot_sums_up_the_other_draft(panel):
    panel.show_other("Professional", Verdict(VerdictState.FOUND, 2, Severity.WARN))
    assert "Professional draft: 2 to look at" in accessible(panel, QAccessible.Role.StaticText)
    panel.show_other("Professional", None)
    assert "Professional draft: 2 to look at" not in accessible(panel, QAccessible.Role.StaticText)


def test_long_words_without_a_blank_never_widen_the_list(panel, qtbot):
    text = "x" * 3000
    panel.set_report(
        Report(text, (finding(text, Severity.NOTE, "y" * 300, text=text, fixes=("z" * 300,)),)), "Personal"
    )
    qtbot.wait(10)
    assert panel.width() == 316
    assert panel.minimumSizeHint().width() <= 316


def test_a_theme_switched_at_run_time_repaints_the_cards(panel, qapp):
    panel.set_report(REPORT, "Personal")
    light = panel.grab().toImage()
    theme.apply(qapp, theme.load_theme(theme.DARK))
    dark = panel.grab().toImage()
    assert light.pixelColor(40, 400) != dark.pixelColor(40, 400)
    assert dark.pixelColor(158, 690) == theme.current().colour("surface")


def test_cards_are_made_ahead_so_that_a_long_list_only_has_to_be_filled(panel, qtbot):
    qtbot.waitUntil(lambda: len(panel.findChildren(FindingCard)) == MOST_GROUPS)
    assert not any(card.isVisible() for card in panel.findChildren(FindingCard))
    made = set(panel.findChildren(FindingCard))
    panel.set_report(many(MOST_GROUPS), "Personal")
    assert set(panel.findChildren(FindingCard)) == made
    assert all(card.isVisible() for card in made)


def test_a_long_name_never_hides_what_was_found(panel):
    panel.set_report(REPORT, "Marie-Louise Featherstonehaugh-Cholmondeley")
    panel.show_other("Marie-Louise Featherstonehaugh-Cholmondeley", verdict_of(REPORT))
    said = {label.text() for label in panel.findChildren(ElidedLabel)}
    assert any(words.startswith("Marie-Louise Fe…: ") and "1 high" in words for words in said)
    assert any(words.startswith("Marie-Louise Fe… draft: ") and "to look at" in words for words in said)
    assert panel.accessibleName() == "Before you post, Marie-Louise Featherstonehaugh-Cholmondeley"


def test_a_draft_that_is_still_being_read_is_not_called_clear(panel):
    panel.set_report(Report("A quiet day."), "Personal", is_checking=True)
    assert panel.accessibleDescription() == "Checking…"
    panel.set_report(Report("A quiet day."), "Personal")
    assert panel.accessibleDescription() == "Nothing found"


def test_why_the_second_reader_adds_nothing_is_said_and_taken_back(panel):
    panel.show_second_reader("Second reader: off (switched off in the Review menu)")
    said = "Second reader: off (switched off in the Review menu)"
    assert said in accessible(panel, QAccessible.Role.StaticText)
    panel.show_second_reader("")
    assert said not in accessible(panel, QAccessible.Role.StaticText)
