// What left the project, by the name of the file it left as.
export const exportNames = /* sql */ `
ALTER TABLE export ADD COLUMN name TEXT NOT NULL DEFAULT '';
`
