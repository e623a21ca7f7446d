"""What is being written: drafts, their revisions, and the stages they pass."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.asking import Picture
from app.model.ids import DraftId, PairId, PersonaId


class Stage(StrEnum):
    """How far a draft has come; the trash is apart from it, so a restored draft keeps its stage."""

    DRAFT = "draft"
    READY = "ready"
    HANDED_OFF = "handed_off"
    POSTED = "posted"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft of one persona, its text exactly as typed.

    ``cursor`` counts code points, ``scroll`` is the fraction of the text above the visible part (0.0 to 1.0).
    ``ready_digest`` names the text that was reviewed when the draft was marked ready; an edit clears it.
    ``picture`` says what is in the picture that goes with it.
    All times are UTC. ``trashed_at`` is ``None`` for a draft that is not in the trash.
    """

    id: DraftId
    persona_id: PersonaId
    title: str
    text: str
    created_at: datetime
    changed_at: datetime
    pair_id: PairId | None = None
    stage: Stage = Stage.DRAFT
    ready_digest: str | None = None
    cursor: int = 0
    scroll: float = 0.0
    example: bool = False
    trashed_at: datetime | None = None
    picture: Picture = Picture.NONE


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What a list needs of a draft; ``excerpt`` is the beginning of its text on one line, at most 120 code points."""

    id: DraftId
    persona_id: PersonaId
    title: str
    excerpt: str
    stage: Stage
    pair_id: PairId | None
    changed_at: datetime
    example: bool
    trashed_at: datetime | None


class RevisionReason(StrEnum):
    """What was about to happen, or had happened, when a text was kept."""

    FIRST = "first"
    INTERVAL = "interval"
    BIG_CUT = "big_cut"
    BEFORE_RESTORE = "before_restore"
    BEFORE_FIX = "before_fix"
    BEFORE_TRASH = "before_trash"
    MOVED = "moved"
    COPIED_OUT = "copied_out"


@dataclass(frozen=True, slots=True)
class Revision:
    """One whole earlier text of a draft; *kept_at* is UTC. Order is by ``number``, never by the clock."""

    number: int
    title: str
    text: str
    reason: RevisionReason
    kept_at: datetime
