"""Look through every draft for what tells a stranger where its writer lives, works or can be found."""

from collections.abc import Iterator

from app.errors import DraftMissing
from app.model.draft import Draft
from app.model.finding import Risk
from app.model.giveaway import Giveaway, SearchProgress
from app.model.persona import Side
from app.model.policy import Policy
from app.studio.drafting import Drafting
from app.studio.reviewing import Reviewing, review_text
from app.studio.vaults import Vaults

_TELLING = frozenset((Risk.PRIVACY_LOCATION, Risk.PRIVACY_ROUTINE, Risk.PRIVACY_CONTACT))
_SLICE = 3_000


class Giveaways:
    """A search through the drafts of all open personas, a slice at a time, so that whoever shows it can breathe."""

    def __init__(self, vaults: Vaults, drafting: Drafting, reviewing: Reviewing) -> None:
        self._vaults = vaults
        self._drafting = drafting
        self._reviewing = reviewing

    def search(self) -> Iterator[SearchProgress]:
        """Yield how far the search has come after each slice, and what was in it; the last one ``is_done``.

        Every draft outside the trash counts, posted and archived ones too, examples apart. What the writer has ignored
        or turned off counts as well: that was said with other readers in mind. Drafts that go meanwhile are left out.
        """
        listed = [
            (vault.persona.works_with, draft_id)
            for vault in self._vaults.opened()
            for draft_id in vault.drafts.own_ids()
        ]
        yield SearchProgress(0, len(listed))
        self._reviewing.make_ready()
        for number, (works_with, draft_id) in enumerate(listed):
            try:
                draft = self._drafting.draft(draft_id)
            except DraftMissing:
                yield SearchProgress(number + 1, len(listed))
                continue
            policy = Policy(Side.PERSONAL, works_with)  # on a personal account, every one of these risks speaks up
            for start, piece in _slices(draft.text):
                yield SearchProgress(number, len(listed), _told(draft, start, piece, policy))
            yield SearchProgress(number + 1, len(listed))


def _told(draft: Draft, start: int, piece: str, policy: Policy) -> tuple[Giveaway, ...]:
    findings = (each for each in review_text(piece, policy).findings if each.risk in _TELLING)
    return tuple(
        Giveaway(
            draft.persona_id,
            draft.id,
            draft.title,
            draft.stage,
            finding.span.shifted(start),
            piece[finding.span.start : finding.span.end],
            finding.title,
            finding.severity,
        )
        for finding in findings
    )


def _slices(text: str) -> Iterator[tuple[int, str]]:
    """Yield *text* in pieces of up to 3,000 characters, each with its beginning, cut where a line ends if one does."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= _SLICE else _cut(text, start)
        yield start, text[start:end]
        start = end


def _cut(text: str, start: int) -> int:
    limit = start + _SLICE
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, start + _SLICE // 2, limit)
        if at >= 0:
            return at + len(mark)
    return limit
