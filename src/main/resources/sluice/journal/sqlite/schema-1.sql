-- A journal, version 1. An event is never changed; it leaves only once a sealed archive holds it.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE types (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- at: wall clock, nanoseconds since 1970; nanos: monotonic clock; hash: SHA-256 over the previous hash and this event.
-- `SELECT * FROM journal` shows the same for people.
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

CREATE INDEX events_by_parent ON events (parent) WHERE parent IS NOT NULL;

-- What fills were ever booked, archived ones included.
CREATE TABLE fill_keys (
  fill_key TEXT PRIMARY KEY,
  seq      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE archives (
  first_seq INTEGER PRIMARY KEY,
  last_seq  INTEGER NOT NULL UNIQUE,
  last_hash BLOB NOT NULL,
  file      TEXT NOT NULL
) STRICT;

CREATE TABLE checkpoints (
  seq    INTEGER NOT NULL,
  fold   TEXT NOT NULL,
  digest BLOB NOT NULL,
  state  BLOB NOT NULL,
  PRIMARY KEY (seq, fold)
) STRICT;

CREATE TRIGGER a_fill_is_booked_once AFTER INSERT ON events WHEN NEW.fill_key IS NOT NULL
BEGIN
  INSERT INTO fill_keys (fill_key, seq) VALUES (NEW.fill_key, NEW.seq);
END;

CREATE TRIGGER an_event_is_not_replaced BEFORE INSERT ON events
  WHEN EXISTS (SELECT 1 FROM events WHERE seq = NEW.seq)
BEGIN
  SELECT RAISE(ABORT, 'an event is never replaced');
END;

CREATE TRIGGER an_event_is_not_changed BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'an event is never changed');
END;

CREATE TRIGGER an_event_is_not_deleted BEFORE DELETE ON events
  WHEN NOT EXISTS (SELECT 1 FROM archives WHERE OLD.seq BETWEEN first_seq AND last_seq)
BEGIN
  SELECT RAISE(ABORT, 'an event is never deleted, only archived');
END;

CREATE TRIGGER an_archive_is_not_changed BEFORE UPDATE ON archives
BEGIN
  SELECT RAISE(ABORT, 'an archive is never changed');
END;

CREATE TRIGGER an_archive_is_not_forgotten BEFORE DELETE ON archives
BEGIN
  SELECT RAISE(ABORT, 'an archive is never forgotten');
END;
