from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app.model.finding import Report
from tests.ui.widgets.examples import REPORT, accessible, button
from ui.widgets.compact_risk_line import CompactRiskLine


def test_the_worst_finding_stands_in_one_line(qtbot):
    line = shown_line(qtbot, REPORT)
    assert accessible(line, QAccessible.Role.StaticText) == ["High: Client not public yet", "“client in Leeds”"]


def test_all_findings_are_one_press_away(qtbot):
    line = shown_line(qtbot, REPORT)
    with qtbot.waitSignal(line.all_asked) as asked:
        qtbot.mouseClick(button(line, "Show all 3"), Qt.MouseButton.LeftButton)
    assert asked.args == [REPORT]


def test_without_findings_the_line_says_what_the_review_came_to(qtbot):
    line = shown_line(qtbot, Report("A quiet day."))
    assert accessible(line, QAccessible.Role.StaticText) == ["Personal draft", "Nothing found"]
    assert accessible(line, QAccessible.Role.Button) == []


def test_the_line_gives_way_in_a_narrow_window(qtbot):
    assert shown_line(qtbot, REPORT).minimumSizeHint().width() < 340


def shown_line(qtbot, report):
    line = CompactRiskLine()
    qtbot.addWidget(line)
    line.show_report(report, "Personal")
    line.show()
    return line
