"""Moves that are killed before every commit they make, and a look at what each leaves: run by the test of that name."""

import json
import os
import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

import apsw

from app.model.draft import RevisionReason
from app.model.ids import DraftId, PersonaId
from app.model.persona import Side
from app.store.places import places_in
from app.store.saver import Edit
from app.studio.opening import open_vaults
from app.studio.studio import Studio

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=UTC)
NAMES = {Side.PERSONAL: "Personal", Side.PROFESSIONAL: "Professional"}
TEXT = "The version that moves 🚀"


class Killer:
    """Ends this process without a word before the commit that is *step* commits away; counts them when it does not."""

    def __init__(self) -> None:
        self.step: int | None = None
        self.commits = 0
        apsw.connection_hooks.append(self._watch)

    def _watch(self, connection: apsw.Connection) -> None:
        connection.set_commit_hook(self._commit)

    def _commit(self) -> bool:
        if self.step is not None:
            self.commits += 1
            if self.commits == self.step:
                os.kill(os.getpid(), signal.SIGKILL)
        return False


def opened(folder: Path) -> Studio:
    return Studio(open_vaults(places_in(folder), NAMES, lambda: NOW), lambda: NOW, lambda _mark: None, _failed)


def _failed(error: Exception, _edit: Edit) -> None:
    raise error


def prepare(folder: Path) -> dict[str, str]:
    """Make a studio with a paired draft that has a history."""
    studio = opened(folder)
    personal, professional = (studio.personas.on_side(side) for side in Side)
    assert personal is not None
    assert professional is not None
    draft, _ = studio.drafting.new(personal.id, title="Moves", text="The first version")
    studio.drafting.keep_before_fix(draft.id)
    studio.edit(Edit(personal.id, draft.id, "Moves", TEXT))
    twin, _ = studio.drafting.start_twin(draft.id, professional.id)
    studio.close()
    return {"draft": draft.id, "twin": twin.id, "to": professional.id, "from": personal.id}


def move(folder: Path, ids: dict[str, str], step: int) -> int:
    """Move the draft, killed before commit number *step*; return how many commits there were if it lived."""
    killer = Killer()
    studio = opened(folder)
    killer.step = step
    studio.moving.move(DraftId(ids["draft"]), PersonaId(ids["to"]))
    killer.step = None
    studio.close()
    return killer.commits


def look(folder: Path, ids: dict[str, str]) -> dict[str, object]:
    """Open the studio as the next start would, and say where the draft is and what it holds."""
    studio = opened(folder)
    homes = [vault for vault in studio.vaults.opened() if vault.drafts.holds(DraftId(ids["draft"]))]
    drafts = homes[0].drafts
    seen = {
        "homes": [vault.persona.id for vault in homes],
        "text": drafts.get(DraftId(ids["draft"])).text,
        "history": [each.text for each in drafts.revisions(DraftId(ids["draft"]))],
        "reasons": [each.reason == RevisionReason.MOVED for each in drafts.revisions(DraftId(ids["draft"]))],
        "arriving": [each for vault in homes for each in vault.drafts.arriving()],
        "twin": studio.drafting.draft(DraftId(ids["twin"])).title,
        "whole": [vault.check() for vault in studio.vaults.opened()],
    }
    studio.close()
    return seen


def main(folder: Path) -> None:
    """Kill a move before each of its commits in turn, until one lives."""
    original = folder / "original"
    ids = prepare(original)
    outcomes = []
    step = 0
    while True:
        step += 1
        trial = folder / str(step)
        shutil.copytree(original, trial)
        child = os.fork()
        if child == 0:
            status = 1
            try:
                move(trial, ids, step)
                status = 0
            finally:
                os._exit(status)
        _, ended = os.waitpid(child, 0)
        outcomes.append({"step": step, "killed": os.WIFSIGNALED(ended), **look(trial, ids)})
        if not os.WIFSIGNALED(ended):
            break
    json.dump({"ids": ids, "ended": os.waitstatus_to_exitcode(ended), "outcomes": outcomes}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
