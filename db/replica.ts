// Which replica writes: one per installation and file, kept in the profile and never read from the file, because a copied
// or restored file would number its ops twice and lose some silently.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Id, newId } from '../shared/domain/ids.ts'
import { toBlob, toId } from './ids.ts'
import type { Store } from './store.ts'

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
  store.replica = { id, num: numberOf(store, id)! }
  try {
    keepReplica(store, profile)
  } catch (error) {
    // Unremembered, the next session takes a new replica: safe. Refusing the change would not be.
    if (!['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
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

/** Remembers how far we wrote; called after writing and on closing. */
export function keepReplica(store: Store, profile: string): void {
  if (!store.replica) return
  const record: Record = { replica: store.replica.id, path: store.path, inode: inodeOf(store.path), last: lastOf(store, store.replica.num) }
  const file = recordFile(profile, store)
  mkdirSync(join(profile, 'replicas'), { recursive: true })
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(record))
  renameSync(`${file}.${process.pid}`, file)
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
