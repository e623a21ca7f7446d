"""What dialogs about a persona need, and how tests find what stands in them."""

from collections.abc import Callable
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
    """Do something in the dialog that is about to open, and close it whatever happens."""

    def done() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, kind)
            do(dialog)
        finally:
            if dialog is not None and dialog.isVisible():
                dialog.close()

    QTimer.singleShot(100, done)
