"""Between the rows about a persona and the value that the rest of Twofold knows."""

from typing import Any

import apsw

from app.model.ids import PersonaId
from app.model.persona import Handle, Persona, Side
from app.store.draft_rows import storable
from app.store.vault_file import VaultFile


def write_persona(connection: apsw.Connection, persona: Persona) -> None:
    """Put everything about *persona* but its id and its side in place of what stood there."""
    connection.execute(
        "UPDATE vault SET name = ?, works_with = ?", (storable(persona.name), storable(persona.works_with))
    )
    connection.execute("DELETE FROM handles; DELETE FROM networks")
    connection.executemany(
        "INSERT INTO handles (position, network, name) VALUES (?, ?, ?)",
        [(position, handle.network, storable(handle.name)) for position, handle in enumerate(persona.handles)],
    )
    limits = dict(persona.own_limits)
    connection.executemany(
        "INSERT INTO networks (position, network, own_limit) VALUES (?, ?, ?)",
        [(position, network, limits.get(network)) for position, network in enumerate(persona.networks)],
    )


def read_persona(file: VaultFile) -> Persona:
    """Return whose vault this is."""
    with file.reading() as connection:
        vault_id, side, name, works_with = connection.execute("SELECT vault_id, side, name, works_with FROM vault").get
        handles: list[tuple[Any, ...]] = connection.execute(
            "SELECT network, name FROM handles ORDER BY position"
        ).fetchall()
        networks: list[tuple[Any, ...]] = connection.execute(
            "SELECT network, own_limit FROM networks ORDER BY position"
        ).fetchall()
    return Persona(
        id=PersonaId(vault_id),
        side=Side(side),
        name=name,
        handles=tuple(Handle(network, handle) for network, handle in handles),
        works_with=works_with,
        networks=tuple(network for network, _ in networks),
        own_limits=tuple((network, limit) for network, limit in networks if limit is not None),
    )
