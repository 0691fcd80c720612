// Every expectation that stands held against the stories: one test each, with Holm over all of them and over nothing else.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { Expectation, Expected, Weighed } from '../shared/contract/expectation.ts'
import type { Id } from '../shared/domain/ids.ts'
import { compareScores } from '../shared/crosstab/compare-scores.ts'
import { testRow, type RowInput } from '../shared/crosstab/row-test.ts'
import { release } from '../shared/domain/release.ts'
import { Refusal } from '../shared/errors.ts'
import { pAdjust } from '../shared/statistics/index.ts'
import { casesOf, readTellers, splitRow } from './crosstab.ts'
import { layOn, layOut, readGround, type Laid } from './crosstab-laid.ts'
import { countRow, type CountedRow } from './crosstab-count.ts'
import { sourceOf } from './crosstab-rows.ts'
import { scoredWith } from './pattern-apart.ts'
import { isStanding, listExpectations } from './expectations.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['expectation.weigh']['input']>
type Tested = Extract<Weighed, { is: 'tested' }>
type Unadjusted = Omit<Tested, 'adjusted'> | Extract<Weighed, { is: 'refused' }>

export function weighExpectations(store: Store, viewer: Id | null, question: Question): z.output<(typeof contract)['expectation.weigh']['output']> {
  const ground = readGround(store, viewer, question)
  const laid = new Map<string, Laid>()
  const laidOn = (columns: Expectation['columns']): Laid => {
    const key = JSON.stringify(columns)
    const there = laid.get(key) ?? layOn(ground, { columns, unit: 'story' })
    laid.set(key, there)
    return there
  }
  const weighed = listExpectations(store).filter(isStanding).map((one): Unadjusted => weigh(laidOn, one, question.draws))
  const outcome = pAdjust({ p: weighed.map((one) => (one.is === 'tested' ? one.p : null)), method: 'holm' })
  const rows = weighed.map((one, at): Weighed => (one.is === 'tested' ? { ...one, adjusted: (outcome.status === 'ok' ? outcome.adjusted[at] : null) ?? one.p } : one))
  return release({ rows, tests: rows.filter(({ is }) => is === 'tested').length }, ground.about)
}

function weigh(laidOn: (columns: Expectation['columns']) => Laid, { id, by, columns, spot }: Expectation, draws: number): Unadjusted {
  try {
    const laid = laidOn(columns)
    const row = countRow(laid.counting, sourceOf(laid.looking, by))
    if (spot.is === 'score') return weighScore(laid, row, spot.key, id, draws)
    return weighSpread(laid, row, spot.is === 'column' ? spot.key : null, id, draws)
  } catch (error) {
    // Its code, theme, question or column was taken away; the others are still to be weighed.
    if (error instanceof Refusal) return { is: 'refused', expectation: id, reason: 'gone', n: 0 }
    throw error
  }
}

/** Throws a Refusal (not_found) for what is gone, (invalid_input) for a scale or column the question does not have. */
export function checkExpected(store: Store, viewer: Id | null, { by, columns, spot, direction }: Expected): void {
  const laid = layOut(store, viewer, { columns, unit: 'story', layer: { is: 'all' }, filter: {}, mode: 'analysis' })
  sourceOf(laid.looking, by)
  if (spot.is === 'score') measureOf(laid, spot.key)
  else if (spot.is === 'column') columnOf(laid, spot.key)
  else if (direction !== 'differs' || laid.counting.columns.columnsAre === 'several') throw noSuchSpot()
}

const noSuchSpot = (): Refusal => new Refusal('invalid_input', 'expectation.no_such_spot')

function measureOf({ counting: { columns: { measures } } }: Laid, key: string): Float64Array {
  const found = measures.find((measure) => measure.key === key)
  if (!found) throw noSuchSpot()
  return found.scores
}

function columnOf({ counting: { columns: { heads } } }: Laid, key: string): number {
  const at = heads.findIndex((head) => head.key === key && head.value)
  if (at < 0) throw noSuchSpot()
  return at
}

function weighScore(laid: Laid, row: CountedRow, key: string, id: Id, draws: number): Unadjusted {
  // Of a teller with stories of both kinds the mean says nothing about either; those are left out, as "both".
  const { test, groups, unit } = compareScores(scoredWith(laid, row, measureOf(laid, key)), draws)
  if (test.is === 'refused') return { is: 'refused', expectation: id, reason: test.reason, n: test.n }
  const { welch: { diff, ciLow, ciHigh }, n, p } = test
  return {
    is: 'tested', expectation: id, method: 'means', unit, n, p, seen: diff > 0 ? 'more' : diff < 0 ? 'less' : null,
    score: { with: groups.first, without: groups.second, difference: diff, low: ciLow, high: ciHigh }, share: null
  }
}

/** Column null: over all of them. */
function weighSpread(laid: Laid, row: CountedRow, key: string | null, id: Id, draws: number): Unadjusted {
  const { counting } = laid
  const tellers = readTellers(laid.looking.store, counting.stories)
  const cases = tellers && casesOf(counting, row, tellers)
  const split = splitRow(laid, row)
  const at = key === null ? null : columnOf(laid, key)
  const input: RowInput = at === null ? { ...split, columns: counting.columns.heads, columnsAre: counting.columns.columnsAre, cases } : twoColumns(split, at, counting.columns.heads[at]!.key, cases)
  const [test] = testRow(input, draws).tests
  if (!test || test.is === 'refused') return { is: 'refused', expectation: id, reason: test?.reason ?? 'noVariation', n: test?.n ?? 0 }
  const { method, unit, n, p, effect } = test
  // Of two columns the test tells of the fuller one; here it is always the one that was named.
  const share = effect === null || at === null || effect.column === key ? effect
    : { column: key!, here: effect.elsewhere, elsewhere: effect.here, difference: -effect.difference, low: -effect.high, high: -effect.low }
  const way = share === null || at === null ? 0 : share.difference
  return { is: 'tested', expectation: id, method, unit, n, p, seen: way > 0 ? 'more' : way < 0 ? 'less' : null, score: null, share }
}

/** The column against all others that are answers, in which a story counts once. */
function twoColumns(split: ReturnType<typeof splitRow>, at: number, key: string, cases: RowInput['cases']): RowInput {
  const { valid } = split
  const parted = (side: 'with' | 'without' | 'unread'): number[] => [split[side][at]!, valid[side] - split[side][at]!]
  return {
    columns: [{ key, value: true }, { key: 'others', value: true }], columnsAre: 'single', with: parted('with'), without: parted('without'), unread: parted('unread'), valid, unfinished: split.unfinished,
    cases: cases && (() => cases(at))
  }
}
