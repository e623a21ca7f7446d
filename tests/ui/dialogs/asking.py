"""What dialogs about a persona need, and how tests find what stands in them."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.model.boundaries import Boundaries
from app.model.ids import PersonaId
from app.model.persona import Handle, Persona, Side
from app.studio.stance_presets import stance_choices
from app.studio.statement import statement_from
from app.studio.watch_term_import import read_watch_terms
from ui.dialogs.persona_pages.answers import Answers, Lore

TODAY = date(2026, 11, 25)
ANN = Persona(
    PersonaId("ann"),
    Side.PERSONAL,
    "Ann",
    handles=(Handle("bluesky", "@ann"),),
    works_with="patients",
    networks=("bluesky", "mastodon"),
)
NOTHING_SAID = Answers(ANN, Boundaries())
LORE = Lore(
    stance_choices(Side.PERSONAL), statement_from, lambda name, data: read_watch_terms(name, data, TODAY), TODAY
)
Kind = TypeVar("Kind", bound=QWidget)
_LOOK_MS = 30
_PATIENCE_SECONDS = 10.0


class Kept:
    """Keeps every answer, and what it is told to raise is raised first."""

    def __init__(self, *problems: Exception) -> None:
        self.answers: list[Answers] = []
        self._problems = list(problems)

    def __call__(self, answers: Answers) -> None:
        if self._problems:
            raise self._problems.pop(0)
        self.answers.append(answers)


def called(inside: QWidget, kind: type[Kind], name: str) -> Kind:
    """The widget of *kind* that a screen reader calls *name*; a visible one first."""
    named = [each for each in inside.findChildren(kind) if each.accessibleName() == name]
    assert named, name
    return next((each for each in named if each.isVisible()), named[0])


def in_next_dialog(kind: type, do: Callable[[QDialog], None]) -> None:
    """Do something in the dialog that is about to open, once it has the keyboard, and close it whatever happens."""
    in_dialogs((kind, do))


def in_dialogs(*steps: tuple[type, Callable[[QDialog], None]]) -> None:
    """Do each step in the dialog of its kind, one opening after the other; every one is closed whatever happens."""
    if steps:
        _look_for(steps, time.monotonic() + _PATIENCE_SECONDS)


def _look_for(steps: Sequence[tuple[type, Callable[[QDialog], None]]], deadline: float) -> None:
    (kind, do), *rest = steps

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        is_there = isinstance(dialog, kind) and QApplication.activeWindow() is dialog
        if not is_there and time.monotonic() < deadline:
            _look_for(steps, deadline)
            return
        in_dialogs(*rest)
        try:
            assert is_there, f"{dialog} in place of {kind}"
            do(dialog)
        finally:
            if dialog is not None and dialog.isVisible():
                dialog.close()

    QTimer.singleShot(_LOOK_MS, look)
