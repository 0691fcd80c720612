// Two scales against each other in ten by ten classes: what a rectangle of cells counts, and the rule that opens those very stories. [X7]
import type { ColumnFace } from '../contract/crosstab.ts'
import { equalBins } from '../signifier/bins.ts'
import { columnsRule } from './column-rule.ts'
import { bothFilters } from './filter-parts.ts'
import type { Id } from './ids.ts'
import type { StoryFilter } from './layer.ts'

/** Ten classes of 0–100, from low to high; the last holds 100. */
export const SCATTER_BINS = equalBins(10)

/** Classes from and up to and including, 0–9: `x` of the scale along the bottom, `y` of the one that goes up. */
export interface CellBlock { x: readonly [from: number, to: number], y: readonly [from: number, to: number] }

/** The place of a cell in the counts of a scatter. */
export const cellAt = (x: number, y: number): number => y * SCATTER_BINS.length + x

/** `counts` as a scatter gives them: the stories of all cells in the block. */
export function countBlock(counts: readonly number[], { x, y }: CellBlock): number {
  return counts.reduce((sum, count, at) => {
    const [column, row] = [at % SCATTER_BINS.length, Math.floor(at / SCATTER_BINS.length)]
    return column >= x[0] && column <= x[1] && row >= y[0] && row <= y[1] ? sum + count : sum
  }, 0)
}

/** Both answers in their classes. `signifier` lies along the bottom, `other` goes up. */
export function blockRule({ x, y }: CellBlock, signifier: Id, other: Id): StoryFilter {
  const side = (of: Id, [from, to]: CellBlock['x']): StoryFilter => {
    const faces = SCATTER_BINS.slice(from, to + 1).map((bin): ColumnFace => ({ is: 'range', from: bin.from, to: bin.to, closed: bin.isClosed }))
    return columnsRule(faces, { signifier: of, kind: 'slider' }) ?? {}
  }
  return bothFilters(side(signifier, x), side(other, y))
}
