// One staged story into its rows: story, texts, answers; and the answers of one that was there already.
import { createHash } from 'node:crypto'
import type { Id } from '../shared/domain/ids.ts'
import type { StagedStory } from '../shared/importing/staged.ts'
import { stableId, toBlob } from './ids.ts'
import type { Questions } from './staging-questions.ts'
import type { Store } from './store.ts'

/** Local numbers. */
export type StoryPlace = { group: number | null; wave: number | null; teller: number | null }
type New = { id: Id; import: number; number: number; content: string; place: StoryPlace; story: StagedStory; questions: Questions; salt: Buffer }

export function insertStory(store: Store, { id, import: imported, number, content, place, story, questions, salt }: New): void {
  const num = Number(store.run(
    `INSERT INTO story (id, import, state, number, source_id, story_group, wave, teller, collected_on, language, channel, consent, length, content)
     VALUES (?, ?, 'staged', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [toBlob(id), imported, number, story.sourceId, place.group, place.wave, place.teller, story.collectedOn, story.language, story.channel,
      story.consent === null ? null : Number(story.consent), story.text.length, content]).lastInsertRowid)
  insertText(store, salt, id, num, null, story.text)
  insertAnswers(store, salt, id, num, story, questions)
}

/**
 * New answers for a story that is live; its codings stay. The words stay too: false when the source's differ from them,
 * because a correction of words is a revision that a person looks at.
 */
export function changeStory(store: Store, { id, num, place, story, questions, salt }: Omit<New, 'import' | 'number' | 'content'> & { num: number }): boolean {
  store.run('DELETE FROM answer WHERE story = ?', [num])
  store.run('UPDATE story SET story_group = ?, wave = ?, teller = ?, collected_on = ?, language = ?, channel = ?, consent = ? WHERE num = ?',
    [place.group, place.wave, place.teller, story.collectedOn, story.language, story.channel, story.consent === null ? null : Number(story.consent), num])
  const same = insertAnswers(store, salt, id, num, story, questions)
  return bodyOf(store, num, null) === story.text && same
}

/** Gives false when a free-text answer was there in other words, which then stay. */
function insertAnswers(store: Store, salt: Buffer, id: Id, num: number, story: StagedStory, questions: Questions): boolean {
  let same = true
  for (const [key, value] of Object.entries(story.answers)) {
    for (const row of questions.rowsOf(key, value)) {
      store.run('INSERT INTO answer (signifier, story, part, option, value) VALUES (?, ?, ?, ?, ?)', [row.signifier, num, row.part, row.option, row.value])
    }
    if (value.is !== 'text') continue
    const known = bodyOf(store, num, questions.numOf(key))
    if (known === undefined) insertText(store, salt, id, num, { key, num: questions.numOf(key) }, value.text)
    else same &&= known === value.text
  }
  return same
}

function insertText(store: Store, salt: Buffer, story: Id, num: number, signifier: { key: string; num: number } | null, body: string): void {
  const text = Number(store.run('INSERT INTO text (id, story, kind, signifier, newest) VALUES (?, ?, ?, ?, 1)',
    [toBlob(stableId(salt, 'text', story, signifier?.key ?? '')), num, signifier ? 'answer' : 'main', signifier?.num ?? null]).lastInsertRowid)
  store.run('INSERT INTO revision (text, number, body, sha256) VALUES (?, 1, ?, ?)', [text, body, createHash('sha256').update(body).digest()])
}

const bodyOf = (store: Store, story: number, signifier: number | null): string | undefined =>
  store.get<{ body: string }>('SELECT r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = 1 WHERE t.story = ? AND t.signifier IS ?', [story, signifier])?.body
