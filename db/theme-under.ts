// The passages under a theme: what its codes bring along and what was laid on it, each place once with all codings that brought it.
import type { Side, Verdict } from '../shared/contract/theme.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { toBlob } from './ids.ts'
import { joined, layerCodings, readingsSeen, viewerNum, visibleCodings, visibleStories, type Condition } from './scope.ts'
import type { Store } from './store.ts'

/** By local numbers. start, end: UTF-16 units of the newest revision, end exclusive. */
export type Under = {
  story: number; group: number | null; text: number; start: number; end: number; side: Side; telling: boolean; note: string
  codings: { num: number; code: number; coder: number; placed: boolean }[]
  /** By coder: the newest verdict on any coding of this place. */
  verdicts: ReadonlyMap<number, Verdict>
}
type Row = [
  num: number, story: number, group: number | null, text: number, start: number, end: number, code: number, coder: number, byCode: Side | null, placed: Side | null, telling: number | null, note: string | null
]
const NOBODY: ReadonlyMap<number, Verdict> = new Map()

/** In reading order: story number, then place. */
export function readUnder(store: Store, viewer: Id | null, theme: Id, layer: Layer): Under[] {
  // What was laid there by hand is the group's own choice, and counts in every layer.
  const inLayer = layerCodings(store, layer, viewer)
  const scope = joined([{ ...inLayer, sql: `(l.num IS NOT NULL OR (${inLayer.sql}))` }, visibleCodings(store, viewer), visibleStories(store, viewer)], { theme: themeNum(store, theme) })
  const verdicts = Map.groupBy(readVerdicts(store, viewer, theme, 'coding'), ({ on }) => on)
  const under: Under[] = []
  // A theme on a few codes has tens of thousands of codings: row by row, those of one place behind each other.
  const rows = store.tuples(
    `WITH found (num) AS (
       SELECT c.num FROM theme_part p CROSS JOIN coding c ON c.code = p.code AND c.removed = 0 WHERE p.theme = @theme AND p.removed = 0
       UNION SELECT p.coding FROM theme_part p WHERE p.theme = @theme AND p.removed = 0 AND p.coding IS NOT NULL)
     SELECT c.num, c.story, s.story_group, c.text, c.at_start, c.at_end, c.code, c.coder, b.side, l.side, l.telling, l.note
     FROM found f CROSS JOIN coding c ON c.num = f.num JOIN story s ON s.num = c.story
     LEFT JOIN theme_part b ON b.theme = @theme AND b.code = c.code AND b.removed = 0 LEFT JOIN theme_part l ON l.theme = @theme AND l.coding = c.num AND l.removed = 0
     WHERE ${scope.sql} ORDER BY s.number, c.story, c.text, c.at_start, c.at_end, c.id`)
  let here: Row[] = []
  const close = (): void => {
    if (here.length > 0) under.push(placeOf(here, verdicts))
    here = []
  }
  for (const row of rows.iterate(scope.parameters) as Iterable<Row>) {
    const last = here[0]
    if (last && (last[3] !== row[3] || last[4] !== row[4] || last[5] !== row[5])) close()
    here.push(row)
  }
  close()
  return under
}

/** All codings of one place. */
function placeOf(rows: readonly Row[], verdicts: ReadonlyMap<number, VerdictRow[]>): Under {
  const [[, story, group, text, start, end]] = rows as [Row, ...Row[]]
  const judged = verdicts.size === 0 ? [] : rows.flatMap(([num]) => verdicts.get(num) ?? []).toSorted((a, b) => a.at - b.at)
  return {
    story, group, text, start, end, side: sideOf(rows), telling: rows.some((row) => row[10] === 1), note: rows.find((row) => row[11])?.[11] ?? '',
    codings: rows.map(([num, , , , , , code, coder, , placed]) => ({ num, code, coder, placed: placed !== null })),
    verdicts: judged.length === 0 ? NOBODY : new Map(judged.map(({ coder, verdict }) => [coder, verdict]))
  }
}

/** What was laid there by hand goes before what came with a code; of several that contradict, one is enough to be heard. */
function sideOf(rows: readonly Row[]): Side {
  const sides = (at: 8 | 9): Side | undefined => (['contradicts', 'supports', 'apart'] as const).find((side) => rows.some((row) => row[at] === side))
  return sides(9) ?? sides(8) ?? 'supports'
}

export type VerdictRow = { on: number; coder: number; verdict: Verdict; at: number }

/** Verdicts on codings, or on stories, that this viewer may see, by local numbers. Those on codings are as visible as the codings. */
export function readVerdicts(store: Store, viewer: Id | null, theme: Id, on: 'coding' | 'story'): VerdictRow[] {
  const seen: Condition = on === 'story' ? readingsSeen(store, viewer, 'v') : { sql: '1', parameters: {} }
  return store.all<VerdictRow>(`SELECT v.${on} AS "on", v.coder, v.verdict, v.at FROM theme_verdict v WHERE v.theme = @theme AND v.removed = 0 AND v.${on} IS NOT NULL AND ${seen.sql}`,
    { ...seen.parameters, theme: themeNum(store, theme) })
}

/** Whole stories that were laid on a theme, as the viewer may see them: part and side by the story's local number. */
export function readStoryParts(store: Store, viewer: Id | null, theme: Id): Map<number, { id: Buffer; side: Side }> {
  const rule = joined([visibleStories(store, viewer), readingsSeen(store, viewer, 'p')], { theme: themeNum(store, theme) })
  return new Map(store.all<{ id: Buffer; story: number; side: Side }>(
    `SELECT p.id, p.story, p.side FROM theme_part p JOIN story s ON s.num = p.story WHERE p.theme = @theme AND p.removed = 0 AND ${rule.sql}`, rule.parameters)
    .map(({ story, ...part }) => [story, part]))
}

/** Passages on one side. */
export const onSide = (fragments: readonly Under[], side: Side): Under[] => fragments.filter((fragment) => fragment.side === side)

/** Does a coder doubt it, or find that it no longer belongs? */
export const isDoubted = ({ verdicts }: Under): boolean => [...verdicts.values()].some((verdict) => verdict !== 'fits')

/** Stories that speak for a theme and against it, by local number: by a passage, as a whole, or (against) in a coder's judgement. */
export function storiesBySide(store: Store, viewer: Id | null, theme: Id, fragments: readonly Under[]): { supports: Set<number>; contradicts: Set<number> } {
  const parts = [...readStoryParts(store, viewer, theme)]
  const on = (side: Side): number[] => [...onSide(fragments, side).map(({ story }) => story), ...parts.filter(([, part]) => part.side === side).map(([story]) => story)]
  const live = visibleStories(store, viewer)
  const against = readVerdicts(store, viewer, theme, 'story').filter(({ verdict }) => verdict === 'against').map((row) => row.on)
    .filter((num) => store.get(`SELECT 1 FROM story s WHERE s.num = @num AND ${live.sql}`, { ...live.parameters, num }) !== undefined)
  return { supports: new Set(on('supports')), contradicts: new Set([...on('contradicts'), ...against]) }
}

const themeNum = (store: Store, theme: Id): number => store.get<{ num: number }>('SELECT num FROM theme WHERE id = ?', [toBlob(theme)])?.num ?? -1
export const myVerdict = (store: Store, viewer: Id | null, verdicts: ReadonlyMap<number, Verdict>): Verdict | null => verdicts.get(viewerNum(store, viewer)) ?? null
