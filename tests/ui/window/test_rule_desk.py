"""The rule desk beside the drafts: what the rules made of them, by keyboard and for a screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from app.model.persona import Side
from tests.ui.widgets.examples import accessible, widget_interface
from tests.ui.window.conftest import Session, Start
from tests.ui.window.driving import CTRL, SHIFT, pane, press, write
from ui.dialogs.rule_desk_dialog import RuleDeskDialog

COMPLAINT = "Ugh, another n1ghtmare client today."
HARMLESS = "I have never had another nightmare client."


def desk_of(session: Session) -> RuleDeskDialog | None:
    return next((each for each in session.window.findChildren(RuleDeskDialog) if each.isVisible()), None)


def opened(qtbot: QtBot, session: Session) -> RuleDeskDialog:
    press(qtbot, Qt.Key.Key_D, CTRL | SHIFT)
    qtbot.waitUntil(lambda: desk_of(session) is not None)
    desk = desk_of(session)
    assert desk is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is desk)
    return desk


def rows(desk: RuleDeskDialog, column: int = 0) -> list[str]:
    tree = desk.findChild(QTreeWidget)
    assert tree is not None
    found: list[str] = []
    walk = QTreeWidgetItemIterator(tree)
    while (item := walk.value()) is not None:
        found.append(item.text(column))
        walk += 1
    return found


def says(desk: RuleDeskDialog, words: str) -> bool:
    return any(words in row for row in rows(desk))


def begin(qtbot: QtBot, session: Session, text: str) -> None:
    press(qtbot, Qt.Key.Key_N, CTRL)
    write(qtbot, text)
    assert pane(session, Side.PERSONAL).editor.text() == text


def test_the_desk_says_what_was_made_of_the_draft_and_follows_it(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        begin(qtbot, session, COMPLAINT)
        desk = opened(qtbot, session)
        qtbot.waitUntil(lambda: says(desk, "Found, Medium: “another n1ghtmare client”"))
        assert says(desk, "“n1ghtmare” is read as “nightmare”")
        assert any(row.startswith("venting.customer.another-one · ") for row in rows(desk, 1))
        editor = pane(session, Side.PERSONAL).editor
        qtbot.keyClicks(editor, " I was drunk last night.")
        qtbot.waitUntil(lambda: says(desk, "“I was drunk last night.”"))


def test_a_sentence_is_tried_without_touching_the_draft(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        begin(qtbot, session, COMPLAINT)
        desk = opened(qtbot, session)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        assert field.accessibleName() == "Try a sentence"
        write(qtbot, HARMLESS)
        qtbot.waitUntil(lambda: says(desk, "Left alone because of “never”"))
        assert not says(desk, "n1ghtmare")
        field.clear()
        qtbot.waitUntil(lambda: says(desk, "n1ghtmare"))
        assert pane(session, Side.PERSONAL).editor.text() == COMPLAINT


def test_choosing_a_row_selects_its_words_in_the_draft(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        begin(qtbot, session, COMPLAINT)
        desk = opened(qtbot, session)
        qtbot.waitUntil(lambda: says(desk, "Found, Medium"))
        tree = desk.findChild(QTreeWidget)
        assert tree is not None
        tree.setFocus()
        for _ in rows(desk):
            current = tree.currentItem()
            if current is not None and current.text(0).startswith("Found, Medium"):
                break
            qtbot.keyClick(tree, Qt.Key.Key_Down)
        assert pane(session, Side.PERSONAL).editor.textCursor().selectedText() == "another n1ghtmare client"
        whole = next(each for each in desk.findChildren(QLabel) if each.accessibleName() == "The row in full")
        assert "venting.customer.another-one" in whole.text()


def test_one_risk_can_be_looked_at_alone(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        begin(qtbot, session, f"{COMPLAINT} What the fuck.")
        desk = opened(qtbot, session)
        qtbot.waitUntil(lambda: says(desk, "“What the fuck”"))
        choice = desk.findChild(QComboBox)
        assert choice is not None
        assert choice.accessibleName() == "Show which risk"
        choice.setFocus()
        qtbot.keyClicks(choice, "Swear")
        qtbot.keyClick(choice, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not says(desk, "n1ghtmare client"))
        assert says(desk, "“What the fuck”")


def test_rows_are_read_out_whole(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        begin(qtbot, session, COMPLAINT)
        desk = opened(qtbot, session)
        qtbot.waitUntil(lambda: says(desk, "Found, Medium"))
        tree = desk.findChild(QTreeWidget)
        assert tree is not None
        assert widget_interface(tree).text(QAccessible.Text.Name) == "What the rules made of it"
        found = "Found, Medium: “another n1ghtmare client”"
        qtbot.waitUntil(lambda: found in accessible(tree, QAccessible.Role.TreeItem))


def test_escape_closes_the_desk_and_its_size_is_there_again(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        desk = opened(qtbot, session)
        desk.resize(701, 503)
        qtbot.keyClick(desk, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: desk_of(session) is None)
    with start() as again:
        assert opened(qtbot, again).size() == QSize(701, 503)


def test_of_a_long_draft_what_stands_about_the_caret_is_explained(qtbot: QtBot, start: Start) -> None:
    with start() as session:
        press(qtbot, Qt.Key.Key_N, CTRL)
        editor = pane(session, Side.PERSONAL).editor
        editor.insertPlainText(f"{COMPLAINT} " + "The kettle is on and the cat is asleep. " * 200)
        desk = opened(qtbot, session)
        qtbot.waitUntil(lambda: says(desk, "The kettle is on"), timeout=20_000)
        assert not says(desk, "n1ghtmare")
        editor.place_caret(0)
        qtbot.keyClicks(editor, "So. ")
        qtbot.waitUntil(lambda: says(desk, "n1ghtmare"), timeout=20_000)
