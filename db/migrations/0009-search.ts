// What a project chooses about its words: which are too common to count, and whether the program may point at passages that are alike.
export const search = /* sql */ `
-- stop_words: JSON {"added": […], "dropped": […]} beside the program's own list.
ALTER TABLE project ADD COLUMN stop_words TEXT NOT NULL DEFAULT '{"added":[],"dropped":[]}';
ALTER TABLE project ADD COLUMN suggestions INTEGER NOT NULL DEFAULT 1;
`
