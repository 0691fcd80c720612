// Who answered what at all: for every question and group the valid answers, n.v.t., blanks and stories that were not asked; and the free
// answers as they were written.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import { release } from '../shared/domain/release.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { PART_NA } from './answers.ts'
import { readCountedStories } from './counted-stories.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { isBlind } from './scope.ts'
import { listSignifiers } from './signifiers.ts'
import type { Store } from './store.ts'
import { storyScope } from './story-scope.ts'

type Asked<N extends 'pattern.response' | 'pattern.texts'> = z.output<(typeof contract)[N]['input']>
type Told<N extends 'pattern.response' | 'pattern.texts'> = z.output<(typeof contract)[N]['output']>

export function countResponse(store: Store, viewer: Id | null, { layer, filter, mode }: Asked<'pattern.response'>): Told<'pattern.response'> {
  const stories = readCountedStories(store, filter, viewer)
  const known = store.all<{ num: number; id: Buffer; name: string }>(
    `SELECT g.num, g.id, g.name FROM story_group g LEFT JOIN import i ON i.num = g.import WHERE g.removed = 0 AND coalesce(i.state, 'live') = 'live' ORDER BY g.position, g.num`)
  const groupOf = new Map(store.all<{ num: number; story_group: number | null }>('SELECT num, story_group FROM story').map((row) => [row.num, row.story_group]))
  const placeOf = new Map<number | null, number>(known.map(({ num }, at) => [num, at]))
  const groups = [...known.map(({ id, name }) => ({ id: toIdOrNull(id), name, stories: 0 })), { id: null, name: '', stories: 0 }]
  const groupAt = Int16Array.from(stories.nums, (num) => placeOf.get(groupOf.get(num) ?? null) ?? known.length)
  for (const at of groupAt) groups[at]!.stories++
  const rows = listSignifiers(store).map((signifier) => {
    const wasAsked = groups.map(({ id }) => signifier.wordings.length === 0 || signifier.wordings.some(({ group }) => group === id))
    const counts = groups.map((group, at) => ({ valid: 0, na: 0, blank: wasAsked[at] ? group.stories : 0, notAsked: wasAsked[at] ? 0 : group.stories }))
    for (const [story, least] of store.tuples('SELECT story, min(part) FROM answer WHERE signifier = (SELECT num FROM signifier WHERE id = ?) GROUP BY story')
      .iterate(toBlob(signifier.id)) as Iterable<[number, number]>) {
      const at = stories.place[story] ?? -1
      if (at < 0) continue
      const count = counts[groupAt[at]!]!
      if (least === PART_NA) count.na++
      else count.valid++
      // An answer to a question that this group was not asked is an answer all the same.
      if (count.blank > 0) count.blank--
      else if (count.notAsked > 0) count.notAsked--
    }
    return { signifier: signifier.id, counts }
  })
  const told = groups.flatMap((group, at) => (group.stories > 0 || group.id !== null ? [at] : []))
  return release({
    groups: told.map((at) => groups[at]!), rows: rows.map(({ signifier, counts }) => ({ signifier, groups: told.map((at) => counts[at]!) }))
  }, { n: stories.size, layer, viewer, mode, blind: isBlind(store) })
}

/** Throws a Refusal (not_found) for a question that is gone. */
export function listFreeAnswers(store: Store, viewer: Id | null, { signifier, layer, filter, mode, offset, limit }: Asked<'pattern.texts'>): Told<'pattern.texts'> {
  const question = store.get<{ num: number }>('SELECT num FROM signifier WHERE id = ? AND removed = 0', [toBlob(signifier)])
  if (!question) throw new Refusal('not_found', 'signifier.absent')
  const scope = storyScope(store, filter, viewer)
  const from = `FROM story s JOIN text t ON t.story = s.num AND t.signifier = @question JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE trim(r.body) <> '' AND ${scope.sql}`
  const parameters = { ...scope.parameters, question: question.num }
  const total = store.get<{ n: number }>(`SELECT count(*) AS n ${from}`, parameters)!.n
  const n = store.get<{ n: number }>(`SELECT count(*) AS n FROM story s WHERE ${scope.sql}`, scope.parameters)!.n
  type Row = { story: Buffer; number: number; story_group: Buffer | null; text: Buffer; body: string }
  const rows = store.all<Row>(`SELECT s.id AS story, s.number, (SELECT g.id FROM story_group g WHERE g.num = s.story_group) AS story_group, t.id AS text, r.body ${from} ORDER BY s.number, s.num LIMIT @limit OFFSET @offset`, { ...parameters, limit, offset })
    .map((row) => ({ story: toId(row.story), number: row.number, group: toIdOrNull(row.story_group), text: toId(row.text), body: row.body }))
  return release({ total, rows }, { n, layer, viewer, mode, blind: isBlind(store) })
}
