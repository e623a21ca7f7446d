"""What lies open in the two panes, and everything that can be done with whole drafts."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from app.errors import TwofoldError
from app.model.draft import Draft, Stage
from app.model.ids import DraftId
from app.model.persona import Side
from app.store.saver import Edit
from app.studio.changes import Changes, Topic
from app.studio.studio import Studio
from ui.bridge.studio_signals import Notice, StudioSignals
from ui.window.draft_pane import DraftPane
from ui.window.next_step import next_step
from ui.window.pair_line import Pairing

P = ParamSpec("P")


def _tells_failures(do: Callable[Concatenate["Desk", P], None]) -> Callable[Concatenate["Desk", P], None]:
    """Make *do* say what the store could not do, instead of raising it into Qt's event loop."""

    @wraps(do)
    def done(desk: "Desk", /, *arguments: P.args, **named: P.kwargs) -> None:
        try:
            do(desk, *arguments, **named)
        except TwofoldError as problem:
            desk.failed.emit(problem)

    return done


class Desk(QObject):
    """Opens drafts in the pane of their side, remembers what is open, and runs the use cases on what is on show."""

    side_changed = Signal(object)  # Side
    failed = Signal(object)  # TwofoldError
    trashed = Signal(object)  # DraftId

    def __init__(
        self, studio: Studio, signals: StudioSignals, panes: Mapping[Side, DraftPane], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._signals = signals
        self._panes = panes
        self._side = Side.PERSONAL
        for pane in panes.values():
            pane.edited.connect(self._edit)
            pane.entered.connect(self.go_to)
            pane.new_asked.connect(self.new)
            pane.twin_asked.connect(self.start_twin)
            pane.pair_asked.connect(self.pair)
            pane.next_step_asked.connect(self.take_next_step)
            pane.networks_chosen.connect(lambda networks, pane=pane: self._choose_networks(pane, networks))
            pane.example_kept.connect(self._keep_example)
            pane.examples_removed.connect(self._remove_examples)
        signals.changed.connect(self._changed)

    @property
    def side(self) -> Side:
        """The side that was written in last."""
        return self._side

    @property
    def pane(self) -> DraftPane:
        """The pane that was written in last."""
        return self._panes[self._side]

    @property
    def other_pane(self) -> DraftPane:
        """The pane across."""
        return self._panes[self._side.other]

    def on_show(self) -> frozenset[DraftId]:
        """Return the drafts that are open."""
        return frozenset(pane.draft.id for pane in self._panes.values() if pane.draft is not None)

    @_tells_failures
    def open_where_left(self, *sides: Side) -> None:
        """Open what was open on *sides* (both) when Twofold was last used, else the newest draft there."""
        for pane in (self._panes[side] for side in sides or Side):
            if pane.persona is None:
                continue
            left = self._studio.drafting.left_open(pane.persona.id)
            chosen = left if left is not None else self._studio.drafting.newest(pane.persona.id)
            pane.show_draft(None if chosen is None else self._studio.drafting.draft(chosen))
        self._show_pairing()

    def go_to(self, side: Side) -> None:
        """Make *side* the one that actions mean."""
        if side is not self._side:
            self._side = side
            self.side_changed.emit(side)

    def focus(self, side: Side) -> None:
        """Go to the text on *side*."""
        self.go_to(side)
        self._panes[side].focus_writing()

    @_tells_failures
    def open(self, draft_id: DraftId) -> None:
        """Show a draft, and its twin beside it; an unpaired one leaves the other pane as it was."""
        self.keep()
        draft = self._studio.drafting.draft(draft_id)
        side = self._come_to(draft)
        twin_id = self._studio.drafting.twin_of(draft_id)
        if twin_id is not None:
            self._come_to(self._studio.drafting.draft(twin_id))
        self._show_pairing()
        self.focus(side)
        self._signals.announce(Changes.of_drafts(draft_id))

    def _come_to(self, draft: Draft) -> Side:
        """Show *draft* and its persona, and return the side they are on."""
        side = self._studio.personas.persona(draft.persona_id).side
        pane = self._panes[side]
        if pane.persona is None or pane.persona.id != draft.persona_id:
            self._tell(self._studio.personas.show(draft.persona_id))
        self._show(side, draft)
        return side

    def keep(self) -> None:
        """Hand every open draft as it is on screen to the saver, with cursor and scroll."""
        for pane in self._panes.values():
            edit = pane.edit()
            if edit is not None and pane.draft is not None and edit != _as_saved(pane.draft):
                self._edit(edit)

    @_tells_failures
    def new(self, side: Side) -> None:
        """Start a draft on *side* and go there."""
        pane = self._panes[side]
        if pane.persona is None:
            return
        self.keep()
        draft, changes = self._studio.drafting.new(pane.persona.id)
        self._show(side, draft)
        self._show_pairing()
        self.focus(side)
        self._tell(changes)

    @_tells_failures
    def start_twin(self, side: Side | None = None) -> None:
        """Start the other side's version of the draft on *side* (the current one), and go there."""
        source, target = self._panes[side or self._side], self._panes[(side or self._side).other]
        if source.draft is None or target.persona is None:
            return
        self.keep()
        twin, changes = self._studio.drafting.start_twin(source.draft.id, target.persona.id)
        self._show(target.side, twin)
        self.focus(target.side)
        self._tell(changes)

    def rename(self) -> None:
        """Go to the title of the current draft."""
        self.pane.focus_title()

    def undo(self) -> None:
        """Take back the last step in the current draft."""
        self.pane.editor.undo()

    def redo(self) -> None:
        """Take the last step in the current draft again."""
        self.pane.editor.redo()

    @_tells_failures
    def duplicate(self) -> None:
        """Start a draft with the same text beside the current one in the list, and open it."""
        if self.pane.draft is not None:
            self.keep()
            title = self.tr("{title} (copy)").format(title=self.pane.draft.title or self.tr("Untitled"))
            draft, changes = self._studio.drafting.duplicate(self.pane.draft.id, title)
            self._tell(changes)
            self.open(draft.id)

    @_tells_failures
    def pair(self) -> None:
        """Make the two drafts on show one pair."""
        first, second = self.pane.draft, self.other_pane.draft
        if first is not None and second is not None:
            self._tell(self._studio.drafting.pair(first.id, second.id))

    @_tells_failures
    def unpair(self) -> None:
        """End the pair that the current draft belongs to."""
        if self.pane.draft is not None:
            self._tell(self._studio.drafting.unpair(self.pane.draft.id))

    @_tells_failures
    def toggle_ready(self, side: Side | None = None) -> None:
        """Mark the draft ready, or take the mark back."""
        draft = self._panes[side or self._side].draft
        if draft is None:
            return
        if draft.stage is Stage.READY:
            self._tell(self._studio.drafting.set_stage(draft.id, Stage.DRAFT))
        else:
            self._tell(self._studio.drafting.mark_ready(draft.id))

    @_tells_failures
    def take_next_step(self, side: Side) -> None:
        """Take the one step that the draft on *side* offers."""
        draft = self._panes[side].draft
        if draft is None:
            return
        stage = next_step(draft.stage).stage
        if stage is Stage.READY:
            self._tell(self._studio.drafting.mark_ready(draft.id))
        else:
            self._tell(self._studio.drafting.set_stage(draft.id, stage))

    @_tells_failures
    def move_to(self, stage: Stage) -> None:
        """Move the current draft to *stage*."""
        if self.pane.draft is not None:
            self._tell(self._studio.drafting.set_stage(self.pane.draft.id, stage))

    @_tells_failures
    def trash(self, draft_id: DraftId | None = None) -> None:
        """Put a draft (the current one) into the trash, and show the next one in its place."""
        chosen = draft_id or (self.pane.draft.id if self.pane.draft is not None else None)
        if chosen is None:
            return
        self.keep()
        self._tell(self._studio.drafting.trash(chosen))
        self.trashed.emit(chosen)

    @_tells_failures
    def restore(self, draft_id: DraftId) -> None:
        """Take a draft out of the trash and open it."""
        self._tell(self._studio.drafting.restore(draft_id))
        self.open(draft_id)

    def show(self, side: Side, draft: Draft | None) -> None:
        """Put *draft* into the pane on *side* and remember that it is open there."""
        self._show(side, draft)
        self._show_pairing()

    @_tells_failures
    def show_personas(self) -> None:
        """Show on each side the persona that is on show now, with the draft that was left open there."""
        for side, pane in self._panes.items():
            persona = self._studio.personas.on_side(side)
            if persona is None:
                continue
            is_another = pane.persona is None or pane.persona.id != persona.id
            pane.show_persona(persona, self._studio.roll.colour(persona.id))
            if is_another:
                self.open_where_left(side)

    def _show(self, side: Side, draft: Draft | None) -> None:
        pane = self._panes[side]
        pane.show_draft(draft)
        if pane.persona is not None:
            self._studio.drafting.leave_open(pane.persona.id, None if draft is None else draft.id)

    def _edit(self, edit: Edit) -> None:
        self._studio.edit(edit)

    @_tells_failures
    def _keep_example(self, side: Side) -> None:
        draft = self._panes[side].draft
        if draft is not None:
            self._tell(self._studio.drafting.adopt_example(draft.id))

    @_tells_failures
    def _remove_examples(self) -> None:
        self.keep()
        self._tell(self._studio.drafting.remove_examples())

    @_tells_failures
    def _choose_networks(self, pane: DraftPane, networks: tuple[str, ...]) -> None:
        if pane.persona is not None:
            self._tell(self._studio.personas.choose_networks(pane.persona.id, networks))

    def _tell(self, changes: Changes) -> None:
        self._signals.announce(changes, self)

    @_tells_failures
    def _changed(self, notice: Notice) -> None:
        if Topic.PERSONAS in notice.changes.topics:
            self.show_personas()
        if Topic.DRAFTS in notice.changes.topics:
            for pane in self._panes.values():
                self._read_again(pane)
            self._show_pairing()
        if not notice.changes.topics.isdisjoint((Topic.PERSONAS, Topic.DISMISSALS)):
            for pane in self._panes.values():
                pane.review_again()

    def _read_again(self, pane: DraftPane) -> None:
        if pane.draft is None:
            return
        if self._studio.drafting.is_listed(pane.draft):
            pane.refresh(self._studio.drafting.draft(pane.draft.id))
        else:
            following = self._studio.drafting.newest(pane.draft.persona_id)
            self._show(pane.side, None if following is None else self._studio.drafting.draft(following))

    def _show_pairing(self) -> None:
        for pane in self._panes.values():
            pane.show_pairing(self._pairing_of(pane, self._panes[pane.side.other]))

    def _pairing_of(self, pane: DraftPane, neighbour: DraftPane) -> Pairing:
        if pane.draft is None:
            return Pairing()
        try:
            twin_id = self._studio.drafting.twin_of(pane.draft.id)
            twin_title = None if twin_id is None else self._studio.drafting.draft(twin_id).title
        except TwofoldError as problem:
            self.failed.emit(problem)
            return Pairing()
        free = neighbour.draft is not None and self._studio.drafting.twin_of(neighbour.draft.id) is None
        neighbour_title = neighbour.draft.title if free and neighbour.draft is not None else None
        return Pairing(twin_title, neighbour_title, can_start=neighbour.persona is not None)


def _as_saved(draft: Draft) -> Edit:
    return Edit(draft.persona_id, draft.id, draft.title, draft.text, draft.cursor, draft.scroll)
