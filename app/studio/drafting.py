"""Write, find again, pair and let go of drafts."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b

from app.errors import StoreError, TwofoldError
from app.model.draft import Draft, DraftSummary, RevisionReason, Stage
from app.model.ids import DraftId, PairId, PersonaId, new_id
from app.store.saver import Saver
from app.studio.changes import Changes, Topic
from app.studio.vaults import Vaults


def digest_of(text: str) -> str:
    """Return the name of exactly *text*, for "this is what was reviewed"."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


class Drafting:
    """The life of a draft. What was typed is made durable first, so nothing here ever works on stale text.

    Whatever changes a draft raises the error of the saver or the store when that cannot be; reading goes on.
    """

    def __init__(self, vaults: Vaults, saver: Saver, now: Callable[[], datetime]) -> None:
        self._vaults = vaults
        self._saver = saver
        self._now = now

    def draft(self, draft_id: DraftId) -> Draft:
        """Return a draft as last typed; raise ``DraftMissing`` when no open vault holds it."""
        draft = self._vaults.home_of(draft_id).drafts.get(draft_id)
        for edit in self._saver.unsaved():
            if edit.draft_id == draft_id:
                return replace(draft, title=edit.title, text=edit.text, cursor=edit.cursor, scroll=edit.scroll)
        return draft

    def left_open(self, persona_id: PersonaId) -> DraftId | None:
        """Return the draft of a persona that was on show last, ``None`` when there was none or it is gone."""
        return self._vaults.vault(persona_id).open_draft

    def leave_open(self, persona_id: PersonaId, draft_id: DraftId | None) -> None:
        """Remember which draft of a persona is on show; where it cannot be written down, reading goes on."""
        with suppress(StoreError):
            self._vaults.vault(persona_id).remember_open_draft(draft_id)

    def summaries(self, persona_id: PersonaId) -> tuple[DraftSummary, ...]:
        """Return the drafts of a persona outside the trash, newest change first."""
        return self._vaults.vault(persona_id).drafts.summaries()

    def newest(self, persona_id: PersonaId) -> DraftId | None:
        """Return the draft of a persona outside the trash that changed last, ``None`` when there is none."""
        return self._vaults.vault(persona_id).drafts.newest()

    def is_listed(self, draft: Draft) -> bool:
        """Return whether a draft is still with its persona, outside the trash."""
        drafts = self._vaults.vault(draft.persona_id).drafts
        return drafts.holds(draft.id) and drafts.get(draft.id).trashed_at is None

    def trashed(self, persona_id: PersonaId) -> tuple[DraftSummary, ...]:
        """Return what is in the trash of a persona, last trashed first."""
        return self._vaults.vault(persona_id).drafts.summaries(trashed=True)

    def search(self, persona_id: PersonaId, words: str) -> tuple[DraftSummary, ...]:
        """Return the drafts of a persona that hold every one of *words*, the last as a beginning; never examples."""
        with suppress(TwofoldError):
            self._saver.flush()
        return self._vaults.vault(persona_id).drafts.search(words)

    def new(self, persona_id: PersonaId, *, title: str = "", text: str = "") -> tuple[Draft, Changes]:
        """Start a draft that belongs to no pair."""
        self._saver.flush()
        draft = self._started(persona_id, title, text)
        self._vaults.vault(persona_id).drafts.insert(draft)
        return draft, Changes.of_drafts(draft.id)

    def duplicate(self, draft_id: DraftId, title: str) -> tuple[Draft, Changes]:
        """Start a draft with the same text under *title*, on the same persona, outside any pair."""
        self._saver.flush()
        source = self.draft(draft_id)
        return self.new(source.persona_id, title=title, text=source.text)

    def start_twin(self, draft_id: DraftId, other_id: PersonaId) -> tuple[Draft, Changes]:
        """Start the other side's version of a draft: same title, empty text, paired with it."""
        source = self.draft(draft_id)
        twin, started = self.new(other_id, title=source.title)
        return self.draft(twin.id), started | self.pair(draft_id, twin.id)

    def pair(self, first_id: DraftId, second_id: DraftId) -> Changes:
        """Make two drafts of different personas one pair; pairs they belonged to end."""
        if self.draft(first_id).persona_id == self.draft(second_id).persona_id:
            raise ValueError("a pair has one draft on each side")
        changes = self.unpair(first_id) | self.unpair(second_id)
        pair_id = PairId(new_id())
        for draft_id in (first_id, second_id):
            self._vaults.home_of(draft_id).drafts.set_pair(draft_id, pair_id)
        return changes | Changes.of_drafts(first_id, second_id)

    def unpair(self, draft_id: DraftId) -> Changes:
        """End the pair that a draft belongs to; both drafts stay."""
        twin_id = self.twin_of(draft_id)
        parted = [draft_id] if twin_id is None else [draft_id, twin_id]
        for each in parted:
            self._vaults.home_of(each).drafts.set_pair(each, None)
        return Changes.of_drafts(*parted)

    def twin_of(self, draft_id: DraftId) -> DraftId | None:
        """Return the other draft of a pair outside the trash, ``None`` for a draft that has none in an open vault."""
        home = self._vaults.home_of(draft_id)
        pair_id = home.drafts.get(draft_id).pair_id
        if pair_id is None:
            return None
        for vault in self._vaults.opened():
            if vault is not home:
                for summary in vault.drafts.summaries():
                    if summary.pair_id == pair_id:
                        return summary.id
        return None

    def mark_ready(self, draft_id: DraftId) -> Changes:
        """Mark exactly the text as it stands as ready; the next edit takes the mark away."""
        self._saver.flush()
        drafts = self._vaults.home_of(draft_id).drafts
        drafts.set_stage(draft_id, Stage.READY, digest_of(drafts.get(draft_id).text))
        return Changes.of_drafts(draft_id)

    def set_stage(self, draft_id: DraftId, stage: Stage) -> Changes:
        """Move a draft to a stage other than ready."""
        if stage is Stage.READY:
            raise ValueError("ready belongs to a text: use mark_ready")
        self._saver.flush()
        self._vaults.home_of(draft_id).drafts.set_stage(draft_id, stage, None)
        return Changes.of_drafts(draft_id)

    def keep_before_fix(self, draft_id: DraftId) -> None:
        """Keep the text as it stands before a suggested wording replaces part of it."""
        self.keep_moment(draft_id, RevisionReason.BEFORE_FIX)

    def keep_moment(self, draft_id: DraftId, reason: RevisionReason) -> None:
        """Keep the text as it stands among the earlier ones."""
        self._saver.flush()
        self._vaults.home_of(draft_id).drafts.keep_revision(draft_id, reason, self._now())

    def trash(self, draft_id: DraftId) -> Changes:
        """Put a draft into the trash, where it stays for 30 days."""
        self._saver.flush()
        self._vaults.home_of(draft_id).drafts.trash(draft_id, self._now())
        return Changes.of_drafts(draft_id)

    def restore(self, draft_id: DraftId) -> Changes:
        """Take a draft out of the trash, at the stage it had."""
        self._vaults.home_of(draft_id).drafts.restore(draft_id)
        return Changes.of_drafts(draft_id)

    def adopt_example(self, draft_id: DraftId) -> Changes:
        """Turn an example into an ordinary draft of the user."""
        self._vaults.home_of(draft_id).drafts.adopt_example(draft_id)
        return Changes.of_drafts(draft_id)

    def remove_examples(self) -> Changes:
        """Take the examples away; one that was edited is the user's own by then and stays."""
        self._saver.flush()
        for vault in self._vaults.opened():
            vault.drafts.delete_examples()
        return Changes.of(Topic.DRAFTS)

    def tidy(self) -> None:
        """Do what can wait for an idle moment: empty old trash, thin revisions, bring the search index up to date."""
        for vault in self._vaults.opened():
            vault.tidy(self._now())

    def _started(self, persona_id: PersonaId, title: str, text: str) -> Draft:
        now = self._now()
        return Draft(DraftId(new_id()), persona_id, title, text, created_at=now, changed_at=now)
