// Which replica writes: one per installation and file, kept in the profile and never read from the file, because a copied
// or restored file would number its ops twice and lose some silently.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Id, newId } from '../shared/domain/ids.ts'
import { toBlob, toId } from './ids.ts'
import type { Store } from './store.ts'
import { harmlessly } from './tidy.ts'

const Record = z.strictObject({ replica: Id, path: z.string(), inode: z.string(), last: z.number().int() })
type Record = z.infer<typeof Record>

const recordFile = (profile: string, store: Store): string => join(profile, 'replicas', `${projectId(store)}-${inodeOf(store.path)}.json`)

/** Gives the store its replica: the one of the profile if this is still that file with all we wrote, else a new one. */
export function takeReplica(store: Store, profile: string): void {
  const known = readRecord(recordFile(profile, store))
  const inFile = known ? numberOf(store, known.replica) : null
  const stillOurs = known && inFile && known.path === store.path && lastOf(store, inFile) >= known.last
  const id = stillOurs ? known.replica : newId()
  store.run('INSERT INTO replica (id) VALUES (?) ON CONFLICT DO NOTHING', [toBlob(id)])
  store.replica = { id, num: numberOf(store, id)!, record: recordFile(profile, store), inode: inodeOf(store.path), told: -1 }
}

/** Has this installation written in the very file at this path before? */
export function isKnownFile(profile: string, path: string): boolean {
  const folder = join(profile, 'replicas')
  if (!existsSync(folder)) return false
  const inode = inodeOf(path)
  return readdirSync(folder).some((name) => {
    const record = name.endsWith('.json') ? readRecord(join(folder, name)) : null
    return record?.path === path && record.inode === inode
  })
}

/**
 * Tells the profile how far the transaction that is under way goes, before it is committed: a file that is put back to an earlier hour
 * then always lacks something we wrote, however suddenly a program ended. Ended in between, the next one takes a new replica.
 */
export function tellNumbers(store: Store): void {
  const { replica } = store
  if (!replica) return
  const last = lastOf(store, replica.num)
  if (last === replica.told) return
  const words = JSON.stringify({ replica: replica.id, path: store.path, inode: replica.inode, last } satisfies Record)
  try {
    if (replica.told === -1) {
      mkdirSync(dirname(replica.record), { recursive: true })
      writeFileSync(replica.record, words)
    } else writeOver(replica.record, words)
    replica.told = last
  } catch (error) {
    // Without any record the next session takes a new replica: safe. Refusing the change would not be.
    if (!['ENOENT', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    replica.told = -1
    harmlessly(() => rmSync(replica.record, { force: true }))
  }
}

/** In its place, by something at least as long, as this happens at every commit: what a crash leaves half is no record. */
function writeOver(file: string, words: string): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, words, 0)
  } finally {
    closeSync(handle)
  }
}

const projectId = (store: Store): Id => toId(store.get<{ id: Buffer }>('SELECT id FROM project')!.id)
const inodeOf = (path: string): string => String(statSync(path, { bigint: true }).ino)
const numberOf = (store: Store, id: Id): number | null => store.get<{ num: number }>('SELECT num FROM replica WHERE id = ?', [toBlob(id)])?.num ?? null
const lastOf = (store: Store, num: number): number => store.get<{ last: number | null }>('SELECT max(rseq) AS last FROM op WHERE replica = ?', [num])!.last ?? 0

function readRecord(file: string): Record | null {
  try {
    return Record.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null // no record, or one that a crash cut short: then a new replica is the safe answer
  }
}
