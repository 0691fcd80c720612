// The ground plan of a project file. Column order follows reading order; every reference is a local number, because
// integers keep counting over a million codings fast. A number never leaves the file: outside, only ids are used.
export const ground = /* sql */ `
CREATE TABLE replica (num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;

-- One recorded change. hlc = milliseconds since 1970 * 1024 + counter. tx = rseq of the first op of its gesture.
CREATE TABLE op (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  replica INTEGER NOT NULL REFERENCES replica(num),
  rseq INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  tx INTEGER NOT NULL,
  coder BLOB,
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  patch TEXT NOT NULL,
  before TEXT,
  prev TEXT,
  UNIQUE (replica, rseq)
) STRICT;
CREATE INDEX op_entity ON op (entity_id);

-- The winning stamp of each field changed after its row was made.
CREATE TABLE cell (
  entity_id BLOB NOT NULL, field TEXT NOT NULL, hlc INTEGER NOT NULL, replica INTEGER NOT NULL REFERENCES replica(num), rseq INTEGER NOT NULL,
  PRIMARY KEY (entity_id, field)
) STRICT, WITHOUT ROWID;

-- What a coder can undo and redo. tx is the transaction that brought the present state about.
CREATE TABLE gesture (
  num INTEGER PRIMARY KEY AUTOINCREMENT,
  coder INTEGER NOT NULL REFERENCES coder(num),
  replica INTEGER NOT NULL REFERENCES replica(num),
  tx INTEGER NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done','undone','dropped'))
) STRICT;
CREATE INDEX gesture_coder ON gesture (coder, state, num);

CREATE TABLE project (
  num INTEGER PRIMARY KEY CHECK (num = 1), id BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL, question TEXT NOT NULL, language TEXT NOT NULL,
  blind INTEGER NOT NULL, salt BLOB NOT NULL, made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE coder (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, initials TEXT NOT NULL, colour INTEGER NOT NULL,
  role TEXT NOT NULL, background TEXT NOT NULL, statement TEXT NOT NULL, removed INTEGER NOT NULL
) STRICT;

-- One import of one or more files. Its rows stay invisible (story.state = staged) until the finishing op.
CREATE TABLE import (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, state TEXT NOT NULL CHECK (state IN ('staged','live')),
  files TEXT NOT NULL, mapping TEXT NOT NULL, coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL,
  added INTEGER NOT NULL, changed INTEGER NOT NULL, unchanged INTEGER NOT NULL, absent INTEGER NOT NULL
) STRICT;

CREATE TABLE story_group (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER REFERENCES import(num), name TEXT NOT NULL, position REAL NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE TABLE wave (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER REFERENCES import(num), name TEXT NOT NULL, position REAL NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE TABLE teller (num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER REFERENCES import(num)) STRICT;

-- number: what is shown and printed; random, so that neither order nor time of collection shows.
-- content: hash of all that the source told of it, so that a later export is compared without its words.
CREATE TABLE story (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER NOT NULL REFERENCES import(num),
  state TEXT NOT NULL CHECK (state IN ('staged','live','withdrawn')), number INTEGER NOT NULL, source_id TEXT NOT NULL,
  story_group INTEGER REFERENCES story_group(num), wave INTEGER REFERENCES wave(num), teller INTEGER REFERENCES teller(num),
  collected_on TEXT, language TEXT, channel TEXT, consent INTEGER, length INTEGER NOT NULL, content TEXT NOT NULL, withdrawn_on TEXT
) STRICT;
CREATE INDEX story_import ON story (import);
CREATE INDEX story_source ON story (source_id);

-- Story words live in revision.body only. kind: main, or answer (the free text of a signifier).
CREATE TABLE text (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, story INTEGER NOT NULL REFERENCES story(num),
  kind TEXT NOT NULL CHECK (kind IN ('main','answer')), signifier INTEGER REFERENCES signifier(num), newest INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX text_story ON text (story, coalesce(signifier, 0));
CREATE TABLE revision (
  num INTEGER PRIMARY KEY, text INTEGER NOT NULL REFERENCES text(num), number INTEGER NOT NULL, body TEXT NOT NULL, sha256 BLOB NOT NULL,
  UNIQUE (text, number)
) STRICT;

CREATE TABLE signifier (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER REFERENCES import(num), key TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
  high_last INTEGER, linked_to INTEGER REFERENCES signifier(num), position REAL NOT NULL, removed INTEGER NOT NULL
) STRICT;
-- Which groups were asked, and in which words. story_group 0 stands for a project without groups.
CREATE TABLE wording (
  signifier INTEGER NOT NULL REFERENCES signifier(num), story_group INTEGER NOT NULL, import INTEGER REFERENCES import(num), title TEXT NOT NULL,
  PRIMARY KEY (signifier, story_group)
) STRICT, WITHOUT ROWID;
CREATE TABLE option (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER REFERENCES import(num), signifier INTEGER NOT NULL REFERENCES signifier(num),
  key TEXT NOT NULL, name TEXT NOT NULL, position REAL NOT NULL
) STRICT;
CREATE INDEX option_signifier ON option (signifier, position);
CREATE TABLE anchor (
  signifier INTEGER NOT NULL REFERENCES signifier(num), position INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (signifier, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE stone (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, import INTEGER REFERENCES import(num), signifier INTEGER NOT NULL REFERENCES signifier(num),
  key TEXT NOT NULL, name TEXT NOT NULL, position REAL NOT NULL
) STRICT;
CREATE INDEX stone_signifier ON stone (signifier, position);

-- Long form: one row per story x signifier x part. No row at all = blank.
-- part: -1 n.v.t. · -2 asked, nothing ticked · choice, likert, number, slider, date 0 · multi: the option's number
-- triad 0 top, 1 left, 2 right · stones: 2 x the stone's number for x, + 1 for y.
-- value: score 0-100, number, or days since 1970 for a date. Free text has its words in revision and here only part 0.
CREATE TABLE answer (
  signifier INTEGER NOT NULL REFERENCES signifier(num), story INTEGER NOT NULL REFERENCES story(num), part INTEGER NOT NULL,
  option INTEGER REFERENCES option(num), value REAL, PRIMARY KEY (signifier, story, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_story ON answer (story);

CREATE TABLE code (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, parent INTEGER REFERENCES code(num), position REAL NOT NULL, name TEXT NOT NULL,
  colour INTEGER NOT NULL, definition TEXT NOT NULL, include TEXT NOT NULL, exclude TEXT NOT NULL, flag TEXT NOT NULL,
  retired INTEGER NOT NULL, merged_into INTEGER REFERENCES code(num), removed INTEGER NOT NULL
) STRICT;

-- start, end: as made, in that revision. at_start, at_end: its place in the newest revision.
CREATE TABLE coding (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, story INTEGER NOT NULL REFERENCES story(num), text INTEGER NOT NULL REFERENCES text(num),
  revision INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, at_start INTEGER NOT NULL, at_end INTEGER NOT NULL,
  checksum TEXT NOT NULL, code INTEGER NOT NULL REFERENCES code(num), coder INTEGER NOT NULL REFERENCES coder(num),
  flag TEXT NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE INDEX coding_story ON coding (story);
-- Covers every count: who, which code, which story, which place, without a look at the table (1,000,000 codings: 0.1 s).
CREATE INDEX coding_code ON coding (code, coder, story, text, at_start, at_end) WHERE removed = 0;

CREATE TABLE memo (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, about TEXT NOT NULL, about_id BLOB NOT NULL, thread INTEGER REFERENCES memo(num),
  title TEXT NOT NULL, body TEXT NOT NULL, private INTEGER NOT NULL, coder INTEGER NOT NULL REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE INDEX memo_about ON memo (about_id);

-- A story in the hands of a coder. done_on: day the coder marked it done.
CREATE TABLE reading (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, story INTEGER NOT NULL REFERENCES story(num), coder INTEGER NOT NULL REFERENCES coder(num),
  opened_at INTEGER, done INTEGER NOT NULL, position INTEGER NOT NULL, UNIQUE (story, coder)
) STRICT;
CREATE INDEX reading_coder ON reading (coder, done, story);

CREATE TABLE view (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, coder INTEGER REFERENCES coder(num), removed INTEGER NOT NULL
) STRICT;
CREATE TABLE export (num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL) STRICT;
`
