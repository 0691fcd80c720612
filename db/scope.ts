// Who may see which codings, and which stories are read: conditions that every count and every list is built on.
// Values are always bound; the text of a condition depends only on its shape, so each is compiled once.
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { toBlob } from './ids.ts'
import type { Store } from './store.ts'

/** A condition and its named values. Conditions of this file can stand in one statement: same name, same value. */
export type Condition = { sql: string; parameters: Record<string, unknown> }

/** Local numbers of ids; unknown ones are left out. */
export function numsOf(store: Store, table: 'code' | 'coder' | 'story_group' | 'wave' | 'signifier' | 'option' | 'story', ids: readonly Id[]): number[] {
  return ids.flatMap((id) => store.get<{ num: number }>(`SELECT num FROM ${table} WHERE id = ?`, [toBlob(id)])?.num ?? [])
}

/** The local number of the coder who looks; -1, which sees as nobody in particular, before one is chosen. */
export function viewerNum(store: Store, viewer: Id | null): number {
  return (viewer === null ? undefined : numsOf(store, 'coder', [viewer])[0]) ?? -1
}

/** Blind coding: a colleague's codings of a story are hidden until you marked it done; from then on they stay seen. */
export function isBlind(store: Store): boolean {
  return store.get<{ blind: number }>('SELECT blind FROM project')?.blind === 1
}

/** Coders whose codings make the layer, by local number. The consensus layer is kept as a coder of that role. */
export function layerCoders(store: Store, layer: Layer): number[] {
  if (layer.is === 'coder') return numsOf(store, 'coder', [layer.coder])
  const role = layer.is === 'consensus' ? 'role = ?' : 'role <> ?'
  return store.all<{ num: number }>(`SELECT num FROM coder WHERE ${role}`, ['consensus']).map((row) => row.num)
}

/** A facilitator prepares sessions, and sees the stories that were released for them. */
export const seesReleasedOnly = (store: Store, viewer: Id | null): boolean =>
  viewer !== null && store.get<{ role: string }>('SELECT role FROM coder WHERE id = ?', [toBlob(viewer)])?.role === 'facilitator'

/** Stories over `story <alias>` that are live and that this viewer may see. */
export const visibleStories = (store: Store, viewer: Id | null, alias = 's'): Condition =>
  ({ sql: `${alias}.state = 'live'${seesReleasedOnly(store, viewer) ? ` AND ${alias}.released = 1` : ''}`, parameters: {} })

/** Codings over `coding <alias>` that stand and that this viewer may see. */
export function visibleCodings(store: Store, viewer: Id | null, alias = 'c'): Condition {
  return joined([{ sql: `${alias}.removed = 0`, parameters: {} }, ...veil(store, viewer, alias)])
}

/**
 * Cards over `card <alias>` and `story <stories>` that this viewer may see: of stories the viewer may see, and under blind coding no
 * passage of a colleague's choosing in a story that the viewer has not finished.
 */
export function seenCards(store: Store, viewer: Id | null, alias = 'c', stories = 's'): Condition {
  const own = `${alias}.whole = 1 OR ${alias}.pack IN (SELECT num FROM pack WHERE coder = @viewer) OR ${alias}.story IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1)`
  return joined([visibleStories(store, viewer, stories), ...(isBlind(store) ? [{ sql: `(${own})`, parameters: { viewer: viewerNum(store, viewer) } }] : [])])
}

/** What hides codings from a viewer, whether they stand or not: blind coding, and stories that were not released. Empty: nothing does. */
export function veil(store: Store, viewer: Id | null, alias = 'c'): Condition[] {
  const revealed = `${alias}.story IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1)`
  return [
    ...(isBlind(store) ? [{ sql: `(${alias}.coder = @viewer OR ${revealed})`, parameters: { viewer: viewerNum(store, viewer) } }] : []),
    ...(seesReleasedOnly(store, viewer) ? [{ sql: `${alias}.story IN (SELECT num FROM story WHERE released = 1)`, parameters: {} }] : [])
  ]
}

/** What hides talk over `talk <alias>` from a viewer: it tells what colleagues coded, so blind coding hides it until the story is done. Empty: nothing does. */
export function allowedTalks(store: Store, viewer: Id | null, alias = 'a'): Condition[] {
  return [
    ...(isBlind(store) ? [{ sql: `${alias}.story IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1)`, parameters: { viewer: viewerNum(store, viewer) } }] : []),
    ...(seesReleasedOnly(store, viewer) ? [{ sql: `${alias}.story IN (SELECT num FROM story WHERE released = 1)`, parameters: {} }] : [])
  ]
}

/** Visible codings of one layer, over `coding <alias>`. */
export function layerCodings(store: Store, layer: Layer, viewer: Id | null, alias = 'c'): Condition {
  const visible = visibleCodings(store, viewer, alias)
  if (layer.is === 'all') {
    const consensus = layerCoders(store, { is: 'consensus' })
    if (consensus.length === 0) return visible
    return joined([visible, { sql: `${alias}.coder NOT IN (SELECT value FROM json_each(@hiddenCoders))`, parameters: { hiddenCoders: JSON.stringify(consensus) } }])
  }
  return joined([visible, { sql: `${alias}.coder IN (SELECT value FROM json_each(@layerCoders))`, parameters: { layerCoders: JSON.stringify(layerCoders(store, layer)) } }])
}

/**
 * Stories over `story <alias>` that count as read in a layer: a coder of the layer marked them done and, in a blind project,
 * the viewer may know it. Only such a story can be without a code.
 */
export function readInLayer(store: Store, layer: Layer, viewer: Id | null, alias = 's'): Condition {
  const done: Condition = {
    sql: `${alias}.num IN (SELECT story FROM reading WHERE done = 1 AND coder IN (SELECT value FROM json_each(@readers)))`,
    parameters: { readers: JSON.stringify(layerCoders(store, layer)) }
  }
  return isBlind(store) ? joined([done, { sql: `${alias}.num IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1)`, parameters: { viewer: viewerNum(store, viewer) } }]) : done
}

/**
 * Rows of `alias` (with coder and story) that say what a coder made of a whole story: under blind coding a colleague's stay hidden
 * until the viewer marked that story done.
 */
export const readingsSeen = (store: Store, viewer: Id | null, alias: string): Condition => (isBlind(store)
  ? { sql: `(${alias}.coder = @viewer OR ${alias}.story IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1))`, parameters: { viewer: viewerNum(store, viewer) } }
  : { sql: '1', parameters: {} })

/** Stories over `story <alias>` that the viewer marked done. */
export const doneBy = (store: Store, viewer: Id | null, alias: string): Condition =>
  ({ sql: `${alias}.num IN (SELECT story FROM reading WHERE coder = @viewer AND done = 1)`, parameters: { viewer: viewerNum(store, viewer) } })

/** All of them must hold. */
export function joined(conditions: readonly Condition[], more: Record<string, unknown> = {}): Condition {
  return { sql: conditions.map(({ sql }) => sql).join(' AND '), parameters: Object.assign({}, ...conditions.map(({ parameters }) => parameters), more) as Record<string, unknown> }
}
