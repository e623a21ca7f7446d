"""Every desk of the window, made in the order in which they need each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.model.draft import Stage
from app.model.ids import DraftId
from app.model.persona import Side
from app.studio.studio import Studio
from ui.bridge.second_reader import Opens
from ui.bridge.studio_signals import StudioSignals
from ui.widgets.compact_risk_line import CompactRiskLine
from ui.widgets.risk_panel import RiskPanel
from ui.window.asking_desk import AskingDesk
from ui.window.belonging_desk import BelongingDesk
from ui.window.desk import Desk
from ui.window.draft_pane import DraftPane
from ui.window.lens_desk import LensDesk
from ui.window.lists import Lists
from ui.window.moving_desk import MovingDesk
from ui.window.persona_desk import PersonaDesk
from ui.window.rail import Rail
from ui.window.reader_desk import ReaderDesk
from ui.window.review_desk import ReviewDesk
from ui.window.roll_desk import RollDesk
from ui.window.rule_desk import RuleDesk

if TYPE_CHECKING:
    from ui.window.contact_desk import ContactDesk


@dataclass(frozen=True, slots=True)
class Parts:
    """What the desks show things in."""

    panes: Mapping[Side, DraftPane]
    panel: RiskPanel
    line: CompactRiskLine
    rail: Rail


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the desks need of the window: itself, a way to open a draft, and the actions about a persona."""

    window: QWidget
    open_draft: Callable[[DraftId], None]
    about: Callable[[], tuple[QAction, ...]]
    now: Callable[[], datetime]
    opens_reader: Opens
    rule_desk_size: QSize | None = None


class Desks:
    """Each does one part of the window's work; the window connects them."""

    def __init__(self, studio: Studio, signals: StudioSignals, parts: Parts, around: Surroundings) -> None:
        panes, window = parts.panes, around.window
        self._studio = studio
        self._signals = signals
        self._around = around
        self._warn: Callable[[BaseException], None] | None = None
        self.drafts = Desk(studio, signals, panes, window)
        self.asking = AskingDesk(studio, signals, self.drafts, panes, window)
        self.reader = ReaderDesk(panes, around.opens_reader, window)
        self.reviews = ReviewDesk(studio, signals, self.drafts, panes, self.asking, self.reader, window)
        self.personas = PersonaDesk(studio, signals, self.drafts, window)
        self.moves = MovingDesk(studio, signals, self.drafts, panes, window)
        self.belonging = BelongingDesk(studio, signals, panes, self.moves.move_across, window)
        self.roll = RollDesk(studio, signals, self.drafts, panes, around.about, window)
        self._contacts: ContactDesk | None = None
        self.lens = LensDesk(studio, signals, self.drafts, panes, parts.panel, parts.line, window)
        self.rules = RuleDesk(studio, signals, self.drafts, panes, around.rule_desk_size, window)
        self.lists = Lists(studio, self.drafts, parts.rail, around.now, window)

    def connect_failures(self, warn: Callable[[BaseException], None]) -> None:
        """Hand what the store could not do to *warn*, whichever desk it happens to."""
        self._warn = warn
        for desk in (
            self.drafts,
            self.asking,
            self.reviews,
            self.moves,
            self.belonging,
            self.roll,
            self.lists,
        ):
            desk.failed.connect(warn)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the desks does, by its name."""
        drafts, reviews = self.drafts, self.reviews
        return {
            "new_personal": lambda: drafts.new(Side.PERSONAL),
            "new_professional": lambda: drafts.new(Side.PROFESSIONAL),
            "start_twin": drafts.start_twin,
            "duplicate": drafts.duplicate,
            "rename": drafts.rename,
            "pair": drafts.pair,
            "unpair": drafts.unpair,
            "move_across": self.moves.move_across,
            "copy_across": self.moves.copy_across,
            "copy_for": lambda: reviews.copy_for(drafts.side),
            "mark_ready": drafts.toggle_ready,
            "mark_posted": lambda: drafts.move_to(Stage.POSTED),
            "archive": lambda: drafts.move_to(Stage.ARCHIVED),
            "back_to_draft": lambda: drafts.move_to(Stage.DRAFT),
            "trash": drafts.trash,
            "show_trash": self.lists.show_trash,
            "undo": drafts.undo,
            "redo": drafts.redo,
            "use_wording": reviews.use_wording,
            "explain_finding": reviews.explain,
            "show_ignored": reviews.show_ignored,
            **self.asking.slots_by_action(),
            "read_as": self.lens.show_menu,
            "describe_persona": self.personas.describe,
            "boundaries": self.personas.show_boundaries,
            "five_questions": self.personas.ask_questions,
            "personas": self.roll.show_menu,
            "next_persona": self.roll.next_persona,
            "new_persona": lambda: self.roll.create(drafts.side),
            "put_away": self.roll.show_put_away,
            "contact_request": self._show_contacts,
            "rule_desk": self.rules.show,
            "about": self.lists.show_about,
        }

    def stop(self) -> None:
        """Read nothing any more: the vaults are about to close."""
        self.reader.close()
        self.lists.stop()
        self.belonging.stop()
        self.rules.close()
        if self._contacts is not None:
            self._contacts.close()

    def _show_contacts(self) -> None:
        if self._contacts is None:
            from ui.window.contact_desk import ContactDesk  # not needed for the first paint

            around = self._around
            self._contacts = ContactDesk(
                self._studio, self._signals, self.drafts, around.open_draft, around.now, around.window
            )
            if self._warn is not None:
                self._contacts.failed.connect(self._warn)
        self._contacts.show()
