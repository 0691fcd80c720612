// What a mirror remembers of its team folder, beside the mirror in the profile. All of it can be lost: then files are read again and ops
// published once more, which changes nothing, because an op is applied once.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Id, newId } from '../../shared/domain/ids.ts'
import type { Heard } from '../replication/wire.ts'

const Counts = z.record(z.string(), z.number().int().min(0))
const TeamRecord = z.strictObject({
  /** The path by which people know the project. */
  shared: z.string(), project: Id,
  /** The name of the own directory in the team folder: nobody else writes there. */
  writer: Id,
  /** Own files up to this number were read back from the team folder. */
  shown: z.number().int().min(0),
  /** Per replica the op up to which the shared file held when the mirror was made, or files in the team folder do. */
  told: Counts,
  /** Per writer the number of the file that is to be read next; right only in a store that has all of `told`. */
  next: Counts,
  /** Imports and corrections whose words this mirror put in the team folder. */
  content: z.array(Id),
  /** Which state of the shared file was read last, and per replica how far it went. */
  base: z.string().nullable(), baseHeard: Counts, consolidatedAt: z.number()
})
export type TeamRecord = z.infer<typeof TeamRecord>

const recordFile = (home: string): string => join(home, 'team.json')

export const newRecord = (shared: string, project: Id): TeamRecord =>
  ({ shared, project, writer: newId(), shown: 0, told: {}, next: {}, content: [], base: null, baseHeard: {}, consolidatedAt: Date.now() })

/** Null: none, or one that is not whole. */
export function readRecord(home: string): TeamRecord | null {
  try {
    return TeamRecord.parse(JSON.parse(readFileSync(recordFile(home), 'utf8')))
  } catch {
    return null
  }
}

export const writeRecord = (home: string, record: TeamRecord): void => writeWhole(recordFile(home), JSON.stringify(record))

/** On the own disk: aside, synced, renamed. What the disk throws carries `own`, as it is no fault of the team folder. */
export function writeWhole(path: string, bytes: string | Buffer): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const aside = `${path}.${process.pid}.tmp`
    const handle = openSync(aside, 'w')
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(aside, path)
  } catch (error) {
    throw Object.assign(error as Error, { own: true })
  }
}

export const countsOf = (heard: Heard): Record<string, number> => Object.fromEntries(heard)
export const heardIn = (counts: Record<string, number>): Heard => new Map(Object.entries(counts))

/** Has `heard` everything that `counts` names? */
export const covers = (heard: Heard, counts: Record<string, number>): boolean => Object.entries(counts).every(([replica, rseq]) => (heard.get(replica) ?? 0) >= rseq)

export function raise(counts: Record<string, number>, ops: Iterable<{ replica: Id; rseq: number }>): void {
  for (const { replica, rseq } of ops) counts[replica] = Math.max(counts[replica] ?? 0, rseq)
}
