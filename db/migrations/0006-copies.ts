// What copies need to come together: losing values, fields that show something else than the log says, and whose content a row is.
export const copies = /* sql */ `
-- A write that no later write knew of and that lost: its value is kept in its op, for people to settle.
CREATE TABLE rival (
  entity TEXT NOT NULL, entity_id BLOB NOT NULL, field TEXT NOT NULL, replica INTEGER NOT NULL REFERENCES replica(num), rseq INTEGER NOT NULL,
  PRIMARY KEY (entity_id, field, replica, rseq)
) STRICT, WITHOUT ROWID;

-- A field whose row shows something else than the log says, because others' work hangs on it. said: what the log says, as the
-- column would hold it. cycle: two people put codes under each other. in_use: taken away while a colleague used it.
CREATE TABLE held (
  entity_id BLOB NOT NULL, field TEXT NOT NULL, said INTEGER NOT NULL, why TEXT NOT NULL CHECK (why IN ('cycle','in_use')),
  PRIMARY KEY (entity_id, field)
) STRICT, WITHOUT ROWID;

-- Ops of a newer Duiding: kept and passed on, their effect waits until this program knows what they are about.
CREATE TABLE kept_op (seq INTEGER PRIMARY KEY REFERENCES op(seq)) STRICT;

-- drawn: the number its import drew, where another story keeps that one (null: it has its own).
-- content_import: whose answers it has now (null: those of the import that brought it).
ALTER TABLE story ADD COLUMN drawn INTEGER;
ALTER TABLE story ADD COLUMN content_import INTEGER REFERENCES import(num);
UPDATE story SET content_import = (
  SELECT i.num FROM op a JOIN op f ON f.replica = a.replica AND f.tx = a.tx AND f.kind = 'story.imported' JOIN import i ON i.id = f.entity_id
  WHERE a.entity_id = story.id AND a.kind = 'story.answered' ORDER BY a.hlc DESC LIMIT 1
);
-- The import that brought a free-text answer to a story that was there (null: the story's own).
ALTER TABLE text ADD COLUMN import INTEGER REFERENCES import(num);
`
