-- The logs of all registers of a team. Nothing here is ever updated or deleted, but for protected
-- values that a recorded decision destroys; the triggers say so to honest programs, the signatures
-- tell of others. Texts that people wrote are kept as the bytes of their UTF-8: a text column cannot
-- hold U+0000, and means something else in every encoding and collation.
-- An administrator may run this file: psql --single-transaction --file schema.sql
CREATE SCHEMA truce;
CREATE TABLE truce.version (
  no integer PRIMARY KEY
);
INSERT INTO truce.version (no) VALUES (2);
CREATE TABLE truce.log (
  no bigint PRIMARY KEY,
  register bytea NOT NULL,
  origin bytea NOT NULL,
  own boolean NOT NULL -- where entries are made here, so that all their protected values were here
);
CREATE TABLE truce.entry (
  no bigint PRIMARY KEY,
  log bigint NOT NULL REFERENCES truce.log (no),
  seq bigint NOT NULL,
  recorded_at bigint NOT NULL, -- milliseconds since 1970
  kind bytea NOT NULL,
  id bytea NOT NULL,
  leaf bytea NOT NULL,
  body bytea NOT NULL
);
CREATE UNIQUE INDEX entry_by_place ON truce.entry (log, seq);
-- By the hash of the id: an index takes no long texts.
CREATE UNIQUE INDEX entry_by_id ON truce.entry (log, sha256(id), kind);
CREATE INDEX entry_of_record ON truce.entry (log, kind, seq)
WHERE kind IN ('register-key'::bytea, 'destruction'::bytea);
-- Protected values, beside the entries that hold their commitments: a JSON list of salt and value.
CREATE TABLE truce.guarded (
  entry bigint PRIMARY KEY REFERENCES truce.entry (no),
  held bytea NOT NULL
);
-- What was acknowledged: the register's signature after each batch, and the roots to go on from.
CREATE TABLE truce.checkpoint (
  no bigint PRIMARY KEY,
  log bigint NOT NULL REFERENCES truce.log (no),
  size bigint NOT NULL,
  frontier bytea NOT NULL,
  note bytea NOT NULL
);
CREATE UNIQUE INDEX checkpoint_by_size ON truce.checkpoint (log, size);
-- Bundles that wait for what comes before them, or that show another history.
CREATE TABLE truce.bundle (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  register bytea NOT NULL,
  hash bytea NOT NULL UNIQUE,
  text bytea NOT NULL
);
-- The last number given to a row of each table, and how often anything, or a protected value of an
-- entry that was there already, was written. A sequence would do neither: it leaves gaps.
CREATE TABLE truce.given (
  what text PRIMARY KEY,
  last bigint NOT NULL
);
INSERT INTO truce.given (what, last)
VALUES ('checkpoint', 0), ('entry', 0), ('log', 0), ('values', 0), ('write', 0);
CREATE FUNCTION truce.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END
$$;
CREATE FUNCTION truce.only_by_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.entry = OLD.entry
    AND octet_length(NEW.held) > octet_length(OLD.held)
  THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM truce.entry e JOIN truce.entry d ON d.log = e.log
    WHERE e.no = OLD.entry AND d.kind = 'destruction'::bytea)
  THEN
    RAISE EXCEPTION 'a protected value goes only by a recorded decision';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION truce.only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.what <> OLD.what OR NEW.last < OLD.last THEN
    RAISE EXCEPTION 'a count never goes back';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON truce.entry
FOR EACH ROW EXECUTE FUNCTION truce.refuse('an entry is never changed and never deleted');
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON truce.entry
FOR EACH STATEMENT EXECUTE FUNCTION truce.refuse('an entry is never deleted');
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON truce.log
FOR EACH ROW EXECUTE FUNCTION truce.refuse('a log is never changed and never deleted');
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON truce.log
FOR EACH STATEMENT EXECUTE FUNCTION truce.refuse('a log is never deleted');
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON truce.checkpoint
FOR EACH ROW EXECUTE FUNCTION truce.refuse('a checkpoint is never changed and never deleted');
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON truce.checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION truce.refuse('a checkpoint is never deleted');
CREATE TRIGGER only_by_decision BEFORE UPDATE OR DELETE ON truce.guarded
FOR EACH ROW EXECUTE FUNCTION truce.only_by_decision();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON truce.guarded
FOR EACH STATEMENT EXECUTE FUNCTION truce.refuse('protected values are never emptied');
CREATE TRIGGER only_forward BEFORE UPDATE ON truce.given
FOR EACH ROW EXECUTE FUNCTION truce.only_forward();
CREATE TRIGGER never_deleted BEFORE DELETE ON truce.given
FOR EACH ROW EXECUTE FUNCTION truce.refuse('a count is never deleted');
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON truce.given
FOR EACH STATEMENT EXECUTE FUNCTION truce.refuse('a count is never deleted');
