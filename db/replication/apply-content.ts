// The content of a foreign import into a store: new rows staged in batches nobody sees, then, in the transaction of the op that
// makes them visible, what it changes of rows that are here already. Who brings a row: the import with the lowest stamp, in every copy.
import type { Id } from '../../shared/domain/ids.ts'
import { toBlob, toId } from '../ids.ts'
import { projectId } from '../project.ts'
import { clearStaged } from '../staging.ts'
import type { Store } from '../store.ts'
import { sha256, storeBody } from '../text-bodies.ts'
import { transact, type Act } from '../transact.ts'
import { purgeWords } from '../withdrawal.ts'
import { waitsForOps, type Waiting } from './apply-op.ts'
import { storiesOf, type Bundle, type StoryContent } from './bundle.ts'
import { insertFrame, settleFrame } from './content-frame.ts'
import { importStamps, insertStory, settleStory } from './content-stories.ts'
import { beginRun, type Run } from './run.ts'
import { settleNumbers } from './story-numbers.ts'
import type { WireOp } from './wire.ts'

/** Where content comes from: another file, or a folder. Null: not there (yet), or not what it should be. */
export type ContentSource = {
  importBundle(id: Id): Bundle | null
  /** The words of a correction, by the id of its revision; held against the checksum of its op here. */
  revision(id: Id): string | null
}

const LOCK = 80
const PAUSE = 40
/** A staged import this old (milliseconds) belongs to a program that is gone. */
const ABANDONED = 30_000

/** Bundles that are staged and wait for their op. */
export type Staged = Map<Id, Bundle>

/** Stages the new rows of the import that `op` makes visible; gives why it cannot. */
export async function stageContent(store: Store, act: Act, op: WireOp, source: ContentSource, staged: Staged): Promise<Waiting | null> {
  const waits = (why: Waiting['why'], on = ''): Waiting => ({ replica: op.replica, rseq: op.rseq, why, on })
  const bundle = source.importBundle(op.id)
  if (!bundle || bundle.import.id !== op.id || bundle.project !== projectId(store)) return waits('content', op.id)
  const stories = newStories(store, bundle)
  let num = 0
  const wait = (await transact(store, act, () => {
    const early = waitsForOps(beginRun(store), op)
    if (early) return early
    const under = store.get<{ num: number; id: Buffer; at: number }>(`SELECT num, id, at FROM import WHERE state = 'staged'`)
    if (under && under.at > Date.now() - ABANDONED && !(under.id.equals(toBlob(op.id)) && staged.has(op.id))) return waits('importing')
    if (under) clearStaged(store, under.num)
    const missing = missingFrom(store, bundle)
    if (missing) return waits(missing.why, missing.on)
    num = insertFrame(store, bundle)
    return null
  })).value
  if (wait) return wait
  for (let next = 0; next < stories.length;) {
    const { value: isThere } = await transact(store, act, () => {
      // Taken for abandoned while this computer slept: its number can be another import's by now.
      if (store.run('UPDATE import SET at = ? WHERE num = ? AND id = ?', [Date.now(), num, toBlob(op.id)]).changes === 0) return false
      const until = performance.now() + LOCK
      while (next < stories.length && performance.now() < until) insertStory(store, num, stories[next++]!)
      return true
    })
    if (!isThere) return waits('importing')
    if (next < stories.length) await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
  staged.set(op.id, bundle)
  return null
}

/** What an op that was just applied brings along besides its own row. */
export function applyContent(run: Run, op: WireOp, staged: Staged, source: ContentSource): void {
  const { store } = run
  if (op.kind === 'story.withdrawn' && op.entity === 'story') purgeWords(store, op.id)
  if (op.entity === 'revision' && op.before === null) takeBody(store, op.id, source)
  const bundle = op.kind === 'story.imported' ? staged.get(op.id) : undefined
  if (!bundle) return
  const num = store.get<{ num: number }>('SELECT num FROM import WHERE id = ?', [toBlob(op.id)])!.num
  const stamps = importStamps(store)
  settleFrame(store, bundle, num, stamps)
  for (const story of storiesOf(bundle)) settleStory(run, num, stamps, story)
  store.run('UPDATE import SET at = ? WHERE num = ?', [bundle.import.at, num])
  store.run(`UPDATE story SET state = 'live' WHERE import = ? AND state = 'staged'`, [num])
  settleNumbers(store, stamps)
  staged.delete(op.id)
}

/** The words of a correction that are not here yet, if they are to be had; never those of a withdrawn story. True: they are here now. */
export function takeBody(store: Store, revision: Id, source: ContentSource): boolean {
  const row = store.get<{ sha256: Buffer }>(
    `SELECT r.sha256 FROM revision r JOIN text t ON t.num = r.text JOIN story s ON s.num = t.story WHERE r.id = ? AND r.body IS NULL AND s.state <> 'withdrawn'`, [toBlob(revision)])
  const body = row ? source.revision(revision) : null
  if (!row || body === null || sha256(body) !== row.sha256.toString('hex')) return false
  storeBody(store, revision, body)
  return true
}

/** Corrections whose words are still to come. */
export const listMissingBodies = (store: Store): Id[] =>
  store.all<{ id: Buffer }>(`SELECT r.id FROM revision r JOIN text t ON t.num = r.text JOIN story s ON s.num = t.story WHERE r.body IS NULL AND r.id IS NOT NULL AND s.state <> 'withdrawn'`).map((row) => toId(row.id))

const newStories = (store: Store, bundle: Bundle): StoryContent[] =>
  storiesOf(bundle).filter(({ id, brought }) => brought && !store.get(`SELECT 1 FROM story WHERE id = ? AND state <> 'staged'`, [toBlob(id)]))

/** What the bundle points at and neither it nor the store has; or a question that is another kind of question here. */
function missingFrom(store: Store, bundle: Bundle): { why: 'row' | 'kind_differs'; on: string } | null {
  const brought = new Set([...bundle.groups, ...bundle.waves, ...bundle.signifiers, ...bundle.options, ...bundle.stones, ...bundle.stories].map(({ id }) => id).concat(bundle.tellers))
  const absent = (table: string, id: Id | null): boolean => id !== null && !brought.has(id) && store.get(`SELECT 1 FROM ${table} WHERE id = ?`, [toBlob(id)]) === undefined
  for (const { id, kind } of [...bundle.signifiers, ...bundle.kinds]) {
    const here = store.get<{ kind: string; key: string }>('SELECT kind, key FROM signifier WHERE id = ?', [toBlob(id)])
    if (here && here.kind !== kind) return { why: 'kind_differs', on: here.key }
    if (!here && absent('signifier', id)) return { why: 'row', on: `signifier ${id}` }
  }
  for (const [table, ids] of pointsAt(bundle)) for (const id of ids) if (absent(table, id)) return { why: 'row', on: `${table} ${id}` }
  return null
}

function pointsAt(bundle: Bundle): [table: string, ids: Set<Id | null>][] {
  const parts = bundle.told.flatMap(({ answers }) => answers)
  return [
    ['coder', new Set([bundle.import.coder])], ['story', new Set([...bundle.texts, ...bundle.told].map(({ story }) => story))],
    ['signifier', new Set([...bundle.texts, ...bundle.wordings, ...bundle.options, ...bundle.stones].map(({ signifier }) => signifier))],
    ['story_group', new Set([...bundle.told, ...bundle.wordings].map(({ group }) => group))], ['wave', new Set(bundle.told.map(({ wave }) => wave))],
    ['teller', new Set(bundle.told.map(({ teller }) => teller))], ['option', new Set(parts.map(([, , option]) => option))],
    ['stone', new Set(parts.map(([, part]) => (typeof part === 'string' && part !== 'option' ? part.slice(1) : null)))]
  ]
}
