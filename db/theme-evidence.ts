// What a theme rests on, counted; and the passages behind each count as a reading list.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Evidence, PaperEvidence, ThemeFragment } from '../shared/contract/theme.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { release, type Mode } from '../shared/domain/release.ts'
import { LEAST } from '../shared/sharing/small-counts.ts'
import { AS_MADE, quoteOf, type Quoted } from './coding-list.ts'
import { toId, toIdOrNull } from './ids.ts'
import { isBlind, joined, numsOf, readInLayer, viewerNum, visibleStories } from './scope.ts'
import type { Store } from './store.ts'
import { isDoubted, myVerdict, onSide, readUnder, storiesBySide, type Under } from './theme-under.ts'

/** All counts of one theme in a layer, as this viewer may see them. */
export function readEvidence(store: Store, viewer: Id | null, theme: Id, layer: Layer, mode: Mode): Evidence {
  const fragments = readUnder(store, viewer, theme, layer)
  const [supporting, contradicting] = [onSide(fragments, 'supports'), onSide(fragments, 'contradicts')]
  const stories = storiesBySide(store, viewer, theme, fragments)
  const groups = listGroups(store, viewer)
  const inGroup = (list: ReadonlySet<number>, group: number | null): number => [...list].filter((story) => groups.of.get(story) === group).length
  const n = groups.of.size
  const read = joined([visibleStories(store, viewer), readInLayer(store, layer, viewer)])
  return release({
    read: store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${read.sql}`, read.parameters)!.n,
    supports: {
      fragments: supporting.length, codings: supporting.reduce((sum, { codings }) => sum + codings.length, 0), stories: stories.supports.size,
      coders: new Set(supporting.flatMap(({ codings }) => codings.map(({ coder }) => coder))).size
    },
    contradicts: { fragments: contradicting.length, stories: stories.contradicts.size },
    apart: onSide(fragments, 'apart').length, telling: fragments.filter(({ telling }) => telling).length, doubted: fragments.filter(isDoubted).length,
    groups: groups.list.map(({ num, id }) => ({
      group: id, supports: inGroup(stories.supports, num), contradicts: inGroup(stories.contradicts, num), of: [...groups.of.values()].filter((group) => group === num).length
    })).filter(({ of }) => of > 0),
    coders: listByCoder(store, supporting), fullest: findFullest(store, supporting)
  }, { n, layer, viewer, mode, blind: isBlind(store) })
}

/** What of it stands on paper. */
export function evidenceForPaper(store: Store, viewer: Id | null, theme: Id, mode: Mode): PaperEvidence {
  const { about, supports: { fragments, stories, coders }, contradicts } = readEvidence(store, viewer, theme, { is: 'all' }, 'analysis')
  const told = (count: number): number | null => (count > 0 && count < LEAST ? null : count)
  return release<Omit<PaperEvidence, 'about'>>({ supports: { fragments, stories, coders }, contradicts: contradicts.stories }, { ...about, mode }, () =>
    ({ supports: { fragments: told(stories) === null ? null : fragments, stories: told(stories), coders }, contradicts: told(contradicts.stories) }))
}

/** The groups in their order, those without one last, and the group of every story in scope, by local numbers. */
function listGroups(store: Store, viewer: Id | null): { list: { num: number | null; id: Id | null }[]; of: Map<number, number | null> } {
  const live = visibleStories(store, viewer)
  return {
    list: [...store.all<{ num: number; id: Buffer }>('SELECT num, id FROM story_group WHERE removed = 0 ORDER BY position, num').map(({ num, id }) => ({ num, id: toId(id) })), { num: null, id: null }],
    of: new Map(store.all<{ num: number; story_group: number | null }>(`SELECT s.num, s.story_group FROM story s WHERE ${live.sql}`, live.parameters).map(({ num, story_group }) => [num, story_group]))
  }
}

/** In order of joining, never of how much. */
function listByCoder(store: Store, supporting: readonly Under[]): Evidence['coders'] {
  const found = new Map<number, { fragments: number; stories: Set<number> }>()
  for (const { codings, story } of supporting) {
    for (const coder of new Set(codings.map((coding) => coding.coder))) {
      const own = found.get(coder) ?? found.set(coder, { fragments: 0, stories: new Set() }).get(coder)!
      own.fragments++
      own.stories.add(story)
    }
  }
  return store.all<{ num: number; id: Buffer }>('SELECT num, id FROM coder ORDER BY num').flatMap(({ num, id }) => {
    const own = found.get(num)
    return own ? [{ coder: toId(id), fragments: own.fragments, stories: own.stories.size }] : []
  })
}

function findFullest(store: Store, supporting: readonly Under[]): Evidence['fullest'] {
  const byStory = [...Map.groupBy(supporting, ({ story }) => story)].toSorted(([, a], [, b]) => b.length - a.length)
  if (!byStory[0]) return null
  const [num, list] = byStory[0]
  const { id, number } = store.get<{ id: Buffer; number: number }>('SELECT id, number FROM story WHERE num = ?', [num])!
  return { story: toId(id), number, fragments: list.length }
}

type Asked = z.output<(typeof contract)['theme.fragments']['input']>

/** [X7] The passages behind a count, a page at a time, in reading order. */
export function listThemeFragments(store: Store, viewer: Id | null, asked: Asked): { total: number; judged: number; rows: ThemeFragment[] } {
  const [group] = asked.group ? numsOf(store, 'story_group', [asked.group]) : [null]
  const [coder] = asked.coder ? numsOf(store, 'coder', [asked.coder]) : []
  const [story] = asked.story ? numsOf(store, 'story', [asked.story]) : []
  const picked = readUnder(store, viewer, asked.theme, asked.layer).filter((fragment) =>
    (asked.side === undefined || fragment.side === asked.side) && (asked.group === undefined || fragment.group === group) &&
    (asked.coder === undefined || fragment.codings.some((coding) => coding.coder === coder)) && (asked.story === undefined || fragment.story === story) &&
    (!asked.telling || fragment.telling) && (!asked.doubted || isDoubted(fragment)))
  const judged = picked.filter((fragment) => myVerdict(store, viewer, fragment.verdicts) !== null).length
  return { total: picked.length, judged, rows: picked.slice(asked.offset, asked.offset + asked.limit).map((fragment) => shown(store, viewer, fragment)) }
}

function shown(store: Store, viewer: Id | null, fragment: Under): ThemeFragment {
  type Row = Quoted & { story: Buffer; number: number; story_group: Buffer | null; text: Buffer }
  const row = store.get<Row>(
    `SELECT s.id AS story, s.number, g.id AS story_group, t.id AS text, c.at_start AS start, c.at_end AS "end", v.body, ${AS_MADE}
     FROM coding c JOIN story s ON s.num = c.story LEFT JOIN story_group g ON g.num = s.story_group JOIN text t ON t.num = c.text
     JOIN revision v ON v.text = t.num AND v.number = t.newest WHERE c.num = ?`, [fragment.codings[0]!.num])!
  const idOf = (table: 'coding' | 'code' | 'coder', num: number): Id => toId(store.get<{ id: Buffer }>(`SELECT id FROM ${table} WHERE num = ?`, [num])!.id)
  const me = viewerNum(store, viewer)
  return {
    story: toId(row.story), number: row.number, group: toIdOrNull(row.story_group), text: toId(row.text), start: row.start, end: row.end, ...quoteOf(row),
    side: fragment.side, telling: fragment.telling, note: fragment.note,
    codings: fragment.codings.map(({ num, code, coder, placed }) => ({ coding: idOf('coding', num), code: idOf('code', code), coder: idOf('coder', coder), placed })),
    mine: myVerdict(store, viewer, fragment.verdicts),
    others: [...fragment.verdicts].filter(([coder]) => coder !== me).toSorted(([a], [b]) => a - b).map(([coder, verdict]) => ({ coder: idOf('coder', coder), verdict }))
  }
}
