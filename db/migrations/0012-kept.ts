// Of an op that a newer Duiding wrote: which of its fields this one did not know, so that one that does can take them up.
export const kept = /* sql */ `
-- unknown: JSON list of fields; null: nothing of it was known.
ALTER TABLE kept_op ADD COLUMN unknown TEXT;
`
