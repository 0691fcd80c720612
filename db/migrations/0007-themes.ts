// Themes: objects of their own beside the codebook, what is laid on them, and what coders said when they held them against the stories.
export const themes = /* sql */ `
-- phase: 'themes', 'review', 'naming' or 'writing'.
CREATE TABLE theme (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL, concept TEXT NOT NULL, inside TEXT NOT NULL, outside TEXT NOT NULL,
  tensions TEXT NOT NULL, counter TEXT NOT NULL, phase TEXT NOT NULL, colour INTEGER NOT NULL, position REAL NOT NULL, removed INTEGER NOT NULL
) STRICT;

-- One thing laid on a theme: a code with its codings, one coding, a memo or a whole story. coder: who laid it there last.
CREATE TABLE theme_part (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, theme INTEGER NOT NULL REFERENCES theme(num),
  code INTEGER REFERENCES code(num), coding INTEGER REFERENCES coding(num), memo INTEGER REFERENCES memo(num), story INTEGER REFERENCES story(num),
  side TEXT NOT NULL, position REAL NOT NULL, note TEXT NOT NULL, telling INTEGER NOT NULL, coder INTEGER NOT NULL REFERENCES coder(num), removed INTEGER NOT NULL,
  CHECK ((code IS NOT NULL) + (coding IS NOT NULL) + (memo IS NOT NULL) + (story IS NOT NULL) = 1)
) STRICT;
CREATE INDEX theme_part_theme ON theme_part (theme);
CREATE INDEX theme_part_coding ON theme_part (coding) WHERE coding IS NOT NULL;

-- What one coder found of one coding, or of one story, when it was held against the theme.
CREATE TABLE theme_verdict (
  num INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, theme INTEGER NOT NULL REFERENCES theme(num), coding INTEGER REFERENCES coding(num),
  story INTEGER REFERENCES story(num), coder INTEGER NOT NULL REFERENCES coder(num), verdict TEXT NOT NULL, at INTEGER NOT NULL, removed INTEGER NOT NULL,
  CHECK ((coding IS NOT NULL) + (story IS NOT NULL) = 1)
) STRICT;
CREATE INDEX theme_verdict_theme ON theme_verdict (theme);

-- Where the group is in its analysis; '' while nobody said so. Every step and step back is in the log.
ALTER TABLE project ADD COLUMN phase TEXT NOT NULL DEFAULT '';
`
