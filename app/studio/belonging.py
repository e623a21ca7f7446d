"""Tell when a draft reads like the other side, and how each persona usually writes."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from app.checks.belonging import Reading, Writer, read_belonging
from app.checks.belonging_cues import shipped_cues
from app.checks.habits import Habits
from app.checks.likeness import is_much_the_same, mark_of
from app.errors import DraftMissing
from app.model.draft import Draft, Stage
from app.model.finding import Report
from app.model.ids import DraftId, PersonaId
from app.model.policy import Dismissal, IgnoreScope
from app.store.vault import Vault
from app.studio.changes import Changes
from app.studio.reviewing import BELONGS_HERE, Reviewing
from app.studio.vaults import Vaults

_MOST_DRAFTS = 400
_DRAFTS_A_STEP = 20
_SHOWN = 60
_STILL_BEING_WRITTEN = (Stage.DRAFT, Stage.READY)


@dataclass(slots=True)
class _Known:
    """What has been read of one persona's drafts, and what has not yet."""

    habits: Habits = field(default_factory=Habits)
    versions: dict[DraftId, int] = field(default_factory=dict)
    waiting: list[tuple[DraftId, int]] = field(default_factory=list)

    def look_at(self, newest: Iterable[tuple[DraftId, int]]) -> None:
        """Note which of the *newest* drafts and their versions are to be read, and forget what is not among them."""
        current = dict(newest)
        for gone in self.versions.keys() - current.keys():
            self.habits.forget(gone)
            del self.versions[gone]
        self.waiting = [each for each in current.items() if self.versions.get(each[0]) != each[1]]

    def read_on(self, vault: Vault) -> None:
        """Read the next few of the drafts that wait."""
        for draft_id, version in self.waiting[:_DRAFTS_A_STEP]:
            with suppress(DraftMissing):
                self.habits.learn(draft_id, vault.drafts.get(draft_id).text)
                self.versions[draft_id] = version
        del self.waiting[:_DRAFTS_A_STEP]


class Belonging:
    """Which side drafts read like. What it knows of habits is in memory alone and gone with the program."""

    def __init__(self, vaults: Vaults, reviewing: Reviewing) -> None:
        self._vaults = vaults
        self._reviewing = reviewing
        self._known: dict[PersonaId, _Known] = {}

    def reading(self, draft: Draft, report: Report, other_id: PersonaId | None) -> Reading | None:
        """Return how the text of *report*, which stands in *draft*, reads like the side of *other_id*.

        ``None`` unless the gap is large; for an example and for what has left already; and while the writer's word
        that the draft belongs here holds, that is until the text has changed much. ``other_id`` may be ``None``.
        """
        if draft.example or draft.stage not in _STILL_BEING_WRITTEN or not report.text.strip():
            return None
        reading = read_belonging(report, self._writer(draft.persona_id, other_id), draft.id)
        return None if reading is None or self._is_answered(draft, report.text) else reading

    def keep_here(self, draft: Draft, text: str) -> Changes:
        """Take the writer's word that *draft*, with *text* in it, belongs where it is."""
        answer = Dismissal(IgnoreScope.SENTENCE, mark_of(text), BELONGS_HERE, " ".join(text.split())[:_SHOWN], draft.id)
        return self._reviewing.answer(draft.persona_id, answer)

    def learn(self, persona_ids: Iterable[PersonaId]) -> None:
        """Look for drafts of these personas that are new, changed or gone; ``read_on`` reads them step by step."""
        shipped_cues()  # read at rest, not in the first pause of the writer
        for gone in [each for each in self._known if self._vaults.find(each) is None]:
            del self._known[gone]
        for persona_id in persona_ids:
            vault = self._vaults.find(persona_id)
            if vault is not None:
                self._known.setdefault(persona_id, _Known()).look_at(vault.drafts.newest_versions(_MOST_DRAFTS))

    def read_on(self) -> bool:
        """Read the next few drafts; return whether more are waiting."""
        for persona_id, known in self._known.items():
            vault = self._vaults.find(persona_id)
            if known.waiting and vault is not None:
                known.read_on(vault)
                break
        return any(known.waiting for known in self._known.values())

    def _writer(self, persona_id: PersonaId, other_id: PersonaId | None) -> Writer:
        persona = self._vaults.vault(persona_id).persona
        across = self._vaults.find(other_id) if other_id is not None else None
        if across is None or other_id is None:
            return Writer(persona.side, (persona.works_with,))
        own, other = self._known.get(persona_id), self._known.get(other_id)
        return Writer(
            persona.side,
            (persona.works_with, across.persona.works_with),
            own.habits if own is not None else None,
            other.habits if other is not None else None,
        )

    def _is_answered(self, draft: Draft, text: str) -> bool:
        return any(
            answer.rule_id == BELONGS_HERE and answer.draft_id == draft.id and is_much_the_same(text, answer.mark)
            for answer in self._reviewing.dismissals(draft.persona_id)
        )
