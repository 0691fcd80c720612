// Themes and what lies on them: row <-> domain. A part that shows what this viewer may not see is not shown to them.
import type { Target, Theme, ThemePart, Side } from '../shared/contract/theme.ts'
import type { Id } from '../shared/domain/ids.ts'
import { plainMemo } from '../shared/text/memo-text.ts'
import { AS_MADE, quoteOf, type Quoted } from './coding-list.ts'
import { stableId, toBlob, toId, toIdOrNull } from './ids.ts'
import { allowed } from './memos.ts'
import { projectSalt } from './project.ts'
import { joined, readingsSeen, visibleCodings, visibleStories } from './scope.ts'
import { oneLine, OPENING } from './stories.ts'
import type { Store } from './store.ts'

type ThemeRow = Omit<Theme, 'parts'>
type RawTheme = Omit<ThemeRow, 'id'> & { id: Buffer }

const SELECT = 'SELECT t.id, t.name, t.concept, t.inside, t.outside, t.tensions, t.counter, t.phase, t.colour, t.position FROM theme t WHERE t.removed = 0'
const themeFrom = (row: RawTheme): ThemeRow => ({ ...row, id: toId(row.id) })

/** Themes without their parts, in the order people put them. */
export const listThemeRows = (store: Store): ThemeRow[] => store.all<RawTheme>(`${SELECT} ORDER BY t.position, t.id`).map(themeFrom)

export function findTheme(store: Store, id: Id): ThemeRow | undefined {
  const row = store.get<RawTheme>(`${SELECT} AND t.id = ?`, [toBlob(id)])
  return row && themeFrom(row)
}

/** Every theme with the parts this viewer may see, in order. */
export function listThemes(store: Store, viewer: Id | null): Theme[] {
  const parts = Map.groupBy([...codeParts(store), ...codingParts(store, viewer), ...memoParts(store, viewer), ...storyParts(store, viewer)], ({ theme }) => theme)
  return listThemeRows(store).map((theme) => ({
    ...theme, parts: (parts.get(theme.id) ?? []).toSorted((a, b) => a.part.position - b.part.position || (a.part.id < b.part.id ? -1 : 1)).map(({ part }) => part)
  }))
}

type Found = { theme: Id; part: ThemePart }
type RawPart = Record<'id' | 'theme' | 'coder', Buffer> & { side: Side; position: number; note: string; telling: number }

const PART = 'p.id, t.id AS theme, p.side, p.position, p.note, p.telling, w.id AS coder'
const FROM = 'theme_part p JOIN theme t ON t.num = p.theme AND t.removed = 0 JOIN coder w ON w.num = p.coder'
const shared = (row: RawPart) => ({ id: toId(row.id), side: row.side, position: row.position, note: row.note, telling: row.telling === 1, coder: toId(row.coder) })

const codeParts = (store: Store): Found[] =>
  store.all<RawPart & { code: Buffer }>(`SELECT ${PART}, k.id AS code FROM ${FROM} JOIN code k ON k.num = p.code AND k.removed = 0 WHERE p.removed = 0`)
    .map((row) => ({ theme: toId(row.theme), part: { is: 'code', ...shared(row), code: toId(row.code) } }))

function codingParts(store: Store, viewer: Id | null): Found[] {
  const rule = joined([visibleCodings(store, viewer), visibleStories(store, viewer)])
  type Row = RawPart & Quoted & Record<'coding' | 'code' | 'by' | 'story' | 'text', Buffer> & { number: number; story_group: Buffer | null }
  return store.all<Row>(
    `SELECT ${PART}, c.id AS coding, k.id AS code, b.id AS by, s.id AS story, s.number, g.id AS story_group, x.id AS text, c.at_start AS start, c.at_end AS "end", v.body, ${AS_MADE}
     FROM ${FROM} JOIN coding c ON c.num = p.coding JOIN story s ON s.num = c.story LEFT JOIN story_group g ON g.num = s.story_group JOIN code k ON k.num = c.code
     JOIN coder b ON b.num = c.coder JOIN text x ON x.num = c.text JOIN revision v ON v.text = x.num AND v.number = x.newest WHERE p.removed = 0 AND ${rule.sql}`, rule.parameters)
    .map((row) => ({
      theme: toId(row.theme), part: {
        is: 'coding', ...shared(row), coding: toId(row.coding), code: toId(row.code), by: toId(row.by), story: toId(row.story), number: row.number, group: toIdOrNull(row.story_group),
        text: toId(row.text), start: row.start, end: row.end, quote: quoteOf(row).quote
      }
    }))
}

function memoParts(store: Store, viewer: Id | null): Found[] {
  const rule = allowed(store, viewer)
  return store.all<RawPart & { memo: Buffer; by: Buffer; title: string; body: string }>(
    `SELECT ${PART}, m.id AS memo, k.id AS by, m.title, m.body FROM ${FROM} JOIN memo m ON m.num = p.memo JOIN coder k ON k.num = m.coder WHERE p.removed = 0 AND ${rule.sql}`, rule.parameters)
    .map((row) => ({ theme: toId(row.theme), part: { is: 'memo', ...shared(row), memo: toId(row.memo), by: toId(row.by), opening: firstWords(row.title || plainMemo(row.body)) } }))
}

function storyParts(store: Store, viewer: Id | null): Found[] {
  const rule = joined([visibleStories(store, viewer), readingsSeen(store, viewer, 'p')])
  return store.all<RawPart & { story: Buffer; number: number; story_group: Buffer | null; opening: string | null }>(
    `SELECT ${PART}, s.id AS story, s.number, g.id AS story_group, substr(v.body, 1, ${OPENING}) AS opening FROM ${FROM} JOIN story s ON s.num = p.story
     LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN text x ON x.story = s.num AND x.kind = 'main' LEFT JOIN revision v ON v.text = x.num AND v.number = x.newest
     WHERE p.removed = 0 AND ${rule.sql}`, rule.parameters)
    .map((row) => ({
      theme: toId(row.theme), part: { is: 'story', ...shared(row), story: toId(row.story), number: row.number, group: toIdOrNull(row.story_group), opening: oneLine(row.opening) }
    }))
}

const firstWords = (words: string): string => oneLine(words).slice(0, OPENING).replace(/[\uD800-\uDBFF]$/, '')

export type PartRow = { id: Id; theme: Id; side: Side; position: number; removed: boolean; target: Target }

/** The kind of thing a target is, with its id. */
export function targetOf(target: Target): ['code' | 'coding' | 'memo' | 'story', Id] {
  return Object.entries(target)[0] as ['code' | 'coding' | 'memo' | 'story', Id]
}

/** The id of that thing's part of a theme: the same in every copy, whether it lies there yet or not. */
export const partId = (store: Store, theme: Id, target: Target): Id => stableId(projectSalt(store), 'theme_part', theme, ...targetOf(target))

/** The id of a coder's verdict on that thing. */
export const verdictId = (store: Store, theme: Id, target: Target, coder: Id): Id => stableId(projectSalt(store), 'theme_verdict', theme, ...targetOf(target), coder)

/** One part, taken away ones too. */
export function findPart(store: Store, id: Id): PartRow | undefined {
  type Row = { theme: Buffer; side: Side; position: number; removed: number } & Record<'code' | 'coding' | 'memo' | 'story', Buffer | null>
  const row = store.get<Row>(
    `SELECT t.id AS theme, p.side, p.position, p.removed, k.id AS code, c.id AS coding, m.id AS memo, s.id AS story FROM theme_part p JOIN theme t ON t.num = p.theme
     LEFT JOIN code k ON k.num = p.code LEFT JOIN coding c ON c.num = p.coding LEFT JOIN memo m ON m.num = p.memo LEFT JOIN story s ON s.num = p.story WHERE p.id = ?`, [toBlob(id)])
  if (!row) return undefined
  const [is, what] = (['code', 'coding', 'memo', 'story'] as const).flatMap((kind) => (row[kind] ? [[kind, toId(row[kind])] as const] : []))[0]!
  return { id, theme: toId(row.theme), side: row.side, position: row.position, removed: row.removed === 1, target: { [is]: what } as Target }
}

/** Parts of a theme that stand, in order; those the viewer may not see as well. */
export const listPlaces = (store: Store, theme: Id): { id: Id; position: number }[] =>
  store.all<{ id: Buffer; position: number }>('SELECT id, position FROM theme_part WHERE theme = (SELECT num FROM theme WHERE id = ?) AND removed = 0 ORDER BY position, id', [toBlob(theme)])
    .map(({ id, position }) => ({ id: toId(id), position }))

/** Parts that lay a code on a theme, by theme. */
export const listPartsOfCode = (store: Store, code: Id): { id: Id; theme: Id; side: Side }[] =>
  store.all<{ id: Buffer; theme: Buffer; side: Side }>(`SELECT p.id, t.id AS theme, p.side FROM ${FROM} WHERE p.removed = 0 AND p.code = (SELECT num FROM code WHERE id = ?) ORDER BY p.num`, [toBlob(code)])
    .map(({ id, theme, side }) => ({ id: toId(id), theme: toId(theme), side }))
