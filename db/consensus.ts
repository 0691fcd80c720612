// The layer that comes of talk: kept as a coder of its own role, whose codings and readings are what was agreed.
import type { Id } from '../shared/domain/ids.ts'
import { listCoders, sharedLayer, type CoderRow } from './coders.ts'
import { stableId, toBlob, toId } from './ids.ts'
import { projectSalt } from './project.ts'
import type { Writer } from './record.ts'
import { joined, layerCodings } from './scope.ts'
import type { Store } from './store.ts'

export const findConsensus = (store: Store): CoderRow | undefined => listCoders(store).find(({ role }) => role === 'consensus')

/**
 * The layer's coder; made when there is none, with the same id on every replica. On nobody's name: taking back the first thing that was
 * agreed takes back that, and not the layer under what others agreed on since.
 */
export function mustHaveConsensus(store: Store, write: Writer, viewer: Id): Id {
  const found = findConsensus(store)
  if (found) return found.id
  const id = stableId(projectSalt(store), 'coder', 'consensus')
  write.as(null)
  if (store.get('SELECT 1 FROM coder WHERE id = ?', [toBlob(id)])) write.change('coder.changed', 'coder', id, { removed: false })
  else {
    write.insert('coder.joined', 'coder', id, {
      ...sharedLayer(store), colour: (listCoders(store).length % 12) + 1, role: 'consensus', background: '', statement: '', removed: false
    })
  }
  write.as(viewer)
  return id
}

/** Codings of the layer in a story that this viewer may see, by id. */
export function listAgreed(store: Store, story: Id, viewer: Id | null): Id[] {
  const { sql, parameters } = joined([layerCodings(store, { is: 'consensus' }, viewer)], { story: toBlob(story) })
  return store.all<{ id: Buffer }>(`SELECT c.id FROM coding c WHERE c.story = (SELECT num FROM story WHERE id = @story) AND ${sql} ORDER BY c.text, c.at_start, c.num`, parameters).map(({ id }) => toId(id))
}

/** Was the story talked over to its end? */
export const isDiscussed = (store: Store, story: Id): boolean =>
  store.get(`SELECT 1 FROM reading r JOIN coder k ON k.num = r.coder AND k.role = 'consensus' WHERE r.story = (SELECT num FROM story WHERE id = ?) AND r.done = 1`, [toBlob(story)]) !== undefined
