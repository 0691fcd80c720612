// The stories of a foreign import: new ones staged, those that are here brought in line. Words and number come from the oldest import
// that has the story, answers from the newest; a withdrawn story takes no words from anyone.
import type { Id } from '../../shared/domain/ids.ts'
import { toBlob } from '../ids.ts'
import { compareStamps, type Stamp } from '../stamps.ts'
import type { Store } from '../store.ts'
import { settleText as settleWords, sha256 as hexOf } from '../text-bodies.ts'
import type { AnswerPart, Bundle, StoryContent } from './bundle.ts'

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
const numOf = (store: Store, table: string, id: Id | null): number | null =>
  id === null ? null : store.get<{ num: number }>(`SELECT num FROM ${table} WHERE id = ?`, [toBlob(id)])!.num

/** A story that is not here yet, staged under its import. */
export function insertStory(store: Store, imported: number, { id, brought, texts, told }: StoryContent): void {
  const main = texts.find(({ signifier }) => signifier === null)
  const story = Number(store.run(
    `INSERT INTO story (id, import, state, number, source_id, length, content) VALUES (?, ?, 'staged', ?, ?, ?, '')`,
    [toBlob(id), imported, brought!.number, brought!.sourceId, main?.body?.length ?? 0]).lastInsertRowid)
  for (const text of texts) insertText(store, story, text, null)
  if (told) tell(store, story, told)
}

function insertText(store: Store, story: number, text: Bundle['texts'][number], imported: number | null): void {
  const num = Number(store.run('INSERT INTO text (id, story, kind, signifier, newest, import) VALUES (?, ?, ?, ?, 1, ?)',
    [toBlob(text.id), story, text.signifier === null ? 'main' : 'answer', numOf(store, 'signifier', text.signifier), imported]).lastInsertRowid)
  if (text.body !== null) store.run('INSERT INTO revision (text, number, body, sha256) VALUES (?, 1, ?, ?)', [num, text.body, sha256(text.body)])
}

/** What the import says of a story that was here: whose it is, its words, its answers. */
export function settleStory(store: Store, imported: number, stamps: ImportStamps, { id, brought, texts, told }: StoryContent): void {
  const row = store.get<{ num: number; import: number; state: string; content_import: number | null; number: number; drawn: number | null }>(
    'SELECT num, import, state, content_import, number, drawn FROM story WHERE id = ?', [toBlob(id)])!
  if (row.import === imported) return
  const [tells, withdrawn] = [row.content_import ?? row.import, row.state === 'withdrawn']
  if (brought && stamps.isOlder(imported, row.import)) {
    store.run('UPDATE text SET import = ? WHERE story = ? AND import IS NULL', [row.import, row.num])
    store.run('UPDATE story SET import = ?, content_import = ?, drawn = ?, source_id = ? WHERE num = ?', [imported, withdrawn ? null : tells, brought.number, brought.sourceId, row.num])
  }
  if (told && !withdrawn && stamps.isOlder(tells, imported)) {
    store.run('DELETE FROM answer WHERE story = ?', [row.num])
    tell(store, row.num, told)
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
function tell(store: Store, story: number, told: Told): void {
  const place = (table: string, field: string, id: Id | null): number | null => {
    const changed = store.get('SELECT 1 FROM cell WHERE entity_id = ? AND field = ?', [toBlob(told.story), field])
    return changed ? store.get<{ num: number | null }>(`SELECT ${table} AS num FROM story WHERE num = ?`, [story])!.num : numOf(store, table, id)
  }
  store.run('UPDATE story SET content = ?, story_group = ?, wave = ?, teller = ?, collected_on = ?, language = ?, channel = ?, consent = ? WHERE num = ?',
    [told.content, place('story_group', 'group', told.group), place('wave', 'wave', told.wave), numOf(store, 'teller', told.teller), told.collectedOn, told.language, told.channel,
      told.consent === null ? null : Number(told.consent), story])
  for (const part of told.answers) insertAnswer(store, story, part)
}

function insertAnswer(store: Store, story: number, [signifier, part, option, value]: AnswerPart): void {
  const optionNum = numOf(store, 'option', option)
  const place = part === 'option' ? optionNum : typeof part === 'number' ? part : 2 * numOf(store, 'stone', part.slice(1))! + (part.startsWith('y') ? 1 : 0)
  store.run('INSERT INTO answer (signifier, story, part, option, value) VALUES (?, ?, ?, ?, ?)', [numOf(store, 'signifier', signifier), story, place, optionNum, value])
}

const sha256 = (body: string): Buffer => Buffer.from(hexOf(body), 'hex')
