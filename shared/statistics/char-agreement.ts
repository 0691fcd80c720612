// Agreement on one code character by character: familiar figures, lifted by long uncoded stretches, so never shown alone.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { kappaOfShares, type Rating } from './kappa.ts'
import { areSpansWithin, mergedSpans, type Span } from './spans.ts'
import { binaryAlpha } from './unitizing.ts'

export interface CharAgreement {
  /** Mean over the pairs of coders of the share of characters on which they agree. */
  percentAgreement: number
  /** Marked by all ÷ marked by any: ignores the text that nobody marked. */
  jaccard: number
  /** Krippendorff's nominal alpha with a character as unit; null when all characters are marked by all. */
  alpha: number | null
  /** |uα of this code. */
  uAlphaBinary: number | null
  /** Two coders only. */
  cohenKappa: number | null
  /** Two coders only: 2·both ÷ (one + other). */
  f1: number | null
}

/**
 * Spans of the code that overlap or touch are first made one. Lengths in UTF-16 units, end exclusive.
 * Undefined: empty (no text, or nobody used the code), nothingShared (under two coders), invalidInput.
 */
export function charAgreement({ length, coders, code }: {
  length: number, coders: readonly (readonly Span[])[], code: Rating
}): Outcome<CharAgreement> {
  if (!areSpansWithin(length, coders)) return undefinedBecause('invalidInput')
  const merged = coders.map(spans => mergedSpans(spans, code))
  if (length === 0 || merged.every(spans => spans.length === 0)) return undefinedBecause('empty')
  const m = coders.length
  if (m < 2) return undefinedBecause('nothingShared')
  const byMarks = lengthsByMarks(length, merged)
  const marked = byMarks.reduce((total, at, marks) => total + at * marks, 0)
  const agreeing = byMarks.reduce((total, at, marks) => total + at * (marks * (marks - 1) + (m - marks) * (m - marks - 1)), 0)
  const percentAgreement = agreeing / (length * m * (m - 1))
  const values = length * m
  const expected = 2 * marked * (values - marked) / (values * (values - 1))
  return ok({
    percentAgreement,
    jaccard: byMarks[m]! / (length - byMarks[0]!),
    alpha: expected > 0 ? 1 - (1 - percentAgreement) / expected : null,
    uAlphaBinary: binaryAlpha(length, merged),
    ...(m === 2 ? twoCoders(length, merged, byMarks) : { cohenKappa: null, f1: null })
  })
}

/** How much of the text is marked by 0, 1, … coders. */
function lengthsByMarks(length: number, merged: readonly Span[][]): number[] {
  const edges = merged.flat().flatMap(({ start, end }) => [{ at: start, step: 1 }, { at: end, step: -1 }]).toSorted((a, b) => a.at - b.at)
  const lengths = Array.from({ length: merged.length + 1 }, () => 0)
  let [at, marks] = [0, 0]
  for (const edge of [...edges, { at: length, step: 0 }]) {
    lengths[marks]! += edge.at - at
    at = edge.at
    marks += edge.step
  }
  return lengths
}

type OnlyForTwo = Pick<CharAgreement, 'cohenKappa' | 'f1'>

function twoCoders(length: number, [left, right]: readonly Span[][], byMarks: readonly number[]): OnlyForTwo {
  const [a, b] = [left!, right!].map(spans => spans.reduce((total, { start, end }) => total + end - start, 0)) as [number, number]
  const both = byMarks[2]!
  const shares = [[both, a - both], [b - both, length - a - b + both]].map(row => row.map(part => part / length))
  const kappa = kappaOfShares(shares, length, (i, j) => i === j ? 1 : 0, 0.95)
  return { cohenKappa: kappa.status === 'ok' ? kappa.kappa : null, f1: 2 * both / (a + b) }
}
