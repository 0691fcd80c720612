// Writing an import: batches of staged rows that nobody sees, made live by one finishing op; cancelling leaves nothing.
// Ids follow from the source (group, wave, source id; the question's key), so the same file again finds its own rows.
import { randomInt } from 'node:crypto'
import type { Id } from '../shared/domain/ids.ts'
import type { SignifierShape } from '../shared/domain/signifier.ts'
import type { StagedStory } from '../shared/importing/staged.ts'
import { Refusal } from '../shared/errors.ts'
import { newId } from '../shared/domain/ids.ts'
import { saltedDigest, stableId, toBlob } from './ids.ts'
import { createQuestions, type Questions } from './staging-questions.ts'
import { changeStory, insertStory, type StoryPlace } from './staging-stories.ts'
import { projectSalt } from './project.ts'
import type { Store } from './store.ts'
import { transact } from './transact.ts'

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
  /** Stages stories; resolves when they are in the file. */
  add(stories: StagedStory[]): Promise<void>
  /** Makes all of it visible in one transaction; `signifiers` may hold options found on the way. */
  finish(signifiers: SignifierShape[]): Promise<ImportOutcome>
  /** Takes every staged row out again. */
  cancel(): Promise<void>
}

/** A staged import this old belongs to a program that is gone. */
const ABANDONED = 10 * 60_000
/** At most this long a lock, then a pause in which others write (milliseconds). */
const LOCK = 80
const PAUSE = 40

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

function writerOf(store: Store, start: ImportStart, act: { coder: Id | null; undoable: boolean; profile: string }, id: Id, num: number): ImportWriter {
  const salt = projectSalt(store)
  const outcome: ImportOutcome = { import: id, added: 0, changed: 0, unchanged: 0, absent: [], withdrawn: [], textDiffers: [] }
  const changed: { id: Id; num: number; story: StagedStory; content: string }[] = []
  const seen = new Set<string>()
  const places = createPlaces(store, salt, num)
  const numbers = createNumbers(store)
  let questions: Questions | null = null

  const stage = (story: StagedStory): void => {
    const storyId = stableId(salt, 'story', story.group ?? '', story.wave ?? '', story.sourceId)
    const content = contentOf(salt, story)
    const known = store.get<{ num: number; state: string; content: string }>('SELECT num, state, content FROM story WHERE id = ?', [toBlob(storyId)])
    seen.add(storyId)
    questions!.note(story)
    if (!known) {
      insertStory(store, { id: storyId, import: num, number: numbers(), content, place: places.of(story), story, questions: questions!, salt })
      outcome.added++
    } else if (known.state === 'withdrawn') outcome.withdrawn.push(story.sourceId)
    else if (known.content === content) outcome.unchanged++
    else changed.push({ id: storyId, num: known.num, story, content })
  }

  return {
    async add(stories) {
      for (let next = 0; next < stories.length;) {
        await transact(store, act, () => {
          questions ??= createQuestions(store, salt, num, start.signifiers)
          const until = Date.now() + LOCK
          store.run('UPDATE import SET at = ? WHERE num = ?', [Date.now(), num])
          while (next < stories.length && Date.now() < until) stage(stories[next++]!)
        })
        if (next < stories.length) await new Promise((resolve) => setTimeout(resolve, PAUSE))
      }
    },
    async finish(signifiers) {
      await transact(store, act, (write) => {
        questions ??= createQuestions(store, salt, num, start.signifiers)
        questions.settle(signifiers)
        for (const change of changed) {
          if (!changeStory(store, { ...change, place: places.of(change.story), questions, salt })) outcome.textDiffers.push(change.story.sourceId)
          write.change('story.answered', 'story', change.id, { content: change.content }, { story: change.id })
        }
        outcome.changed = changed.length
        outcome.absent = places.absent(seen)
        write.change('story.imported', 'import', id, {
          state: 'live', added: outcome.added, changed: outcome.changed, unchanged: outcome.unchanged, absent: outcome.absent.length
        })
        store.run(`UPDATE story SET state = 'live' WHERE import = ?`, [num])
      })
      return outcome
    },
    async cancel() {
      while ((await transact(store, act, () => removeStaged(store, num, 500))).value) await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
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
    while (removeStaged(store, num, 500)) { /* nobody is waiting: its program is gone */ }
  }
}

/** All that a source tells of a story, in 128 bits that can't be read back. */
export function contentOf(salt: Buffer, staged: StagedStory): string {
  const { row: _, answers, ...story } = staged
  const sorted = Object.keys(answers).toSorted().map((key) => [key, answers[key]])
  return saltedDigest(salt, JSON.stringify([story, sorted])).toString('hex', 0, 16)
}

/** Groups, waves and tellers by their names in the source, made when first met. */
function createPlaces(store: Store, salt: Buffer, num: number): { of(story: StagedStory): StoryPlace; absent(seen: Set<string>): ImportOutcome['absent'] } {
  const nums = new Map<string, number>()
  const named = (table: 'story_group' | 'wave', name: string): number => {
    const key = `${table}/${name}`
    const id = toBlob(stableId(salt, table, name.toLocaleLowerCase('nl')))
    if (!nums.has(key)) {
      store.run(`INSERT INTO ${table} (id, import, name, position, removed) VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM ${table}), 0) ON CONFLICT DO NOTHING`, [id, num, name])
      nums.set(key, store.get<{ num: number }>(`SELECT num FROM ${table} WHERE id = ?`, [id])!.num)
    }
    return nums.get(key)!
  }
  const teller = (key: string): number => {
    const id = toBlob(stableId(salt, 'teller', key))
    if (!nums.has(`teller/${key}`)) {
      store.run('INSERT INTO teller (id, import) VALUES (?, ?) ON CONFLICT DO NOTHING', [id, num])
      nums.set(`teller/${key}`, store.get<{ num: number }>('SELECT num FROM teller WHERE id = ?', [id])!.num)
    }
    return nums.get(`teller/${key}`)!
  }
  const met = new Set<string>()
  return {
    of(story) {
      const place = {
        group: story.group === null ? null : named('story_group', story.group), wave: story.wave === null ? null : named('wave', story.wave),
        teller: story.teller === null ? null : teller(story.teller)
      }
      met.add(`${place.group ?? 0}/${place.wave ?? 0}`)
      return place
    },
    absent(seen) {
      return store.all<{ id: Buffer; source_id: string; story_group: number | null; wave: number | null }>(
        `SELECT id, source_id, story_group, wave FROM story WHERE state = 'live' AND import <> ?`, [num])
        .filter((row) => met.has(`${row.story_group ?? 0}/${row.wave ?? 0}`))
        .map((row) => ({ id: row.id.toString('base64url'), sourceId: row.source_id }))
        .filter((row) => !seen.has(row.id))
    }
  }
}

/** Random numbers nobody bears yet: four digits while there are few stories, more digits as they get many. */
function createNumbers(store: Store): () => number {
  const taken = new Set(store.all<{ number: number }>('SELECT number FROM story').map((row) => row.number))
  return () => {
    let low = 1000
    while (taken.size > low * 3) low *= 10
    for (;;) {
      const number = randomInt(low, low * 10)
      if (taken.has(number)) continue
      taken.add(number)
      return number
    }
  }
}
