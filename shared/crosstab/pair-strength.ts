// How two codes go together over the stories that were read: one 2×2 table, with what it says and what it does not.
import type { CodePair, CodePairs } from '../contract/crosstab.ts'
import { chi2Independence, fisher2x2 } from '../statistics/index.ts'
import { LEAST_GROUP, LEAST_STORIES } from './row-test.ts'

/** Read stories with both, with one of them, with none. */
export type PairTable = { both: number; first: number; second: number; none: number }

/** −1 to 1: 0 when the codes have nothing to do with each other. `jaccard`: of the stories with one of them, the share with both. */
export type PairStrength = { table: PairTable; phi: number; residual: number; jaccard: number; p: number }

export function pairTable({ codes, read }: Pick<CodePairs, 'codes' | 'read'>, pair: Pick<CodePair, 'first' | 'second' | 'read'>): PairTable {
  const [a, b] = [codes[pair.first]!.read, codes[pair.second]!.read]
  return { both: pair.read, first: a - pair.read, second: b - pair.read, none: read - a - b + pair.read }
}

/** The adjusted residual of "both"; null for too few stories, or a code that all or hardly any of them bear. */
export function pairResidual(table: PairTable): number | null {
  const { both, first, second, none } = table
  const sides = [both + first, both + second, none + first, none + second]
  if (both + first + second + none < LEAST_STORIES || sides.some((side) => side < LEAST_GROUP)) return null
  const chi = chi2Independence({ table: [[both, first], [second, none]] })
  return chi.status === 'ok' ? chi.adjustedResiduals[0]![0]! : null
}

/** With Fisher's exact p; null as above. */
export function pairStrength(table: PairTable): PairStrength | null {
  const residual = pairResidual(table)
  const { both, first, second, none } = table
  const exact = fisher2x2({ table: [[both, first], [second, none]] })
  if (residual === null || exact.status !== 'ok') return null
  return { table, residual, phi: residual / Math.sqrt(both + first + second + none), jaccard: both / (both + first + second), p: exact.pTwoSided }
}
