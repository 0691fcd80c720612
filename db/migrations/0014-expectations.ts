// What a researcher expects before looking: it stands with its date, and is withdrawn, never changed.
export const expectations = /* sql */ `
-- code or theme: the row it is about. columns, spot: JSON, the columns of a cross-table and what of them it is about.
-- read_then, stories_then: how many stories had been read to the end, of how many, when it was written down.
CREATE TABLE expectation (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, code INTEGER REFERENCES code(num), branch INTEGER NOT NULL, theme INTEGER REFERENCES theme(num),
  columns TEXT NOT NULL, spot TEXT NOT NULL, direction TEXT NOT NULL, words TEXT NOT NULL, read_then INTEGER NOT NULL, stories_then INTEGER NOT NULL,
  withdrawn_at INTEGER, withdrawn_words TEXT NOT NULL, coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
`
