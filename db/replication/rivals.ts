// Last writer wins per field, and what lost is kept for people: a write that no other write named in its `prev`, and that lost.
import type { Id } from '../../shared/domain/ids.ts'
import type { EntityName } from '../entities.ts'
import { compareStamps, readStamps, writeStamp, type Stamp } from '../stamps.ts'
import { winnerOf, type Run } from './run.ts'

/** Where a lost value is nobody's loss: places in a list, how far somebody read, and what an import says of itself. */
const UNLISTED: Partial<Record<string, readonly string[]>> = {
  reading: ['openedAt', 'position', 'done'], code: ['position'], story_group: ['position'], wave: ['position'], signifier: ['position'], option: ['position'], stone: ['position'],
  story: ['content', 'state', 'withdrawnOn'], text: ['newest'], import: ['state', 'added', 'changed', 'unchanged', 'absent'], coding: ['revision', 'text', 'checksum']
}

/**
 * A change of one field arrives: true when it wins and the row must be written. Keeps cell (the winner) and rival (losing heads).
 * Comes right in whatever order ops arrive, as long as each comes after those it names.
 */
export function contend(run: Run, entity: EntityName, id: Id, blob: Buffer, field: string, op: Stamp, prev: string | undefined): boolean {
  const { store } = run
  const listed = !UNLISTED[entity]?.includes(field)
  if (prev !== undefined && listed && run.disputed.has(id)) {
    for (const { replica, rseq } of readStamps(prev)) {
      store.run('DELETE FROM rival WHERE entity_id = ? AND field = ? AND replica = (SELECT num FROM replica WHERE id = ?) AND rseq = ?', [blob, field, replica, rseq])
    }
  }
  const winner = winnerOf(run, id, blob, field)
  const wins = !winner || compareStamps(op, winner) > 0
  const loser = wins ? winner : op
  if (loser && listed && !isNamed(prev, writeStamp(loser))) {
    store.run('INSERT OR IGNORE INTO rival (entity, entity_id, field, replica, rseq) VALUES (?, ?, ?, ?, ?)', [entity, blob, field, loser.num, loser.rseq])
    run.disputed.add(id)
  }
  if (wins) {
    store.run('INSERT OR REPLACE INTO cell (entity_id, field, hlc, replica, rseq) VALUES (?, ?, ?, ?, ?)', [blob, field, op.hlc, op.num, op.rseq])
    run.cells.set(id + field, op)
  }
  return wins
}

const isNamed = (prev: string | undefined, stamp: string): boolean =>
  prev !== undefined && (prev === stamp || readStamps(prev).map(writeStamp).includes(stamp))
