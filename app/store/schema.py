"""The tables of a vault, and how an older vault becomes one of today."""

from collections.abc import Callable
from dataclasses import dataclass

import apsw

APPLICATION_ID = 0x32464F4C  # "2FOL"

_TABLES_1 = """
CREATE TABLE vault (
  only          INTEGER PRIMARY KEY CHECK (only = 1),
  vault_id      TEXT NOT NULL CHECK (vault_id <> ''),
  side          TEXT NOT NULL CHECK (side IN ('personal', 'professional')),
  name          TEXT NOT NULL CHECK (trim(name) <> ''),
  works_with    TEXT NOT NULL,
  seq           INTEGER NOT NULL DEFAULT 0,
  clean_close   INTEGER NOT NULL DEFAULT 1 CHECK (clean_close IN (0, 1)),
  created_us    INTEGER NOT NULL,
  last_wall_us  INTEGER NOT NULL,
  app_version   TEXT NOT NULL
) STRICT;

CREATE TABLE handles (
  position  INTEGER PRIMARY KEY,
  network   TEXT NOT NULL CHECK (network <> ''),
  name      TEXT NOT NULL
) STRICT;

CREATE TABLE networks (
  position  INTEGER PRIMARY KEY,
  network   TEXT NOT NULL CHECK (network <> '')
) STRICT;

CREATE TABLE drafts (
  number        INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE CHECK (id <> ''),
  pair_id       TEXT CHECK (pair_id <> ''),
  title         TEXT NOT NULL,
  text          TEXT NOT NULL CHECK (length(text) <= 1000000),
  stage         TEXT NOT NULL CHECK (stage IN ('draft', 'ready', 'handed_off', 'posted', 'archived')),
  ready_digest  TEXT,
  cursor        INTEGER NOT NULL CHECK (cursor >= 0),
  scroll        REAL NOT NULL CHECK (scroll BETWEEN 0 AND 1),
  example       INTEGER NOT NULL CHECK (example IN (0, 1)),
  version       INTEGER NOT NULL DEFAULT 1,
  indexed       INTEGER NOT NULL DEFAULT 0,
  seq           INTEGER NOT NULL,
  created_us    INTEGER NOT NULL,
  changed_us    INTEGER NOT NULL,
  trashed_us    INTEGER,
  trashed_seq   INTEGER,
  CHECK ((stage = 'ready') = (ready_digest IS NOT NULL)),
  CHECK ((trashed_us IS NULL) = (trashed_seq IS NULL))
) STRICT;
CREATE INDEX drafts_newest ON drafts (seq DESC);
CREATE INDEX drafts_of_pair ON drafts (pair_id) WHERE pair_id IS NOT NULL;
CREATE INDEX drafts_to_index ON drafts (number) WHERE indexed < version;

CREATE TABLE revisions (
  number   INTEGER PRIMARY KEY,
  draft    INTEGER NOT NULL REFERENCES drafts (number) ON DELETE CASCADE,
  title    TEXT NOT NULL,
  text     TEXT NOT NULL,
  digest   BLOB NOT NULL,
  reason   TEXT NOT NULL CHECK (reason IN ('first', 'interval', 'big_cut', 'before_restore', 'before_fix',
                                           'before_trash', 'moved', 'copied_out', 'imported', 'manual')),
  kept_us  INTEGER NOT NULL,
  pinned   INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1))
) STRICT;
CREATE INDEX revisions_of_draft ON revisions (draft, number DESC);

CREATE TABLE dismissals (
  number   INTEGER PRIMARY KEY,
  scope    TEXT NOT NULL CHECK (scope IN ('sentence', 'phrase', 'rule')),
  mark     TEXT NOT NULL CHECK (mark <> ''),
  rule_id  TEXT NOT NULL,
  shown    TEXT NOT NULL,
  draft    INTEGER REFERENCES drafts (number) ON DELETE CASCADE,
  CHECK ((scope = 'sentence') = (draft IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX dismissed_in_draft ON dismissals (draft, mark) WHERE draft IS NOT NULL;
CREATE UNIQUE INDEX dismissed_everywhere ON dismissals (scope, mark) WHERE draft IS NULL;

CREATE TABLE session (
  only        INTEGER PRIMARY KEY CHECK (only = 1),
  open_draft  INTEGER REFERENCES drafts (number) ON DELETE SET NULL
) STRICT;
INSERT INTO session (only) VALUES (1);

CREATE TABLE migrations (
  version      INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  app_version  TEXT NOT NULL,
  at_us        INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE drafts_fts USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO drafts_fts (drafts_fts, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER drafts_gone AFTER DELETE ON drafts BEGIN
  DELETE FROM drafts_fts WHERE rowid = old.number;
END;
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from the schema before to the next; ``apply`` runs inside a transaction that it does not end."""

    name: str
    apply: Callable[[apsw.Connection], None]


def _create_tables(connection: apsw.Connection) -> None:
    connection.execute(_TABLES_1)


MIGRATIONS: tuple[Migration, ...] = (Migration("the first tables", _create_tables),)
"""In order and never changed once shipped: the schema of version *n* is what the first *n* of them make."""
