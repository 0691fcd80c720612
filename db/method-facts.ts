// Facts for the page that accounts for the project, and the course of its coding.
import type { Course, MethodFacts } from '../shared/contract/method.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { release, type Mode } from '../shared/domain/release.ts'
import { readCodeTree } from './code-tree.ts'
import { countExports } from './exports.ts'
import { countDoneByCoder, listCoders } from './coders.ts'
import { readCountedStories, readDone, type CountedStories } from './counted-stories.ts'
import { toId, toIdOrNull } from './ids.ts'
import { readPlacedMarks, readTextStories } from './marks.ts'
import { Places } from './places.ts'
import { isBlind, layerCodings, visibleStories } from './scope.ts'
import type { Store } from './store.ts'

type Asked = { layer: Layer; mode: Mode }

export function readMethodFacts(store: Store, viewer: Id | null, { layer, mode }: Asked): MethodFacts {
  const stories = readCountedStories(store, {}, viewer)
  const live = visibleStories(store, viewer)
  const count = (sql: string, parameters: Record<string, unknown> = {}): number => store.get<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, parameters)!.n
  const tree = readCodeTree(store)
  const marks = countMarks(store, stories, layer, viewer)
  const done = countDoneByCoder(store)
  const facts: Omit<MethodFacts, 'about'> = {
    groups: readGroups(store, live),
    severalTold: store.get<{ tellers: number; stories: number }>(`SELECT count(*) AS tellers, coalesce(sum(n), 0) AS stories FROM (SELECT count(*) AS n FROM story s WHERE ${live.sql} AND teller IS NOT NULL GROUP BY teller HAVING count(*) > 1)`, live.parameters)!,
    imports: store.all<{ at: number; files: string; added: number; changed: number }>(`SELECT at, files, added, changed FROM import WHERE state = 'live' AND added + changed > 0 ORDER BY at, num`)
      .map((row) => ({ ...row, files: JSON.parse(row.files) as string[] })),
    coders: listCoders(store).filter(({ role }) => role !== 'consensus').map(({ num, id, name, role, background, statement }) => ({ coder: id, name, role, background, statement, done: done.get(num) ?? 0 })),
    read: readDone(store, stories, layer, viewer).reduce((sum, mark) => sum + mark, 0),
    readTwice: count(`(SELECT 1 FROM reading r JOIN story s ON s.num = r.story JOIN coder k ON k.num = r.coder WHERE r.done = 1 AND k.role <> 'consensus' AND ${live.sql} GROUP BY r.story HAVING count(*) > 1)`, live.parameters),
    codes: { used: tree.filter(({ num, retired }) => !retired && marks.codes.has(num)).length, retired: tree.filter(({ retired }) => retired).length, defined: count(`code WHERE removed = 0 AND retired = 0 AND definition <> ''`) },
    codings: marks.codings, fragments: marks.fragments,
    corrections: count(`(SELECT DISTINCT r.text FROM revision r JOIN text t ON t.num = r.text JOIN story s ON s.num = t.story WHERE r.removed = 0 AND r.number > 1 AND ${live.sql})`, live.parameters), codeChanges: count(`op WHERE kind IN ('code.changed', 'code.merged', 'code.retired', 'code.moved')`),
    themes: count('theme WHERE removed = 0'), selections: count('selection WHERE removed = 0'), exports: countExports(store)
  }
  return release(facts, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

function readGroups(store: Store, live: ReturnType<typeof visibleStories>): MethodFacts['groups'] {
  type Row = { num: number | null; id: Buffer | null; name: string | null; stories: number; first: string | null; last: string | null }
  const rows = store.all<Row>(
    `SELECT g.num, g.id, g.name, count(*) AS stories, min(s.collected_on) AS first, max(s.collected_on) AS last FROM story s LEFT JOIN story_group g ON g.num = s.story_group
     WHERE ${live.sql} GROUP BY g.num ORDER BY g.num IS NULL, g.position, g.num`, live.parameters)
  const channels = store.all<{ num: number | null; name: string; stories: number }>(
    `SELECT s.story_group AS num, s.channel AS name, count(*) AS stories FROM story s WHERE ${live.sql} AND s.channel IS NOT NULL AND s.channel <> '' GROUP BY s.story_group, s.channel ORDER BY count(*) DESC, s.channel`, live.parameters)
  return rows.map(({ num, id, name, stories, first, last }) => ({
    group: toIdOrNull(id), name: name ?? '', stories, from: first?.slice(0, 10) ?? null, to: last?.slice(0, 10) ?? null, channels: channels.filter((row) => row.num === num).map((row) => ({ name: row.name, stories: row.stories }))
  }))
}

/** In these stories: codings of a withdrawn one stay in the file, and are counted nowhere. */
function countMarks(store: Store, stories: CountedStories, layer: Layer, viewer: Id | null): { codings: number; fragments: number; codes: Set<number> } {
  const places = new Places()
  const codes = new Set<number>()
  const storyOf = readTextStories(store)
  let codings = 0
  for (const { code, places: marked } of readPlacedMarks(store, layerCodings(store, layer, viewer), null)) {
    for (let i = 0; i < marked.length; i += 3) {
      if (stories.place[storyOf[marked[i]!]!]! < 0) continue
      codes.add(code)
      codings++
      places.add(marked[i]!, marked[i + 1]!, marked[i + 2]!)
    }
  }
  return { codings, fragments: places.size, codes }
}

/** When a coding was made stands in its id (UUIDv7), to the millisecond; within one, stories go by their number. Codes that are gone from the codebook take no part. */
export function readCourse(store: Store, viewer: Id | null, { layer, mode }: Asked): Course {
  const stories = readCountedStories(store, {}, viewer)
  const { sql, parameters } = layerCodings(store, layer, viewer)
  type Row = { story: number; code: number; at: string }
  const rows = store.all<Row>(`SELECT c.story, c.code, min(substr(hex(c.id), 1, 12)) AS at FROM coding c WHERE ${sql} GROUP BY c.story, c.code`, parameters).filter(({ story }) => (stories.place[story] ?? -1) >= 0)
  const names = new Map(readCodeTree(store).map(({ num, id }) => [num, id]))
  const facts = new Map(store.all<{ num: number; id: Buffer; number: number; story_group: Buffer | null }>(
    'SELECT s.num, s.id, s.number, g.id AS story_group FROM story s LEFT JOIN story_group g ON g.num = s.story_group').map((row) => [row.num, row]))
  const seen = new Set<number>()
  const inOrder = [...Map.groupBy(rows.filter(({ code }) => names.has(code)), ({ story }) => story).entries()]
    .map(([story, own]) => ({ story, codes: own.map(({ code }) => code), at: own.reduce((first, { at }) => (at < first ? at : first), own[0]!.at) })).toSorted((a, b) => (a.at === b.at ? stories.place[a.story]! - stories.place[b.story]! : a.at < b.at ? -1 : 1))
  const course = inOrder.map(({ story, codes }): Course['stories'][number] => {
    const fresh = codes.filter((code) => !seen.has(code))
    for (const code of fresh) seen.add(code)
    const { id, number, story_group } = facts.get(story)!
    return { story: toId(id), number, group: toIdOrNull(story_group), codes: codes.length, fresh: fresh.map((code) => names.get(code)!), total: seen.size }
  })
  return release({ codes: seen.size, stories: course }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}
