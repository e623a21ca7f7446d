"""Find drafts by their words. The index may lag behind the texts, so it catches up before every search."""

import apsw

from app.text.intake import clean

_MOST_TERMS = 32  # SQLite refuses expressions that nest too deep
_LONGEST_TERM = 200
_INDEXED = "number IN (SELECT rowid FROM drafts_fts WHERE drafts_fts MATCH ?)"
_ANYWHERE = "instr(lower(title || ' ' || text), lower(?)) > 0"


def catch_up(connection: apsw.Connection) -> int:
    """Index what has changed since the last time, inside the caller's transaction; return how many drafts that was."""
    rows = connection.execute("SELECT number, title, text, version FROM drafts WHERE indexed < version").fetchall()
    for number, title, text, version in rows:
        connection.execute("DELETE FROM drafts_fts WHERE rowid = ?", (number,))
        connection.execute("INSERT INTO drafts_fts (rowid, title, text) VALUES (?, ?, ?)", (number, title, text))
        connection.execute("UPDATE drafts SET indexed = ? WHERE number = ?", (version, number))
    return len(rows)


def needs_catching_up(connection: apsw.Connection) -> bool:
    """Return whether any draft has changed since it was indexed."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM drafts WHERE indexed < version)").get)


def condition(query: str) -> tuple[str, tuple[str, ...]]:
    """Return an SQL condition on ``drafts`` and its values: all words of *query* occur, the last as a beginning.

    Words are taken literally, never as a query language. What has no letter or digit (an emoji, "***") is not in the
    index and is looked for in the texts, and so is everything in drafts that could not be indexed, on a full disk say.
    """
    terms = [term[:_LONGEST_TERM] for term in clean(query).text.split()][:_MOST_TERMS]
    if not terms:
        return "FALSE", ()
    words = [term for term in terms if any(character.isalnum() for character in term)]
    others = [term for term in terms if term not in words]
    anywhere = " AND ".join(_ANYWHERE for _ in terms)
    if not words:
        return anywhere, tuple(terms)
    match = " ".join(_quoted(word) for word in words) + ("*" if terms[-1] == words[-1] else "")
    indexed = " AND ".join([_INDEXED, *(_ANYWHERE for _ in others)])
    return f"CASE WHEN indexed = version THEN {indexed} ELSE {anywhere} END", (match, *others, *terms)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
