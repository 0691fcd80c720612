// Where people may have quoted a story in words of their own: what holds four of its words in a row, and what was written about it. A
// person looks and decides; nothing is changed.
import type { Quoting } from '../shared/contract/story.ts'
import type { Id } from '../shared/domain/ids.ts'
import { plainMemo } from '../shared/text/memo-text.ts'
import { toBlob, toId } from './ids.ts'
import { listMemos } from './memos.ts'
import type { Store } from './store.ts'
import { listTalks } from './talks.ts'

/** So many of a story's words in a row are no accident. */
const ROW = 4
/** Of a memo without a title, so many units name it. */
const OPENING = 80

/** What the viewer may see of it; packs first, whose cards are printed. The words of the story must still be there. */
export function listQuoting(store: Store, viewer: Id | null, story: Id): Quoting[] {
  const told = store.all<{ body: string | null }>('SELECT r.body FROM revision r JOIN text t ON t.num = r.text JOIN story s ON s.num = t.story WHERE s.id = ?', [toBlob(story)])
  const rows = new Set(told.flatMap(({ body }) => rowsOf(body ?? '')))
  const quotes = (words: string): boolean => rowsOf(words).some((row) => rows.has(row))
  const memos = listMemos(store, viewer).filter((memo) => memo.story === story || quotes(`${memo.title} ${plainMemo(memo.body)}`))
    .map(({ id, title, body }) => ({ is: 'memo' as const, id, name: title || shortened(plainMemo(body)) }))
  const talks = listTalks(store, viewer).filter((talk) => talk.story === story || quotes(`${talk.question} ${talk.settled?.words ?? ''}`)).map(({ id, question, quote }) => ({ is: 'talk' as const, id, name: question || shortened(quote) }))
  const texts = (is: 'code' | 'theme' | 'session' | 'lesson', sql: string): Quoting[] =>
    store.all<{ id: Buffer; name: string; words: string }>(sql).filter(({ words }) => quotes(words)).map(({ id, name }) => ({ is, id: toId(id), name }))
  const packs = store.all<{ id: Buffer; name: string }>(
    'SELECT DISTINCT p.id, p.name FROM pack p JOIN card c ON c.pack = p.num AND c.removed = 0 JOIN story s ON s.num = c.story WHERE s.id = ? AND p.removed = 0 ORDER BY p.num', [toBlob(story)])
  return [
    ...packs.map(({ id, name }) => ({ is: 'pack' as const, id: toId(id), name })), ...memos, ...talks, ...texts('code', `SELECT id, name, name || ' ' || definition || ' ' || include || ' ' || exclude AS words FROM code WHERE removed = 0 ORDER BY num`),
    ...texts('theme', `SELECT id, name, concat_ws(' | ', name, concept, inside, outside, tensions, counter, (SELECT group_concat(p.note, ' | ') FROM theme_part p WHERE p.theme = t.num AND p.removed = 0)) AS words
       FROM theme t WHERE removed = 0 ORDER BY num`),
    ...texts('session', `SELECT id, name, concat_ws(' | ', name, notes, (SELECT group_concat(concat_ws(' | ', h.observation, h.readings, h.action, h.signal), ' | ') FROM harvest h WHERE h.session = s.num AND h.removed = 0)) AS words
       FROM session s WHERE removed = 0 ORDER BY num`),
    ...texts('lesson', `SELECT id, name, name || ' | ' || questions AS words FROM lesson WHERE removed = 0 ORDER BY num`)
  ]
}

/** Every four words in a row, letter case and what stands between them aside; a shorter text is one row. */
function rowsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length < ROW) return words.length > 1 ? [words.join(' ')] : []
  return Array.from({ length: words.length - ROW + 1 }, (_, at) => words.slice(at, at + ROW).join(' '))
}

const shortened = (body: string): string => (body.length > OPENING ? `${body.slice(0, OPENING - 1).trimEnd()}…` : body)
