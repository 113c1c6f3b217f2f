-- The log of every register. Nothing here is ever updated or deleted; the triggers say so to
-- honest programs, the hash chain tells of the others.
CREATE TABLE entry (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  register TEXT NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  body BLOB NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (register, seq),
  UNIQUE (register, kind, id)
);
-- Protected values, beside the entries that hold their commitments.
CREATE TABLE guarded (
  entry INTEGER NOT NULL REFERENCES entry (no),
  place INTEGER NOT NULL,
  salt TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (entry, place)
) WITHOUT ROWID;
-- What was acknowledged: one mark after each batch of a register.
CREATE TABLE mark (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  register TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  hash TEXT NOT NULL
);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
CREATE TRIGGER guarded_is_never_changed BEFORE UPDATE ON guarded
BEGIN SELECT RAISE(ABORT, 'a protected value is never changed'); END;
CREATE TRIGGER guarded_is_never_deleted BEFORE DELETE ON guarded
BEGIN SELECT RAISE(ABORT, 'a protected value goes only by a recorded decision'); END;
CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON mark
BEGIN SELECT RAISE(ABORT, 'a mark is never changed'); END;
CREATE TRIGGER mark_is_never_deleted BEFORE DELETE ON mark
BEGIN SELECT RAISE(ABORT, 'a mark is never deleted'); END;
-- INSERT OR REPLACE deletes without asking the triggers above.
CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE no = NEW.no)
  OR EXISTS (SELECT 1 FROM entry WHERE register = NEW.register AND seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM entry
    WHERE register = NEW.register AND kind = NEW.kind AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an entry is never replaced'); END;
CREATE TRIGGER guarded_is_never_replaced BEFORE INSERT ON guarded
WHEN EXISTS (SELECT 1 FROM guarded WHERE entry = NEW.entry AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'a protected value is never replaced'); END;
CREATE TRIGGER mark_is_never_replaced BEFORE INSERT ON mark
WHEN EXISTS (SELECT 1 FROM mark WHERE no = NEW.no)
BEGIN SELECT RAISE(ABORT, 'a mark is never replaced'); END;
