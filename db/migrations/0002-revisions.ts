// Corrections of a text: each is a revision of its own, made by an op that carries no words, and can be taken back.
// A coding keeps the place it was made at; `fit` tells whether its words still stand at its present place.
export const revisions = /* sql */ `
-- id: null for the text as it was imported (number 1), which comes with its import; a correction has an id of its own.
-- number of a correction: milliseconds since 1970 * 1024 + chance, so that corrections of two copies never share one.
-- made_from: the correction it was made on; null: the imported words. body: null while its words are not here.
CREATE TABLE revision_new (
  num INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES text(num), number INTEGER NOT NULL, body TEXT, sha256 BLOB NOT NULL,
  id BLOB UNIQUE, made_from INTEGER REFERENCES revision_new(num), coder INTEGER REFERENCES coder(num), at INTEGER, reason TEXT NOT NULL DEFAULT '',
  removed INTEGER NOT NULL DEFAULT 0, UNIQUE (text, number)
) STRICT;
INSERT INTO revision_new (num, text, number, body, sha256) SELECT num, text, number, body, sha256 FROM revision;
DROP TABLE revision;
ALTER TABLE revision_new RENAME TO revision;

-- 0: its very words. 1: most of its words, the rest corrected. 2: a person must look.
ALTER TABLE coding ADD COLUMN fit INTEGER NOT NULL DEFAULT 0;
CREATE INDEX coding_look ON coding (text) WHERE fit = 2 AND removed = 0;
`
