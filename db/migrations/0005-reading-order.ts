// Indexes for what people look at most: the list of stories in its order, and what a coder did in each of them. Without them a project of
// 20,000 stories and a million codings is gone through as a whole for every page of a list.
export const readingOrder = /* sql */ `
-- The order of every list of stories; what is staged or withdrawn is in no list.
CREATE INDEX story_live ON story (number) WHERE state = 'live';
-- In place of the index on story alone: whose codings a story has, and where, without a look at the table.
DROP INDEX coding_story;
CREATE INDEX coding_story ON coding (story, removed, coder, code, text, at_start);
`
