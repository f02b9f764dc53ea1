-- Older events of a journal, version 1, sealed: the same rows as there, and nothing may be added, changed or deleted.

CREATE TABLE types (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE events (
  seq      INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  nanos    INTEGER NOT NULL,
  type     INTEGER NOT NULL,
  parent   INTEGER,
  child    INTEGER,
  fill_key TEXT,
  payload  TEXT NOT NULL,
  hash     BLOB NOT NULL
) STRICT;

INSERT INTO types SELECT id, name FROM journal.types;

INSERT INTO events SELECT seq, at, nanos, type, parent, child, fill_key, payload, hash
FROM journal.events WHERE seq BETWEEN $first AND $last ORDER BY seq;

CREATE INDEX events_by_parent ON events (parent) WHERE parent IS NOT NULL;

CREATE TRIGGER nothing_is_added BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER nothing_is_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER nothing_is_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'sealed'); END;
