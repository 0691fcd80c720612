// Which stories a coder was given to read: a fair division of the work, which binds nobody.
export const assignments = /* sql */ `
CREATE TABLE assignment (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, story INTEGER NOT NULL REFERENCES story(num), coder INTEGER NOT NULL REFERENCES coder(num), removed INTEGER NOT NULL,
  UNIQUE (story, coder)
) STRICT;
CREATE INDEX assignment_coder ON assignment (coder, removed, story);
`
