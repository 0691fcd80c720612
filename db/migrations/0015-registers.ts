// Tables of others beside the stories: a registration, interviews, focus groups. Never counted together with stories.
export const registers = /* sql */ `
-- kind: counts (classes by columns) or log (a row for each conversation). source: what it comes from. period_from, period_to: ISO days or ''.
-- base: how many unit (cases, families) it is about, null where nobody knows. body: JSON; settings: JSON, what may be changed without the body.
CREATE TABLE register (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL, origin TEXT NOT NULL,
  period_from TEXT NOT NULL, period_to TEXT NOT NULL, unit TEXT NOT NULL, base INTEGER, body TEXT NOT NULL, settings TEXT NOT NULL,
  coder INTEGER REFERENCES coder(num), at INTEGER NOT NULL, removed INTEGER NOT NULL
) STRICT;
`
