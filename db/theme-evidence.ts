// What a theme rests on, counted; and the passages behind each count as a reading list.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Evidence, PaperEvidence, Side, ThemeFragment } from '../shared/contract/theme.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { release, type Mode } from '../shared/domain/release.ts'
import { LEAST } from '../shared/sharing/small-counts.ts'
import { AS_MADE, quoteOf, type Quoted } from './coding-list.ts'
import { groupNum, readCountedStories, readGroups } from './counted-stories.ts'
import { toId, toIdOrNull } from './ids.ts'
import { isBlind, joined, numsOf, readInLayer, viewerNum, visibleStories } from './scope.ts'
import type { Store } from './store.ts'
import { addPassage, eachUnder, isDoubted, myVerdict, noPassages, storiesBySide, type PassagesBySide, type Under } from './theme-under.ts'

/** All counts of one theme in a layer, as this viewer may see them. */
export function readEvidence(store: Store, viewer: Id | null, theme: Id, layer: Layer, mode: Mode): Evidence {
  const stories = readCountedStories(store, {}, viewer)
  const counted = countPassages(eachUnder(store, viewer, theme, layer, stories))
  const bySide = storiesBySide(store, viewer, theme, stories, counted.stories)
  const groupOf = readGroups(store, stories)
  const inGroup = (list: Iterable<number>, group: number): number => [...list].filter((story) => groupOf[story] === group).length
  const read = joined([visibleStories(store, viewer), readInLayer(store, layer, viewer)])
  return release({
    read: store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${read.sql}`, read.parameters)!.n,
    supports: { fragments: counted.supports, codings: counted.codings, stories: bySide.supports.size, coders: counted.coders.size },
    contradicts: { fragments: counted.contradicts, stories: bySide.contradicts.size }, apart: counted.apart, telling: counted.telling, doubted: counted.doubted,
    groups: listGroups(store).map(({ num, id }) => ({
      group: id, supports: inGroup(bySide.supports, num), contradicts: inGroup(bySide.contradicts, num), of: inGroup(stories.nums, num)
    })).filter(({ of }) => of > 0),
    // In order of joining, never of how much.
    coders: store.all<{ num: number; id: Buffer }>('SELECT num, id FROM coder ORDER BY num').flatMap(({ num, id }) => {
      const own = counted.coders.get(num)
      return own ? [{ coder: toId(id), fragments: own.fragments, stories: own.stories }] : []
    }),
    fullest: findFullest(store, counted.stories.supports)
  }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

/** What of it stands on paper. */
export function evidenceForPaper(store: Store, viewer: Id | null, theme: Id, mode: Mode): PaperEvidence {
  const { about, supports: { fragments, stories, coders }, contradicts } = readEvidence(store, viewer, theme, { is: 'all' }, 'analysis')
  const told = (count: number): number | null => (count > 0 && count < LEAST ? null : count)
  return release<Omit<PaperEvidence, 'about'>>({ supports: { fragments, stories, coders }, contradicts: contradicts.stories }, { ...about, mode }, () =>
    ({ supports: { fragments: told(stories) === null ? null : fragments, stories: told(stories), coders }, contradicts: told(contradicts.stories) }))
}

type Counted = Record<Side | 'codings' | 'telling' | 'doubted', number> & {
  stories: PassagesBySide
  /** Of the passages that support it. */
  coders: Map<number, { fragments: number; stories: number; last: number }>
}

/** Passages come story by story: each is counted as it comes, and none is kept. */
function countPassages(passages: Iterable<Under>): Counted {
  const counted: Counted = { supports: 0, contradicts: 0, apart: 0, codings: 0, telling: 0, doubted: 0, stories: noPassages(), coders: new Map() }
  for (const passage of passages) {
    counted[passage.side]++
    if (passage.telling) counted.telling++
    if (isDoubted(passage)) counted.doubted++
    addPassage(counted.stories, passage)
    if (passage.side !== 'supports') continue
    counted.codings += passage.codings.length
    for (const coder of new Set(passage.codings.map((coding) => coding.coder))) countFor(counted.coders, coder, passage.story)
  }
  return counted
}

function countFor(coders: Counted['coders'], coder: number, story: number): void {
  const own = coders.get(coder) ?? coders.set(coder, { fragments: 0, stories: 0, last: -1 }).get(coder)!
  own.fragments++
  if (own.last !== story) own.stories++
  own.last = story
}

/** The groups in their order, those without one (0) last. */
const listGroups = (store: Store): { num: number; id: Id | null }[] =>
  [...store.all<{ num: number; id: Buffer }>('SELECT num, id FROM story_group WHERE removed = 0 ORDER BY position, num').map(({ num, id }) => ({ num, id: toId(id) })), { num: 0, id: null }]

/** The first of the stories with most of the passages that support a theme. */
function findFullest(store: Store, supporting: ReadonlyMap<number, number>): Evidence['fullest'] {
  let most: [story: number, fragments: number] | null = null
  for (const one of supporting) if (one[1] > (most?.[1] ?? 0)) most = one
  if (!most) return null
  const { id, number } = store.get<{ id: Buffer; number: number }>('SELECT id, number FROM story WHERE num = ?', [most[0]])!
  return { story: toId(id), number, fragments: most[1] }
}

type Asked = z.output<(typeof contract)['theme.fragments']['input']>

/** [X7] The passages behind a count, a page at a time, in reading order. */
export function listThemeFragments(store: Store, viewer: Id | null, asked: Asked): { total: number; judged: number; rows: ThemeFragment[] } {
  const stories = readCountedStories(store, {}, viewer)
  const groupOf = asked.group === undefined ? null : readGroups(store, stories)
  const group = groupNum(store, asked.group ?? null)
  const numOf = (table: 'coder' | 'story', id: Id | undefined): number | undefined => (id === undefined ? undefined : numsOf(store, table, [id])[0] ?? -1)
  const [coder, story] = [numOf('coder', asked.coder), numOf('story', asked.story)]
  const isAsked = (passage: Under): boolean => (asked.side === undefined || passage.side === asked.side) && (!groupOf || groupOf[passage.story] === group) &&
    (coder === undefined || passage.codings.some((coding) => coding.coder === coder)) && (!asked.telling || passage.telling) && (!asked.doubted || isDoubted(passage))
  const page: Under[] = []
  let [total, judged] = [0, 0]
  for (const passage of eachUnder(store, viewer, asked.theme, asked.layer, stories, story)) {
    if (!isAsked(passage)) continue
    if (passage.verdicts.size > 0 && myVerdict(store, viewer, passage.verdicts) !== null) judged++
    if (total >= asked.offset && page.length < asked.limit) page.push(passage)
    total++
  }
  return { total, judged, rows: page.map((passage) => shown(store, viewer, passage)) }
}

function shown(store: Store, viewer: Id | null, fragment: Under): ThemeFragment {
  const codings = inOrderOfIds(store, fragment.codings)
  type Row = Quoted & { story: Buffer; number: number; story_group: Buffer | null; text: Buffer }
  const row = store.get<Row>(
    `SELECT s.id AS story, s.number, g.id AS story_group, t.id AS text, c.at_start AS start, c.at_end AS "end", v.body, ${AS_MADE}
     FROM coding c JOIN story s ON s.num = c.story LEFT JOIN story_group g ON g.num = s.story_group JOIN text t ON t.num = c.text
     JOIN revision v ON v.text = t.num AND v.number = t.newest WHERE c.num = ?`, [codings[0]!.num])!
  const idOf = (table: 'coding' | 'code' | 'coder', num: number): Id => toId(store.get<{ id: Buffer }>(`SELECT id FROM ${table} WHERE num = ?`, [num])!.id)
  const me = viewerNum(store, viewer)
  return {
    story: toId(row.story), number: row.number, group: toIdOrNull(row.story_group), text: toId(row.text), start: row.start, end: row.end, ...quoteOf(row),
    side: fragment.side, telling: fragment.telling, note: fragment.note,
    codings: codings.map(({ num, code, coder, placed }) => ({ coding: idOf('coding', num), code: idOf('code', code), coder: idOf('coder', coder), placed })),
    mine: myVerdict(store, viewer, fragment.verdicts),
    others: [...fragment.verdicts].filter(([coder]) => coder !== me).toSorted(([a], [b]) => a - b).map(([coder, verdict]) => ({ coder: idOf('coder', coder), verdict }))
  }
}

/** The same in every copy; local numbers are not. */
function inOrderOfIds(store: Store, codings: Under['codings']): Under['codings'] {
  if (codings.length < 2) return codings
  const byNum = new Map(codings.map((coding) => [coding.num, coding]))
  const nums = store.firsts('SELECT num FROM coding WHERE num IN (SELECT value FROM json_each(?)) ORDER BY id').all(JSON.stringify([...byNum.keys()])) as number[]
  return nums.map((num) => byNum.get(num)!)
}
