// Writing an import: batches of staged rows that nobody sees, made live by one finishing op; cancelling leaves nothing.
// Ids follow from the source (group, wave, source id; the question's key), so the same file again finds its own rows.
import type { Id } from '../shared/domain/ids.ts'
import type { SignifierShape } from '../shared/domain/signifier.ts'
import type { StagedStory } from '../shared/importing/staged.ts'
import { Refusal } from '../shared/errors.ts'
import { newId } from '../shared/domain/ids.ts'
import { toBlob, toId } from './ids.ts'
import { createQuestions, type Questions } from './staging-questions.ts'
import { changeStory, comparedStory, createAnswerRows, insertStory, readyStory, type ChangedStory, type ReadyStory } from './staging-stories.ts'
import { projectSalt } from './project.ts'
import { createPace } from './replication/pace.ts'
import type { Store } from './store.ts'
import { createRetold, type ToldAgain } from './told-again.ts'
import { createNumbers, createPlaces } from './staging-places.ts'
import type { Writer } from './record.ts'
import { transact, type Act } from './transact.ts'

export type ImportStart = { coder: Id | null; profile: string; files: string[]; /** The mapping as JSON. */ mapping: string; signifiers: SignifierShape[] }
export type ImportOutcome = {
  import: Id
  added: number
  changed: number
  unchanged: number
  /** Stories of the same groups and waves that the project has and these files lack: perhaps withdrawn at the source. */
  absent: { id: Id; sourceId: string }[]
  /** Source ids of stories withdrawn here that the files still hold; they stay withdrawn. */
  withdrawn: string[]
  /** Source ids whose words differ from the project's: the project's stay, with their codings. */
  textDiffers: string[]
}
export type ImportWriter = {
  /** Stages stories. The last ones may wait until others had their time; `finish` writes those too. */
  add(stories: StagedStory[]): Promise<void>
  /** Makes all of it visible in one transaction; `signifiers` may hold options found on the way. */
  finish(signifiers: SignifierShape[]): Promise<ImportOutcome>
  /** What was staged as new though its words are known; to be asked before `finish`. */
  again(): ToldAgain[]
  /** Local numbers of the project's own stories that the files name. */
  met(): ReadonlySet<number>
  /** Takes every staged row out again. */
  cancel(): Promise<void>
}

/** A staged import this old belongs to a program that is gone. */
const ABANDONED = 10 * 60_000
/** A slow disk makes no shorter locks here, as it would make many more of them. A page that lock after lock changes is copied into the file once in six. */
const ROOM = { first: 70, least: 70, most: 70, locksALog: 6 }
/** Stories that may wait for the lock: beyond these, memory counts more than time. */
const MOST_WAITING = 1000

/** Starts an import. Throws a Refusal (conflict 'import.running') while another one is under way in this project. */
export async function beginImport(store: Store, start: ImportStart): Promise<ImportWriter> {
  const act = { coder: start.coder, undoable: false, profile: start.profile }
  const id = newId()
  const num = (await transact(store, act, () => {
    clearAbandoned(store)
    if (store.get(`SELECT 1 FROM import WHERE state = 'staged'`)) throw new Refusal('conflict', 'import.running')
    return Number(store.run(
      `INSERT INTO import (id, state, files, mapping, coder, at, added, changed, unchanged, absent) VALUES (?, 'staged', ?, ?, (SELECT num FROM coder WHERE id = ?), ?, 0, 0, 0, 0)`,
      [toBlob(id), JSON.stringify(start.files), start.mapping, start.coder && toBlob(start.coder), Date.now()]).lastInsertRowid)
  })).value
  return writerOf(store, start, act, id, num)
}

function writerOf(store: Store, start: ImportStart, act: Act, id: Id, num: number): ImportWriter {
  const salt = projectSalt(store)
  const outcome: ImportOutcome = { import: id, added: 0, changed: 0, unchanged: 0, absent: [], withdrawn: [], textDiffers: [] }
  const changed: ChangedStory[] = []
  const seen = new Set<number>()
  const places = createPlaces(store, salt, num)
  const numbers = createNumbers(store)
  const answers = createAnswerRows(store)
  const retold = createRetold(store)
  let questions: Questions | null = null
  let waiting: ReadyStory[] = []
  const pace = createPace(store, ROOM)

  const locked = async <T>(work: (write: Writer, until: number) => T): Promise<T> => {
    await pace.turn()
    const { value } = await transact(store, act, (write) => work(write, pace.begin()))
    pace.end()
    return value
  }

  /** Throws when someone took this import for abandoned and cleared away what its rows point at (its number may be another's by now). */
  const proveAlive = (): void => {
    if (store.run('UPDATE import SET at = ? WHERE id = ?', [Date.now(), toBlob(id)]).changes === 0) throw new Refusal('conflict', 'import.gone')
  }
  const isOurs = (): boolean => store.get('SELECT 1 FROM import WHERE id = ?', [toBlob(id)]) !== undefined

  const stage = (ready: ReadyStory): void => {
    const { story, content } = ready
    const known = store.get<{ num: number; state: string; content: string }>('SELECT num, state, content FROM story WHERE id = ?', [ready.id])
    questions!.note(story)
    if (!known) {
      insertStory(store, ready, { import: num, number: numbers(), place: places.of(story) }, questions!, answers)
      outcome.added++
      retold.note(story.sourceId, ready.texts[0]!.sha256, story.text.length)
      return
    }
    seen.add(known.num)
    if (known.state === 'withdrawn') outcome.withdrawn.push(story.sourceId)
    else if (known.content === content) outcome.unchanged++
    else {
      const { wordsDiffer, ...change } = comparedStory(store, ready, known.num, questions!)
      changed.push(change)
      if (wordsDiffer) outcome.textDiffers.push(story.sourceId)
    }
  }

  const stageWaiting = (): Promise<void> => inBulk(store, () => locked((_, until) => {
    proveAlive()
    questions ??= createQuestions(store, salt, num, start.signifiers)
    let next = 0
    while (next < waiting.length && performance.now() < until) stage(waiting[next++]!)
    answers.flush()
    waiting = waiting.slice(next)
  }))

  return {
    async add(stories) {
      for (const story of stories) waiting.push(readyStory(salt, story))
      while (waiting.length > 0 && (pace.isDue() || waiting.length > MOST_WAITING)) await stageWaiting()
    },
    async finish(signifiers) {
      while (waiting.length > 0) await stageWaiting()
      await locked((write) => {
        proveAlive()
        questions ??= createQuestions(store, salt, num, start.signifiers)
        questions.settle(signifiers)
        for (const change of changed) {
          const { ready } = change
          changeStory(store, num, change, places.of(ready.story), questions)
          write.change('story.answered', 'story', toId(ready.id), { content: ready.content }, { story: toId(ready.id) })
        }
        outcome.changed = changed.length
        outcome.absent = places.absent(seen)
        write.change('story.imported', 'import', id, {
          state: 'live', added: outcome.added, changed: outcome.changed, unchanged: outcome.unchanged, absent: outcome.absent.length
        })
        store.run(`UPDATE story SET state = 'live' WHERE import = ?`, [num])
      })
      pace.close()
      return outcome
    },
    again: () => retold.found(seen),
    met: () => seen,
    async cancel() {
      waiting = []
      while (await locked(() => isOurs() && removeStaged(store, num, 500))) { /* as many rounds as it takes */ }
      pace.close()
    }
  }
}

/**
 * For rows in bulk: no look at what each row points at. Every number in these rows was read or made by this import on this connection,
 * and `duiding check` looks at all of them.
 */
async function inBulk<T>(store: Store, work: () => Promise<T>): Promise<T> {
  store.db.pragma('foreign_keys = OFF')
  try {
    return await work()
  } finally {
    store.db.pragma('foreign_keys = ON')
  }
}

/** Takes out up to `limit` staged stories, and with the last ones all else that this import brought; true while some are left. */
export function removeStaged(store: Store, num: number, limit: number): boolean {
  const stories = store.all<{ num: number }>('SELECT num FROM story WHERE import = ? LIMIT ?', [num, limit]).map((row) => row.num)
  const of = JSON.stringify(stories)
  store.run('DELETE FROM answer WHERE story IN (SELECT value FROM json_each(?))', [of])
  store.run('DELETE FROM revision WHERE text IN (SELECT num FROM text WHERE story IN (SELECT value FROM json_each(?)))', [of])
  store.run('DELETE FROM text WHERE story IN (SELECT value FROM json_each(?))', [of])
  store.run('DELETE FROM story WHERE num IN (SELECT value FROM json_each(?))', [of])
  if (stories.length === limit) return true
  store.run('DELETE FROM anchor WHERE signifier IN (SELECT num FROM signifier WHERE import = ?)', [num])
  store.run('UPDATE signifier SET linked_to = NULL WHERE import = ?', [num])
  for (const table of ['option', 'stone', 'wording', 'signifier', 'teller', 'wave', 'story_group']) store.run(`DELETE FROM ${table} WHERE import = ?`, [num])
  store.run('DELETE FROM import WHERE num = ?', [num])
  return false
}

function clearAbandoned(store: Store): void {
  for (const { num } of store.all<{ num: number }>(`SELECT num FROM import WHERE state = 'staged' AND at < ?`, [Date.now() - ABANDONED])) {
    clearStaged(store, num)
  }
}

/** All that was staged under one import, in one go: nobody is waiting, its program is gone. */
export function clearStaged(store: Store, num: number): void {
  while (removeStaged(store, num, 500)) { /* as many rounds as it takes */ }
}
