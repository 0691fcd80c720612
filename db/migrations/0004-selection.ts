// Kept selections of stories: a readable rule with a name, and for a frozen one the stories it held on its date.
export const selection = /* sql */ `
-- rule: JSON of a story filter. frozen: JSON list of story ids as the coder who froze it saw them, null while it is always counted anew.
CREATE TABLE selection (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, rule TEXT NOT NULL, frozen TEXT, frozen_at INTEGER,
  coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
`
