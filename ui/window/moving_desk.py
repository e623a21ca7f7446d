"""Take the draft on show across to the other persona, and say what its review makes of that."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal

from app.errors import TwofoldError
from app.model.draft import Draft
from app.model.ids import DraftId
from app.model.persona import Persona, Side
from app.studio.changes import Changes
from app.studio.moving import ReviewChange, review_change
from ui.window.pane_desk import PaneDesk

_MOST_TITLES = 2


@dataclass(frozen=True, slots=True)
class Crossing:
    """What came across: in words, which draft it is now, and whether it can be taken back there."""

    words: str
    draft_id: DraftId
    can_go_back: bool


class MovingDesk(PaneDesk):
    """Moves and copies between the two personas on show."""

    crossed = Signal(object)  # Crossing

    def move_across(self, side: Side | None = None) -> None:
        """Take the draft on *side* (the current one) to the persona across, with its history, and go there."""
        self._cross(side or self._desk.side, self._move, can_go_back=True)

    def copy_across(self, side: Side | None = None) -> None:
        """Start a draft with the same words on the persona across, and go there."""
        self._cross(side or self._desk.side, self._copy, can_go_back=False)

    def move_back(self, draft_id: DraftId) -> None:
        """Take back a move."""
        self._desk.open(draft_id)
        self.move_across()

    def _cross(
        self, side: Side, cross: Callable[[Draft, Persona], tuple[Draft, Changes]], *, can_go_back: bool
    ) -> None:
        source, target = self._panes[side], self._panes[side.other]
        if source.draft is None or target.persona is None:
            return
        self._desk.keep()
        before = source.report() if source.is_reviewed else None
        try:
            draft, changes = cross(source.draft, target.persona)
            self._signals.announce(changes, self)
            self._desk.show(side.other, draft)
            self._signals.announce(Changes.of_drafts(draft.id), self)
        except TwofoldError as problem:
            self.failed.emit(problem)
            return
        self._desk.focus(side.other)
        changed = None if before is None else review_change(before, target.report())
        self.crossed.emit(
            Crossing(crossing_words(target.persona.name, changed, moved=can_go_back), draft.id, can_go_back)
        )

    def _move(self, draft: Draft, to: Persona) -> tuple[Draft, Changes]:
        changes = self._studio.moving.move(draft.id, to.id)
        return self._studio.drafting.draft(draft.id), changes

    def _copy(self, draft: Draft, to: Persona) -> tuple[Draft, Changes]:
        return self._studio.moving.copy(draft.id, to.id)


def crossing_words(persona_name: str, change: ReviewChange | None, *, moved: bool) -> str:
    """Return what to say about a draft that is with *persona_name* now, and how its review changed with that."""
    say = QCoreApplication.translate
    words = say("Moving", "Moved to {persona}.") if moved else say("Moving", "Copied to {persona}.")
    return " ".join(part for part in (words.format(persona=persona_name), _change_words(change)) if part)


def _change_words(change: ReviewChange | None) -> str:
    say = QCoreApplication.translate
    if change is None:
        return ""
    if not change.gone and not change.new:
        return say("Moving", "The review says the same here.")
    counts = []
    if change.gone:
        counts.append(say("Moving", "{count} gone").format(count=len(change.gone)))
    if change.new:
        counts.append(say("Moving", "{count} new").format(count=len(change.new)))
    titles = list(dict.fromkeys(finding.title for finding in change.new))
    told = "; ".join(title[:1].lower() + title[1:] for title in titles[:_MOST_TITLES])
    more = say("Moving", " and more") if len(titles) > _MOST_TITLES else ""
    return ", ".join(counts) + (f": {told}{more}." if told else ".")
