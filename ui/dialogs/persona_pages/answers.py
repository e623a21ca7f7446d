"""The value that the parts of a persona's editor fill in, and what they need to know for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from app.model.boundaries import Boundaries
from app.model.persona import Persona
from app.model.stance_choices import StanceChoices
from app.model.term_remarks import ReadTerms


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that is said about one persona."""

    persona: Persona
    boundaries: Boundaries


@dataclass(frozen=True, slots=True)
class Lore:
    """What the editor asks of the core: the words for the risks, statements, and watch terms in files.

    ``state`` makes the boundary statement; ``read_terms`` takes the name of a file and what is in it; ``today`` is the
    day it is where the persona works.
    """

    choices: StanceChoices
    state: Callable[[Persona, Boundaries], str]
    read_terms: Callable[[str, bytes], ReadTerms]
    today: date


class Unclear(ValueError):
    """An answer that cannot be kept as it stands; *words* say why, *field* is where."""

    def __init__(self, words: str, field: QWidget) -> None:
        super().__init__()
        self.words = words
        self.field = field


class NotKept(Exception):
    """The answers could not be saved; *words* say what happened and what to do."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


Keep = Callable[[Answers], None]
"""Keeps the answers; raises ``PersonaClash`` or ``NotKept``."""
