// Every story held against a theme, coded or not: what of the theme is in it, and what coders found.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { ThemeStory, Verdict } from '../shared/contract/theme.ts'
import type { Id } from '../shared/domain/ids.ts'
import { groupNum, readCountedStories, readGroups } from './counted-stories.ts'
import { toId, toIdOrNull } from './ids.ts'
import { doneBy, viewerNum, visibleCodings } from './scope.ts'
import { oneLine, OPENING } from './stories.ts'
import type { Store } from './store.ts'
import { addPassage, eachUnder, noPassages, readStoryParts, readVerdicts, storiesBySide } from './theme-under.ts'

type Asked = z.output<(typeof contract)['theme.stories']['input']>

/** A page in the order of the numbers; `judged`: how many of all stories the viewer judged. */
export function listThemeStories(store: Store, viewer: Id | null, { theme, layer, only, group, offset, limit }: Asked): { total: number; all: number; judged: number; rows: ThemeStory[] } {
  const me = viewerNum(store, viewer)
  const stories = readCountedStories(store, {}, viewer)
  const passages = noPassages()
  for (const passage of eachUnder(store, viewer, theme, layer, stories)) addPassage(passages, passage)
  const sides = storiesBySide(store, viewer, theme, stories, passages)
  const parts = readStoryParts(store, viewer, theme)
  const verdicts = Map.groupBy(readVerdicts(store, viewer, theme, 'story'), ({ on }) => on)
  const mineOf = (num: number): Verdict | null => verdicts.get(num)?.find(({ coder }) => coder === me)?.verdict ?? null
  const uncoded = only === 'uncoded' ? listUncoded(store, viewer) : null
  const picks: Record<Asked['only'], (num: number) => boolean> = {
    all: () => true, silent: (num) => !sides.supports.has(num) && !sides.contradicts.has(num) && !verdicts.has(num), open: (num) => mineOf(num) === null, uncoded: (num) => uncoded!.has(num),
    supports: (num) => sides.supports.has(num), contradicts: (num) => sides.contradicts.has(num), judged: (num) => verdicts.has(num)
  }
  const [groupOf, wanted] = [group === undefined ? null : readGroups(store, stories), groupNum(store, group ?? null)]
  const picked = stories.nums.filter((num) => picks[only](num) && (!groupOf || groupOf[num] === wanted))
  const coderOf = new Map(store.all<{ num: number; id: Buffer }>('SELECT num, id FROM coder').map(({ num, id }) => [num, toId(id)]))
  return {
    total: picked.length, all: stories.size, judged: stories.nums.filter((num) => mineOf(num) !== null).length,
    rows: Array.from(picked.subarray(offset, offset + limit), (num) => {
      const part = parts.get(num)
      return {
        ...readHead(store, viewer, num), supports: passages.supports.get(num) ?? 0, contradicts: passages.contradicts.get(num) ?? 0, part: part ? { id: toId(part.id), side: part.side } : null, mine: mineOf(num),
        others: (verdicts.get(num) ?? []).filter(({ coder }) => coder !== me).toSorted((a, b) => a.coder - b.coder).map(({ coder, verdict }) => ({ coder: coderOf.get(coder)!, verdict }))
      }
    })
  }
}

/** Local numbers of stories without a coding the viewer may see: the first coding of a story ends the search in it. */
function listUncoded(store: Store, viewer: Id | null): Set<number> {
  const codings = visibleCodings(store, viewer)
  return new Set(store.firsts(`SELECT s.num FROM story s WHERE NOT EXISTS (SELECT 1 FROM coding c WHERE c.story = s.num AND ${codings.sql})`).all(codings.parameters) as number[])
}

/** What of a story itself is shown. Of the stories of a page only: words, and codings, are the bulk of a project. */
function readHead(store: Store, viewer: Id | null, num: number): Pick<ThemeStory, 'story' | 'number' | 'group' | 'length' | 'opening' | 'codings' | 'done'> {
  type Row = { id: Buffer; number: number; group_id: Buffer | null; length: number; opening: string | null; codings: number; done: number }
  const [codings, done] = [visibleCodings(store, viewer), doneBy(store, viewer, 's')]
  const row = store.get<Row>(
    `SELECT s.id, s.number, g.id AS group_id, s.length, substr(v.body, 1, ${OPENING}) AS opening, (SELECT count(*) FROM coding c WHERE c.story = s.num AND ${codings.sql}) AS codings, ${done.sql} AS done
     FROM story s LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN text x ON x.story = s.num AND x.kind = 'main' LEFT JOIN revision v ON v.text = x.num AND v.number = x.newest WHERE s.num = @num`,
    { ...codings.parameters, ...done.parameters, num })!
  return { story: toId(row.id), number: row.number, group: toIdOrNull(row.group_id), length: row.length, opening: oneLine(row.opening), codings: row.codings, done: row.done === 1 }
}
