// Where the stones of one question lie, all stones in one walk over its answers.
import type { PatternPart } from '../shared/contract/pattern.ts'
import { spreadOfRising } from '../shared/crosstab/spread.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { CountedStories } from './counted-stories.ts'
import { toBlob } from './ids.ts'
import type { Store } from './store.ts'

/** `spreads`: for the stories marked 1, by place, how often each stone was placed and where. */
export type Stones = { spreads: (has: Uint8Array) => PatternPart['stones'] }

/** Null for a question that has no stones. */
export function readStones(store: Store, signifier: Id, stories: CountedStories): Stones | null {
  const question = store.get<{ num: number; kind: string }>('SELECT num, kind FROM signifier WHERE id = ?', [toBlob(signifier)])
  if (question?.kind !== 'stones') return null
  const stones = store.all<{ num: number }>('SELECT num FROM stone WHERE signifier = ? ORDER BY position, num', [question.num])
  const axes = store.get<{ n: number }>('SELECT count(*) AS n FROM anchor WHERE signifier = ?', [question.num])!.n > 2 ? 2 : 1
  const valuesAt = new Map<number, Float64Array>(stones.flatMap(({ num }) => [0, 1].map((axis): [number, Float64Array] => [2 * num + axis, new Float64Array(stories.size).fill(NaN)])))
  for (const [story, part, value] of store.tuples('SELECT story, part, value FROM answer WHERE signifier = ? AND part >= 0').iterate(question.num) as Iterable<[number, number, number | null]>) {
    const at = stories.place[story] ?? -1
    if (at >= 0 && value !== null) valuesAt.get(part)![at] = value
  }
  const spread = (part: number, has: Uint8Array): ReturnType<typeof spreadOfRising> =>
    spreadOfRising(valuesAt.get(part)!.filter((value, story) => has[story] === 1 && !Number.isNaN(value)).toSorted())
  return {
    spreads: (has) => stones.map(({ num }) => {
      const x = spread(2 * num, has)
      return { placed: x.n, x, y: axes === 2 ? spread(2 * num + 1, has) : null }
    })
  }
}
