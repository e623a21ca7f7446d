from datetime import UTC, datetime, timedelta

from app.model.draft import Draft
from app.model.ids import DraftId, PersonaId, new_id
from app.model.persona import Handle, Persona, Side
from app.store.vault import Vault

NOW = datetime(2026, 3, 2, 14, 46, tzinfo=UTC)


def a_persona(side: Side = Side.PERSONAL) -> Persona:
    return Persona(
        PersonaId(new_id()),
        side,
        "Ann at home",
        handles=(Handle("bluesky", "@ann.example"), Handle("x", "@ann")),
        works_with="pupils",
        networks=("bluesky", "x"),
    )


def a_draft(persona: Persona, text: str = "", *, title: str = "", example: bool = False) -> Draft:
    return Draft(DraftId(new_id()), persona.id, title, text, NOW, NOW, example=example)


def written(vault: Vault, text: str, *, title: str = "") -> Draft:
    """A draft that is in *vault*."""
    draft = a_draft(vault.persona, text, title=title)
    vault.drafts.insert(draft)
    return draft


def save(vault: Vault, draft: Draft, text: str, *, after: timedelta = timedelta()) -> None:
    vault.drafts.save(draft.id, title=draft.title, text=text, cursor=0, scroll=0.0, now=NOW + after)


def texts(vault: Vault) -> set[str]:
    """The text of every draft outside the trash."""
    return {vault.drafts.get(summary.id).text for summary in vault.drafts.summaries()}
