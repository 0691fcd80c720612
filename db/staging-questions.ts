// The questions of an import: found in the project or made, with the options and stones that answers name.
import type { AnswerValue, SignifierKind, SignifierShape } from '../shared/domain/signifier.ts'
import { sameWords } from '../shared/importing/cell-values.ts'
import { joinedOptions, type KnownOption } from '../shared/importing/known-options.ts'
import type { StagedStory } from '../shared/importing/staged.ts'
import { Refusal } from '../shared/errors.ts'
import { PART_NA, PART_NONE } from './answers.ts'
import { stableId, toBlob } from './ids.ts'
import type { Store } from './store.ts'

/** `options` by the key that this import gives them: one that an earlier import wrote a little otherwise is the same option. */
type Question = { num: number; kind: SignifierKind; options: Map<string, number>; /** The first option of each words, capitals and spaces aside. */ said: Map<string, number>; stones: Map<string, number> }
/** Told by calls, not in lists: a large import has half a million of them. */
export type EachPart = (signifier: number, part: number, option: number | null, value: number | null) => void
export type Questions = {
  /** The rows of the long form, by local numbers; free text gives one row, its words are the caller's. */
  eachPart(key: string, value: AnswerValue, put: EachPart): void
  numOf(key: string): number
  /** Local numbers of all that the import asks. */
  asked: ReadonlySet<number>
  /** Remembers which groups were asked what. */
  note(story: StagedStory): void
  /** Words, order, links and wordings, once everything was read. */
  settle(signifiers: SignifierShape[]): void
}

/** Throws a Refusal (conflict 'import.kind_differs') when the project knows such a question as another kind. */
export function createQuestions(store: Store, salt: Buffer, imported: number, shapes: SignifierShape[]): Questions {
  const questions = new Map(shapes.map((shape) => [shape.key, takeQuestion(store, salt, imported, shape)]))
  /** By group: the questions its stories answer. */
  const askedIn = new Map<string, Set<string>>()
  const groups = new Set<string | null>()
  const questionOf = (key: string): Question => {
    const found = questions.get(key)
    if (!found) throw new Error(`an answer names the question ${key}, which the mapping lacks`)
    return found
  }
  return {
    numOf: (key) => questionOf(key).num,
    asked: new Set([...questions.values()].map(({ num }) => num)),
    eachPart(key, value, put) {
      const question = questionOf(key)
      eachPart(value, question, (option) => optionOf(store, salt, imported, key, question, option), put)
    },
    note(story) {
      groups.add(story.group)
      if (story.group === null) return
      let asked = askedIn.get(story.group)
      if (!asked) askedIn.set(story.group, (asked = new Set()))
      for (const key in story.answers) asked.add(key)
    },
    settle(signifiers) {
      for (const shape of signifiers) settleQuestion(store, salt, imported, shape, questionOf(shape.key))
      for (const shape of signifiers) link(store, questions, shape)
      // One group a file was asked everything in it; in a file of several groups an answer tells who was asked.
      const only = groups.size === 1 ? [...groups][0]! : null
      for (const shape of signifiers) {
        const asked = only !== null ? [only] : [...askedIn].filter(([, keys]) => keys.has(shape.key)).map(([group]) => group)
        for (const group of asked) word(store, imported, questionOf(shape.key).num, group, shape.title)
      }
    }
  }
}

function takeQuestion(store: Store, salt: Buffer, imported: number, shape: SignifierShape): Question {
  const id = toBlob(stableId(salt, 'signifier', shape.key))
  const known = store.get<{ num: number; kind: SignifierKind }>('SELECT num, kind FROM signifier WHERE id = ?', [id])
  if (known && known.kind !== shape.kind) throw new Refusal('conflict', 'import.kind_differs', { column: shape.key, known: known.kind, kind: shape.kind })
  const num = known?.num ?? Number(store.run(
    `INSERT INTO signifier (id, import, key, kind, title, high_last, linked_to, position, removed) VALUES (?, ?, ?, ?, ?, ?, NULL, (SELECT coalesce(max(position), 0) + 1 FROM signifier), 0)`,
    [id, imported, shape.key, shape.kind, shape.title, shape.highLast === null ? null : Number(shape.highLast)]).lastInsertRowid)
  if (!known) shape.anchors.forEach((name, place) => store.run('INSERT INTO anchor (signifier, position, name) VALUES (?, ?, ?)', [num, place, name]))
  const question: Question = { num, kind: shape.kind, options: new Map(), said: new Map(), stones: keyed(store, 'stone', num) }
  for (const [key, option] of keyed(store, 'option', num)) nameOption(question, key, option)
  if (known) for (const [key, as] of joinedOptions(shape, optionsOf(store, num))) nameOption(question, key, question.options.get(as)!)
  shape.stones.forEach(({ key, label }, place) => {
    if (question.stones.has(key)) return
    question.stones.set(key, Number(store.run('INSERT INTO stone (id, import, signifier, key, name, position) VALUES (?, ?, ?, ?, ?, ?)',
      [toBlob(stableId(salt, 'stone', shape.key, key)), imported, num, key, label, place + 1]).lastInsertRowid))
  })
  return question
}

/** Kinds of the project's questions by their key. */
export const knownKinds = (store: Store): Map<string, SignifierKind> =>
  new Map(store.all<{ key: string; kind: SignifierKind }>(`SELECT s.key, s.kind FROM signifier s JOIN import i ON i.num = s.import WHERE i.state = 'live'`).map(({ key, kind }) => [key, kind]))

/** So many stories tell what was asked before. */
const ENOUGH = 200

/** Questions that the first of these stories have an answer to. */
export const answeredBefore = (store: Store, stories: ReadonlySet<number>): { key: string; title: string }[] =>
  store.all('SELECT key, title FROM signifier WHERE num IN (SELECT signifier FROM answer WHERE story IN (SELECT value FROM json_each(?))) ORDER BY position, num', [JSON.stringify([...stories].slice(0, ENOUGH))])

/** The options an earlier import gave this question, in their order; none when the project does not know it. */
export function knownOptions(store: Store, salt: Buffer, signifier: string): KnownOption[] {
  const known = store.get<{ num: number }>(`SELECT s.num FROM signifier s JOIN import i ON i.num = s.import WHERE s.id = ? AND i.state = 'live'`, [toBlob(stableId(salt, 'signifier', signifier))])
  return known ? optionsOf(store, known.num) : []
}

const optionsOf = (store: Store, signifier: number): KnownOption[] =>
  store.all<KnownOption>(`SELECT o.key, o.name FROM option o JOIN import i ON i.num = o.import WHERE o.signifier = ? AND i.state = 'live' ORDER BY o.position, o.num`, [signifier])

const keyed = (store: Store, table: 'option' | 'stone', signifier: number): Map<string, number> =>
  new Map(store.all<{ key: string; num: number }>(`SELECT key, num FROM ${table} WHERE signifier = ?`, [signifier]).map((row) => [row.key, row.num]))

function optionOf(store: Store, salt: Buffer, imported: number, signifier: string, question: Question, key: string): number {
  const known = question.options.get(key)
  if (known !== undefined) return known
  // Met beyond the first rows: an earlier import may have it with another capital.
  const num = question.said.get(sameWords(key)) ?? Number(store.run('INSERT INTO option (id, import, signifier, key, name, position) VALUES (?, ?, ?, ?, ?, ?)',
    [toBlob(stableId(salt, 'option', signifier, key)), imported, question.num, key, key, question.options.size + 1]).lastInsertRowid)
  nameOption(question, key, num)
  return num
}

function nameOption({ options, said }: Question, key: string, num: number): void {
  options.set(key, num)
  const words = sameWords(key)
  if (!said.has(words)) said.set(words, num)
}

/** Options in the order of the questionnaire; those of an earlier import keep their words and place. */
function settleQuestion(store: Store, salt: Buffer, imported: number, shape: SignifierShape, question: Question): void {
  shape.options.forEach(({ key, label }, place) => {
    const num = optionOf(store, salt, imported, shape.key, question, key)
    store.run('UPDATE option SET name = ?, position = ? WHERE num = ? AND import = ?', [label, place + 1, num, imported])
  })
}

function link(store: Store, questions: Map<string, Question>, shape: SignifierShape): void {
  const [from, to] = [questions.get(shape.key)!, shape.linkedTo === null ? undefined : questions.get(shape.linkedTo)]
  if (to) store.run('UPDATE signifier SET linked_to = ? WHERE num = ? AND linked_to IS NULL', [to.num, from.num])
}

function word(store: Store, imported: number, signifier: number, group: string, title: string): void {
  store.run(
    `INSERT INTO wording (signifier, story_group, import, title) SELECT ?, g.num, ?, ? FROM story_group g WHERE g.name = ? COLLATE NOCASE
     ON CONFLICT DO NOTHING`, [signifier, imported, title, group])
}

function eachPart(value: AnswerValue, { num, stones }: Question, option: (key: string) => number, put: EachPart): void {
  switch (value.is) {
    case 'na':
      return put(num, PART_NA, null, null)
    case 'option':
      return put(num, 0, option(value.option), null)
    case 'options':
      if (value.options.length === 0) return put(num, PART_NONE, null, null)
      return value.options.forEach((key) => put(num, option(key), option(key), null))
    case 'number':
      return put(num, 0, null, value.value)
    case 'date':
      return put(num, 0, null, Date.parse(`${value.day}T00:00:00Z`) / 86_400_000)
    case 'triad':
      return value.shares.forEach((share, anchor) => put(num, anchor, null, share))
    case 'stones':
      return value.places.forEach(({ stone, x, y }) => {
        put(num, 2 * stones.get(stone)!, null, x)
        if (y !== null) put(num, 2 * stones.get(stone)! + 1, null, y)
      })
    case 'text':
      return put(num, 0, null, null)
  }
}
