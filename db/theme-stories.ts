// Every story held against a theme, coded or not: what of the theme is in it, and what coders found.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { ThemeStory, Verdict } from '../shared/contract/theme.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toId, toIdOrNull } from './ids.ts'
import { doneBy, joined, numsOf, viewerNum, visibleCodings, visibleStories } from './scope.ts'
import { oneLine, OPENING } from './stories.ts'
import type { Store } from './store.ts'
import { onSide, readStoryParts, readUnder, readVerdicts, storiesBySide } from './theme-under.ts'

type Asked = z.output<(typeof contract)['theme.stories']['input']>
type Row = { num: number; id: Buffer; number: number; story_group: number | null; group_id: Buffer | null; length: number; codings: number; done: number }

/** A page in the order of the numbers; `judged`: how many of all stories the viewer judged. */
export function listThemeStories(store: Store, viewer: Id | null, { theme, layer, only, group, offset, limit }: Asked): { total: number; all: number; judged: number; rows: ThemeStory[] } {
  const me = viewerNum(store, viewer)
  const fragments = readUnder(store, viewer, theme, layer)
  const [supports, contradicts] = [countBy(onSide(fragments, 'supports')), countBy(onSide(fragments, 'contradicts'))]
  const sides = storiesBySide(store, viewer, theme, fragments)
  const parts = readStoryParts(store, viewer, theme)
  const verdicts = Map.groupBy(readVerdicts(store, viewer, theme, 'story'), ({ on }) => on)
  const mineOf = (num: number): Verdict | null => verdicts.get(num)?.find(({ coder }) => coder === me)?.verdict ?? null
  const rows = listRows(store, viewer)
  const [groupNum] = group ? numsOf(store, 'story_group', [group]) : [null]
  const picks: Record<Asked['only'], (row: Row) => boolean> = {
    all: () => true, silent: ({ num }) => !sides.supports.has(num) && !sides.contradicts.has(num) && !verdicts.has(num), open: ({ num }) => mineOf(num) === null, uncoded: ({ codings }) => codings === 0,
    supports: ({ num }) => sides.supports.has(num), contradicts: ({ num }) => sides.contradicts.has(num), judged: ({ num }) => verdicts.has(num)
  }
  const picked = rows.filter((row) => picks[only](row) && (group === undefined || row.story_group === groupNum))
  const coderOf = new Map(store.all<{ num: number; id: Buffer }>('SELECT num, id FROM coder').map(({ num, id }) => [num, toId(id)]))
  return {
    total: picked.length, all: rows.length, judged: rows.filter(({ num }) => mineOf(num) !== null).length,
    rows: picked.slice(offset, offset + limit).map((row) => {
      const part = parts.get(row.num)
      return {
        story: toId(row.id), number: row.number, group: toIdOrNull(row.group_id), length: row.length, opening: oneLine(openingOf(store, row.num)), codings: row.codings, done: row.done === 1,
        supports: supports.get(row.num) ?? 0, contradicts: contradicts.get(row.num) ?? 0, part: part ? { id: toId(part.id), side: part.side } : null, mine: mineOf(row.num),
        others: (verdicts.get(row.num) ?? []).filter(({ coder }) => coder !== me).toSorted((a, b) => a.coder - b.coder).map(({ coder, verdict }) => ({ coder: coderOf.get(coder)!, verdict }))
      }
    })
  }
}

function listRows(store: Store, viewer: Id | null): Row[] {
  const codings = visibleCodings(store, viewer)
  const done = doneBy(store, viewer, 's')
  const scope = joined([visibleStories(store, viewer)], { ...codings.parameters, ...done.parameters })
  return store.all<Row>(
    `SELECT s.num, s.id, s.number, s.story_group, g.id AS group_id, s.length,
       (SELECT count(*) FROM coding c WHERE c.story = s.num AND ${codings.sql}) AS codings, ${done.sql} AS done
     FROM story s LEFT JOIN story_group g ON g.num = s.story_group WHERE ${scope.sql} ORDER BY s.number, s.num`, scope.parameters)
}

/** Of the stories of a page only: words are the bulk of a project. */
const openingOf = (store: Store, story: number): string | null =>
  store.get<{ opening: string | null }>(`SELECT substr(v.body, 1, ${OPENING}) AS opening FROM text x JOIN revision v ON v.text = x.num AND v.number = x.newest WHERE x.story = ? AND x.kind = 'main'`, [story])?.opening ?? null

function countBy(fragments: readonly { story: number }[]): Map<number, number> {
  return new Map([...Map.groupBy(fragments, ({ story }) => story)].map(([story, list]) => [story, list.length]))
}
