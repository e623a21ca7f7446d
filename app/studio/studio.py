"""Everything a user can do, grouped by what they are doing."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from app.errors import TwofoldError
from app.store.saver import Edit, SavedMark, Saver, Unsaved
from app.studio.drafting import Drafting
from app.studio.handing_off import HandingOff
from app.studio.moving import Moving
from app.studio.persona_roll import PersonaRoll
from app.studio.personas import Personas
from app.studio.questioning import Questioning
from app.studio.reviewing import Reviewing, shipped_wordings
from app.studio.vaults import Vaults

if TYPE_CHECKING:
    from app.studio.belonging import Belonging
    from app.studio.contact_requests import ContactRequests
    from app.studio.giveaways import Giveaways
    from app.studio.lens import Lens
    from app.studio.wordings import Wordings


class Studio:
    """The use cases over one ``Vaults``; each changes the user's data and returns what it touched."""

    def __init__(
        self,
        vaults: Vaults,
        now: Callable[[], datetime],
        on_saved: Callable[[SavedMark], None],
        on_failed: Callable[[Exception, Edit], None],
    ) -> None:
        self._now = now
        self._saver = Saver(self._commit, on_saved=on_saved, on_failed=on_failed)
        self.vaults = vaults
        self.roll = PersonaRoll(vaults, self._saver, now)
        self.personas = Personas(vaults, now)
        self.drafting = Drafting(vaults, self._saver, now)
        self.reviewing = Reviewing(vaults, self.personas)
        self.moving = Moving(vaults, self.drafting, now)
        self.questioning = Questioning(vaults, self.drafting, now)
        self.handing_off = HandingOff(vaults, self.drafting, self.reviewing, now)
        self._finish_moves()

    # Brought in when first asked for: the studio shows the drafts first.

    @cached_property
    def belonging(self) -> "Belonging":
        """Which side drafts read like."""
        from app.studio.belonging import Belonging

        return Belonging(self.vaults, self.reviewing)

    @cached_property
    def lens(self) -> "Lens":
        """Drafts as somebody else reads them."""
        from app.studio.lens import Lens

        return Lens(self.reviewing)

    @cached_property
    def wordings(self) -> "Wordings":
        """Wordings for what the review finds."""
        return shipped_wordings()

    @cached_property
    def contact_requests(self) -> "ContactRequests":
        """Who asked to be a contact, and what to answer."""
        from app.studio.contact_requests import ContactRequests

        return ContactRequests(self.vaults, self.personas, self._now)

    @cached_property
    def giveaways(self) -> "Giveaways":
        """The drafts that give away where their writer lives or works."""
        from app.studio.giveaways import Giveaways

        return Giveaways(self.vaults, self.drafting, self.reviewing)

    def unlock(self) -> None:
        """Try to open what is locked, and finish the moves that waited for it."""
        self.vaults.try_again()
        self._finish_moves()

    def edit(self, edit: Edit) -> None:
        """Take over what was typed; durable after a pause of 300 ms, at most 1 s after the first unsaved key."""
        self._saver.edit(edit)

    def flush(self) -> None:
        """Return when everything typed is durable; raise what keeps it from being."""
        self._saver.flush()

    def unsaved(self) -> tuple[Edit, ...]:
        """Return what was typed and is not durable yet."""
        return self._saver.unsaved()

    def settle(self) -> tuple[Unsaved, ...]:
        """Try to make everything durable, and return each edit whose words are not; a caret that moved is no loss."""
        return tuple(unsaved for unsaved in self._saver.settle() if self._has_new_words(unsaved.edit))

    def close(self) -> tuple[TwofoldError, ...]:
        """Make everything durable, stop the saver, snapshot and close the vaults; return what went wrong.

        What could not be saved by then is in ``unsaved``: look there first.
        """
        self._saver.close()
        return self.vaults.close()

    def _finish_moves(self) -> None:
        with suppress(TwofoldError):  # what cannot be finished now is finished at another start
            self.moving.finish()

    def _has_new_words(self, edit: Edit) -> bool:
        try:
            kept = self.vaults.vault(edit.persona_id).drafts.get(edit.draft_id)
        except TwofoldError:
            return True
        return (kept.title, kept.text) != (edit.title, edit.text)

    def _commit(self, edit: Edit) -> None:
        self.vaults.vault(edit.persona_id).drafts.save(
            edit.draft_id, title=edit.title, text=edit.text, cursor=edit.cursor, scroll=edit.scroll, now=self._now()
        )
