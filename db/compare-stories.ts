// The stories that coders can compare, with what each holds of sameness and difference; and the places of one of them.
import type { z } from 'zod'
import { countKinds, differing, spotsOf, type Key, type PlacedCoding, type Spot, type SpotCounts } from '../shared/agreement/spots.ts'
import type { contract } from '../shared/contract/index.ts'
import { release, type About } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { readCodeTree } from './code-tree.ts'
import { codingsOf, comparedCoders, readCompared, type Compared } from './compared.ts'
import { findConsensus, isDiscussed, listAgreed } from './consensus.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { listCodingsOfStory } from './codings.ts'
import { readPlacedMarks, readTextStories } from './marks.ts'
import { listDoneBy } from './readings.ts'
import { allowedTalks, isBlind, joined, numsOf, visibleStories } from './scope.ts'
import { isShut } from './shut.ts'
import { oneLine, OPENING } from './stories.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['compare.stories']['input']>
type Answer = z.output<(typeof contract)['compare.stories']['output']>

export function compareStories(store: Store, viewer: Id | null, question: Question): Answer & { about: About } {
  const compared = readCompared(store, viewer, question.coders, question.filter)
  const counts = countSpots(store, viewer, compared, question.codes)
  const places = [...compared.readers.keys()].filter((place) => compared.readers[place]! > 0)
  if (question.order === 'different') places.sort((a, b) => differing(counts[b]!) - differing(counts[a]!) || a - b)
  const page = places.slice(question.offset, question.offset + question.limit)
  const spots = places.reduce<SpotCounts>((sum, place) => add(sum, counts[place]!), countKinds([]))
  return release(
    { total: compared.total, waiting: compared.waiting, spots, rows: readRows(store, viewer, compared, page, counts) },
    { n: compared.total, layer: { is: 'all' }, viewer, mode: question.mode, blind: isBlind(store) })
}

const add = (a: SpotCounts, b: SpotCounts): SpotCounts => ({ same: a.same + b.same, edges: a.edges + b.edges, some: a.some + b.some, other: a.other + b.other })

/** By place; every coding of the coders compared is read once. */
function countSpots(store: Store, viewer: Id | null, { stories, coders, readers }: Compared, codes: readonly Id[] | undefined): SpotCounts[] {
  const storyOf = readTextStories(store)
  const byPlace = Array.from({ length: stories.size }, (): PlacedCoding<number>[] => [])
  let id = 0
  for (const { code, coder, places } of readPlacedMarks(store, codingsOf(store, viewer, coders), readCodeTree(store).map(({ num }) => num))) {
    const bit = 1 << coders.indexOf(coder)
    for (let i = 0; i < places.length; i += 3) {
      const place = stories.place[storyOf[places[i]!]!]!
      if (place >= 0 && readers[place]! & bit) byPlace[place]!.push({ id: ++id, text: places[i]!, start: places[i + 1]!, end: places[i + 2]!, code, coder })
    }
  }
  const wanted = codes && new Set(numsOf(store, 'code', codes))
  return byPlace.map((codings, place) => countKinds(withCodes(spotsOf(codings, readersAt({ coders, readers }, place)), wanted)))
}

/** The places where one of these codes was put: what stands there with another code belongs to the difference. */
const withCodes = <K extends Key>(spots: Spot<K>[], wanted: ReadonlySet<K> | undefined): Spot<K>[] =>
  (wanted ? spots.filter((spot) => spot.codes.some(({ code }) => wanted.has(code))) : spots)

const readersAt = ({ coders, readers }: Pick<Compared, 'coders' | 'readers'>, place: number): number[] => coders.filter((_, at) => readers[place]! & (1 << at))

type Row = { num: number; id: Buffer; number: number; story_group: Buffer | null; opening: string | null; talks: number; agreed: number }

function readRows(store: Store, viewer: Id | null, compared: Compared, page: readonly number[], counts: readonly SpotCounts[]): Answer['rows'] {
  const talks = joined([{ sql: `a.removed = 0 AND a.outcome = ''`, parameters: {} }, ...allowedTalks(store, viewer)])
  const rows = store.all<Row>(
    `SELECT s.num, s.id, s.number, g.id AS story_group, substr(v.body, 1, ${OPENING}) AS opening,
       (SELECT count(*) FROM talk a WHERE a.story = s.num AND ${talks.sql}) AS talks,
       EXISTS (SELECT 1 FROM reading r JOIN coder k ON k.num = r.coder AND k.role = 'consensus' WHERE r.story = s.num AND r.done = 1) AS agreed
     FROM json_each(@page) p CROSS JOIN story s ON s.num = p.value LEFT JOIN story_group g ON g.num = s.story_group
     LEFT JOIN text t ON t.story = s.num AND t.kind = 'main' LEFT JOIN revision v ON v.text = t.num AND v.number = t.newest ORDER BY p.key`,
    { ...talks.parameters, page: JSON.stringify(page.map((place) => compared.stories.nums[place])) })
  const ids = new Map(store.all<{ num: number; id: Buffer }>('SELECT num, id FROM coder').map(({ num, id }) => [num, toId(id)]))
  return rows.map((row, at) => ({
    id: toId(row.id), number: row.number, group: toIdOrNull(row.story_group), opening: oneLine(row.opening), talks: row.talks, agreed: row.agreed === 1,
    readers: readersAt(compared, page[at]!).map((num) => ids.get(num)!), spots: counts[page[at]!]!
  }))
}

/** The places of one story; undefined when there is no such story that the viewer may see. */
export function compareStory(store: Store, viewer: Id | null, { story, coders, codes }: z.output<(typeof contract)['compare.story']['input']>): z.output<(typeof contract)['compare.story']['output']> | undefined {
  const seen = visibleStories(store, viewer)
  if (!store.get(`SELECT 1 FROM story s WHERE s.id = @story AND ${seen.sql}`, { ...seen.parameters, story: toBlob(story) })) return undefined
  const people = comparedCoders(store, coders)
  const done = new Set(listDoneBy(store, story))
  const readers = coders.filter((coder, at) => coders.indexOf(coder) === at && done.has(coder) && people.includes(numsOf(store, 'coder', [coder])[0] ?? -1))
  const closed = isShut(store, viewer, story)
  const layer = findConsensus(store)
  const told = { isShut: closed, agreed: closed || !layer ? [] : listAgreed(store, story, viewer), isDiscussed: isDiscussed(store, story) }
  if (closed || readers.length < 2) return { ...told, readers: [], spots: [] }
  const spots = spotsOf(listCodingsOfStory(store, story, codingsOf(store, viewer, people)), readers)
  return { ...told, readers, spots: withCodes(spots, codes && new Set(codes)) }
}
