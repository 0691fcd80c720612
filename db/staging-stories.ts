// One staged story into its rows: story, texts, answers; and the answers of one that was there already.
import { hash } from 'node:crypto'
import type { StagedStory } from '../shared/importing/staged.ts'
import { saltedDigest, stableBlob, toId } from './ids.ts'
import { replaceAnswers, type StoredAnswer } from './replace-answers.ts'
import type { EachPart, Questions } from './staging-questions.ts'
import type { Store } from './store.ts'

/** Local numbers. */
export type StoryPlace = { group: number | null; wave: number | null; teller: number | null }
/** A story with all that can be worked out before the lock is taken: ids, sums, and how the source is compared next time. */
export type ReadyStory = { story: StagedStory; id: Buffer; content: string; texts: ReadyText[] }
/** `key`: the question it answers; null for the told story itself. */
type ReadyText = { key: string | null; id: Buffer; body: string; sha256: Buffer }

export function readyStory(salt: Buffer, story: StagedStory): ReadyStory {
  const id = storyId(salt, story)
  const name = toId(id)
  const text = (key: string | null, body: string): ReadyText =>
    ({ key, id: stableBlob(salt, 'text', name, key ?? ''), body, sha256: hash('sha256', body, 'buffer') })
  const texts = [text(null, story.text)]
  for (const key in story.answers) {
    const value = story.answers[key]!
    if (value.is === 'text') texts.push(text(key, value.text))
  }
  return { story, id, content: contentOf(salt, story), texts }
}

export const storyId = (salt: Buffer, { group, wave, sourceId }: StagedStory): Buffer => stableBlob(salt, 'story', group ?? '', wave ?? '', sourceId)

/** All that a source tells of a story, in 128 bits that can't be read back. */
export function contentOf(salt: Buffer, staged: StagedStory): string {
  const { row: _, answers, ...story } = staged
  const sorted = Object.keys(answers).toSorted().map((key) => [key, answers[key]])
  return saltedDigest(salt, JSON.stringify([story, sorted])).toString('hex', 0, 16)
}

export function insertStory(store: Store, ready: ReadyStory, at: { import: number; number: number; place: StoryPlace }, questions: Questions, answers: AnswerRows): void {
  const { story, id, content, texts } = ready
  const num = Number(store.run(
    `INSERT INTO story (id, import, state, number, source_id, story_group, wave, teller, collected_on, language, channel, consent, length, content)
     VALUES (?, ?, 'staged', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, at.import, at.number, story.sourceId, at.place.group, at.place.wave, at.place.teller, story.collectedOn, story.language, story.channel,
      story.consent === null ? null : Number(story.consent), story.text.length, content]).lastInsertRowid)
  for (const text of texts) insertText(store, num, text, questions)
  answers.add(num, story.answers, questions)
}

/** What a later export changes in a story that is live. It waits for the end of the import, so it holds no words that are there already. */
export type ChangedStory = { num: number; ready: ReadyStory }

/** Words that differ stay as they are, with their codings: a correction of words is a revision that a person looks at. */
export function comparedStory(store: Store, ready: ReadyStory, num: number, questions: Questions): ChangedStory & { wordsDiffer: boolean } {
  const known = ready.texts.map((text) => bodyOf(store, num, signifierOf(text, questions)))
  return {
    num, wordsDiffer: ready.texts.some(({ body }, at) => known[at] !== undefined && known[at] !== body),
    ready: { ...ready, story: { ...ready.story, text: '' }, texts: ready.texts.filter((_, at) => known[at] === undefined) }
  }
}

/** New answers, free-text answers it had not yet, and its new place. What the file has no column for stays as an earlier one told it. */
export function changeStory(store: Store, imported: number, { num, ready: { story, texts } }: ChangedStory, place: StoryPlace, questions: Questions): void {
  store.run(`UPDATE story SET story_group = ?, wave = ?, teller = coalesce(?, teller), collected_on = coalesce(?, collected_on), language = coalesce(?, language),
    channel = coalesce(?, channel), consent = coalesce(?, consent), content_import = ? WHERE num = ?`,
    [place.group, place.wave, place.teller, story.collectedOn, story.language, story.channel, story.consent === null ? null : Number(story.consent), imported, num])
  const rows: StoredAnswer[] = []
  for (const key in story.answers) questions.eachPart(key, story.answers[key]!, (...row) => void rows.push(row))
  replaceAnswers(store, num, rows, questions.asked)
  for (const text of texts) insertText(store, num, text, questions, imported)
}

/** Rows a statement: beyond these it gets no faster. */
const ROWS = 24
// FAIL: it stops as surely, the transaction is rolled back around it; and it needs no copy of every page it touches (a third faster).
const insertAnswersSql = (rows: number): string =>
  `INSERT OR FAIL INTO answer (signifier, story, part, option, value) VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?)').join(', ')}`
const [MANY, ONE] = [insertAnswersSql(ROWS), insertAnswersSql(1)]

/** Answers on their way into the file, of one story after the other. The last ones wait for `flush`, before the transaction ends. */
export type AnswerRows = { add(story: number, answers: StagedStory['answers'], questions: Questions): void; flush(): void }

export function createAnswerRows(store: Store): AnswerRows {
  let [rows, of]: [(number | null)[], number] = [[], 0]
  const put: EachPart = (signifier, part, option, value) => {
    rows.push(signifier, of, part, option, value)
    if (rows.length < ROWS * 5) return
    store.sql(MANY).run(rows)
    rows = []
  }
  return {
    add(story, answers, questions) {
      of = story
      for (const key in answers) questions.eachPart(key, answers[key]!, put)
    },
    flush() {
      for (let at = 0; at < rows.length; at += 5) store.sql(ONE).run(rows.slice(at, at + 5))
      rows = []
    }
  }
}

function insertText(store: Store, story: number, { key, id, body, sha256 }: ReadyText, questions: Questions, imported: number | null = null): void {
  const text = Number(store.run('INSERT INTO text (id, story, kind, signifier, newest, import) VALUES (?, ?, ?, ?, 1, ?)',
    [id, story, key === null ? 'main' : 'answer', signifierOf({ key }, questions), imported]).lastInsertRowid)
  store.run('INSERT INTO revision (text, number, body, sha256) VALUES (?, 1, ?, ?)', [text, body, sha256])
}

const signifierOf = ({ key }: { key: string | null }, questions: Questions): number | null => (key === null ? null : questions.numOf(key))

const bodyOf = (store: Store, story: number, signifier: number | null): string | undefined =>
  store.get<{ body: string }>('SELECT r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = 1 WHERE t.story = ? AND t.signifier IS ?', [story, signifier])?.body
