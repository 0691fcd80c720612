// Session material: packs and their cards, sessions held with them, what people made of it there, and what was learned.
export const sessions = /* sql */ `
-- number: what is printed, drawn by lot. source, method, look, counted: JSON. tone: the question that tells how content tellers are.
CREATE TABLE pack (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, number INTEGER NOT NULL, name TEXT NOT NULL, question TEXT NOT NULL, source TEXT NOT NULL, method TEXT NOT NULL,
  look TEXT NOT NULL, tables INTEGER NOT NULL, tone INTEGER REFERENCES signifier(num), counted TEXT NOT NULL, coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;

-- A place in a text, as it was made: start, end in that revision; whole: all of the text, however long it is now. No words of the story.
-- edits, tables, triggers: JSON lists; places of edits are in the same revision.
CREATE TABLE card (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, pack INTEGER NOT NULL REFERENCES pack(num), number INTEGER NOT NULL,
  story INTEGER NOT NULL REFERENCES story(num), text INTEGER NOT NULL REFERENCES text(num), revision INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  whole INTEGER NOT NULL, checksum TEXT NOT NULL, edits TEXT NOT NULL, title TEXT NOT NULL, tables TEXT NOT NULL, side TEXT NOT NULL, triggers TEXT NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE INDEX card_pack ON card (pack);
CREATE INDEX card_text ON card (text);

CREATE TABLE session (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, pack INTEGER REFERENCES pack(num), name TEXT NOT NULL, held_on TEXT, notes TEXT NOT NULL,
  coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;

-- Participants' interpretations, apart from codes. cards: JSON list of card ids. readings: JSON list of {words, votes}.
-- about, about_id: the theme or code it is about ('' for none).
CREATE TABLE harvest (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, session INTEGER NOT NULL REFERENCES session(num), table_number INTEGER, observation TEXT NOT NULL, cards TEXT NOT NULL,
  readings TEXT NOT NULL, action TEXT NOT NULL, owner TEXT NOT NULL, due TEXT, signal TEXT NOT NULL, about TEXT NOT NULL, about_id BLOB,
  coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
CREATE INDEX harvest_session ON harvest (session);

-- What was learned: a theme for learning with questions to reflect on (JSON list), and the harvests it came from (JSON list of ids).
CREATE TABLE lesson (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, questions TEXT NOT NULL, harvests TEXT NOT NULL, position REAL NOT NULL,
  coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
`
