-- The logs of all registers. Nothing here is ever updated or deleted, but for protected values that
-- a recorded decision destroys; the triggers say so to honest programs, the signatures tell of others.
CREATE TABLE log (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  register TEXT NOT NULL,
  origin TEXT NOT NULL,
  own INTEGER NOT NULL -- 1 where entries are made here, so that all their protected values were here
);
CREATE TABLE entry (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  log INTEGER NOT NULL REFERENCES log (no),
  seq INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL, -- milliseconds since 1970
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  leaf BLOB NOT NULL,
  body BLOB NOT NULL
);
CREATE UNIQUE INDEX entry_by_place ON entry (log, seq);
CREATE UNIQUE INDEX entry_by_id ON entry (log, id, kind);
CREATE INDEX entry_of_record ON entry (log, kind, seq)
WHERE kind IN ('register-key', 'destruction');
-- Protected values, beside the entries that hold their commitments: a JSON list of salt and value.
CREATE TABLE guarded (
  entry INTEGER PRIMARY KEY REFERENCES entry (no),
  held TEXT NOT NULL
);
-- What was acknowledged: the register's signature after each batch, and the roots to go on from.
CREATE TABLE checkpoint (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  log INTEGER NOT NULL REFERENCES log (no),
  size INTEGER NOT NULL,
  frontier BLOB NOT NULL,
  note TEXT NOT NULL
);
CREATE UNIQUE INDEX checkpoint_by_size ON checkpoint (log, size);
-- Bundles that wait for what comes before them, or that show another history.
CREATE TABLE bundle (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  register TEXT NOT NULL,
  hash BLOB NOT NULL UNIQUE,
  text BLOB NOT NULL
);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
BEGIN SELECT RAISE(ABORT, 'a log is never changed'); END;
CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'a log is never deleted'); END;
CREATE TRIGGER checkpoint_is_never_changed BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
CREATE TRIGGER checkpoint_is_never_deleted BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END;
CREATE TRIGGER guarded_goes_by_decision BEFORE DELETE ON guarded
WHEN NOT EXISTS (SELECT 1 FROM entry e JOIN entry d ON d.log = e.log
  WHERE e.no = OLD.entry AND d.kind = 'destruction')
BEGIN SELECT RAISE(ABORT, 'a protected value goes only by a recorded decision'); END;
CREATE TRIGGER guarded_shrinks_by_decision BEFORE UPDATE ON guarded
WHEN length(NEW.held) <= length(OLD.held) AND NOT EXISTS (SELECT 1 FROM entry e
  JOIN entry d ON d.log = e.log WHERE e.no = OLD.entry AND d.kind = 'destruction')
BEGIN SELECT RAISE(ABORT, 'a protected value goes only by a recorded decision'); END;
