// What working together asks of the file: readings that stay revealed, stories released for sessions, who hosts, and who is here now.
export const together = /* sql */ `
-- revealed: the coder once marked it done, so blind coding hides nothing in it any more. Never goes back.
ALTER TABLE reading ADD COLUMN revealed INTEGER NOT NULL DEFAULT 0;
UPDATE reading SET revealed = 1 WHERE done = 1 OR id IN (SELECT entity_id FROM op WHERE kind = 'reading.marked');
CREATE INDEX reading_revealed ON reading (coder, revealed, story);
-- released: a facilitator may see it.
ALTER TABLE story ADD COLUMN released INTEGER NOT NULL DEFAULT 0;
-- epoch: counts the times somebody opened the project for colleagues; whoever opened it last hosts.
ALTER TABLE project ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;

-- Not content and without ops: who is here now, told by each process that has the file open; a row that is not renewed means nothing.
CREATE TABLE presence (process BLOB NOT NULL, coder BLOB NOT NULL, story BLOB, at INTEGER NOT NULL) STRICT;
-- Nor this: up to which op of this file (seq) a coder has been here to see it.
CREATE TABLE visit (coder INTEGER PRIMARY KEY REFERENCES coder(num), seq INTEGER NOT NULL) STRICT;
`
