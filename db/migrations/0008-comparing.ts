// Comparing readings: talk about a place that coders read differently, and whether a project wants figures of agreement.
export const comparing = /* sql */ `
ALTER TABLE project ADD COLUMN agreement INTEGER NOT NULL DEFAULT 0;
-- revision, start, end: the place as it was when talk was opened. codes, coders: JSON lists of ids, those it is about.
-- outcome: '' while open; both: both readings stay; learned: one came to read it otherwise; changed: a code was changed.
CREATE TABLE talk (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, story INTEGER NOT NULL REFERENCES story(num), text INTEGER NOT NULL REFERENCES text(num),
  revision INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, codes TEXT NOT NULL, coders TEXT NOT NULL, question TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('','both','learned','changed')), words TEXT NOT NULL, settled_by INTEGER REFERENCES coder(num), settled_at INTEGER,
  coder INTEGER NOT NULL REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE INDEX talk_story ON talk (story);
`
