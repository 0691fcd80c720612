// Words in a team folder: a file per import and per correction, apart from the ops, so that those of a withdrawn story can be deleted.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Id } from '../../shared/domain/ids.ts'
import { toBlob, toId } from '../ids.ts'
import { listMissingBodies, type ContentSource } from '../replication/apply-content.ts'
import { openBundle, sealBundle, type Bundle } from '../replication/bundle.ts'
import { exportBundle } from '../replication/export-content.ts'
import type { WireOp } from '../replication/wire.ts'
import { readOneOf } from './disk.ts'
import { CONTENT, contentName, readContentName, writerFolders } from './names.ts'
import type { Team } from './team.ts'

type Found = { path: string; id: Id; sha256: string; kind: 'import' | 'words' }

/** Every content file that is in the team folder, whoever put it there. */
async function listContent(team: Team): Promise<Found[]> {
  const found: Found[] = []
  for (const folder of [...(await writerFolders(team)).values()].flat()) {
    const within = join(folder, CONTENT)
    for (const file of await team.disk.list(within)) {
      const read = readContentName(file)
      if (read) found.push({ path: join(within, file), ...read })
    }
  }
  return found
}

const bringsImport = (op: WireOp): boolean => op.kind === 'story.imported' && op.entity === 'import'
const bringsWords = (op: WireOp): boolean => op.entity === 'revision' && op.before === null
export const needsWords = (op: WireOp): boolean => bringsImport(op) || bringsWords(op)

/** What these ops, and corrections that came without their words, need of the team folder; what is not whole there is not there. */
export async function loadContent(team: Team, ops: readonly WireOp[]): Promise<ContentSource> {
  const wanted = new Set([...ops.filter(needsWords).map(({ id }) => id), ...listMissingBodies(team.store)])
  const [bundles, words] = [new Map<Id, Bundle>(), new Map<Id, string>()]
  if (wanted.size > 0) {
    for (const { path, id, sha256, kind } of await listContent(team)) {
      if (!wanted.has(id) || bundles.has(id) || words.has(id)) continue
      const body = (await readOneOf(team.disk, path))?.toString('utf8')
      if (body === undefined) continue
      const bundle = kind === 'import' ? openBundle(body, sha256) : null
      if (bundle) bundles.set(id, bundle)
      else if (kind === 'words' && hash(body) === sha256) words.set(id, body)
    }
  }
  return { importBundle: (id) => bundles.get(id) ?? null, revision: (id) => words.get(id) ?? null }
}

/** Puts the words of these imports and corrections into the own directory, where nobody did so yet. */
export async function putContent(team: Team, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const there = new Set((await listContent(team)).map(({ id }) => id))
  for (const id of ids) if (!there.has(id)) await putOne(team, id)
}

async function putOne(team: Team, id: Id): Promise<void> {
  const bundle = exportBundle(team.store, id)
  const body = bundle ? sealBundle(bundle).json : bodyOf(team, id)
  if (body === null) return // withdrawn since, or taken back
  await team.disk.put(join(team.folder, team.record.writer, CONTENT, contentName(id, hash(body), bundle ? 'import' : 'words')), Buffer.from(body))
  if (!team.record.content.includes(id)) team.record.content.push(id)
}

/** Deletes every file that holds words of a withdrawn story, after one without them was put in its place. */
export async function tidyContent(team: Team): Promise<void> {
  const withdrawn = new Set(team.store.all<{ id: Buffer }>(`SELECT id FROM story WHERE state = 'withdrawn'`).map(({ id }) => toId(id)))
  const { seen } = team
  if (seen.withdrawn !== withdrawn.size) seen.content.clear()
  seen.withdrawn = withdrawn.size
  if (withdrawn.size === 0) return
  for (const { path, id, sha256, kind } of await listContent(team)) {
    if (seen.content.has(path)) continue
    if (kind === 'words') {
      if (isWithdrawn(team, id)) await team.disk.remove(path)
      continue
    }
    const bundle = openBundle((await readOneOf(team.disk, path))?.toString('utf8') ?? '', sha256)
    if (!bundle) continue // not whole yet: looked at again
    const tells = bundle.texts.some(({ story, body }) => body !== null && withdrawn.has(story)) || bundle.told.some(({ story }) => withdrawn.has(story))
    if (!tells) seen.content.add(path)
    else if (exportBundle(team.store, id)) {
      await putOne(team, id)
      await team.disk.remove(path)
    }
  }
}

const hash = (body: string): string => createHash('sha256').update(body).digest('hex')
const bodyOf = ({ store }: Team, id: Id): string | null => store.get<{ body: string | null }>('SELECT body FROM revision WHERE id = ?', [toBlob(id)])?.body ?? null
const isWithdrawn = ({ store }: Team, revision: Id): boolean =>
  store.get(`SELECT 1 FROM revision r JOIN text t ON t.num = r.text JOIN story s ON s.num = t.story WHERE r.id = ? AND s.state = 'withdrawn'`, [toBlob(revision)]) !== undefined
