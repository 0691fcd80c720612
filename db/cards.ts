// Cards: row <-> domain, with the words at their place as they stand in the newest revision: what was made unrecognisable in a story
// after its card was made must not come out of a printer.
import { z } from 'zod'
import type { Card } from '../shared/contract/pack.ts'
import type { Id } from '../shared/domain/ids.ts'
import { CardEdit, editsFit } from '../shared/session/edits.ts'
import { Trigger } from '../shared/session/triggers.ts'
import { LEAST } from '../shared/sharing/small-counts.ts'
import { listAnswersOfStory } from './answers.ts'
import { toBlob, toId } from './ids.ts'
import { readJson } from './json.ts'
import { seenCards, visibleCodings, visibleStories } from './scope.ts'
import type { Store } from './store.ts'
import { placesIn, placesOfCodings } from './text-bodies.ts'

type Raw = {
  id: Buffer; number: number; story: Buffer; storyNumber: number; group_name: string | null; groupSize: number; language: string | null; text: Buffer; textNum: number; newest: number; body: string
  revision: number; start: number; end: number; whole: number; checksum: string; edits: string; title: string; tables: string; side: Card['side']; triggers: string
}

const SELECT = `SELECT c.id, c.number, s.id AS story, s.number AS storyNumber, g.name AS group_name, (SELECT count(*) FROM (SELECT 1 FROM story o WHERE o.story_group = g.num AND o.state = 'live' LIMIT ${LEAST})) AS groupSize, s.language, t.id AS text, t.num AS textNum, t.newest, r.body,
    c.revision, c.start, c."end", c.whole, c.checksum, c.edits, c.title, c.tables, c.side, c.triggers
  FROM card c JOIN story s ON s.num = c.story JOIN text t ON t.num = c.text JOIN revision r ON r.text = t.num AND r.number = t.newest
  LEFT JOIN story_group g ON g.num = s.story_group`

/** Cards of a pack that this viewer may see, by number; `gone`: those of stories that were withdrawn or are hidden from the viewer. */
export function listCards(store: Store, viewer: Id | null, pack: Id): { cards: Card[]; gone: number } {
  const seen = seenCards(store, viewer)
  const rows = store.all<Raw>(`${SELECT} WHERE c.pack = (SELECT num FROM pack WHERE id = @pack) AND c.removed = 0 AND ${seen.sql} ORDER BY c.number, c.num`, { ...seen.parameters, pack: toBlob(pack) })
  const all = store.get<{ n: number }>('SELECT count(*) AS n FROM card WHERE pack = (SELECT num FROM pack WHERE id = ?) AND removed = 0', [toBlob(pack)])!.n
  const known = new Map<string, boolean>()
  return { cards: rows.map((row) => fromRaw(store, pack, row, known)), gone: all - rows.length }
}

/** A card that stands, in a story this viewer may see, with the id of its pack. */
export function findCard(store: Store, viewer: Id | null, id: Id): (Card & { pack: Id }) | undefined {
  const seen = seenCards(store, viewer)
  const row = store.get<Raw & { pack: Buffer }>(`${SELECT.replace('SELECT', 'SELECT p.id AS pack,')} JOIN pack p ON p.num = c.pack WHERE c.id = @id AND c.removed = 0 AND p.removed = 0 AND ${seen.sql}`, { ...seen.parameters, id: toBlob(id) })
  return row && { ...fromRaw(store, toId(row.pack), row), pack: toId(row.pack) }
}

function fromRaw(store: Store, pack: Id, row: Raw, known = new Map<string, boolean>()): Card {
  const { start, end, fit, edits } = placeNow(store, row)
  return {
    id: toId(row.id), number: row.number, story: toId(row.story), storyNumber: row.storyNumber, group: row.group_name, smallGroup: row.group_name !== null && row.groupSize < LEAST, language: row.language, text: toId(row.text),
    revision: row.newest, start, end, whole: row.whole === 1, fit, before: row.body.slice(0, start).trim() !== '', after: row.body.slice(end).trim() !== '', told: row.body.slice(start, end), edits,
    title: row.title, tables: readJson(z.array(z.number().int()), row.tables) ?? [], side: row.side, triggers: readJson(z.array(Trigger), row.triggers) ?? [],
    used: usedIn(store, pack, row), answers: listAnswersOfStory(store, toId(row.story)), rare: rareAnswers(store, row.story, known)
  }
}

/**
 * Where a card and its edits stand in the newest revision. 'look' when the place, or any edit, cannot be carried over: a part that was
 * made unrecognisable could then show again, so such a card is not printed until a person has seen to it.
 */
function placeNow(store: Store, row: Raw): { start: number; end: number; fit: Card['fit']; edits: CardEdit[] } {
  const made = readJson(z.array(CardEdit), row.edits)
  const edits = made ?? []
  const placed = row.whole === 1 ? { start: 0, end: row.body.length, fit: 'same' as const } : placesOfCodings(store, row.textNum)(row)
  if (made === null) return { ...placed, fit: 'look', edits: [] }
  if (row.revision === row.newest) return { ...placed, edits }
  const carry = placesIn(store, row.textNum)
  const carried = edits.map((edit) => ({ edit, at: edit.start === edit.end ? pointIn(carry, row.revision, edit.start) : carry(row.revision, edit) }))
  const now = carried.map(({ edit, at }): CardEdit => ({ ...edit, start: at.start, end: at.end }))
  const isLost = carried.some(({ at }) => at.fit === 'look') || !editsFit(now, placed)
  return isLost ? { ...placed, fit: 'look', edits: [] } : { ...placed, edits: now }
}

/** A point goes along with the character before it. */
function pointIn(carry: ReturnType<typeof placesIn>, revision: number, at: number): { start: number; end: number; fit: Card['fit'] } {
  if (at === 0) return { start: 0, end: 0, fit: 'same' }
  const { end, fit } = carry(revision, { start: at - 1, end: at })
  return { start: end, end, fit }
}

type Chosen = { id: Buffer; signifier: number; part: number; option: number | null; value: number | null }

/**
 * What somebody chose on a scale is how they see it, and no fact that others know them by; so are places in a triangle or a field.
 * `known`: what was looked up before; stories of a pack give the same few answers.
 */
function rareAnswers(store: Store, story: Buffer, known: Map<string, boolean>): Id[] {
  const chosen = store.all<Chosen>(
    `SELECT g.id, a.signifier, a.part, a.option, a.value FROM answer a JOIN signifier g ON g.num = a.signifier AND g.removed = 0 AND g.kind IN ('choice', 'multi', 'number', 'date')
     WHERE a.story = (SELECT num FROM story WHERE id = ?) AND a.part >= 0 ORDER BY g.position, g.num`, [story])
  return [...new Set(chosen.filter((answer) => isRare(store, answer, known)).map(({ id }) => toId(id)))]
}

function isRare(store: Store, { signifier, part, option, value }: Chosen, known: Map<string, boolean>): boolean {
  const key = `${signifier} ${part} ${option} ${value}`
  const before = known.get(key)
  if (before !== undefined) return before
  const given = store.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM answer a JOIN story s ON s.num = a.story
     WHERE a.signifier = ? AND a.part = ? AND a.option IS ? AND a.value IS ? AND s.state = 'live' LIMIT ${LEAST})`, [signifier, part, option, value])!.n
  known.set(key, given < LEAST)
  return given < LEAST
}

/** Other packs with a card that shares words with this one. */
function usedIn(store: Store, pack: Id, row: Raw): Card['used'] {
  return store.all<{ id: Buffer; name: string }>(
    `SELECT DISTINCT p.id, p.name FROM card o JOIN pack p ON p.num = o.pack WHERE o.text = @text AND o.removed = 0 AND p.removed = 0 AND p.id <> @pack
       AND (o.whole = 1 OR @whole = 1 OR (o.start < @end AND @start < o."end")) ORDER BY p.name`,
    { text: row.textNum, pack: toBlob(pack), whole: row.whole, start: row.start, end: row.end }).map(({ id, name }) => ({ pack: toId(id), name }))
}

/** The main text of a story this viewer may see, in its newest revision. */
export function mainTextOf(store: Store, viewer: Id | null, story: Id): { text: Id; revision: number; body: string } | undefined {
  const row = store.get<{ text: Buffer; revision: number; body: string }>(
    `SELECT t.id AS text, t.newest AS revision, r.body FROM story s JOIN text t ON t.story = s.num AND t.kind = 'main' JOIN revision r ON r.text = t.num AND r.number = t.newest
     WHERE s.id = ? AND ${visibleStories(store, viewer).sql}`, [toBlob(story)])
  return row && { ...row, text: toId(row.text) }
}

/** The newest words of a text. */
export const newestBody = (store: Store, text: Id): string =>
  store.get<{ body: string }>('SELECT r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE t.id = ?', [toBlob(text)])!.body

/** The place of a coding in the newest revision, with its words; undefined where it is gone, hidden from the viewer, or none of its words are left. */
export function placeOfCoding(store: Store, viewer: Id | null, coding: Id): { story: Id; text: Id; revision: number; start: number; end: number; quote: string } | undefined {
  const seen = visibleCodings(store, viewer)
  const row = store.get<{ story: Buffer; text: Buffer; revision: number; start: number; end: number; body: string }>(
    `SELECT s.id AS story, t.id AS text, t.newest AS revision, c.at_start AS start, c.at_end AS "end", r.body
     FROM coding c JOIN story s ON s.num = c.story JOIN text t ON t.num = c.text JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE c.id = @id AND c.at_start < c.at_end AND ${seen.sql}`, { ...seen.parameters, id: toBlob(coding) })
  return row && { story: toId(row.story), text: toId(row.text), revision: row.revision, start: row.start, end: row.end, quote: row.body.slice(row.start, row.end) }
}
