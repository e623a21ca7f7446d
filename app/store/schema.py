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

_TABLES_2 = """
ALTER TABLE vault ADD COLUMN occupation TEXT NOT NULL DEFAULT '';
ALTER TABLE vault ADD COLUMN statement  TEXT NOT NULL DEFAULT '';
ALTER TABLE vault ADD COLUMN off_limits TEXT NOT NULL DEFAULT '';
ALTER TABLE vault ADD COLUMN zone       TEXT NOT NULL DEFAULT '';
ALTER TABLE vault ADD COLUMN asks       TEXT NOT NULL DEFAULT 'when_open'
  CHECK (asks IN ('when_open', 'always', 'never'));
ALTER TABLE networks ADD COLUMN own_limit INTEGER CHECK (own_limit > 0);

CREATE TABLE audience (
  readers  TEXT PRIMARY KEY CHECK (readers IN ('friends', 'family', 'colleagues', 'boss', 'clients', 'strangers')),
  reads    TEXT NOT NULL CHECK (reads IN ('yes', 'no', 'unknown')),
  name     TEXT NOT NULL
) STRICT;

CREATE TABLE stances (
  risk    TEXT PRIMARY KEY CHECK (risk <> ''),
  stance  TEXT NOT NULL CHECK (stance IN ('off', 'note', 'warn', 'hold'))
) STRICT;

CREATE TABLE watch_terms (
  number              INTEGER PRIMARY KEY,
  term                TEXT NOT NULL CHECK (trim(term) <> ''),
  kind                TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'project', 'other')),
  confidential_until  TEXT CHECK (confidential_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE watch_aliases (
  term      INTEGER NOT NULL REFERENCES watch_terms (number) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  alias     TEXT NOT NULL CHECK (alias <> ''),
  PRIMARY KEY (term, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE shifts (
  position      INTEGER PRIMARY KEY,
  weekday       INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_minute  INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute    INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1439)
) STRICT;

ALTER TABLE drafts ADD COLUMN picture TEXT NOT NULL DEFAULT ''
  CHECK (picture IN ('', 'joke', 'people', 'workplace', 'other'));
ALTER TABLE drafts ADD COLUMN moved_from TEXT CHECK (moved_from <> '');
CREATE INDEX drafts_arriving ON drafts (number) WHERE moved_from IS NOT NULL;

CREATE TABLE answers (
  number       INTEGER PRIMARY KEY,
  draft        INTEGER NOT NULL REFERENCES drafts (number) ON DELETE CASCADE,
  question     TEXT NOT NULL CHECK (question IN ('for_whom', 'could_hurt', 'at_work', 'in_a_year', 'picture')),
  answer       TEXT NOT NULL,
  text_digest  TEXT NOT NULL,
  answered_us  INTEGER NOT NULL
) STRICT;
CREATE INDEX answers_of_draft ON answers (draft, number);

CREATE TABLE contact_requests (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE CHECK (id <> ''),
  asker       TEXT NOT NULL CHECK (asker IN ('client', 'colleague', 'boss', 'supplier', 'friend', 'unknown',
                                             'frightening')),
  name        TEXT NOT NULL,
  network     TEXT NOT NULL,
  asked_us    INTEGER NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome IN ('open', 'accepted', 'redirected', 'declined', 'reported')),
  decided_us  INTEGER,
  note        TEXT NOT NULL,
  CHECK ((outcome = 'open') = (decided_us IS NULL))
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from the schema before to the next; ``apply`` runs inside a transaction that it does not end."""

    name: str
    apply: Callable[[apsw.Connection], None]


def _create_tables(connection: apsw.Connection) -> None:
    connection.execute(_TABLES_1)


def _add_boundaries(connection: apsw.Connection) -> None:
    connection.execute(_TABLES_2)


MIGRATIONS: tuple[Migration, ...] = (
    Migration("the first tables", _create_tables),
    Migration("boundaries, moves, answers and contact requests", _add_boundaries),
)
"""In order and never changed once shipped: the schema of version *n* is what the first *n* of them make."""
