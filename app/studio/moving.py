"""Take a draft across to another persona: two vaults share no transaction, so every step can be the last one."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from app.errors import TwofoldError, VaultReadOnly
from app.model.draft import Draft, RevisionReason, Stage
from app.model.finding import Finding, Report
from app.model.ids import DraftId, PersonaId
from app.store.vault import Vault
from app.studio.changes import Changes
from app.studio.drafting import Drafting
from app.studio.vaults import Vaults


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """What the review says of the same text after a move: findings that are gone, and new ones, in reading order."""

    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]


def review_change(before: Report, after: Report) -> ReviewChange:
    """Return how *after* differs from *before*: a finding is the same when it is of the same risk in the same place."""
    return ReviewChange(_without(before.findings, after.findings), _without(after.findings, before.findings))


class Moving:
    """Move or copy a draft to another persona.

    A move writes the draft with its history to the target, marked as arriving, takes it out of the source, and takes
    the mark away: whatever ends the program in between, ``finish`` completes it and nothing is lost or doubled.
    """

    def __init__(self, vaults: Vaults, drafting: Drafting, now: Callable[[], datetime]) -> None:
        self._vaults = vaults
        self._drafting = drafting
        self._now = now

    def move(self, draft_id: DraftId, to_id: PersonaId) -> Changes:
        """Take a draft across with its history; it leaves its pair, and its twin stays.

        Raises ``DraftMissing``, ``PersonaLocked``, ``VaultReadOnly`` and what keeps a vault from saving; the draft is
        where it was then.
        """
        draft = self._drafting.draft(draft_id)
        source, target = self._vaults.home_of(draft_id), self._vaults.vault(to_id)
        if source is target:
            raise ValueError("the draft is there already")
        for vault in (source, target):
            if vault.read_only:
                raise VaultReadOnly(vault.path)
        self._drafting.keep_moment(draft_id, RevisionReason.MOVED)
        parcel = source.drafts.pack(draft_id)
        target.drafts.take_in(replace(parcel, draft=_as_arriving(parcel.draft)), source.persona.id)
        try:
            parted = self._drafting.unpair(draft_id) if draft.pair_id is not None else Changes()
            source.drafts.remove(draft_id)
        except TwofoldError:
            with suppress(TwofoldError):
                target.drafts.remove(draft_id)
            raise
        target.drafts.arrived(draft_id)
        return parted | Changes.of_drafts(draft_id)

    def copy(self, draft_id: DraftId, to_id: PersonaId) -> tuple[Draft, Changes]:
        """Start a draft with the same words on another persona; the twin of one that had none."""
        source = self._drafting.draft(draft_id)
        if source.persona_id == to_id:
            raise ValueError("the draft is there already")
        copied, changes = self._drafting.new(to_id, title=source.title, text=source.text)
        self._vaults.vault(to_id).drafts.set_picture(copied.id, source.picture)
        if self._drafting.twin_of(draft_id) is None:
            changes |= self._drafting.pair(draft_id, copied.id)
        return self._drafting.draft(copied.id), changes

    def finish(self) -> Changes:
        """Complete every move that was broken off and whose source is open."""
        finished: list[DraftId] = []
        for target in self._vaults.opened():
            if not target.read_only:
                finished += [
                    each for each, source_id in target.drafts.arriving() if self._finish(target, each, source_id)
                ]
        return Changes.of_drafts(*finished) if finished else Changes()

    def _finish(self, target: Vault, draft_id: DraftId, source_id: PersonaId) -> bool:
        source = self._vaults.find(source_id)
        if source is None or source.read_only:
            return False
        if source.drafts.holds(draft_id):
            self._take_newer_words(target, source.drafts.get(draft_id))
            source.drafts.remove(draft_id)
        target.drafts.arrived(draft_id)
        return True

    def _take_newer_words(self, target: Vault, left: Draft) -> None:
        """Keep both texts when the one left behind was edited since: the newer on show, the other before it."""
        arrived = target.drafts.get(left.id)
        if (left.title, left.text) == (arrived.title, arrived.text):
            return
        if left.changed_at > arrived.changed_at:
            target.drafts.keep_revision(left.id, RevisionReason.MOVED, self._now())
            target.drafts.save(
                left.id, title=left.title, text=left.text, cursor=left.cursor, scroll=left.scroll, now=self._now()
            )
        else:
            target.drafts.keep_text(left.id, left.title, left.text, RevisionReason.MOVED, self._now())


def _as_arriving(draft: Draft) -> Draft:
    """Return *draft* as another persona gets it: its own, no longer ready, because nobody has reviewed it there."""
    stage = Stage.DRAFT if draft.stage is Stage.READY else draft.stage
    return replace(draft, stage=stage, ready_digest=None, example=False, pair_id=None)


def _without(findings: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    left = Counter((finding.risk, finding.span) for finding in others)
    kept = []
    for finding in findings:
        key = finding.risk, finding.span
        if left[key]:
            left[key] -= 1
        else:
            kept.append(finding)
    return tuple(kept)
