// What a pack can be drawn from: the stories a filter picks, or the passages in them that bear its codes, with where each belongs and lies.
import type { CardFrom } from '../shared/contract/pack.ts'
import type { Signifier } from '../shared/contract/signifier.ts'
import { bothFilters } from '../shared/domain/filter-parts.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { DrawBy, PackMethod, PackSource } from '../shared/domain/pack.ts'
import { Refusal } from '../shared/errors.ts'
import type { Candidate } from '../shared/session/draw.ts'
import { placeOfShares } from '../shared/signifier/triad.ts'
import { listBranch } from './codes.ts'
import { toBlob, toId } from './ids.ts'
import { joined, layerCodings, numsOf } from './scope.ts'
import { listSignifiers } from './signifiers.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

export type SourceRow = Candidate & { num: number; from: CardFrom }

/** Everything the source holds for this viewer, one row per story or passage, in no particular order. Throws a Refusal (invalid_input) when the method lacks its question. */
export function sourceRows(store: Store, viewer: Id | null, source: PackSource, method: PackMethod): SourceRow[] {
  const belongs = categoriesBy(store, method.by)
  const lies = placesBy(store, method.measures)
  if ((method.is === 'stratified' || method.is === 'quota') && !method.by) throw new Refusal('invalid_input', 'pack.needs_division')
  if (['contrast', 'nearMean', 'outliers'].includes(method.is) && method.measures.length === 0) throw new Refusal('invalid_input', 'pack.needs_measure')
  return (source.form === 'story' ? storiesOf(store, viewer, source) : passagesOf(store, viewer, source))
    .map((row) => ({ ...row, category: belongs.get(row.num) ?? null, place: lies(row.num) }))
}

type Bare = Pick<SourceRow, 'key' | 'story' | 'num' | 'from'>

function storiesOf(store: Store, viewer: Id | null, { filter, codes, layer }: PackSource): Bare[] {
  const branches = codes.flatMap((code) => listBranch(store, code))
  const { sql, parameters } = storyScope(store, branches.length > 0 ? bothFilters(filter, { codes: branches, layer }) : filter, viewer)
  return store.all<{ num: number; id: Buffer }>(`SELECT s.num, s.id FROM story s WHERE ${sql} AND EXISTS (SELECT 1 FROM text t WHERE t.story = s.num AND t.kind = 'main')`, parameters)
    .map(({ num, id }) => ({ num, key: toId(id), story: toId(id), from: { is: 'story', story: toId(id) } }))
}

/** Codings laid on the theme by hand, with their side behind it. */
const LAID = 'SELECT p.coding FROM theme_part p JOIN theme h ON h.num = p.theme WHERE h.id = @theme AND p.removed = 0 AND p.coding IS NOT NULL AND p.side'

function passagesOf(store: Store, viewer: Id | null, { filter, codes, layer, theme }: PackSource): Bare[] {
  const scope = storyScope(store, filter, viewer, 'x')
  const seen = joined([layerCodings(store, layer, viewer), { sql: `c.story IN (SELECT x.num FROM story x WHERE ${scope.sql})`, parameters: scope.parameters }])
  const wanted = numsOf(store, 'code', codes.flatMap((code) => listBranch(store, code)))
  // The same passage coded twice is one passage: the coding made first stands for it.
  return store.all<{ num: number; story: Buffer; id: Buffer }>(
    `SELECT c.story AS num, s.id AS story, c.id, min(c.num) FROM coding c JOIN story s ON s.num = c.story
     WHERE (c.code IN (SELECT value FROM json_each(@wanted)) OR c.num IN (${LAID} = 'supports')) AND c.num NOT IN (${LAID} = 'apart') AND c.at_start < c.at_end AND c.fit < 2 AND ${seen.sql} GROUP BY c.text, c.at_start, c.at_end`, { ...seen.parameters, wanted: JSON.stringify(wanted), theme: theme === null ? null : toBlob(theme) })
    .map(({ num, story, id }) => ({ num, key: toId(id), story: toId(story), from: { is: 'coding', coding: toId(id) } }))
}

/** By story, the category it belongs to; a story without one, or with several answers, is not in it. */
export function categoriesBy(store: Store, by: DrawBy | null): Map<number, string> {
  const rows = (sql: string, parameters: unknown[] = []): Map<number, string> => new Map(store.all<{ num: number; name: string }>(sql, parameters).map(({ num, name }) => [num, name]))
  switch (by?.is) {
    case 'group': return rows('SELECT s.num, g.name FROM story s JOIN story_group g ON g.num = s.story_group')
    case 'wave': return rows('SELECT s.num, w.name FROM story s JOIN wave w ON w.num = s.wave')
    case 'signifier': return rows(`SELECT a.story AS num, o.name FROM answer a JOIN signifier g ON g.num = a.signifier JOIN option o ON o.num = a.option WHERE g.id = ? AND g.kind IN ('choice', 'likert')`, [toBlob(by.signifier)])
    case undefined: return new Map()
  }
}

/** By story, where it lies on these questions together, each 0–100; null unless it answered all of them. */
function placesBy(store: Store, measures: readonly Id[]): (story: number) => number[] | null {
  const known = new Map(listSignifiers(store).map((signifier) => [signifier.id, signifier]))
  const each = measures.flatMap((id) => known.get(id) ?? []).map((signifier) => placesOn(store, signifier))
  return (story) => {
    const places = each.map((map) => map.get(story))
    return each.length === 0 || places.includes(undefined) ? null : (places as number[][]).flat()
  }
}

/** By story, its place on one question, 0–100, a high score meaning more of it. Numbers of one's own scale run from the least to the most given. */
export function placesOn(store: Store, signifier: Signifier): Map<number, number[]> {
  type Row = { story: number; part: number; value: number | null; option: number | null }
  const rows = store.all<Row>(
    `SELECT a.story, a.part, a.value, o.position AS option FROM answer a LEFT JOIN option o ON o.num = a.option WHERE a.signifier = (SELECT num FROM signifier WHERE id = ?) AND a.part >= 0`, [toBlob(signifier.id)])
  switch (signifier.kind) {
    case 'slider': return new Map(rows.flatMap(({ story, value }) => (value === null ? [] : [[story, [value]] as const])))
    case 'number': {
      const values = rows.flatMap(({ value }) => value ?? [])
      const [low, high] = [Math.min(...values), Math.max(...values)]
      return new Map(rows.flatMap(({ story, value }) => (value === null ? [] : [[story, [high > low ? (value - low) / (high - low) * 100 : 50]] as const])))
    }
    case 'likert': {
      const steps = [...new Set(store.all<{ position: number }>('SELECT position FROM option WHERE signifier = (SELECT num FROM signifier WHERE id = ?) ORDER BY position', [toBlob(signifier.id)]).map(({ position }) => position))]
      const score = (position: number): number => (steps.length < 2 ? 50 : steps.indexOf(position) / (steps.length - 1) * 100)
      return new Map(rows.flatMap(({ story, option }) => (option === null ? [] : [[story, [signifier.highLast === false ? 100 - score(option) : score(option)]] as const])))
    }
    case 'triad': {
      const shares = Map.groupBy(rows, ({ story }) => story)
      return new Map([...shares].flatMap(([story, parts]) => {
        const [top, left, right] = [0, 1, 2].map((part) => parts.find((row) => row.part === part)?.value)
        if (top == null || left == null || right == null) return []
        const { x, y } = placeOfShares([top, left, right])
        return [[story, [x, y]] as const]
      }))
    }
    default: return new Map()
  }
}
