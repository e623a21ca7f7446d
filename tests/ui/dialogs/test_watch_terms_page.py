"""The list of names that must not slip out: add, change, remove, search, and fill from a file."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from app.model.boundaries import Boundaries
from app.model.policy import TermKind, WatchTerm
from tests.ui.dialogs.asking import ANN, LORE, Kept, called, in_next_dialog
from ui.dialogs.persona_dialog import PersonaDialog
from ui.dialogs.persona_pages.answers import Answers
from ui.dialogs.persona_pages.watch_term_dialog import WatchTermDialog
from ui.dialogs.persona_pages.watch_terms import WatchTermsPart
from ui.widgets.notice_strip import NoticeStrip

PAGE = 3
ACME = WatchTerm("Acme Foods", ("Acme", "AF"), TermKind.ORGANISATION, date(2026, 12, 15))
NOVAK = WatchTerm("Mrs Novak", (), TermKind.PERSON, date(2026, 11, 1))
LANTERN = WatchTerm("Lantern", (), TermKind.PROJECT)
LINES = "What there is to say about the lines"


def opened(qtbot: QtBot, *terms: WatchTerm) -> tuple[PersonaDialog, Kept]:
    kept = Kept()
    kept.answers.append(Answers(ANN, Boundaries(watch_terms=terms)))
    dialog = PersonaDialog(kept.answers[0], LORE, kept)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.show_page(PAGE)
    return dialog, kept


def rows(dialog: PersonaDialog) -> list[list[str]]:
    model = called(dialog, QTableView, "Watch terms").model()
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def kept_terms(dialog: PersonaDialog, kept: Kept) -> tuple[WatchTerm, ...]:
    called(dialog, QPushButton, "Save").click()
    return kept.answers[-1].boundaries.watch_terms


def take(dialog: PersonaDialog, file: Path) -> None:
    """Take in *file* as if it had been chosen: the system's own chooser looks at folders in its own time."""
    part = dialog.findChild(WatchTermsPart)
    assert part is not None
    part.take_file(file)


def said(dialog: QDialog) -> str:
    notices = (strip.notice() for strip in dialog.findChildren(NoticeStrip) if strip.isVisible())
    return " ".join(notice.text for notice in notices if notice is not None)


def test_every_term_is_shown_with_its_spellings_kind_and_date(qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot, ACME, NOVAK, LANTERN)
    assert rows(dialog) == [
        ["Acme Foods", "Acme; AF", "Organisation", "2026-12-15"],
        ["Mrs Novak", "", "Person", "2026-11-01, quiet"],
        ["Lantern", "", "Project", "for good"],
    ]


def test_a_term_is_added_by_keyboard_and_what_to_know_about_it_is_said(qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> None:
        name = called(dialog, QLineEdit, "Name")
        until = called(dialog, QLineEdit, "Private until, as in 2026-12-15")
        for words, problem in (("X", "single character"), ("acme FOODS", "on your list already"), ("", "missing")):
            name.setText(words)
            qtbot.keyClick(name, Qt.Key.Key_Return)
            assert problem in name.accessibleDescription()
        name.setText(" Lantern ")
        until.setText("tomorrow")
        qtbot.keyClick(name, Qt.Key.Key_Return)
        assert "no day" in until.accessibleDescription()
        until.setText("2026-11-01")
        called(dialog, QLineEdit, "Also written, between semicolons").setText("Lantern deck; ;Lantern deck")
        called(dialog, QComboBox, "Kind").setCurrentText("Project")
        qtbot.keyClick(name, Qt.Key.Key_Return)

    dialog, kept = opened(qtbot, ACME)
    in_next_dialog(WatchTermDialog, fill)
    called(dialog, QPushButton, "Add…").click()
    assert "can mean something else" in said(dialog)
    assert "quiet already" in said(dialog)
    assert kept_terms(dialog, kept) == (
        ACME,
        WatchTerm("Lantern", ("Lantern deck",), TermKind.PROJECT, date(2026, 11, 1)),
    )


def test_enter_changes_the_current_term_and_its_date_can_go(qtbot: QtBot) -> None:
    def fill(dialog: QDialog) -> None:
        assert called(dialog, QLineEdit, "Name").text() == "Acme Foods"
        called(dialog, QLineEdit, "Private until, as in 2026-12-15").clear()
        called(dialog, QPushButton, "Take it").click()

    dialog, kept = opened(qtbot, ACME, NOVAK)
    in_next_dialog(WatchTermDialog, fill)
    qtbot.keyClick(called(dialog, QTableView, "Watch terms"), Qt.Key.Key_Return)
    assert kept_terms(dialog, kept) == (replace(ACME, confidential_until=None), NOVAK)


def test_delete_removes_what_is_selected_also_among_what_was_searched(qtbot: QtBot) -> None:
    dialog, kept = opened(qtbot, ACME, NOVAK, LANTERN)
    called(dialog, QLineEdit, "Search watch terms").setText("af")
    assert [row[0] for row in rows(dialog)] == ["Acme Foods"]
    called(dialog, QLineEdit, "Search watch terms").setText("NOV")
    assert [row[0] for row in rows(dialog)] == ["Mrs Novak"]
    table = called(dialog, QTableView, "Watch terms")
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert kept_terms(dialog, kept) == (ACME, LANTERN)


def test_a_file_fills_the_list_and_every_line_that_was_not_taken_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text("term,aliases,kind,confidential_until\nacme foods,A C M E,,\nOrchid Ltd,,,\nX,,,\nHarbour,,pier,\n")

    dialog, kept = opened(qtbot, ACME)
    take(dialog, file)
    assert said(dialog) == (
        "One name came in from names.csv. One was on your list already. 2 lines were not taken and are named below."
    )
    lines = called(dialog, QPlainTextEdit, LINES)
    assert lines.isVisible()
    assert "Line 4: “X” is a single character" in lines.toPlainText()
    assert "Line 5: “pier” is no kind" in lines.toPlainText()
    assert kept_terms(dialog, kept) == (
        replace(ACME, aliases=("Acme", "AF", "A C M E"), confidential_until=None),
        WatchTerm("Orchid Ltd"),
    )


def test_a_file_in_another_encoding_changes_nothing_and_says_what_was_expected(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_bytes("Acme\nCafé\n".encode("latin-1"))
    dialog, kept = opened(qtbot, ACME)
    take(dialog, file)
    assert "Line 2: This is no text in UTF-8" in called(dialog, QPlainTextEdit, LINES).toPlainText()
    assert kept_terms(dialog, kept) == (ACME,)


def test_a_file_that_is_gone_is_said_and_one_that_is_not_chosen_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    dialog, kept = opened(qtbot, ACME)
    take(dialog, tmp_path / "gone.txt")
    assert "gone.txt cannot be read: No such file" in said(dialog)
    in_next_dialog(QFileDialog, lambda chooser: chooser.reject())
    called(dialog, QPushButton, "From a file…").click()
    assert kept_terms(dialog, kept) == (ACME,)


def test_ten_thousand_terms_are_shown_searched_and_kept(qtbot: QtBot) -> None:
    many = tuple(WatchTerm(f"Company {number} Ltd") for number in range(10_000))
    dialog, kept = opened(qtbot, *many)
    assert called(dialog, QTableView, "Watch terms").model().rowCount() == 10_000
    qtbot.keyClicks(called(dialog, QLineEdit, "Search watch terms"), "9999")
    assert [row[0] for row in rows(dialog)] == ["Company 9999 Ltd"]
    assert kept_terms(dialog, kept) == many
