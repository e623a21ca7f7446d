"""Files that are missing, foreign, damaged or closed to writing: said in the window, and everything else goes on."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.model.persona import Side
from app.store.places import Places
from app.store.roster import Roster
from tests.namespaces import read_only, small_disk
from tests.ui.stage import ROOT, Stage, furnished, played


def vault_of(places: Places, side: Side) -> Path:
    return places.vault_file(next(each.persona_id for each in Roster(places).entries() if each.side is side))


def locked_words(stage: Stage, side: Side) -> str:
    """What stands in the pane of a persona whose drafts cannot be opened."""
    pane = stage.pane(side)
    assert pane.persona is None
    return " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def a_key_file_comes_back(stage: Stage) -> None:
    said = locked_words(stage, Side.PERSONAL)
    assert "The key file" in said
    assert "is missing. Put it back" in said
    QTest.keyClicks(stage.new_draft(Side.PROFESSIONAL).editor, "still working")
    stage.saved()

    stage.press("Try again")
    assert "is missing" in locked_words(stage, Side.PERSONAL)
    for key in (stage.folder / "aside").iterdir():
        shutil.copy(key, stage.places.config / "keys")
    stage.press("Try again")

    assert stage.pane(Side.PERSONAL).editor.text()
    QTest.keyClicks(stage.new_draft(Side.PERSONAL).editor, "this one, too")
    stage.saved()


def test_a_missing_key_file_locks_one_persona_until_it_is_put_back(tmp_path: Path) -> None:
    places = furnished(tmp_path)
    (tmp_path / "aside").mkdir()
    key = places.key_file(vault_of(places, Side.PERSONAL).parent.name)
    key.rename(tmp_path / "aside" / key.name)
    played(a_key_file_comes_back, tmp_path)


def one_strange_vault_after_another(stage: Stage) -> None:
    vault, aside = vault_of(stage.places, Side.PERSONAL), stage.folder / "aside"
    whole = aside.joinpath("whole").read_bytes()
    for name, words in (
        ("zero-length", "is damaged and was left as it is"),
        ("half", "is damaged and was left as it is"),
        ("noise", "is damaged and was left as it is"),
        ("plain", "is not the vault of this persona"),
        ("other", "left as it is"),
        ("gone", "There is no vault at"),
    ):
        content = aside.joinpath(name).read_bytes() if name != "gone" else None
        vault.unlink(missing_ok=True)
        if content is not None:
            vault.write_bytes(content)
        stage.press("Try again")
        assert words in locked_words(stage, Side.PERSONAL), name
        assert (vault.read_bytes() if vault.exists() else None) == content, name
        assert stage.pane(Side.PROFESSIONAL).editor.text()
    QTest.keyClicks(stage.new_draft(Side.PROFESSIONAL).editor, "still working")
    stage.saved()
    vault.write_bytes(whole)
    stage.press("Try again")
    assert stage.pane(Side.PERSONAL).editor.text()


def test_a_strange_vault_is_named_and_left_alone_and_the_other_persona_works(tmp_path: Path) -> None:
    places = furnished(tmp_path)
    vault, aside = vault_of(places, Side.PERSONAL), tmp_path / "aside"
    aside.mkdir()
    whole = vault.read_bytes()
    with sqlite3.connect(aside / "plain") as plain:
        plain.execute("CREATE TABLE drafts (text)")
    plain.close()
    for name, content in (
        ("whole", whole),
        ("zero-length", b""),
        ("half", whole[: len(whole) // 2]),
        ("noise", os.urandom(len(whole))),
        ("other", vault_of(places, Side.PROFESSIONAL).read_bytes()),
    ):
        aside.joinpath(name).write_bytes(content)
    vault.write_bytes(b"")
    played(one_strange_vault_after_another, tmp_path)


def reading_alone(stage: Stage) -> None:
    pane = stage.pane(Side.PERSONAL)
    assert stage.says("Read only: ")
    assert pane.editor.text()
    assert stage.pane(Side.PROFESSIONAL).editor.text()

    QTest.keyClicks(pane.editor, "lost?")
    typed = pane.editor.text()
    stage.until(lambda: stage.says("can be read but not written. What you type stays in memory"))
    stage.new_draft(Side.PERSONAL)
    assert pane.editor.text() == typed
    stage.press("Copy the unsaved text")
    assert clipboard() == typed

    stage.answer("Keep writing")
    stage.window.close()
    assert stage.window.isVisible()
    QGuiApplication.clipboard().clear()
    stage.answer("Copy the text and close", "Close")
    stage.close()
    assert clipboard() == typed


def test_read_only_folder(tmp_path: Path) -> None:
    furnished(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    played(reading_alone, tmp_path, before=read_only(tmp_path))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def only_looking(stage: Stage) -> None:
    stage.pane(Side.PERSONAL).editor.place_caret(3)  # no words: nothing to ask about
    stage.close()


def test_a_read_only_folder_that_was_only_read_is_closed_without_a_question(tmp_path: Path) -> None:
    furnished(tmp_path)
    played(only_looking, tmp_path, before=read_only(tmp_path))


def a_disk_fills_up(stage: Stage) -> None:
    ballast = stage.folder / "ballast"
    pane = stage.new_draft(Side.PERSONAL)
    QTest.keyClicks(pane.editor, "Before. ")
    stage.saved()
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                continue
    for _ in range(40):  # what the vault has set aside takes a few saves more
        pane.editor.insertPlainText("More and more words. " * 200)
        stage.rest(0.4)
        if stage.says("The disk is full"):
            break
    typed = pane.editor.text()
    assert stage.says("is saved as soon as there is room")
    assert typed.startswith("Before. More and more")

    stage.press("Copy the unsaved text")
    assert clipboard() == typed
    stage.answer("Keep writing")
    stage.window.close()
    assert stage.window.isVisible()
    stage.pane(Side.PROFESSIONAL).new_asked.emit(Side.PROFESSIONAL)  # needs room, too
    assert stage.says("The disk is full")
    assert pane.editor.text() == typed

    ballast.unlink()
    stage.until(lambda: not stage.running.studio.unsaved(), seconds=40)
    stage.until(lambda: not stage.says("The disk is full"))
    assert pane.draft is not None
    assert stage.running.studio.drafting.draft(pane.draft.id).text == typed


def test_disk_full(tmp_path: Path) -> None:
    played(a_disk_fills_up, tmp_path, before=small_disk(tmp_path, 3))


def a_vault_is_replaced(stage: Stage) -> None:
    vault = vault_of(stage.places, Side.PERSONAL)
    pane = stage.new_draft(Side.PERSONAL)
    copy = vault.with_name("copy.db")
    shutil.copy(vault, copy)
    foreign = copy.read_bytes()
    copy.replace(vault)
    QTest.keyClicks(pane.editor, "typed into the void?")
    stage.until(lambda: stage.says("was moved or replaced while it was open. What you type stays in memory"))
    stage.answer("Copy the text and close", "Close")
    stage.close()
    assert clipboard() == "typed into the void?"
    assert vault.read_bytes() == foreign


def test_a_vault_that_is_replaced_while_open_gets_nothing_written_into(tmp_path: Path) -> None:
    played(a_vault_is_replaced, tmp_path)


MISTAKES = (
    ("tone.toml", "tone.test.one", "severity"),
    ("tone.toml", "tone.test.two", "phrases"),
    ("venting.toml", "venting.test.three", "colour"),
)


def rules_are_left_out(stage: Stage) -> None:
    stage.until(lambda: stage.says("These rules could not be read"))
    for part in {part for mistake in MISTAKES for part in mistake}:
        assert stage.says(part), part
    pane = stage.new_draft(Side.PERSONAL)
    QTest.keyClicks(pane.editor, "A quiet evening by the canal.")
    assert set(pane.report().skipped) == {"tone.toml", "venting.toml"}
    stage.until(lambda: stage.says("tone.toml, venting.toml"))  # in the panel, beside what the other checks found


@pytest.fixture
def program_with_mistakes(tmp_path: Path) -> Path:
    """A copy of the program, three mistakes in two of its rule packs."""
    program = tmp_path / "program"
    program.mkdir()
    for package in ("app", "ui", "tests"):
        (program / package).symlink_to(ROOT / package)
    shutil.copytree(ROOT / "resources", program / "resources", ignore=shutil.ignore_patterns("__pycache__"))
    for file, text in (
        ("tone.toml", rule("tone.test.one", severity="loud") + rule("tone.test.two", phrases="(unclosed")),
        ("venting.toml", rule("venting.test.three") + 'colour = "red"\n'),
    ):
        with (program / "resources" / "rules" / "en" / file).open("a", encoding="utf-8") as pack:
            pack.write(text)
    return program


def rule(name: str, *, severity: str = "note", phrases: str = "a silly phrase") -> str:
    entries = {"id": name, "risk": "venting.customer", "severity": severity, "phrases": [phrases]}
    entries |= {"message": "m", "why": "w", "instead": ["i"], "fires": ["a silly phrase"], "quiet": ["none"]}
    return "\n[[rule]]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in entries.items())


def test_rule_packs_with_mistakes_are_named_and_left_out_and_the_studio_opens(
    tmp_path: Path, program_with_mistakes: Path
) -> None:
    played(rules_are_left_out, tmp_path / "data", program=program_with_mistakes)


@pytest.mark.parametrize("form", [["post.txt"], ["--format", "json", "post.txt"], ["--jsonl", "posts.jsonl"]])
def test_a_check_with_mistakes_in_rule_packs_says_so_and_ends_with_65(
    program_with_mistakes: Path, form: list[str]
) -> None:
    (program_with_mistakes / "post.txt").write_text("A quiet evening.", encoding="utf-8")
    (program_with_mistakes / "posts.jsonl").write_text('{"id": "1", "text": "A quiet evening."}', encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "app", "check", *form],
        cwd=program_with_mistakes,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert finished.returncode == 65
    assert all(part in finished.stderr for mistake in MISTAKES for part in mistake), finished.stderr
    assert "tone.toml" in finished.stdout
    assert "Traceback" not in finished.stderr
