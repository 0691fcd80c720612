// What changed between two moments of asking: which stories are of which, who told them, and what the shared rules make of it.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Change } from '../shared/contract/change.ts'
import { spreadOfRising } from '../shared/crosstab/spread.ts'
import { adjustTogether, pairPlaces, pairScores, pairSides, tellApart, toldTwice, type AskedStory } from '../shared/crosstab/wave-change.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release } from '../shared/domain/release.ts'
import { Refusal } from '../shared/errors.ts'
import { readCountedStories } from './counted-stories.ts'
import { readColumns } from './crosstab-columns.ts'
import type { ColumnSet } from './crosstab-heads.ts'
import { toBlob } from './ids.ts'
import { isBlind } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['pattern.change']['input']>
type Wave = { id: Id | null; num: number | null; name: string }
/** Both moments' stories: their place in scope, their side, their teller, and the group they were told in (0: none). */
type Sided = { at: number; side: 0 | 1; teller: number; group: number }

/** Columns that are an answer of their own; the bars of a scale are not. */
const ANSWERS = new Set(['option', 'zone', 'quadrant', 'none'])

/** Throws a Refusal (not_found, invalid_input) as the contract says. */
export function countChange(store: Store, viewer: Id | null, { first, second, draws, layer, filter, mode, ...by }: Question): Change {
  if (first === second) throw new Refusal('invalid_input', 'wave.same')
  const kind = store.get<{ kind: string }>('SELECT kind FROM signifier WHERE id = ?', [toBlob(by.signifier)])?.kind
  if (kind === 'date') throw new Refusal('invalid_input', 'wave.no_change')
  const waves = [waveOf(store, first), waveOf(store, second)] as const
  const stories = readCountedStories(store, filter, viewer)
  const columns = readColumns(store, { is: 'signifier', ...by }, stories, layer)
  const places = new Map(store.all<{ num: number; wave: number | null; teller: number | null; story_group: number | null }>('SELECT num, wave, teller, story_group FROM story').map((row) => [row.num, row]))
  const sided = Array.from(stories.nums, (num, at): Sided | null => {
    const { wave, teller, story_group } = places.get(num)!
    const side = wave === waves[0].num ? 0 : wave === waves[1].num ? 1 : null
    // A story of nobody known stands for itself.
    return side === null ? null : { at, side, teller: teller ?? -num, group: story_group ?? 0 }
  }).filter((story) => story !== null)
  const linked = linkedOf(sided)
  return release(adjusted({
    sides: waves.map((wave, side) => ({ wave: wave.id, name: wave.name, ...statesOf(columns, sided.filter((story) => story.side === side)) })),
    linked, several: columns.columnsAre === 'several', ...changes(columns, sided, draws)
  }), { n: sided.length, layer, viewer, mode, blind: isBlind(store) })
}

type Counted = Omit<Change, 'about'>

function changes(columns: ColumnSet, sided: readonly Sided[], draws: number): Pick<Counted, 'measures' | 'columns' | 'place'> {
  const { heads, starts, list, measures } = columns
  const scored = measures.map(({ scores }) => sided.flatMap(({ at, ...told }): AskedStory[] => (Number.isNaN(scores[at]!) ? [] : [{ ...told, value: scores[at]! }])))
  const spread = (stories: readonly AskedStory[], side: 0 | 1) => spreadOfRising(Float64Array.from(stories.flatMap((story) => (story.side === side ? [story.value] : []))).sort())
  const valid = sided.filter(({ at }) => isValid(columns, at))
  const sides = (column: number): AskedStory[] => valid.map(({ at, ...told }) => ({ ...told, value: Number(list.subarray(starts[at], starts[at + 1]).includes(column)) }))
  const of = (stories: readonly AskedStory[], side: 0 | 1) => ({ with: stories.filter((story) => story.side === side && story.value === 1).length, of: stories.filter((story) => story.side === side).length })
  const isTriad = measures[0]?.is === 'share'
  return {
    measures: measures.map(({ key, is, name }, at) => {
      const stories = scored[at]!
      const within = pairScores(stories, draws)
      return {
        key, is, name, first: spread(stories, 0), second: spread(stories, 1), apart: isTriad ? { is: 'refused' as const, reason: 'parts' as const, n: stories.length } : tellApart(stories, 'mean'),
        // Three shares are one answer: their change is told as a place, once.
        within: isTriad ? { ...within, test: { is: 'refused' as const, reason: 'parts' as const } } : within
      }
    }),
    columns: heads.flatMap(({ key, face, value }, at) => {
      if (!value || !ANSWERS.has(face.is)) return []
      const stories = sides(at)
      return [{ key, face, first: of(stories, 0), second: of(stories, 1), apart: tellApart(stories, 'share'), within: pairSides(stories) }]
    }),
    place: isTriad ? pairPlaces(scored, draws) : null
  }
}

function adjusted(counted: Counted): Counted {
  const own = [...counted.measures, ...counted.columns]
  const tests = adjustTogether([...own.map(({ within }) => within.test), ...(counted.place ? [counted.place.test] : [])])
  const take = <T extends { within: { test: unknown } }>(list: readonly T[], from: number): T[] => list.map((one, at) => ({ ...one, within: { ...one.within, test: tests[from + at]! } }))
  return { ...counted, measures: take(counted.measures, 0), columns: take(counted.columns, counted.measures.length), place: counted.place && { ...counted.place, test: tests.at(-1)! } }
}

function isValid({ heads, starts, list }: ColumnSet, story: number): boolean {
  for (let at = starts[story]!; at < starts[story + 1]!; at++) if (heads[list[at]!]!.value) return true
  return false
}

function statesOf(columns: ColumnSet, sided: readonly Sided[]): Pick<Counted['sides'][number], 'stories' | 'valid' | 'na' | 'blank' | 'notAsked'> {
  const { heads, starts, list } = columns
  const is = (state: string): number => sided.filter(({ at }) => { const head = heads[list[starts[at]!]!]; return starts[at]! < starts[at + 1]! && head?.face.is === state && !head.value }).length
  return { stories: sided.length, valid: sided.filter(({ at }) => isValid(columns, at)).length, na: is('na'), blank: is('blank'), notAsked: is('notAsked') }
}

function linkedOf(sided: readonly Sided[]): Counted['linked'] {
  const tellers = [...Map.groupBy(sided.filter(({ teller }) => teller > 0), ({ teller }) => teller).values()]
  const both = toldTwice(sided)
  return {
    tellers: both.length, stories: both.flat(2).length,
    several: tellers.some((own) => ([0, 1] as const).some((side) => own.filter((story) => story.side === side).length > 1))
  }
}

function waveOf(store: Store, id: Id | null): Wave {
  if (id === null) return { id: null, num: null, name: '' }
  const found = store.get<{ num: number; name: string }>('SELECT num, name FROM wave WHERE id = ? AND removed = 0', [toBlob(id)])
  if (!found) throw new Refusal('not_found', 'wave.absent')
  return { id, ...found }
}
