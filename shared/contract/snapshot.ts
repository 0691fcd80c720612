// Snapshots: whole copies of a project that this installation keeps; opened as a copy, gone back to.
import { z } from 'zod'

/** What it was made for. asked: a person pressed the button. restore: just before the project went back. */
export const SnapshotWhy = z.enum(['open', 'hourly', 'migration', 'import', 'merge', 'restore', 'asked'])
export type SnapshotWhy = z.infer<typeof SnapshotWhy>

/** Its name in the folder of snapshots. */
export const SnapshotId = z.string().regex(/^[0-9A-Za-z-]{1,60}$/)

/** `at`: milliseconds since 1970; `size`: bytes. `codings` null: under blind coding, where it would tell of colleagues' work. */
export const SnapshotInList = z.strictObject({
  id: SnapshotId, at: z.number(), why: SnapshotWhy, size: z.number(), stories: z.number().int(), codes: z.number().int(), codings: z.number().int().nullable(),
  /** Is the open file still of the line this was made of? Only then can it go back to it; a copy can always be opened. */
  canRestore: z.boolean()
})
export type SnapshotInList = z.infer<typeof SnapshotInList>
export const SnapshotList = z.strictObject({ folder: z.string(), snapshots: z.array(SnapshotInList) })
