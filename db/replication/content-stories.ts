// The stories of a foreign import: new ones staged, those that are here brought in line. Words and number come from the oldest import
// that has the story, answers from the newest; a withdrawn story takes no words from anyone.
import type { Id } from '../../shared/domain/ids.ts'
import type { EntityName } from '../entities.ts'
import { toBlob } from '../ids.ts'
import { replaceAnswers, type StoredAnswer } from '../replace-answers.ts'
import { numberIn, type Numbers } from '../rows.ts'
import { compareStamps, type Stamp } from '../stamps.ts'
import type { Store } from '../store.ts'
import { settleText as settleWords, sha256 as hexOf } from '../text-bodies.ts'
import type { AnswerPart, Bundle, StoryContent } from './bundle.ts'
import type { Run } from './run.ts'

/** When each import was made visible, by local number. What no op tells of is older than all. */
export type ImportStamps = { isOlder(a: number | null, b: number | null): boolean }

export function importStamps(store: Store): ImportStamps {
  const rows = store.all<Stamp & { import: number }>(
    `SELECT i.num AS import, o.hlc, r.id AS replica, r.num, o.rseq FROM import i JOIN op o ON o.entity_id = i.id AND o.kind = 'story.imported' JOIN replica r ON r.num = o.replica`)
  const stamps = new Map(rows.map((row) => [row.import, row]))
  return {
    isOlder(a, b) {
      const [x, y] = [stamps.get(a ?? 0), stamps.get(b ?? 0)]
      return y === undefined ? false : x === undefined || compareStamps(x, y) < 0
    }
  }
}

type Told = Bundle['told'][number]
/** Throws a TypeError for what is not here: then the bundle is none of ours. */
function numOf(numbers: Numbers, entity: EntityName, id: Id): number {
  const num = numbers(entity, id)
  if (num === null) throw new TypeError(`no ${entity} ${id}`)
  return num
}
const numOrNull = (numbers: Numbers, entity: EntityName, id: Id | null): number | null => (id === null ? null : numOf(numbers, entity, id))

/** A story that is not here yet, staged under its import. */
export function insertStory(store: Store, imported: number, { id, brought, texts, told }: StoryContent): void {
  const main = texts.find(({ signifier }) => signifier === null)
  const story = Number(store.run(
    `INSERT INTO story (id, import, state, number, source_id, length, content) VALUES (?, ?, 'staged', ?, ?, ?, '')`,
    [toBlob(id), imported, brought!.number, brought!.sourceId, main?.body?.length ?? 0]).lastInsertRowid)
  for (const text of texts) insertText(store, story, text, null)
  if (told) tell(store, numberIn(store), story, told)
}

function insertText(store: Store, story: number, text: Bundle['texts'][number], imported: number | null): void {
  const num = Number(store.run('INSERT INTO text (id, story, kind, signifier, newest, import) VALUES (?, ?, ?, ?, 1, ?)',
    [toBlob(text.id), story, text.signifier === null ? 'main' : 'answer', numOrNull(numberIn(store), 'signifier', text.signifier), imported]).lastInsertRowid)
  if (text.body !== null) store.run('INSERT INTO revision (text, number, body, sha256) VALUES (?, 1, ?, ?)', [num, text.body, sha256(text.body)])
}

/** What the import says of a story that was here: whose it is, its words, its answers. */
export function settleStory({ store, numbers }: Pick<Run, 'store' | 'numbers'>, imported: number, stamps: ImportStamps, { id, brought, texts, told }: StoryContent): void {
  const row = store.get<{ num: number; import: number; state: string; content_import: number | null; number: number; drawn: number | null }>(
    'SELECT num, import, state, content_import, number, drawn FROM story WHERE id = ?', [toBlob(id)])!
  if (row.import === imported) return
  const [tells, withdrawn] = [row.content_import ?? row.import, row.state === 'withdrawn']
  if (brought && stamps.isOlder(imported, row.import)) {
    store.run('UPDATE text SET import = ? WHERE story = ? AND import IS NULL', [row.import, row.num])
    store.run('UPDATE story SET import = ?, content_import = ?, drawn = ?, source_id = ? WHERE num = ?', [imported, withdrawn ? null : tells, brought.number, brought.sourceId, row.num])
  }
  if (told && !withdrawn && stamps.isOlder(tells, imported)) {
    tell(store, numbers, row.num, told)
    store.run('UPDATE story SET content_import = ? WHERE num = ?', [imported, row.num])
  }
  for (const text of texts) settleText(store, row.num, imported, stamps, text, withdrawn)
}

/** The words of a text are those of the oldest import that has it. */
function settleText(store: Store, story: number, imported: number, stamps: ImportStamps, text: Bundle['texts'][number], withdrawn: boolean): void {
  const here = store.get<{ num: number; import: number }>('SELECT t.num, coalesce(t.import, s.import) AS import FROM text t JOIN story s ON s.num = t.story WHERE t.id = ?', [toBlob(text.id)])
  if (!here) return insertText(store, story, withdrawn ? { ...text, body: null } : text, imported)
  if (stamps.isOlder(imported, here.import)) store.run('UPDATE text SET import = ? WHERE num = ?', [imported, here.num])
  const words = store.get<{ sha256: Buffer }>('SELECT sha256 FROM revision WHERE text = ? AND number = 1', [here.num])
  if (text.body === null || withdrawn || words?.sha256.equals(sha256(text.body))) return
  if (stamps.isOlder(imported, here.import)) {
    store.run('INSERT INTO revision (text, number, body, sha256) VALUES (?, 1, ?, ?) ON CONFLICT (text, number) DO UPDATE SET body = excluded.body, sha256 = excluded.sha256',
      [here.num, text.body, sha256(text.body)])
  }
  settleWords(store, here.num) // codings made on the other words are for a person to look at
}

/** The answers travel whole: all of a story's come from one import. */
function tell(store: Store, numbers: Numbers, story: number, told: Told): void {
  const place = (entity: 'story_group' | 'wave', field: string, id: Id | null): number | null => {
    const changed = store.get('SELECT 1 FROM cell WHERE entity_id = ? AND field = ?', [toBlob(told.story), field])
    return changed ? store.get<{ num: number | null }>(`SELECT ${entity} AS num FROM story WHERE num = ?`, [story])!.num : numOrNull(numbers, entity, id)
  }
  store.run('UPDATE story SET content = ?, story_group = ?, wave = ?, teller = ?, collected_on = ?, language = ?, channel = ?, consent = ? WHERE num = ?',
    [told.content, place('story_group', 'group', told.group), place('wave', 'wave', told.wave), numOrNull(numbers, 'teller', told.teller), told.collectedOn, told.language, told.channel,
      told.consent === null ? null : Number(told.consent), story])
  replaceAnswers(store, story, told.answers.map((part) => answerRow(numbers, part)))
}

function answerRow(numbers: Numbers, [signifier, part, option, value]: AnswerPart): StoredAnswer {
  const optionNum = numOrNull(numbers, 'option', option)
  const place = part === 'option' ? optionNum! : typeof part === 'number' ? part : 2 * numOf(numbers, 'stone', part.slice(1)) + (part.startsWith('y') ? 1 : 0)
  return [numOf(numbers, 'signifier', signifier), place, optionNum, value]
}

const sha256 = (body: string): Buffer => Buffer.from(hexOf(body), 'hex')
